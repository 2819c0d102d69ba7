"""The box beside what the mouse points at."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from lossviz.widgets.theme import Theme


def paint_note(painter: QPainter, lines: Sequence[str], beside: QPointF, area: QRectF, theme: Theme) -> None:
    """A box with `lines` next to a point, inside `area` if there is room."""
    metrics, gap = QFontMetricsF(painter.font()), theme.sizes.gap_px
    width = max(metrics.horizontalAdvance(line) for line in lines) + gap
    place = note_place(QSizeF(width, len(lines) * metrics.height() + gap / 2), beside, area, theme)
    paint_note_box(painter, place, theme)
    painter.setPen(QColor(theme.colours.text))
    text_place = place.adjusted(gap / 2, gap / 4, 0, 0)
    painter.drawText(text_place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, "\n".join(lines))


def note_place(size: QSizeF, beside: QPointF, area: QRectF, theme: Theme) -> QRectF:
    """Where a box of `size` stands next to a point, on the side of it where `area` has room."""
    gap = theme.sizes.gap_px
    left = beside.x() + 1.5 * gap
    if left + size.width() > area.right():
        left = beside.x() - 1.5 * gap - size.width()
    top = beside.y() + gap if beside.y() + gap + size.height() <= area.bottom() else beside.y() - gap - size.height()
    return QRectF(QPointF(max(left, area.left()), max(top, area.top())), size)


def paint_note_box(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """The empty box."""
    painter.setPen(QPen(QColor(theme.colours.border), theme.sizes.line_thin_px))
    painter.setBrush(QColor(theme.colours.window))
    painter.drawRoundedRect(place, theme.sizes.radius_px, theme.sizes.radius_px)
