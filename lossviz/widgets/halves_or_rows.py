"""Two views that share a place as its height allows."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from lossviz.widgets.type_size import by_type

_GAP_PX = 12


class HalvesOrRows(QWidget):
    """Beside each other, as wide; in a high place one above the other, `lower` twice as high as `upper`."""

    def __init__(self, upper: QWidget, lower: QWidget, from_height_px: int) -> None:
        """from_height_px: from here on the place is high, at the usual size of the type."""
        super().__init__()
        self._from_height_px = from_height_px
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(_GAP_PX)
        self._both.addWidget(upper, 1)
        self._both.addWidget(lower, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See the class."""
        super().resizeEvent(event)
        is_high = self.height() >= by_type(self, self._from_height_px)
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if is_high else QBoxLayout.Direction.LeftToRight)
        self._both.setStretch(1, 2 if is_high else 1)
