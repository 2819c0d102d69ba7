"""The list of runs as a table: names to be edited, boxes to be ticked, rows to be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from lossviz.core.tables import Cell, Table, table_of
from lossviz.widgets.exports.plot_access import offer_table
from lossviz.widgets.exports.table_words import rows_in_words
from lossviz.widgets.focus_ring import FocusRing
from lossviz.widgets.runs.line_sample import SAMPLE_SIZE
from lossviz.widgets.runs.run_row import RunRow
from lossviz.widgets.runs.run_table_model import BEST, DIFFERENCES, NAME, SHOWN, STEPS, TEST, RunTableModel
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import at_each_type, by_type

_WIDEST = {STEPS: "000,000", BEST: "validation", TEST: "00.00%"}
_BOX_PX = 30  # the tick box and the room around it and the sample
_CELL_ROOM_PX = 14
_ALL_COLUMNS_EM = 44  # letters wide; in less room the steps give theirs to the names
_ROW_ROOM_PX = 10
_MOST_LINES = 4  # of a row; the tool tip has the rest
_LEAST_ROWS = 3
_HEADS = ("run", "name", "is_shown", "difference", "steps", "best_validation_accuracy_share", "test_accuracy_share")


class _AiryCells(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """With room to the row below, which is there in a single line but not in several."""
        return super().sizeHint(option, index) + QSize(0, _ROW_ROOM_PX // 2)


class RunTable(QTableView):
    """Tells what a person does to it; changes nothing itself."""

    renamed = Signal(int, str)
    shown_changed = Signal(int, bool)
    chosen_changed = Signal()
    delete_pressed = Signal()
    undo_pressed = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self.can_undo = False  # whether undo means a run that was deleted here, and nothing else
        self._model = RunTableModel(theme)
        self.setModel(self._model)
        self.setItemDelegate(_AiryCells(self))
        self._model.renamed.connect(self.renamed)
        self._model.shown_changed.connect(self.shown_changed)
        self._model.rowsRemoved.connect(self.chosen_changed)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        self._lay_out()
        offer_table(self, self)
        theme.theme_changed.connect(self._follow_theme)
        self._follow_theme()
        at_each_type(self, self._follow_type)

    def show_rows(self, rows: Sequence[RunRow]) -> None:
        """Show these, ascending by number."""
        self._model.show_rows(rows)

    def summary(self) -> str:
        """Every run."""
        return rows_in_words(self)

    def table(self) -> Table:
        """A row for each run. Accuracies: shares of 1."""
        return table_of(_HEADS, (_numbers(row) for row in self.rows))

    @property
    def rows(self) -> tuple[RunRow, ...]:
        """What is shown."""
        return self._model.rows

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the runs that are selected, in the order of the list."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._model.rows[place].number for place in places)

    def choose(self, number: int) -> None:
        """Select this run and no other."""
        place = next(place for place, row in enumerate(self._model.rows) if row.number == number)
        whole_row = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._model.index(place, NAME), whole_row)

    def edit_name(self) -> None:
        """Let a person type another name for the current run."""
        index = self.currentIndex()
        if index.isValid():
            name = index.siblingAtColumn(NAME)
            self.setCurrentIndex(name)
            self.edit(name)

    def event(self, event: QEvent) -> bool:
        """Keep undo from the window's command as long as there is a deleted run to bring back."""
        is_wanted = self.can_undo and event.type() == QEvent.Type.ShortcutOverride
        if is_wanted and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits the name from any cell, Delete deletes, undo undoes, Space ticks the box from any cell."""
        if event.key() == Qt.Key.Key_F2:
            self.edit_name()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_pressed.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_Space:
            self._tick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the samples as finely as the screen can show them."""
        super().showEvent(event)
        self._model.set_ratio(self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the steps where the names would have no room."""
        super().resizeEvent(event)
        self.setColumnHidden(STEPS, self.width() < _ALL_COLUMNS_EM * self._theme.theme.sizes.font_px)
        self._share_room()

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(260, self.horizontalHeader().sizeHint().height() + _LEAST_ROWS * self._row_px())

    def _tick(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self._model.rows[index.row()]
            self.shown_changed.emit(row.number, not row.is_shown)

    def _lay_out(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        FocusRing(self)
        self.setShowGrid(False)
        self.setIconSize(SAMPLE_SIZE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)

    def _follow_theme(self) -> None:
        colours, palette = self._theme.theme.colours, self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(colours.selection))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(colours.text))
        self.setPalette(palette)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(DIFFERENCES, QHeaderView.ResizeMode.Stretch)

    def _follow_type(self, metrics: QFontMetrics) -> None:
        self.verticalHeader().setMinimumSectionSize(self._row_px())
        self.verticalHeader().setMaximumSectionSize(self._row_px(_MOST_LINES))
        columns = self.horizontalHeader()
        columns.resizeSection(SHOWN, round(by_type(self, _BOX_PX)) + SAMPLE_SIZE.width())
        for column, sample in _WIDEST.items():
            columns.resizeSection(column, metrics.horizontalAdvance(sample) + _CELL_ROOM_PX)
        self._share_room()

    def _share_room(self) -> None:
        """Differences tell runs apart, so they get twice as much of what the numbers leave as the names."""
        columns = self.horizontalHeader()
        taken = sum(columns.sectionSize(column) for column in (SHOWN, *_WIDEST))
        columns.resizeSection(NAME, (self.viewport().width() - taken) // 3)

    def _row_px(self, lines: int = 1) -> int:
        return lines * self.fontMetrics().lineSpacing() + _ROW_ROOM_PX


def _numbers(row: RunRow) -> tuple[Cell, ...]:
    facts = (row.number, row.name, row.is_shown, row.differences)
    return (*facts, row.step_count, row.best_accuracy, row.test_accuracy)
