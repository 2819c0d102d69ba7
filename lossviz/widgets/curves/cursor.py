"""The crosshair of a curve plot and the box that reads the values beside it."""

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel

from lossviz.widgets.curves.canvas import CurveCanvas
from lossviz.widgets.curves.style import CurveStyle
from lossviz.widgets.theme import Theme

HEIGHT_ABOVE_CURVES = 20


class CurveCursor:
    """A vertical line at one step and a read-out on the side of it where there is room."""

    def __init__(self, canvas: CurveCanvas) -> None:
        self._canvas = canvas
        self._line = pg.InfiniteLine(angle=90, movable=False)
        self._line.setZValue(HEIGHT_ABOVE_CURVES)
        canvas.view_box.addItem(self._line, ignoreBounds=True)
        self._read_out = QLabel(canvas)
        self._read_out.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._read_out.setTextFormat(Qt.TextFormat.PlainText)
        self._gap_px = 0
        self.hide()

    @property
    def text(self) -> str:
        """What is read out, "" when there is no cursor."""
        return self._read_out.text() if self._line.isVisible() else ""

    def apply_theme(self, theme: Theme, font: QFont, line_scale: float) -> None:
        """Take colours and sizes from `theme`; line_scale: pixels of what is painted on for one of the window."""
        colours, sizes = theme.colours, theme.sizes
        self._gap_px = sizes.gap_px
        self._line.setPen(CurveStyle(theme, line_scale).cursor_pen())
        self._read_out.setFont(font)
        border = f"{sizes.line_thin_px}px solid {colours.border}"
        self._read_out.setStyleSheet(
            f"color: {colours.text}; background: {colours.window}; border: {border};"
            f" border-radius: {sizes.radius_px}px; padding: {sizes.gap_px // 2}px;"
        )

    def show_at(self, step: int, value: float | None, text: str) -> None:
        """Stand at `step` and read out `text`, one value a line, clear of `value` on the axis of values."""
        self._line.setValue(float(step))
        self._line.show()
        if text != self._read_out.text():
            self._read_out.setText(text)
            self._read_out.adjustSize()
        self._place(step, value)
        self._read_out.show()

    def hide(self) -> None:
        """Show no cursor."""
        self._line.hide()
        self._read_out.hide()

    def _place(self, step: int, value: float | None) -> None:
        at = self._canvas.position_px(float(step), 0.0 if value is None else value)
        area, box = self._canvas.area_px(), self._read_out
        left = at.x() + self._gap_px
        if left + box.width() > area.right():
            left = at.x() - self._gap_px - box.width()
        is_curve_above = value is not None and at.y() < area.center().y()
        top = area.bottom() - self._gap_px - box.height() if is_curve_above else area.top() + self._gap_px
        box.move(round(max(left, area.left())), round(max(top, area.top())))
