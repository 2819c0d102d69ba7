import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.fit.logistic import Parameters, logits, sigmoid
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.fit.curve_handles import curve_handles, with_midpoint, with_steep_end

VIEW = AxisRange(0.0, 6.0)

slopes = st.floats(1e-6, 1e6) | st.floats(-1e6, -1e-6)
sizes = st.floats(-100.0, 100.0)


def probability(parameters: Parameters, x: float) -> float:
    return float(sigmoid(logits(parameters, np.array([x])))[0])


@given(slopes, sizes, sizes)
def test_a_shifted_curve_keeps_w_and_is_at_one_half_where_it_was_put(w: float, b: float, x: float) -> None:
    shifted = with_midpoint(Parameters(w, b), x)
    assert shifted.w == w
    assert abs(shifted.w * x + shifted.b) <= 1e-12 * abs(w * x)


@given(slopes, sizes, sizes)
def test_a_turned_curve_keeps_its_midpoint_and_is_at_nine_tenths_where_it_was_put(
    w: float, midpoint: float, x: float
) -> None:
    before = with_midpoint(Parameters(w, 0.0), midpoint)
    turned = with_steep_end(before, x, VIEW, least=1e-3)
    assert turned.w
    assert math.isfinite(turned.w)
    assert -turned.b / turned.w == pytest.approx(midpoint, rel=1e-9, abs=1e-9)
    if abs(x - midpoint) >= 1e-3:
        assert probability(turned, x) == pytest.approx(0.9, abs=1e-6)


@given(slopes)
def test_a_curve_is_never_steeper_than_the_least_reach_and_keeps_its_direction_at_its_midpoint(w: float) -> None:
    before = Parameters(w, -3.0 * w)
    turned = with_steep_end(before, -before.b / before.w, VIEW, least=0.01)
    assert turned.w == pytest.approx(math.copysign(math.log(9.0) / 0.01, w), rel=1e-6)


@pytest.mark.parametrize(
    "parameters",
    [
        Parameters(0.0, 0.0),
        Parameters(0.0, 1e308),
        Parameters(1e308, 0.0),
        Parameters(-1e308, 1e308),
        Parameters(1e-308, 1e308),
        Parameters(5e-324, 1.0),
    ],
)
def test_handles_stay_in_view_and_curves_finite_for_extreme_parameters(parameters: Parameters) -> None:
    assert [VIEW.low <= handle.x <= VIEW.high for handle in curve_handles(parameters, VIEW)] == [True, True]
    for x in (0.0, 3.0, 6.0, 1e308):
        assert np.isfinite(with_midpoint(parameters, x)).all()
        assert np.isfinite(with_steep_end(parameters, x, VIEW, 0.01)).all()


def test_handles_out_of_view_are_held_at_the_edge_and_say_so() -> None:
    midpoint, steep = curve_handles(Parameters(2.0, -600.0), VIEW)
    assert (midpoint.is_held, steep.is_held) == (True, True)
    assert 5.5 < midpoint.x < 6.0
    midpoint, steep = curve_handles(Parameters(2.0, -6.0), VIEW)
    assert (midpoint.is_held, steep.is_held) == (False, False)
    assert midpoint.x == 3.0
    assert probability(Parameters(2.0, -6.0), steep.x) == pytest.approx(0.9, abs=1e-12)
