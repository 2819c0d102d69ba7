"""The frame of a painted widget that has the keyboard."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from lossviz.widgets.plots.paint_target import shows_focus
from lossviz.widgets.theme import Theme


def paint_focus(painter: QPainter, widget: QWidget, theme: Theme) -> None:
    """Along the edge of `widget`, if it has the focus."""
    if shows_focus(widget):
        paint_focus_around(painter, QRectF(widget.rect()), theme)


def paint_focus_around(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """Inside the edge of `place`."""
    width = theme.sizes.line_px
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(theme.colours.accent), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(place.adjusted(width / 2, width / 2, -width / 2, -width / 2))
