"""The frame of a painted widget that has the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from lossviz.widgets.theme import Theme


def paint_focus(painter: QPainter, widget: QWidget, theme: Theme) -> None:
    """Along the edge of `widget`, if it has the focus."""
    if widget.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.colours.accent), theme.sizes.line_thin_px))
        painter.drawRect(widget.rect().adjusted(0, 0, -1, -1))
