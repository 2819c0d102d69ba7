"""The command palette: type a few words of what is wanted, and choose."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lossviz.shell.overlay import Overlay
from lossviz.shell.palette_search import PaletteEntry, matching
from lossviz.widgets.controls import named
from lossviz.widgets.joints import in_a_row

_WIDTH_PX, _HEIGHT_PX = 720, 480
_AIR = QSize(28, 12)  # around the text of a cell, in pixels
_LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class CommandPalette(Overlay):
    """The keyboard stays in the search line; up and down choose in the list, Enter runs, Escape closes.

    entries: asked each time it opens.
    """

    def __init__(self, window: QWidget, entries: Callable[[], Sequence[PaletteEntry]]) -> None:
        super().__init__(window, "palette")
        self._ask = entries
        self._entries: Sequence[PaletteEntry] = ()
        self._shown: list[PaletteEntry] = []
        self.search = named(QLineEdit(), "palette.search", "")
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._on_typed)
        self.list = self._build_list()
        self.help = named(QLabel(), "palette.help", "")
        self.help.setWordWrap(True)
        self.help.setProperty("rank", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for widget in (self.search, self.list, self.help):
            column.addWidget(widget)

    def open(self) -> None:
        """Show what can be asked for now."""
        self.setAccessibleName(self.tr("Command palette"))
        self.search.setAccessibleName(self.tr("Search for a command"))
        self.search.setPlaceholderText(self.tr("Type what you want to do"))
        self.list.setAccessibleName(self.tr("Commands found"))
        self._entries = self._ask()
        self.search.clear()
        self._show("")
        super().open()

    def first_focus(self) -> QWidget:
        """The search line."""
        return self.search

    def wanted_size(self, room: QSize) -> QSize:
        """As wide as a sentence, and not higher than the window."""
        return QSize(_WIDTH_PX, _HEIGHT_PX).boundedTo(room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys for the list go to it from the search line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._take(event):
            return True
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        if event.key() in _LIST_KEYS:
            self._go(event.key())
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run_current()
            return True
        return False

    def _go(self, key: int) -> None:
        page = max(1, self.list.viewport().height() // max(1, self.list.sizeHintForRow(0)) - 1)
        down = key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
        step = 1 if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) else page
        item = self.list.currentItem()
        place = self.list.indexOfTopLevelItem(item) if item else -1
        self._choose(min(max(place + (step if down else -step), 0), len(self._shown) - 1))

    def _build_list(self) -> QTreeWidget:
        tree = named(QTreeWidget(), "palette.list", "")
        tree.setColumnCount(3)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemClicked.connect(self._run_current)
        tree.currentItemChanged.connect(self._on_current_changed)
        return tree

    def _on_typed(self, text: str) -> None:
        self._show(text)

    def _show(self, query: str) -> None:
        self._shown = matching(self._entries, query)
        self.list.clear()
        for entry in self._shown:
            item = QTreeWidgetItem([entry.title, entry.where, entry.keys])
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}, {entry.where}, {entry.keys}")
            for column, text in enumerate((entry.title, entry.where, entry.keys)):
                item.setSizeHint(column, self._room_for(text))
                if column or not entry.can_run:
                    item.setForeground(column, self.palette().placeholderText())
            self.list.addTopLevelItem(item)
        if self._shown:
            self._choose(0)
        else:
            self.help.setText(self.tr("Nothing is called that. Try fewer letters."))

    def _room_for(self, text: str) -> QSize:
        metrics = self.list.fontMetrics()
        return QSize(metrics.horizontalAdvance(text) + _AIR.width(), metrics.height() + _AIR.height())

    def _choose(self, place: int) -> None:
        item = self.list.topLevelItem(place)
        if item is not None:
            self.list.setCurrentItem(item)
            self.list.scrollToItem(item)

    def _current(self) -> PaletteEntry | None:
        item = self.list.currentItem()
        return self._shown[self.list.indexOfTopLevelItem(item)] if item else None

    def _on_current_changed(self) -> None:
        entry = self._current()
        if entry is None:
            return
        not_now = "" if entry.can_run else self.tr("Not possible now.")
        self.help.setText(in_a_row((entry.help, not_now)))
        self.search.setAccessibleDescription(f"{entry.title}. {self.help.text()}")
        QAccessible.updateAccessibility(QAccessibleEvent(self.search, QAccessible.Event.DescriptionChanged))

    def _run_current(self) -> None:
        entry = self._current()
        if entry is not None and entry.can_run:
            self.dismiss()
            entry.run()
