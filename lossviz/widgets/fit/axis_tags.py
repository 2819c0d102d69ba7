"""Numbers in boxes on an axis, where a value of importance meets it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from lossviz.widgets.plots.plot_axes import TickPlace, x_tick_places, y_tick_places
from lossviz.widgets.plots.plot_frame import PlotFrame
from lossviz.widgets.theme import Theme

_AIR_PX = 3.0


@dataclass(frozen=True)
class AxisTag:
    """position_px: along the axis."""

    position_px: float
    text: str
    colour: QColor


def paint_bottom_tags(painter: QPainter, tags: Sequence[AxisTag], frame: PlotFrame, theme: Theme) -> None:
    """Over the numbers of the axis below the area; tags that would overlap give way sideways."""
    if not tags:
        return
    metrics, area = QFontMetricsF(painter.font()), frame.area
    ordered = sorted(tags, key=lambda tag: tag.position_px)
    widths = [metrics.horizontalAdvance(tag.text) + 2 * _AIR_PX for tag in ordered]
    lefts = _apart([tag.position_px for tag in ordered], widths, area)
    top = area.bottom() + theme.sizes.gap_px / 4
    boxes = [QRectF(left, top, width, metrics.height()) for left, width in zip(lefts, widths, strict=True)]
    _cover_numbers(painter, x_tick_places(frame, theme, painter.font()), boxes, theme)
    for tag, box in zip(ordered, boxes, strict=True):
        painter.setPen(QPen(tag.colour, theme.sizes.line_thin_px))
        painter.drawLine(QPointF(tag.position_px, area.bottom()), QPointF(box.center().x(), top))
        _paint_box(painter, theme, box, tag)


def paint_left_tag(painter: QPainter, tag: AxisTag, frame: PlotFrame, theme: Theme) -> None:
    """Over the numbers of the axis left of the area, with a tip that points at the area."""
    metrics, area = QFontMetricsF(painter.font()), frame.area
    width, height = metrics.horizontalAdvance(tag.text) + 2 * _AIR_PX, metrics.height()
    place = QRectF(area.left() - width - _AIR_PX, tag.position_px - height / 2, width, height)
    _cover_numbers(painter, y_tick_places(frame, theme, painter.font()), [place], theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tag.colour)
    tip, half = QPointF(area.left() + 1, tag.position_px), height / 4
    painter.drawPolygon([tip, QPointF(place.right() - 1, tip.y() - half), QPointF(place.right() - 1, tip.y() + half)])
    _paint_box(painter, theme, place, tag)


def _cover_numbers(painter: QPainter, numbers: Sequence[TickPlace], boxes: Sequence[QRectF], theme: Theme) -> None:
    """Those that a box would hide in part or touch: half a number reads as another one."""
    air = QMarginsF(_AIR_PX, 0, _AIR_PX, 0)
    for _value, text, place in numbers:
        written = QRectF(place)
        written.setLeft(place.right() - min(QFontMetricsF(painter.font()).horizontalAdvance(text), place.width()))
        if any(written.intersects(box.marginsAdded(air)) for box in boxes):
            painter.fillRect(written, QColor(theme.colours.surface))


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
