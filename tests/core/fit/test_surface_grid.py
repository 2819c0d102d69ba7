"""The surfaces while cases move, come and go, against surfaces computed anew."""

import numpy as np
import pytest

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.logistic import LOSS_KINDS, Parameters, mean_loss
from lossviz.core.fit.surface_grid import GridRange, SurfaceGrid, SurfaceKind
from tests.core.fit.sample_cases import cases_of, drawn_cases

RANGE = GridRange(-2.0, 4.0, -10.0, 5.0)
KINDS: tuple[SurfaceKind, ...] = ("mse", "bce", "line_mse")


def _grid(cases: Cases, size: int = 16) -> SurfaceGrid:
    grid = SurfaceGrid(size)
    grid.set(RANGE, cases)
    return grid


def _assert_as_anew(grid: SurfaceGrid, atol: float) -> None:
    anew = _grid(grid.cases, grid.size)
    for kind in KINDS:
        np.testing.assert_allclose(grid.values(kind), anew.values(kind), rtol=0, atol=atol)


@pytest.mark.parametrize("kind", LOSS_KINDS)
def test_rows_are_b_and_columns_are_w_from_edge_to_edge(kind: SurfaceKind) -> None:
    cases = drawn_cases(60)
    values = _grid(cases).values(kind)
    assert kind != "line_mse"
    assert values.shape == (16, 16)
    assert values[0, -1] == pytest.approx(mean_loss(kind, Parameters(4.0, -10.0), cases), rel=1e-13)
    assert values[-1, 0] == pytest.approx(mean_loss(kind, Parameters(-2.0, 5.0), cases), rel=1e-13)


@pytest.mark.parametrize("cases", [drawn_cases(60), cases_of([2, 2, 2], [0, 1, 1]), cases_of([1, 2], [0, 1])])
def test_the_line_has_the_mean_of_its_squared_residuals(cases: Cases) -> None:
    values = _grid(cases).values("line_mse")
    for row, b in enumerate(RANGE.b_values(16)):
        for column, w in enumerate(RANGE.w_values(16)):
            assert values[row, column] == pytest.approx(((w * cases.x + b - cases.y) ** 2).mean(), rel=1e-12)


def test_a_moved_case_gives_the_surface_of_the_moved_cases() -> None:
    grid = _grid(drawn_cases(60))
    expected = grid.cases.moved(7, 4.5, 0.0)
    grid.move_case(7, 4.5, 0.0)
    np.testing.assert_array_equal(grid.cases.x, expected.x)
    np.testing.assert_array_equal(grid.cases.y, expected.y)
    _assert_as_anew(grid, 1e-13)


def test_a_drag_of_one_case_never_drifts() -> None:
    grid = _grid(drawn_cases(60))
    grid.move_case(7, 4.5, 0.0)
    after_one = grid.values("bce")
    for x in np.linspace(-3, 8, 500):
        grid.move_case(7, float(x), 1.0)
    grid.move_case(7, 4.5, 0.0)
    np.testing.assert_array_equal(grid.values("bce"), after_one)


def test_ten_thousand_moves_of_all_cases_drift_by_less_than_1e_12() -> None:
    random = np.random.default_rng(5)
    grid = _grid(drawn_cases(60))
    for index, x in zip(random.integers(0, 60, 10_000).tolist(), random.normal(3, 2, 10_000).tolist(), strict=True):
        grid.move_case(index, x, float(random.integers(2)))
    _assert_as_anew(grid, 1e-12)


def test_cases_that_come_and_go_leave_nothing_behind() -> None:
    random = np.random.default_rng(6)
    grid = _grid(drawn_cases(10))
    for _ in range(300):
        grid.add_case(float(random.normal(3, 2)), float(random.integers(2)))
        grid.move_case(int(random.integers(len(grid.cases))), float(random.normal(3, 2)), 1.0)
        if len(grid.cases) > 5:
            grid.remove_case(int(random.integers(len(grid.cases))))
    _assert_as_anew(grid, 1e-12)


def test_the_last_case_stays() -> None:
    grid = _grid(cases_of([1.0], [1.0]))
    with pytest.raises(ValueError, match="at least one case"):
        grid.remove_case(0)


def test_resumming_clears_all_rounding() -> None:
    grid = _grid(drawn_cases(60))
    for index in range(60):
        grid.move_case(index, 2.0 + 0.05 * index, float(index % 2))
    grid.resum()
    _assert_as_anew(grid, 0.0)


def test_no_rounding_makes_a_loss_negative() -> None:
    grid = _grid(cases_of([1.0, 5.0], [0.0, 1.0]))
    for x in np.linspace(-5, 15, 200):
        grid.move_case(0, float(x), 1.0)
        grid.move_case(1, float(10 - x), 0.0)
    assert grid.values("bce").min() >= 0
    assert grid.values("mse").min() >= 0
