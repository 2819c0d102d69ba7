"""A frame around a text that has the keyboard, where Qt shows no more than a caret, or nothing."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

_WIDTH_PX = 2


class FocusRing(QWidget):
    """Lies over `widget` and is seen while that has the focus; clicks go through."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVisible(widget.hasFocus())
        self._cover(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the focus, and be as large as the widget."""
        if isinstance(watched, QWidget):
            if event.type() == QEvent.Type.Resize:
                self._cover(watched)
            elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self.setVisible(event.type() == QEvent.Type.FocusIn)
                self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame alone."""
        half = _WIDTH_PX / 2
        pen = QPen(self.palette().color(QPalette.ColorRole.Highlight), _WIDTH_PX)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        with QPainter(self) as painter:
            painter.setPen(pen)
            painter.drawRect(self.rect().toRectF().adjusted(half, half, -half, -half))

    def _cover(self, widget: QWidget) -> None:
        self.setGeometry(widget.rect())
