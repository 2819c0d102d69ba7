"""The badge beside the gradients tells a right formula from a wrong one."""

import numpy as np
import pytest

from lossviz.core.softmax import gradients
from lossviz.core.softmax.gradients import Problem, check_gradient

PROBLEM = Problem(np.array([2.0, 0.5, 6.0]), 0.7, np.array([0.4, 0.1, 0.5]))


def test_a_right_formula_agrees() -> None:
    check = check_gradient("bce", PROBLEM)
    assert check.agrees
    assert check.largest_difference <= 1e-15
    assert check.largest_numeric_difference <= 1e-9


def test_a_formula_that_is_off_by_a_hundred_millionth_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    right = gradients.gradient("bce", PROBLEM)
    monkeypatch.setattr(gradients, "gradient", lambda *_: right * (1.0 + 1e-8))
    check = check_gradient("bce", PROBLEM)
    assert not check.agrees
    assert check.largest_difference == pytest.approx(1e-8 * np.abs(right).max(), rel=1e-6)


def test_without_the_temperature_it_does_not_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    right = gradients.gradient("bce", PROBLEM)
    monkeypatch.setattr(gradients, "gradient", lambda *_: right * PROBLEM.temperature)
    assert not check_gradient("bce", PROBLEM).agrees
