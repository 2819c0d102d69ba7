import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.plots.plot_frame import PlotFrame, data_range, panned, serves, zoomed

FRAME = PlotFrame(QRectF(40, 10, 600, 300), AxisRange(-1.0, 5.0), AxisRange(0.0, 1.0))

finite = st.floats(allow_nan=False, allow_infinity=False)


@given(st.floats(-1.0, 5.0), st.floats(0.0, 1.0))
def test_pixels_and_numbers_are_each_others_inverse(x: float, y: float) -> None:
    assert FRAME.x_at(FRAME.x_px(x)) == pytest.approx(x, abs=1e-9)
    assert FRAME.y_at(FRAME.y_px(y)) == pytest.approx(y, abs=1e-9)
    assert FRAME.xs_px(np.array([x]))[0] == pytest.approx(FRAME.x_px(x))
    assert FRAME.ys_px(np.array([y]))[0] == pytest.approx(FRAME.y_px(y))


@given(st.lists(finite, min_size=1, max_size=5))
def test_a_range_of_any_data_can_be_drawn_in(values: list[float]) -> None:
    data = np.clip(np.array(values), -1e290, 1e290)
    view = data_range(data)
    assert view.low < view.high
    assert view.low <= data.min()
    assert data.max() <= view.high
    assert np.isfinite(PlotFrame(FRAME.area, view, FRAME.y).xs_px(data)).all()


@given(finite)
def test_no_number_is_drawn_further_than_a_view_away(value: float) -> None:
    assert 40 - 600 <= FRAME.x_px(value) <= 40 + 2 * 600
    assert 10 - 300 <= FRAME.y_px(value) <= 10 + 2 * 300


def test_tidy_sizes_have_the_digits_that_pixels_tell_apart() -> None:
    assert FRAME.tidy_x(1.23456789) == 1.23
    assert FRAME.tidy_x(99.0) == 5.0
    assert FRAME.x_text(1.23456789) == "1.23"


def test_a_view_serves_while_it_holds_the_data_and_they_fill_it() -> None:
    view = AxisRange(0.0, 10.0)
    assert serves(view, np.array([1.0, 9.0]))
    assert not serves(view, np.array([1.0, 10.5]))
    assert not serves(view, np.array([4.0, 6.0]))


def test_zooming_and_panning_keep_to_the_numbers_there_are() -> None:
    view = AxisRange(0.0, 10.0)
    assert zoomed(view, 4.0, 0.5) == AxisRange(2.0, 7.0)
    assert panned(view, 3.0) == AxisRange(3.0, 13.0)
    for factor in (1e-300, 1e300):
        assert zoomed(view, 4.0, factor) == view
    assert panned(view, 1e20) == view
