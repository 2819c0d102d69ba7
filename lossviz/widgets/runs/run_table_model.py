"""The rows of the list of runs for Qt's views."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon

from lossviz.core.per_cents import per_cent
from lossviz.widgets.controls import plain_tip
from lossviz.widgets.curves.style import CurveStyle
from lossviz.widgets.runs.line_sample import line_sample
from lossviz.widgets.runs.run_row import RunRow
from lossviz.widgets.theme import ThemeSource

SHOWN, NAME, DIFFERENCES, STEPS, BEST, TEST = range(6)
Index = QModelIndex | QPersistentModelIndex
_NUMBERS = frozenset({STEPS, BEST, TEST})
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_FLAGS = {SHOWN: _READ | Qt.ItemFlag.ItemIsUserCheckable, NAME: _READ | Qt.ItemFlag.ItemIsEditable}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TEXT_ROLES = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole})
NOT_MEASURED = "–"


@dataclass(frozen=True)
class _Head:
    text: str
    explanation: str


class RunTableModel(QAbstractTableModel):
    """Tells what was typed or ticked; changes nothing itself. Rows stand in the order of their numbers."""

    renamed = Signal(int, str)
    shown_changed = Signal(int, bool)

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[RunRow, ...] = ()
        self._samples: dict[int | None, QIcon] = {}
        self._ratio = 1.0
        self._heads = self._build_heads()
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def rows(self) -> tuple[RunRow, ...]:
        """What is shown."""
        return self._rows

    def set_ratio(self, ratio: float) -> None:
        """ratio: of the screen's pixels to ours."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._samples.clear()

    def show_rows(self, rows: Sequence[RunRow]) -> None:
        """Show these, ascending by number. Rows that stay keep their selection, and an editor stays open."""
        wanted = {row.number for row in rows}
        for place in reversed(range(len(self._rows))):
            if self._rows[place].number not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                self._rows = (*self._rows[:place], *self._rows[place + 1 :])
                self.endRemoveRows()
        for row in rows:
            self._show_row(row)

    def rowCount(self, parent: Index | None = None) -> int:
        """The runs."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Always the same."""
        return 0 if parent is not None and parent.isValid() else TEST + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names can be edited, boxes ticked, all else read."""
        return _FLAGS.get(index.column(), _READ)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a column holds."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in _NUMBERS else _LEFT
        head = self._heads[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return head.explanation
        return head.text if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, its alignment, colour and tool tip; the box and the sample in the first column."""
        row, column = self._rows[index.row()], index.column()
        if column == SHOWN:
            return self._shown_data(row, role)
        if role in _TEXT_ROLES:
            text = _text(row, column)
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in _NUMBERS else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole and not row.is_shown:
            return QColor(self._theme.theme.colours.text_muted)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what a person wants; the table shows it once it is so."""
        number = self._rows[index.row()].number
        if index.column() == NAME and role == Qt.ItemDataRole.EditRole:
            self.renamed.emit(number, str(value))
        elif index.column() == SHOWN and role == Qt.ItemDataRole.CheckStateRole:
            self.shown_changed.emit(number, Qt.CheckState(value) == Qt.CheckState.Checked)
        else:
            return False
        return True

    def _shown_data(self, row: RunRow, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.is_shown else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole and row.is_shown:
            return self._sample(row.look)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Curves of {name}").format(name=row.name)
        return None

    def _sample(self, look: int | None) -> QIcon:
        if look not in self._samples:
            self._samples[look] = line_sample(CurveStyle(self._theme.theme), look, self._ratio)
        return self._samples[look]

    def _show_row(self, row: RunRow) -> None:
        place = bisect_left([old.number for old in self._rows], row.number)
        if place == len(self._rows) or self._rows[place].number != row.number:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows = (*self._rows[:place], row, *self._rows[place:])
            self.endInsertRows()
        elif self._rows[place] != row:
            self._change_row(place, row)

    def _change_row(self, place: int, row: RunRow) -> None:
        """Tell of the name only if it has changed: the view would fill an open editor anew, while somebody types."""
        old = self._rows[place]
        self._rows = (*self._rows[:place], row, *self._rows[place + 1 :])
        has_other_name = (row.name, row.is_shown) != (old.name, old.is_shown)
        for first, last in ((SHOWN, SHOWN), (DIFFERENCES, TEST), *([(NAME, NAME)] if has_other_name else [])):
            self.dataChanged.emit(self.index(place, first), self.index(place, last))

    def _on_theme_changed(self) -> None:
        self._samples.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, TEST))

    def _build_heads(self) -> tuple[_Head, ...]:
        return (
            _Head(self.tr("Shown"), self.tr("Whether the curves are drawn, and what with")),
            _Head(self.tr("Run"), self.tr("Double click or F2 gives another name")),
            _Head(self.tr("Difference"), self.tr("from the first run in the list")),
            _Head(self.tr("Steps"), self.tr("Batches trained on")),
            _Head(self.tr("Best\nvalidation"), self.tr("The highest accuracy on the validation part")),
            _Head(self.tr("Test"), self.tr("Accuracy on the test part after the last step")),
        )


def _text(row: RunRow, column: int) -> str:
    return {
        NAME: row.name,
        DIFFERENCES: row.differences,
        STEPS: f"{row.step_count:,}",
        BEST: _share(row.best_accuracy),
        TEST: _share(row.test_accuracy),
    }[column]


def _share(accuracy: float | None) -> str:
    return NOT_MEASURED if accuracy is None else per_cent(accuracy, 2)
