"""Numbers of either sign as colours: one hue for each sign, stronger for larger ones, nothing for 0."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from lossviz.widgets.surfaces.colour_image import argb_image
from lossviz.widgets.theme import Theme

Numbers = NDArray[np.float32]  # (height, width)
_Rgb = NDArray[np.float64]  # (..., 3), 0 to 255

_LEAST_CELL_PX = 4.0
_CLEAR_SHARE = 0.25  # of the largest number
_DASH_SHARE = 0.6  # of a cell
_GREY_SHARE = 0.5  # of a digit's ink under the colours, so that both are seen


def signed_image(numbers: Numbers, largest: float, theme: Theme) -> QImage:
    """On the theme's surface. largest: the size that has the full colour."""
    return _image(_coloured(_rgb(theme.colours.surface), numbers, largest, theme))


def signed_over_ink(numbers: Numbers, largest: float, image_u8: NDArray[np.uint8], theme: Theme) -> QImage:
    """Over a digit (28, 28), whose ink is dimmed."""
    return _image(_coloured(_GREY_SHARE * image_u8[..., None].astype(np.float64), numbers, largest, theme))


def paint_minus_signs(painter: QPainter, place: QRectF, numbers: Numbers, largest: float, theme: Theme) -> None:
    """A dash on what is clearly below 0, where a number has room for it: the two hues alone say nothing to some."""
    rows, columns = numbers.shape
    width, height = place.width() / columns, place.height() / rows
    if min(width, height) < _LEAST_CELL_PX or largest <= 0:
        return
    half = _DASH_SHARE * width / 2
    painter.setPen(QPen(QColor(theme.colours.surface), max(1.0, _DASH_SHARE * height / 3)))
    lines = []
    for row, column in np.argwhere(numbers < -_CLEAR_SHARE * largest).tolist():
        middle = QPointF(place.left() + (column + 0.5) * width, place.top() + (row + 0.5) * height)
        lines.append(QLineF(middle - QPointF(half, 0), middle + QPointF(half, 0)))
    painter.drawLines(lines)


def ink_image(numbers: Numbers, largest: float) -> QImage:
    """Numbers that are never negative, from black to white."""
    grey = 255.0 * _shares(numbers, largest)
    return _image(np.repeat(grey[..., None], 3, axis=2))


def _coloured(ground: _Rgb, numbers: Numbers, largest: float, theme: Theme) -> _Rgb:
    shares = _shares(numbers, largest)[..., None]
    hues = np.where(numbers[..., None] > 0, _rgb(theme.colours.positive), _rgb(theme.colours.negative))
    coloured: _Rgb = ground + shares * (hues - ground)
    return coloured


def _shares(numbers: Numbers, largest: float) -> NDArray[np.float64]:
    sizes = np.abs(numbers).astype(np.float64)
    return np.minimum(sizes / largest, 1.0) if largest > 0 else np.zeros_like(sizes)


def _rgb(colour: str) -> _Rgb:
    named = QColor(colour)
    return np.array([named.red(), named.green(), named.blue()], np.float64)


def _image(rgb: _Rgb) -> QImage:
    parts = rgb.astype(np.uint32)
    return argb_image(np.ascontiguousarray(0xFF000000 | parts[..., 0] << 16 | parts[..., 1] << 8 | parts[..., 2]))
