"""The names of a plot's curves, in rows above it, where they cover nothing."""

import math
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from lossviz.widgets.plots.picture import Curve, PlotPicture
from lossviz.widgets.plots.plot_key import KeyEntry, entry_width, key_height, paint_key
from lossviz.widgets.plots.strokes import paint_sample
from lossviz.widgets.theme import Theme

_MOST_SHARE = 0.25  # of the plot's height
_LEAST_NAME_EM = 2.5


@dataclass(frozen=True)
class Legend:
    """most_px: how wide an entry may be; longer names are cut short."""

    entries: tuple[KeyEntry, ...]
    most_px: float
    height_px: float

    def paint(self, painter: QPainter, room: QRectF, theme: Theme) -> None:
        """At the top of `room`."""
        paint_key(painter, self.entries, room, theme, self.most_px)


def legend_of(picture: PlotPicture, size: QSizeF, theme: Theme, font: QFont) -> Legend:
    """size: of the whole plot. Names that would take too many rows are cut short, and the last left out if need be."""
    entries = [KeyEntry(curve.name, partial(_paint, curve, theme)) for curve in picture.curves if curve.name]
    rows = max(1, int(_MOST_SHARE * size.height() / QFontMetricsF(font).height()))
    most_px = size.width()
    if _rows(entries, size.width(), theme, font, most_px) > rows:
        entries, most_px = _squeezed(entries, size.width(), rows, theme, font)
    height_px = key_height(entries, size.width(), theme, font, most_px)
    return Legend(tuple(entries), most_px, height_px)


def _squeezed(
    entries: list[KeyEntry], width_px: float, rows: int, theme: Theme, font: QFont
) -> tuple[list[KeyEntry], float]:
    """As many of them as have room for the beginning of their names, and how wide each may be."""
    between_px = 1.5 * theme.sizes.gap_px
    least_px = entry_width("", theme, font) + _LEAST_NAME_EM * theme.sizes.font_small_px
    most_a_row = max(1, int((width_px + between_px) / (least_px + between_px)))
    a_row = min(math.ceil(len(entries) / rows), most_a_row)
    return entries[: rows * a_row], (width_px + between_px) / a_row - between_px - 0.01


def _rows(entries: list[KeyEntry], width_px: float, theme: Theme, font: QFont, most_px: float) -> int:
    return round(key_height(entries, width_px, theme, font, most_px) / QFontMetricsF(font).height())


def _paint(curve: Curve, theme: Theme, painter: QPainter, place: QRectF) -> None:
    paint_sample(painter, curve, place, theme)
