"""Paints the units of a layer: their weights, and what they make of the digit."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from lossviz.widgets.evaluation.layer_picture import LayerPicture
from lossviz.widgets.evaluation.signed_colours import paint_minus_signs, signed_image
from lossviz.widgets.evaluation.unit_layout import UnitLayout
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.theme import Theme

_BAR_PX, _NUMBER_PX = 5.0, 16.0
_MOST_NUMBERS = 20  # units whose numbers have room; more have bars only


def line_px(units: int) -> float:
    """The height of the line below each of so many units that answer with a number."""
    return _BAR_PX + (_NUMBER_PX if units <= _MOST_NUMBERS else 1.0)


def paint_filters(painter: QPainter, picture: LayerPicture, layout: UnitLayout, seen: range, theme: Theme) -> None:
    """The weights of the units in sight, on one scale of colours for all units."""
    strip = picture.filters.reshape(-1, picture.filters.shape[2])
    largest = float(np.abs(strip).max())
    image = signed_image(strip, largest, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for number, index in enumerate(seen):
        place = layout.picture(number, 0)
        paint_picture(painter, place, image, index, theme, picture.filters.shape[1])
        paint_minus_signs(painter, place, picture.filters[index], largest, theme)


def paint_picture(
    painter: QPainter, place: QRectF, strip: QImage | None, index: int, theme: Theme, height: int = 28
) -> None:
    """The picture of this index out of a strip of them, one below the other; None: an empty one."""
    if strip is None:
        painter.fillRect(place, QColor(theme.colours.canvas))
    else:
        painter.drawImage(place, strip, QRectF(0, index * height, strip.width(), height))
    painter.setPen(QPen(QColor(theme.colours.border), theme.sizes.line_thin_px))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)


def paint_number(painter: QPainter, line: QRectF, value: float, share: float, theme: Theme) -> None:
    """A bar from the middle, to the right for a positive number, and the number where there is room."""
    colour = theme.colours.positive if value > 0 else theme.colours.negative
    middle, length = line.center().x(), share * line.width() / 2
    painter.fillRect(QRectF(line.left(), line.top(), line.width(), _BAR_PX), QColor(theme.colours.bar_track))
    painter.fillRect(QRectF(middle, line.top(), length, _BAR_PX).normalized(), QColor(colour))
    if line.height() > _NUMBER_PX:
        painter.setPen(QColor(theme.colours.text))
        room = QRectF(line.left() - 4, line.top() + _BAR_PX, line.width() + 8, line.height())
        text = with_minus_signs(f"{value:.1f}")
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)
