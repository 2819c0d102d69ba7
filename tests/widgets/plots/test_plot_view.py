"""Which part of the axes a plot shows."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.fit.cases import Column
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.plots.picture import Curve, Dots, Handle, PlotPicture, Rule
from lossviz.widgets.plots.plot_view import PlotView


def curve(xs: Column, ys: Column) -> Curve:
    return Curve("c", "c", xs, ys, "curve_1")


def view_of(picture: PlotPicture) -> PlotView:
    view = PlotView()
    view.follow(picture, is_held=False)
    return view


def test_a_curve_fills_the_width_and_has_some_room_above_and_below() -> None:
    view = view_of(PlotPicture((curve(np.array([-4.0, 4.0]), np.array([0.0, 10.0])),)))
    assert view.x == AxisRange(-4.0, 4.0)
    assert (view.y.low, view.y.high) == pytest.approx((-0.6, 10.6))


@pytest.mark.parametrize(("value", "low", "high"), [(2.0, 1.8, 2.2), (0.0, -1.0, 1.0), (-1e6, -1.1e6, -0.9e6)])
def test_a_constant_stands_in_the_middle(value: float, low: float, high: float) -> None:
    view = view_of(PlotPicture((curve(np.arange(3.0), np.full(3, value)),)))
    assert (view.y.low, view.y.high) == pytest.approx((low, high))


def test_everything_is_in_view() -> None:
    dots = Dots("d", np.array([7.0]), np.array([-3.0]), "curve_1")
    picture = PlotPicture(
        (curve(np.array([0.0, 1.0]), np.array([0.0, 1.0])),),
        (dots,),
        (Rule(-2.0, "", "law", True), Rule(9.0, "", "law", False), Rule(np.inf, "", "law", False)),
        (Handle("h", 8.0, 0.0, "accent"),),
    )
    view = view_of(picture)
    assert (view.x.low, view.x.high) == pytest.approx((-2.3, 8.3))
    assert view.y.low < -3.0
    assert view.y.high > 9.0


values = st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=0, max_size=5)


@given(values, values)
def test_there_is_a_range_for_any_numbers(xs: list[float], ys: list[float]) -> None:
    count = min(len(xs), len(ys))
    view = view_of(PlotPicture((curve(np.array(xs[:count]), np.array(ys[:count])),)))
    for shown in (view.x, view.y):
        assert np.isfinite([shown.low, shown.high, shown.span]).all()
        assert shown.low < shown.high


def test_what_is_asked_for_is_shown_if_it_has_a_length() -> None:
    picture = PlotPicture((), x_range=AxisRange(-1.0, 3.0), y_range=AxisRange(2.0, 2.0))
    view = view_of(picture)
    assert view.x == AxisRange(-1.0, 3.0)
    assert (view.y.low, view.y.high) == pytest.approx((1.8, 2.2))


def test_a_range_that_serves_stays_and_one_that_is_held_too() -> None:
    xs = np.linspace(0.0, 1.0, 5)
    high = PlotPicture((curve(xs, 10 * xs),))
    view = view_of(high)
    first = view.y
    view.follow(replace(high, curves=(curve(xs, 8 * xs),)), is_held=False)
    assert view.y == first
    view.follow(replace(high, curves=(curve(2 * xs, 100 * xs),)), is_held=True)
    assert (view.x, view.y) == (AxisRange(0.0, 1.0), first)
    view.follow(replace(high, curves=(curve(2 * xs, 100 * xs),)), is_held=False)
    assert view.y.high == pytest.approx(106.0)
    other = Curve("other", "", xs, 90 * xs, "curve_1")
    view.follow(PlotPicture((other,)), is_held=False)
    assert view.y.high == pytest.approx(95.4)
