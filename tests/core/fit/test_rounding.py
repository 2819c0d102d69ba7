"""A gradient is called rounding where it is, and nowhere else."""

import math

import numpy as np
import pytest

from lossviz.core.fit.cases import Cases, CaseWords
from lossviz.core.fit.estimates import fit_sigmoid
from lossviz.core.fit.laws import SCENARIOS, draw_cases
from lossviz.core.fit.logistic import Parameters, gradient
from lossviz.core.fit.rounding import is_rounding


def test_what_is_left_of_the_gradient_at_the_best_fit_is_rounding_and_a_hairs_breadth_away_it_is_not() -> None:
    cases, _ = draw_cases(SCENARIOS["overlapping"], 60, 1.0, 1)
    best = fit_sigmoid(cases).parameters
    assert best is not None
    assert is_rounding("bce", best, cases)
    assert not is_rounding("bce", Parameters(best.w + 1e-10, best.b), cases)
    assert not is_rounding("mse", best, cases)


@pytest.mark.parametrize("b", [100.0, 500.0])
def test_a_slope_is_told_however_small_it_is(b: float) -> None:
    cases = Cases(np.array([1.0]), np.array([0.0]), CaseWords("size", "cm", "benign", "malignant"))
    here = Parameters(0.0, b)
    assert 0.0 < math.hypot(*gradient("mse", here, cases)) < 1e-40
    assert not is_rounding("mse", here, cases)
