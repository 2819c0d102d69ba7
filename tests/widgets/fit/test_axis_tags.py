"""Tags on an axis: a number that one of them would hide in part is not there at all."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.fit.axis_tags import AxisTag, paint_bottom_tags, paint_left_tag
from lossviz.widgets.plots.plot_axes import TickPlace, paint_axes, x_tick_places, y_tick_places
from lossviz.widgets.plots.plot_frame import PlotFrame
from lossviz.widgets.theme import load_theme

THEME = load_theme("light")
FRAME = PlotFrame(QRectF(60, 10, 320, 200), AxisRange(0.0, 100.0), AxisRange(-0.3, 1.3))
TAG = QColor("#ff00ff")


def painted(tag: AxisTag, side: str) -> tuple[QImage, list[TickPlace]]:
    image = QImage(420, 260, QImage.Format.Format_RGB32)
    image.fill(QColor(THEME.colours.surface))
    font = QFont()
    font.setPixelSize(THEME.sizes.font_small_px)
    with QPainter(image) as painter:
        painter.setFont(font)
        paint_axes(painter, FRAME, THEME, ("", ""))
        if side == "below":
            paint_bottom_tags(painter, [tag], FRAME, THEME)
        else:
            paint_left_tag(painter, tag, FRAME, THEME)
    places = x_tick_places if side == "below" else y_tick_places
    return image, places(FRAME, THEME, font)


def ink(image: QImage, place: QRectF) -> int:
    """How many pixels of a number are darker than the ground and not of the tag."""
    area = place.toRect()
    pixels = [
        image.pixelColor(x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom())
    ]
    return sum(colour.lightness() < 180 and abs(colour.red() - colour.green()) < 40 for colour in pixels)


@pytest.mark.parametrize("side", ["below", "left"])
def test_of_a_number_beside_a_tag_all_is_seen_or_nothing(qapp: QApplication, side: str) -> None:
    far = AxisTag(-500.0, "7", TAG)
    whole, numbers = painted(far, side)
    number = numbers[1]
    full = ink(whole, number.place)
    assert full > 5
    centre = number.place.center().x() if side == "below" else number.place.center().y()
    for away in range(0, 40, 2):
        image, _ = painted(AxisTag(centre + away, "7", TAG), side)
        assert ink(image, number.place) in (0, full)


def test_a_number_that_touches_a_tag_is_left_out_for_both_would_read_as_one(qapp: QApplication) -> None:
    _image, numbers = painted(AxisTag(-500.0, "7", TAG), "below")
    number = numbers[1].place
    font = QFont()
    font.setPixelSize(THEME.sizes.font_small_px)
    half_tag = QFontMetricsF(font).horizontalAdvance("7") / 2 + 3
    image, _ = painted(AxisTag(number.left() - half_tag, "7", TAG), "below")
    assert ink(image, number) == 0
