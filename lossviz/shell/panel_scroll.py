"""Shows a panel as large as there is room, and lets it be scrolled down where its least height is more than that."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget


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
        return max(_least_height(self._panel, width_px), self._panel.minimumHeight())

    def least_width(self) -> int:
        """What the panel needs to be shown whole, also what lies in areas of its own that could be scrolled."""
        widths = (content.minimumSizeHint().width() + 2 * area.frameWidth() for area, content in self._areas())
        return max(self._panel.minimumSizeHint().width(), self._panel.minimumWidth(), *widths)

    def whole_height(self, width_px: int) -> int:
        """What the panel needs at this width if nothing in it is to be scrolled."""
        lacking = (
            _unscrolled_height(content, width_px) + 2 * area.frameWidth() - area.minimumSizeHint().height()
            for area, content in self._areas()
        )
        return self.least_height(width_px) + max((0, *lacking))

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

    def _areas(self) -> list[tuple[QScrollArea, QWidget]]:
        """The panel's own scroll areas, each with what it scrolls."""
        areas = (area for area in self._panel.findChildren(QScrollArea) if area.isVisibleTo(self._panel))
        return [(area, content) for area in areas if (content := area.widget()) is not None]

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


def _unscrolled_height(content: QWidget, width_px: int) -> int:
    """From which height on a QScrollArea does not scroll `content`: not the least one where text wraps."""
    if content.hasHeightForWidth():
        return content.heightForWidth(width_px)
    return content.minimumSizeHint().height()


def _least_height(widget: QWidget, width_px: int) -> int:
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width_px)
    return widget.minimumSizeHint().height()
