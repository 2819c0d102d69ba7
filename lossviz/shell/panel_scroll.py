"""Shows a panel as large as there is room, and lets it be scrolled down where its least height is more than that."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget


class PanelScroll(QAbstractScrollArea):
    """Unlike a QScrollArea it scrolls only below the least height, not below the one that a panel would like best."""

    needs_changed = Signal()

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self._panel = panel
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        panel.setParent(self.viewport())
        panel.show()
        self.verticalScrollBar().valueChanged.connect(self._place)

    @property
    def panel(self) -> QWidget:
        """What is shown."""
        return self._panel

    def least_height(self, width_px: int) -> int:
        """What the panel needs at this width."""
        layout = self._panel.layout()
        if layout is not None and layout.hasHeightForWidth():
            least = layout.totalMinimumHeightForWidth(width_px)
        else:
            least = self._panel.minimumSizeHint().height()
        return max(least, self._panel.minimumHeight())

    def least_width(self) -> int:
        """What the panel needs to be shown whole."""
        return max(self._panel.minimumSizeHint().width(), self._panel.minimumWidth())

    def viewportEvent(self, event: QEvent) -> bool:
        """The panel's needs may have changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self.needs_changed.emit()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        excess = self.least_height(room.width()) - room.height()
        if excess > 0:
            width = room.width() - self.verticalScrollBar().sizeHint().width()
            excess = self.least_height(width) - room.height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(excess, 0))
        bar.setPageStep(room.height())
        bar.setSingleStep(self.fontMetrics().lineSpacing())
        self._place()

    def _place(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().size()
        self._panel.setGeometry(0, -bar.value(), room.width(), room.height() + bar.maximum())
