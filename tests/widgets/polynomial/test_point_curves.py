"""The curves of the points' plot against brute force."""

import math

import numpy as np
import pytest

from lossviz.core.polynomial.data import NoisyPoints, Recipe, draw_points, truth
from lossviz.core.polynomial.fit import fit_degrees
from lossviz.widgets.polynomial.point_curves import (
    fit_curve,
    residual_bars,
    shown_x,
    shown_y,
    truth_curve,
    widest_gap,
)

POINTS = draw_points(Recipe(20, 0.3, 0.5, 2))
FIT = fit_degrees(*POINTS.train)[4]


def test_every_residual_is_a_bar_of_its_length_and_its_place() -> None:
    x, y = POINTS.train
    bars = residual_bars("bars", FIT, x, y, "train")
    assert len(bars.xs) == 3 * len(x)
    found = {(bars.xs[i], bars.ys[i], bars.ys[i + 1]) for i in range(0, len(bars.xs), 3)}
    assert found == {(a, b, c) for a, b, c in zip(x, y, FIT.values(x), strict=True)}
    assert all(math.isnan(gap) for gap in bars.ys[2::3])
    assert np.all(np.diff(bars.xs) >= 0)


def test_the_curves_reach_across_the_plot() -> None:
    shown = shown_x(POINTS)
    for curve, values in ((fit_curve(FIT, shown, "fit"), FIT.values), (truth_curve(shown, "truth"), truth)):
        assert (curve.xs[0], curve.xs[-1]) == (shown.low, shown.high)
        np.testing.assert_array_equal(curve.ys, values(curve.xs))


def test_all_points_are_in_view_wherever_they_are() -> None:
    far = POINTS.moved(0, 7.0, -50.0)
    x, y = shown_x(far), shown_y(far, None)
    assert x.low < 0.0 < 7.0 < x.high
    assert y.low < -50.0 < far.y.max() < y.high


def test_the_view_holds_still_while_it_serves() -> None:
    before = shown_y(POINTS, None)
    assert shown_y(POINTS.moved(0, 0.5, 0.4), before) is before


@pytest.mark.parametrize(("xs", "middle"), [([0.1, 0.2, 0.9], 0.55), ([0.5], 0.25), ([-2.0, 0.5], -1.0)])
def test_the_widest_gap_is_where_no_point_is(xs: list[float], middle: float) -> None:
    x = np.array(xs)
    assert widest_gap(NoisyPoints(x, x, x > 0)) == pytest.approx(middle)
