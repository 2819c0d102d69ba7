"""Where the surfaces are convex (COURSE C14), against numpy's eigenvalues one by one."""

import numpy as np
import pytest

from lossviz.core.fit.curvature_grid import smallest_eigenvalues
from lossviz.core.fit.grid_range import GridRange, automatic_range
from lossviz.core.fit.laws import SCENARIOS, draw_cases
from lossviz.core.fit.logistic import LOSS_KINDS, LossKind, Parameters, hessian
from tests.core.fit.sample_cases import drawn_cases


@pytest.mark.parametrize("kind", LOSS_KINDS)
@pytest.mark.parametrize("count", [1, 60, 300])
def test_the_grid_holds_each_hessians_smallest_eigenvalue(kind: LossKind, count: int) -> None:
    cases = drawn_cases(count)
    grid_range = GridRange(-2.0, 4.0, -10.0, 5.0)
    values = smallest_eigenvalues(kind, grid_range, 12, cases)
    for row, b in enumerate(grid_range.b_values(12)):
        for column, w in enumerate(grid_range.w_values(12)):
            expected = np.linalg.eigvalsh(hessian(kind, Parameters(w, b), cases))[0]
            assert values[row, column] == pytest.approx(expected, abs=1e-14)


@pytest.mark.parametrize(("middle", "spread"), [(3, 1), (30, 10), (38, 1), (5000, 300)])
def test_squared_error_is_not_convex_and_cross_entropy_is(middle: float, spread: float) -> None:
    cases = drawn_cases(60, middle, spread)
    grid_range = automatic_range(cases, [])
    assert smallest_eigenvalues("mse", grid_range, 64, cases).min() < -1e-3
    assert smallest_eigenvalues("bce", grid_range, 64, cases).min() >= -1e-9


@pytest.mark.parametrize("widest", [10.0, 1e3, 99_999.0])
def test_rounding_never_makes_cross_entropy_bend_downwards(widest: float) -> None:
    cases = draw_cases(SCENARIOS["overlapping"], 200, 1.0, 4)[0]
    smallest = smallest_eigenvalues("bce", GridRange(-widest, widest, -40.0, 40.0), 65, cases)
    assert smallest.min() >= 0.0
