"""Asks what to present, and on which screen."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lossviz.shell.presented_views import View
from lossviz.widgets.controls import named

_VIEW_ROLE = Qt.ItemDataRole.UserRole
_SIZE_IN_LINES = QSizeF(38, 33)  # 570 x 495 px with lines of 15 px
_MOST_OF_SCREEN = 0.9


class PresentationChoice(QDialog):
    """Panels and pairs under the titles of their pages; Enter or a double click presents."""

    chosen = Signal(object, object)  # View, QScreen

    def __init__(
        self, parent: QWidget, views: Sequence[View], titles: dict[str, str], screens: Sequence[QScreen]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("present.choice")
        self.setWindowTitle(self.tr("Present"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = named(QTreeWidget(), "present.views", self.tr("What to present"))
        self._list.setHeaderHidden(True)
        self._list.itemActivated.connect(self._on_activated)
        self._fill(views, titles)
        self._screens = named(QComboBox(), "present.screen", self.tr("Screen"))
        for number, screen in enumerate(screens, 1):
            self._screens.addItem(self._screen_text(number, screen), screen)
        self._lay_out()
        self._take_size()

    def select(self, view: View, screen: QScreen) -> None:
        """Begin with this view and this screen."""
        self._screens.setCurrentIndex(max(self._screens.findData(screen), 0))
        for row in range(self._list.topLevelItemCount()):
            page = self._list.topLevelItem(row)
            for place in range(page.childCount() if page else 0):
                item = page.child(place) if page else None
                if item and item.data(0, _VIEW_ROLE) == view:
                    self._list.setCurrentItem(item)

    def accept(self) -> None:
        """Present what is chosen; a page's title is no choice."""
        item = self._list.currentItem()
        view = item.data(0, _VIEW_ROLE) if item else None
        if view is not None:
            self.chosen.emit(view, self._screens.currentData())
            super().accept()

    @Slot(QTreeWidgetItem, int)
    def _on_activated(self, item: QTreeWidgetItem, column: int) -> None:
        del item, column
        self.accept()

    def _fill(self, views: Sequence[View], titles: dict[str, str]) -> None:
        for page, title in titles.items():
            group = QTreeWidgetItem(self._list, [title])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for view in views:
                if view.page == page:
                    QTreeWidgetItem(group, [view.title]).setData(0, _VIEW_ROLE, view)
        self._list.expandAll()

    def _screen_text(self, number: int, screen: QScreen) -> str:
        """Some systems have no names for screens."""
        size = screen.size()
        nameless, text = self.tr("{number}: {width} × {height}"), self.tr("{number}: {name}, {width} × {height}")
        text = text if screen.name() else nameless
        return text.format(number=number, name=screen.name(), width=size.width(), height=size.height())

    def _take_size(self) -> None:
        """Wide enough for all names; never larger than the screen."""
        self.ensurePolished()
        usual = (_SIZE_IN_LINES * self.fontMetrics().height()).toSize()
        frame = self.sizeHint().width() - self._list.sizeHint().width()
        names = self._list.sizeHintForColumn(0) + self._list.verticalScrollBar().sizeHint().width() + frame
        room = self.screen().availableSize() * _MOST_OF_SCREEN
        self.setMinimumSize(usual.expandedTo(QSize(names, 0)).boundedTo(room))
        self.resize(self.minimumSize())

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        present = buttons.button(QDialogButtonBox.StandardButton.Ok)
        present.setText(self.tr("Present"))
        present.setObjectName("present.start")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Screen"), self._screens)
        rows = QVBoxLayout(self)
        rows.addWidget(self._list, 1)
        rows.addLayout(form)
        rows.addWidget(buttons)
