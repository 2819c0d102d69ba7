"""Numbers in boxes on an axis, where a value of importance meets it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from lossviz.widgets.theme import Theme

_AIR_PX = 3.0


@dataclass(frozen=True)
class AxisTag:
    """position_px: along the axis."""

    position_px: float
    text: str
    colour: QColor


def paint_bottom_tags(painter: QPainter, tags: Sequence[AxisTag], area: QRectF, theme: Theme) -> None:
    """Over the numbers of the axis below `area`; tags that would overlap give way sideways."""
    metrics = QFontMetricsF(painter.font())
    ordered = sorted(tags, key=lambda tag: tag.position_px)
    widths = [metrics.horizontalAdvance(tag.text) + 2 * _AIR_PX for tag in ordered]
    lefts = _apart([tag.position_px for tag in ordered], widths, area)
    top = area.bottom() + theme.sizes.gap_px / 4
    for tag, left, width in zip(ordered, lefts, widths, strict=True):
        painter.setPen(QPen(tag.colour, theme.sizes.line_thin_px))
        painter.drawLine(QPointF(tag.position_px, area.bottom()), QPointF(left + width / 2, top))
        _paint_box(painter, theme, QRectF(left, top, width, metrics.height()), tag)


def paint_left_tag(painter: QPainter, tag: AxisTag, area: QRectF, theme: Theme) -> None:
    """Over the numbers of the axis left of `area`, with a tip that points at the area."""
    metrics = QFontMetricsF(painter.font())
    width, height = metrics.horizontalAdvance(tag.text) + 2 * _AIR_PX, metrics.height()
    place = QRectF(area.left() - width - _AIR_PX, tag.position_px - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tag.colour)
    tip, half = QPointF(area.left() + 1, tag.position_px), height / 4
    painter.drawPolygon([tip, QPointF(place.right() - 1, tip.y() - half), QPointF(place.right() - 1, tip.y() + half)])
    _paint_box(painter, theme, place, tag)


def _paint_box(painter: QPainter, theme: Theme, place: QRectF, tag: AxisTag) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tag.colour)
    painter.drawRoundedRect(place, theme.sizes.radius_px / 2, theme.sizes.radius_px / 2)
    painter.setPen(QColor(theme.colours.surface))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tag.text)


def _apart(centres: Sequence[float], widths: Sequence[float], area: QRectF) -> list[float]:
    """Left edges, from left to right: under their centres if they do not overlap there."""
    lefts = [centre - width / 2 for centre, width in zip(centres, widths, strict=True)]
    for later in range(1, len(lefts)):
        overlap = lefts[later - 1] + widths[later - 1] + _AIR_PX - lefts[later]
        if overlap > 0:
            lefts[later - 1] -= overlap / 2
            lefts[later] += overlap / 2
    return [min(left, area.right() - width + 2 * _AIR_PX) for left, width in zip(lefts, widths, strict=True)]
