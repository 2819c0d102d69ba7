"""A place for a label whose text changes many times a second, without the window being laid out anew each time."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

_MOST_WIDTHS = 64  # that are remembered; a layout asks for a few


class StillLabel(QWidget):
    """As large as the largest text that `label` has had here, so that only a text larger still moves its neighbours.

    QLabel asks for a new layout of all that is around it whenever its text changes. Here its parent has no layout to
    ask, and this widget asks when it must. Text is shown as it stands, even where it looks like HTML.
    """

    def __init__(self, label: QLabel) -> None:
        super().__init__()
        self.label = label
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setParent(self)
        self.setSizePolicy(label.sizePolicy())
        self._hint = QSize()
        self._least = QSize()
        self._heights: dict[int, int] = {}

    def setText(self, text: str) -> None:
        """Show another text."""
        if text == self.label.text():
            return
        self.label.setText(text)
        if self._outgrows():
            self.updateGeometry()

    def text(self) -> str:
        """What is shown."""
        return self.label.text()

    def hasHeightForWidth(self) -> bool:
        """Narrower text is higher where it may wrap."""
        return self.label.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Of the highest text so far at `width` pixels."""
        if len(self._heights) > _MOST_WIDTHS:
            self._heights.clear()
        self._heights[width] = max(self._heights.get(width, 0), self.label.heightForWidth(width))
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Of the largest text so far."""
        self._hint = self._hint.expandedTo(self.label.sizeHint())
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Of the largest text so far."""
        self._least = self._least.expandedTo(self.label.minimumSizeHint())
        return self._least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All of the place is the label's; a higher one is asked for if the text grew while it was wider."""
        super().resizeEvent(event)
        self.label.setGeometry(self.rect())
        if self._outgrows():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Another font is another size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._hint, self._least = QSize(), QSize()
            self._heights.clear()
            self.updateGeometry()

    def _outgrows(self) -> bool:
        if self.hasHeightForWidth():
            width = self.width()
            return self.label.heightForWidth(width) > self._heights.get(width, 0)
        hint = self.label.sizeHint()
        return hint.width() > self._hint.width() or hint.height() > self._hint.height()
