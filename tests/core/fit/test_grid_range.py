"""Ranges that hold what must be seen, for data of any unit."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.estimates import fit_sigmoid
from lossviz.core.fit.grid_range import GridRange, automatic_range
from lossviz.core.fit.logistic import Parameters
from tests.core.fit.sample_cases import cases_of, drawn_cases


def _is_well_inside(grid_range: GridRange, point: Parameters) -> bool:
    w_room = 0.05 * (grid_range.w_high - grid_range.w_low)
    b_room = 0.05 * (grid_range.b_high - grid_range.b_low)
    return (
        grid_range.w_low + w_room < point.w < grid_range.w_high - w_room
        and grid_range.b_low + b_room < point.b < grid_range.b_high - b_room
    )


@pytest.mark.parametrize(("middle", "spread"), [(3, 1), (30, 10), (38, 1), (0.003, 0.001), (311, 1), (0, 1)])
def test_the_minimum_and_the_start_lie_inside_with_room_in_any_unit(middle: float, spread: float) -> None:
    cases = drawn_cases(60, middle, spread)
    start = Parameters(2.0, 2.0)
    grid_range = automatic_range(cases, [start])
    assert fit_sigmoid(cases).state == "converged"
    assert _is_well_inside(grid_range, fit_sigmoid(cases).parameters)
    assert _is_well_inside(grid_range, start)


def test_the_minimum_takes_up_a_good_part_of_the_range() -> None:
    cases = drawn_cases(60, middle=38.0)
    grid_range, (w, b) = automatic_range(cases, []), fit_sigmoid(cases).parameters
    assert grid_range.w_high - grid_range.w_low < 4 * abs(w)
    assert grid_range.b_high - grid_range.b_low < 4 * abs(b)


def test_separable_cases_show_a_step_at_the_boundary_not_infinity() -> None:
    x = [1.0, 1.1, 1.2, 1.999999, 2.0, 2.1, 2.9, 3.0]
    grid_range = automatic_range(cases_of(x, [0, 0, 0, 0, 1, 1, 1, 1]), [])
    assert grid_range.w_high < 40
    assert grid_range.b_low > -80
    assert grid_range.contains(Parameters(10.0, -19.99))


@pytest.mark.parametrize(
    "cases",
    [
        cases_of([2.0], [1.0]),
        cases_of([0.0], [0.0]),
        cases_of([2.0, 2.0, 2.0], [0, 1, 1]),
        cases_of([1.0, 2.0, 3.0], [1, 1, 1]),
        cases_of([1e-300, 2e-300], [0, 1]),
        cases_of([-1e100, 1e100], [0, 1]),
    ],
)
def test_strange_cases_have_a_range_that_is_not_degenerate(cases: Cases) -> None:
    grid_range = automatic_range(cases, [])
    assert np.all(np.diff(grid_range.w_values(64)) > 0)
    assert np.all(np.diff(grid_range.b_values(64)) > 0)


@given(
    x=st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=12),
    labels=st.integers(0, 2**12 - 1),
    points=st.lists(st.tuples(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9)), max_size=4),
)
@settings(max_examples=150, deadline=None)
def test_any_points_lie_inside(x: list[float], labels: int, points: list[tuple[float, float]]) -> None:
    cases = cases_of(x, [float(labels >> place & 1) for place in range(len(x))])
    path = [Parameters(*point) for point in points]
    grid_range = automatic_range(cases, path)
    assert all(grid_range.contains(point) for point in path)
    assert grid_range.contains(Parameters(0.0, 0.0))


def test_a_path_that_ran_off_to_infinity_does_not_take_the_range_with_it() -> None:
    cases = drawn_cases(60)
    ran_off = [Parameters(math.inf, 0.0), Parameters(math.nan, 1.0), Parameters(1.0, -math.inf)]
    assert automatic_range(cases, ran_off) == automatic_range(cases, [])


def test_zooming_keeps_the_fixed_point_and_back_again_is_the_same_range() -> None:
    grid_range = GridRange(-1.0, 3.0, -8.0, 4.0)
    fixed = Parameters(3.0, -8.0)
    zoomed = grid_range.zoomed(0.5, fixed)
    assert zoomed == GridRange(1.0, 3.0, -8.0, -2.0)
    assert zoomed.zoomed(2.0, fixed) == grid_range
    assert grid_range.shifted(1.0, -1.0) == GridRange(0.0, 4.0, -9.0, 3.0)


@pytest.mark.parametrize("bounds", [(1, 1, 0, 1), (0, 1, 2, 1), (math.nan, 1, 0, 1), (-1e308, 1e308, 0, 1)])
def test_a_range_without_extent_is_refused(bounds: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="ascending"):
        GridRange(*bounds)
