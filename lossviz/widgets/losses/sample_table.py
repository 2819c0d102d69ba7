"""The table of samples: scores and labels to be changed, probabilities, and losses as bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from lossviz.core.tables import Table, table_of
from lossviz.widgets.exports.plot_access import offer_table
from lossviz.widgets.exports.table_words import rows_in_words
from lossviz.widgets.losses.bar_delegate import COLOUR_ROLE, MARK_ROLE, SHARE_ROLE, BarDelegate
from lossviz.widgets.losses.number_words import number_words
from lossviz.widgets.losses.tinted_selection import tint_selection
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.plain_copies import PlainCopies
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import at_each_type, by_type

SCORE, LABEL, PROBABILITY, LOSS = range(4)
_ROW_ROOM_PX, _CELL_ROOM_PX = 8, 22
_SAMPLES = {SCORE: "−000.00", LABEL: "MM 0", PROBABILITY: "0.0000 "}
_LEAST_ROWS = 4
_HEADS = ("sample", "score", "label", "probability_of_1", "loss")


@dataclass(frozen=True)
class SampleRow:
    """probability: of label 1. loss: not negative."""

    score: float
    label: int
    probability: float
    loss: float


class _ScoreCells(QStyledItemDelegate):
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A field like those elsewhere."""
        editor = super().createEditor(parent, option, index)
        PlainCopies(editor)
        return editor


class SampleTable(QTableWidget):
    """Tells what was typed or ticked; changes nothing itself."""

    score_typed = Signal(int, str)
    label_ticked = Signal(int, int)

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(0, 4)
        self._theme = theme
        self._rows: tuple[SampleRow, ...] = ()
        self._scores, self._bars = _ScoreCells(), BarDelegate(theme)
        self.setItemDelegateForColumn(SCORE, self._scores)
        self.setItemDelegateForColumn(LOSS, self._bars)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        offer_table(self, self)
        self._follow_theme()
        self.itemChanged.connect(self._on_item_changed)
        theme.theme_changed.connect(self._follow_theme)

    def show_heads(self, score: str, label: str, probability: str, loss: str) -> None:
        """What the columns are called."""
        heads = [score, label, probability, loss]
        shown = [self.horizontalHeaderItem(column) for column in range(len(heads))]
        if [item.text() if item else None for item in shown] != heads:
            self.setHorizontalHeaderLabels(heads)

    def show_rows(self, rows: Sequence[SampleRow], colour: str, mark: float | None) -> None:
        """colour: of the bars, a token of the theme's Colours. mark: a loss at which a line crosses all bars."""
        self._rows = tuple(rows)
        longest = max((row.loss for row in rows), default=0.0) or 1.0
        with QSignalBlocker(self):
            self.setRowCount(len(rows))
            for place, row in enumerate(rows):
                self._show_numbers(place, row)
                bar = self._item(place, LOSS)
                bar.setText(number_words(row.loss))
                bar.setData(SHARE_ROLE, row.loss / longest)
                bar.setData(COLOUR_ROLE, colour)
                bar.setData(MARK_ROLE, None if mark is None else min(mark / longest, 1.0))
        self.viewport().update()

    def summary(self) -> str:
        """Every sample."""
        return rows_in_words(self)

    def table(self) -> Table:
        """A row for each sample."""
        rows = ((row.score, row.label, row.probability, row.loss) for row in self._rows)
        return table_of(_HEADS, ((number, *cells) for number, cells in enumerate(rows, start=1)))

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        height = self.horizontalHeader().sizeHint().height() + _LEAST_ROWS * self._row_px()
        return QSize(round(by_type(self, 260)), height)

    def sizeHint(self) -> QSize:
        """All rows."""
        rows = max(self.rowCount(), _LEAST_ROWS)
        return QSize(420, self.horizontalHeader().sizeHint().height() + rows * self._row_px() + 4)

    def _show_numbers(self, place: int, row: SampleRow) -> None:
        self._item(place, SCORE).setText(with_minus_signs(f"{row.score:.12g}"))
        label = self._item(place, LABEL)
        label.setText(str(row.label))
        label.setCheckState(Qt.CheckState.Checked if row.label else Qt.CheckState.Unchecked)
        self._item(place, PROBABILITY).setText(f"{row.probability:.4f}")

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            item.setFlags(_FLAGS[column])
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)
        return item

    def _row_px(self) -> int:
        return self.fontMetrics().height() + _ROW_ROOM_PX

    def _lay_out(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        for column in _SAMPLES:
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(LOSS, QHeaderView.ResizeMode.Stretch)
        at_each_type(self, self._follow_type)

    def _follow_type(self, metrics: QFontMetrics) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setDefaultSectionSize(self._row_px())
        rows.setMinimumSectionSize(self._row_px())
        for column, sample in _SAMPLES.items():
            columns.resizeSection(column, metrics.horizontalAdvance(sample) + _CELL_ROOM_PX)

    def _follow_theme(self) -> None:
        tint_selection(self, self._theme.theme)

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == SCORE:
            self.score_typed.emit(item.row(), item.text())
        elif item.column() == LABEL:
            self.label_ticked.emit(item.row(), int(item.checkState() is Qt.CheckState.Checked))


_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_FLAGS = {
    SCORE: _READ | Qt.ItemFlag.ItemIsEditable,
    LABEL: _READ | Qt.ItemFlag.ItemIsUserCheckable,
    PROBABILITY: _READ,
    LOSS: _READ,
}
