"""The list of losses: a tick for each that is compared, the look of its line, and what it is worth at the marker."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from lossviz.core.tables import Table, table_of
from lossviz.widgets.exports.plot_access import offer_table
from lossviz.widgets.exports.table_words import rows_in_words
from lossviz.widgets.losses.line_icon import icon_size, line_icon
from lossviz.widgets.losses.number_words import number_words
from lossviz.widgets.losses.tinted_selection import tint_selection
from lossviz.widgets.plots.picture import Dash
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import at_each_type

_ROW_EM = 1.4
_NUMBER_SAMPLE = "−00.000"
_HEADS = ("key", "name", "is_compared", "loss_at_marker", "slope_at_marker")


@dataclass(frozen=True)
class LossRow:
    """value, slope: None for a loss that is not compared. is_drawable: over this axis."""

    key: str
    name: str
    colour: str
    dash: Dash
    is_chosen: bool
    is_drawable: bool
    value: float | None
    slope: float | None
    tool_tip: str


class LossList(QTreeWidget):
    """Space or a click on the box compares a loss, the arrow keys or a click on its name select it."""

    chosen = Signal(str, bool)  # key, whether it is to be compared
    selected = Signal(str)

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[LossRow, ...] = ()
        self.setColumnCount(3)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIconSize(icon_size(theme.theme))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAllColumnsShowFocus(True)
        self._lay_out_header()
        offer_table(self, self)
        self._follow_theme()
        self.itemChanged.connect(self._on_item_changed)
        self.currentItemChanged.connect(self._on_current_changed)
        theme.theme_changed.connect(self._on_theme_changed)

    def show_heads(self, name: str, value: str, slope: str) -> None:
        """What the columns are called."""
        self.setHeaderLabels([name, value, slope])
        for column in (1, 2):
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_slopes(self, are_shown: bool) -> None:
        """Whether there is a column of slopes."""
        if self.isColumnHidden(2) is are_shown:
            self.setColumnHidden(2, not are_shown)

    def show_rows(self, rows: Sequence[LossRow], current: str) -> None:
        """Show the losses, the `current` one selected; nobody hears of it."""
        with QSignalBlocker(self):
            while self.topLevelItemCount() < len(rows):
                self.addTopLevelItem(_new_item())
            for place, row in enumerate(rows):
                before = self._rows[place] if place < len(self._rows) else None
                if row != before:
                    self._show_row(self._item(place), row, before)
                if row.key == current and self.currentItem() is not self._item(place):
                    self.setCurrentItem(self._item(place))
        self._rows = tuple(rows)
        self._give_rows_air()

    def summary(self) -> str:
        """Every loss, with what it is worth at the marker if it is compared."""
        return rows_in_words(self)

    def table(self) -> Table:
        """A row for each loss; numbers at the marker."""
        rows = ((row.key, row.name, row.is_chosen, row.value, row.slope) for row in self._rows)
        return table_of(_HEADS, rows)

    def _show_row(self, item: QTreeWidgetItem, row: LossRow, before: LossRow | None) -> None:
        """An icon takes a third of a millisecond, so it is drawn only when it looks different."""
        item.setData(0, Qt.ItemDataRole.UserRole, row.key)
        item.setText(0, row.name)
        for column, number in ((1, row.value), (2, row.slope)):
            item.setText(column, "" if number is None else number_words(number))
        item.setToolTip(0, row.tool_tip)
        item.setCheckState(0, Qt.CheckState.Checked if row.is_chosen else Qt.CheckState.Unchecked)
        if before is None or (row.colour, row.dash) != (before.colour, before.dash):
            item.setIcon(0, line_icon(self._theme.theme, row.colour, row.dash, self.devicePixelRatioF()))
        group = QPalette.ColorGroup.Normal if row.is_drawable else QPalette.ColorGroup.Disabled
        item.setForeground(0, QBrush(self.palette().color(group, QPalette.ColorRole.Text)))

    def _lay_out_header(self) -> None:
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        at_each_type(self, self._follow_type)

    def _follow_type(self, metrics: QFontMetrics) -> None:
        for column in (1, 2):
            self.header().resizeSection(column, metrics.horizontalAdvance(_NUMBER_SAMPLE) + 8)

    def _item(self, place: int) -> QTreeWidgetItem:
        item = self.topLevelItem(place)
        assert item is not None
        return item

    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 0:
            self.chosen.emit(item.data(0, Qt.ItemDataRole.UserRole), item.checkState(0) is Qt.CheckState.Checked)

    def _on_current_changed(self, current: QTreeWidgetItem | None) -> None:
        if current is not None:
            self.selected.emit(current.data(0, Qt.ItemDataRole.UserRole))

    def _follow_theme(self) -> None:
        tint_selection(self, self._theme.theme)

    def _give_rows_air(self) -> None:
        height_px = round(_ROW_EM * self.fontMetrics().height())
        for place in range(self.topLevelItemCount()):
            self._item(place).setSizeHint(0, QSize(0, height_px))

    def _on_theme_changed(self) -> None:
        self._follow_theme()
        self.setIconSize(icon_size(self._theme.theme))
        rows, self._rows = self._rows, ()
        current = self.currentItem()
        self.show_rows(rows, current.data(0, Qt.ItemDataRole.UserRole) if current else "")


def _new_item() -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    for column in (1, 2):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
