"""A sheet to read that lies on the window: a title, and below it what scrolls if it is long."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStyle, QVBoxLayout, QWidget

from lossviz.shell.overlay import FRAME_PX, Overlay
from lossviz.widgets.controls import named, plain_label
from lossviz.widgets.type_size import by_type

_MOST_WIDTH_PX, _MOST_HEIGHT_PX = 1180, 860


@dataclass(frozen=True)
class Sheet:
    """name, text: for a screen reader, which reads `text` instead of `content`."""

    name: str
    title: str
    content: QWidget
    text: str


class SheetOverlay(Overlay):
    """A subclass writes the sheet, anew each time it opens.

    name: begins the objectNames. keys: those that opened it, which close it, too.
    """

    def __init__(self, window: QWidget, name: str, keys: Collection[Qt.Key]) -> None:
        super().__init__(window, name)
        self._keys = keys
        self.title = plain_label()
        self.title.setProperty("rank", "title")
        self.sheet = named(QScrollArea(), f"{name}.sheet", "")
        self.sheet.setWidgetResizable(True)
        self.sheet.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet.viewport().setAutoFillBackground(False)
        self.sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.addWidget(self.title)
        self._column.addWidget(self.sheet, 1)

    def written(self) -> Sheet:
        """What there is to read."""
        raise NotImplementedError

    def open(self) -> None:
        """Show what there is to read at this moment."""
        written = self.written()
        self.setAccessibleName(written.name)
        self.title.setText(written.title)
        self.sheet.setAccessibleName(written.name)
        self.sheet.setAccessibleDescription(written.text)
        self.sheet.setWidget(written.content)
        super().open()

    def first_focus(self) -> QWidget:
        """The sheet, so that arrow and page keys scroll it."""
        return self.sheet

    def wanted_size(self, room: QSize) -> QSize:
        """As large as it takes, and not larger than the window."""
        inner, margins = self.sheet.widget(), self._column.contentsMargins() + FRAME_PX
        width = min(round(by_type(self, _MOST_WIDTH_PX)), room.width())
        layout = inner.layout() if inner else None
        # Once it has shown its bar, the area keeps it for as long as the sheet would need it beside the bar.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        height = layout.totalHeightForWidth(width - margins.left() - margins.right() - bar) if layout else 0
        height += self.title.sizeHint().height() + self._column.spacing() + margins.top() + margins.bottom()
        return QSize(width, min(height, round(by_type(self, _MOST_HEIGHT_PX)))).boundedTo(room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that opened it closes it, too."""
        if event.key() in self._keys:
            self.dismiss()
        super().keyPressEvent(event)


def group_title(text: str, *, is_first: bool) -> QLabel:
    """What stands above a group of lines, with air above it unless it is the first."""
    title = plain_label(text)
    font = title.font()
    font.setBold(True)
    title.setFont(font)
    title.setContentsMargins(0, 0 if is_first else 8, 0, 0)
    return title
