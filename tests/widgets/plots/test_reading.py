"""What curves are worth between their points."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.widgets.plots.picture import Curve
from lossviz.widgets.plots.reading import readings_at, value_at

XS = np.array([0.0, 1.0, 2.0, 4.0])
YS = np.array([1.0, -1.0, 5.0, 5.5])


@given(st.floats(0.0, 4.0))
def test_values_lie_on_the_lines_between_the_points(x: float) -> None:
    assert value_at(XS, YS, x) == pytest.approx(np.interp(x, XS, YS))
    assert value_at(XS[::-1], YS[::-1], x) == pytest.approx(np.interp(x, XS, YS))


def test_beyond_the_ends_and_beside_a_break_there_is_none() -> None:
    broken = np.array([1.0, np.nan, 5.0, np.inf])
    assert [value_at(XS, YS, x) for x in (-0.1, 4.1)] == [None, None]
    assert [value_at(XS, broken, x) for x in (0.0, 0.5, 1.5, 2.0, 3.0)] == [1.0, None, None, 5.0, None]
    assert value_at(np.empty(0), np.empty(0), 0.0) is None
    assert value_at(np.array([0.0, 2.0, 1.0]), np.zeros(3), 0.5) is None


def test_at_a_step_there_is_a_value() -> None:
    assert value_at(np.array([0.0, 1.0, 1.0, 2.0]), np.array([0.0, 0.0, 1.0, 1.0]), 1.0) == 0.0


def test_only_curves_that_reach_so_far_are_read() -> None:
    short, long = Curve("s", "short", XS[:2], YS[:2], "curve_1"), Curve("l", "long", XS, YS, "curve_2")
    assert [(curve.key, value) for curve, value in readings_at((short, long), 2.0)] == [("l", 5.0)]


def test_columns_of_two_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="one length"):
        Curve("c", "", XS, YS[:2], "curve_1")
