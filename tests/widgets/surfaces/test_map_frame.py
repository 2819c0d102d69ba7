"""Pixels and pairs (w, b) belong together both ways, and a zoom keeps what it is about."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from lossviz.core.fit.grid_range import GridRange
from lossviz.widgets.surfaces.map_frame import MapFrame, zoomed

FRAME = MapFrame(QRectF(50, 20, 300, 250), GridRange(-3.0, 6.0, -15.0, 10.0))


@given(st.floats(-100, 500), st.floats(-100, 500))
def test_a_pixel_comes_back_from_its_place(x: float, y: float) -> None:
    back = FRAME.pixel_of(FRAME.place_at(QPointF(x, y)))
    assert [back.x(), back.y()] == pytest.approx([x, y], abs=1e-6)


def test_the_corners_of_the_range_are_the_corners_of_the_area() -> None:
    assert FRAME.pixel_of((-3.0, -15.0)) == QPointF(50, 270)
    assert FRAME.pixel_of((6.0, 10.0)) == QPointF(350, 20)


@pytest.mark.parametrize("place", [(1e300, 0.0), (0.0, -1e300), (np.inf, np.inf)])
def test_far_places_stay_within_what_qt_can_draw(place: tuple[float, float]) -> None:
    pixel = FRAME.pixel_of(place)
    assert max(abs(pixel.x()), abs(pixel.y())) < 1e5


@given(st.floats(0.05, 20), st.floats(-3, 6), st.floats(-15, 10))
def test_a_zoom_keeps_its_place_where_it_is(factor: float, w: float, b: float) -> None:
    after = MapFrame(FRAME.area, zoomed(FRAME.range, (w, b), factor))
    before_px, after_px = FRAME.pixel_of((w, b)), after.pixel_of((w, b))
    assert (after_px - before_px).manhattanLength() < 1e-6
    assert after.w_per_px == pytest.approx(factor * FRAME.w_per_px)


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_zooming_without_end_stays_within_numbers(factor: float) -> None:
    low_high = FRAME.range
    for _ in range(2000):
        low_high = zoomed(low_high, (1.0, 2.0), factor)
    assert low_high == zoomed(low_high, (1.0, 2.0), factor)
    assert zoomed(low_high, (1.0, 2.0), 1 / factor) != low_high
