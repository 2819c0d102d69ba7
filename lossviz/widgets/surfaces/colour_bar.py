"""The bar that tells which colour is which loss."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from lossviz.core.axis_ticks import value_text
from lossviz.widgets.surfaces.colour_image import argb_image
from lossviz.widgets.surfaces.colouring import LEVELS, ColourScale, colour_table
from lossviz.widgets.surfaces.palette import SurfacePalette

BETWEEN = (0.25, 0.5, 0.75)
LEAST_PLAIN, LARGEST_PLAIN = 1e-2, 1e4


def draw_colour_bar(painter: QPainter, bar: QRectF, scale: ColourScale, palette: SurfacePalette) -> None:
    """From the least loss at the bottom to the greatest, with the losses at its ends and quarters where they fit."""
    painter.drawImage(bar, argb_image(np.ascontiguousarray(colour_table()[::-1, None])))
    painter.setPen(palette.thin_pen("border"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    metrics = QFontMetrics(palette.small_font())
    painter.setFont(palette.small_font())
    shares = (0.0, *BETWEEN, 1.0) if bar.height() > 8 * metrics.height() else (0.0, 1.0)
    for share in shares:
        painter.setPen(palette.colour("text" if share in (0.0, 1.0) else "text_muted"))
        middle = bar.bottom() - share * bar.height()
        baseline = middle + metrics.ascent() * (0.9 if share == 1.0 else 0.0 if share == 0.0 else 0.4)
        painter.drawText(QPointF(bar.right() + palette.theme.sizes.gap_px / 2, baseline), bar_label(scale, share))


def bar_label(scale: ColourScale, share: float) -> str:
    """The loss at this share of the bar's height, short enough to stand beside it."""
    value = scale.low + share * (scale.high - scale.low)
    if scale.edges is not None and 0 < share < 1:
        value = float(scale.edges[round(share * LEVELS) - 1])
    return _short(value)


def _short(value: float) -> str:
    """Two or three significant digits, at most six characters: 0.0123, 14.6, 1.2e4, 1e-5."""
    if value == 0:
        return "0"
    if not LEAST_PLAIN <= abs(value) < LARGEST_PLAIN:
        mantissa, exponent = f"{value:.1e}".split("e")
        return f"{float(mantissa):g}e{int(exponent)}"
    return value_text(value, 10.0 ** (math.floor(math.log10(abs(value))) - 2))
