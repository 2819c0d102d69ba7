"""The key above a painted plot: a sample of each kind of mark and its name, in as many rows as it takes."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from lossviz.widgets.theme import Theme

_SAMPLE_GAPS = 3.0


@dataclass(frozen=True)
class KeyEntry:
    """sample: paints the mark into a rectangle, in the colours of the day."""

    name: str
    sample: Callable[[QPainter, QRectF], None]


def key_height(
    entries: Sequence[KeyEntry], width_px: float, theme: Theme, font: QFont, most_px: float = math.inf
) -> float:
    """How high the rows are that `entries` take. most_px: how wide each may be."""
    places = _places(entries, min(width_px, most_px), width_px, theme, font)
    return places[-1].bottom() if places else 0.0


def entry_width(name: str, theme: Theme, font: QFont) -> float:
    """Of an entry with all of its name, in pixels."""
    return (_SAMPLE_GAPS + 0.5) * theme.sizes.gap_px + QFontMetricsF(font).horizontalAdvance(name) + 1


def paint_key(
    painter: QPainter, entries: Sequence[KeyEntry], room: QRectF, theme: Theme, most_px: float = math.inf
) -> None:
    """From the top left of `room`; the painter has the font of the names. Names that are too long are cut short."""
    metrics, sample_px = QFontMetricsF(painter.font()), _SAMPLE_GAPS * theme.sizes.gap_px
    places = _places(entries, min(room.width(), most_px), room.width(), theme, painter.font())
    for entry, local in zip(entries, places, strict=True):
        place = local.translated(room.topLeft())
        entry.sample(painter, QRectF(place.left(), place.top(), sample_px, place.height()))
        name = place.adjusted(sample_px + theme.sizes.gap_px / 2, 0, 0, 0)
        painter.setPen(QColor(theme.colours.text))
        text = metrics.elidedText(entry.name, Qt.TextElideMode.ElideRight, name.width() + 1)
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _places(entries: Sequence[KeyEntry], most_px: float, width_px: float, theme: Theme, font: QFont) -> list[QRectF]:
    height, gap = QFontMetricsF(font).height(), theme.sizes.gap_px
    places: list[QRectF] = []
    left = top = 0.0
    for entry in entries:
        entry_px = min(entry_width(entry.name, theme, font), most_px)
        if left and left + entry_px > width_px:
            left, top = 0.0, top + height
        places.append(QRectF(left, top, entry_px, height))
        left += entry_px + 1.5 * gap
    return places
