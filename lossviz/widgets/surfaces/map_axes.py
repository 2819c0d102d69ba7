"""The axes of a map: ticks of w below, of b on the left, with their names at the ends."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from lossviz.core.axis_ticks import linear_ticks, tick_spacing, value_text
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.surfaces.map_frame import MapFrame
from lossviz.widgets.surfaces.palette import SurfacePalette

TICK_PX = 4.0
MOST_TICKS = 10
LABEL_ROOM = 1.5  # of a label's width


def draw_axes(painter: QPainter, frame: MapFrame, palette: SurfacePalette, names: tuple[str, str]) -> None:
    """Ticks, their labels and names."""
    painter.setFont(palette.small_font())
    _draw_w_axis(painter, frame, palette, names[0])
    _draw_b_axis(painter, frame, palette, names[1])


def draw_border(painter: QPainter, area: QRectF, palette: SurfacePalette) -> None:
    """The line around the map."""
    painter.setPen(palette.thin_pen("border"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)


def axis_ticks(low: float, high: float, most: int) -> list[tuple[float, str]]:
    """Round numbers from `low` to `high`, `most` or so, each with its label."""
    spacing = tick_spacing(low, high, max(most, 2))
    return [(value, with_minus_signs(value_text(value, spacing))) for value in linear_ticks(low, high, spacing)]


def _ticks_with_room(frame: MapFrame, metrics: QFontMetrics) -> list[tuple[float, str]]:
    """As many of w as stand clear of each other."""
    low, high = frame.range.w_low, frame.range.w_high
    for most in range(MOST_TICKS, 1, -1):
        ticks = axis_ticks(low, high, most)
        widest = max((metrics.horizontalAdvance(label) for _, label in ticks), default=0)
        if (len(ticks) + 0.5) * LABEL_ROOM * widest <= frame.area.width():
            return ticks
    return axis_ticks(low, high, 2)


def _draw_w_axis(painter: QPainter, frame: MapFrame, palette: SurfacePalette, name: str) -> None:
    metrics, area = QFontMetrics(palette.small_font()), frame.area
    top = area.bottom() + TICK_PX
    for value, label in _ticks_with_room(frame, metrics):
        x = frame.pixel_of((value, frame.range.b_low)).x()
        width = metrics.horizontalAdvance(label)
        painter.setPen(palette.thin_pen("text_muted"))
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, top))
        left = min(x - width / 2, area.right() - width)
        painter.drawText(QPointF(left, top + metrics.ascent()), label)
    _draw_name(painter, QPointF(area.right() + 1.5 * TICK_PX, top + metrics.ascent()), name, palette)


def _draw_b_axis(painter: QPainter, frame: MapFrame, palette: SurfacePalette, name: str) -> None:
    metrics, area = QFontMetrics(palette.small_font()), frame.area
    name_at = QPointF(area.left() - 3 * TICK_PX - metrics.horizontalAdvance(name), area.top() + metrics.ascent() * 0.7)
    most = min(int(area.height() / (2.0 * metrics.height())), MOST_TICKS)
    for value, label in axis_ticks(frame.range.b_low, frame.range.b_high, most):
        y = frame.pixel_of((frame.range.w_low, value)).y()
        painter.setPen(palette.thin_pen("text_muted"))
        painter.drawLine(QPointF(area.left() - TICK_PX, y), QPointF(area.left(), y))
        row = QRectF(0, y - metrics.height() / 2, area.left() - 1.5 * TICK_PX, metrics.height())
        if row.top() > name_at.y():
            painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, label)
    _draw_name(painter, name_at, name, palette)


def _draw_name(painter: QPainter, at: QPointF, name: str, palette: SurfacePalette) -> None:
    painter.save()
    painter.setPen(palette.colour("text"))
    painter.setFont(palette.name_font())
    painter.drawText(at, name)
    painter.restore()
