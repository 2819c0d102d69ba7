"""The type of the counts in a confusion matrix, and the room that four figures need."""

import math

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from lossviz.widgets.theme import Theme

_WIDEST = "0000"  # a part of MNIST holds ten thousand images, about a thousand of each digit
_LEAST_PX = 9
_LEAST_COUNT_PX = 11
_AIR_PX = 2


def bold(font: QFont) -> QFont:
    """The font of the diagonal."""
    heavier = QFont(font)
    heavier.setBold(True)
    return heavier


def least_figures_font(font: QFont, theme: Theme) -> QFont:
    """The smallest type that counts are written in where `font` is the usual one."""
    smaller = QFont(font)
    smaller.setPixelSize(min(max(_LEAST_COUNT_PX, theme.sizes.font_least_px), font.pixelSize()))
    return smaller


def figures_size(font: QFont) -> QSizeF:
    """The least cell, in whole pixels, that holds four bold figures of `font`."""
    metrics = QFontMetricsF(bold(font))
    return QSizeF(math.ceil(metrics.horizontalAdvance(_WIDEST)) + _AIR_PX, math.ceil(metrics.ascent()) + _AIR_PX)


def fitting_font(font: QFont, cell: QSizeF, largest: int) -> QFont:
    """`font` in bold, smaller where the largest count would not fit its cell."""
    fitting = bold(font)
    while fitting.pixelSize() > _LEAST_PX and not _has_room(fitting, str(largest), cell):
        fitting.setPixelSize(fitting.pixelSize() - 1)
    return fitting


def _has_room(font: QFont, text: str, cell: QSizeF) -> bool:
    metrics = QFontMetricsF(font)
    return metrics.horizontalAdvance(text) <= cell.width() - _AIR_PX and metrics.ascent() <= cell.height()
