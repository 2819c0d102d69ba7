"""A plot to whose dots others can be added, and from which they can be taken away."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from lossviz.widgets.plots.line_plot import LinePlot

_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_DECIMALS = 3  # of a place that is pointed at: finer than a pixel of a plot over 0 to 1


class PointPlot(LinePlot):
    """Beside what every plot does: a double click adds a dot, Delete removes the chosen one."""

    dot_added = Signal(float, float, bool)  # x, y, whether Shift was held
    dot_removed = Signal(str, int)  # key, index

    def place_at(self, position: QPointF) -> tuple[float, float]:
        """(x, y) at a pixel of this widget."""
        x, y = self.x_range, self.y_range
        low, high = self.position(x.low, y.low), self.position(x.high, y.high)
        across = (position.x() - low.x()) / ((high.x() - low.x()) or 1.0)
        up = (position.y() - low.y()) / ((high.y() - low.y()) or 1.0)
        return round(x.low + across * x.span, _DECIMALS), round(y.low + up * y.span, _DECIMALS)

    def remove_chosen(self) -> bool:
        """Tell that the chosen dot is to go; False if none is chosen."""
        if self.chosen is None or self.chosen[1] is None:
            return False
        self.dot_removed.emit(*self.chosen)
        return True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On a free place: a dot more."""
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.chosen is None:
            x, y = self.place_at(event.position())
            if self.x_range.low <= x <= self.x_range.high and self.y_range.low <= y <= self.y_range.high:
                self.dot_added.emit(x, y, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace remove; the rest is as in every plot."""
        if Qt.Key(event.key()) not in _REMOVE or not self.remove_chosen():
            super().keyPressEvent(event)
