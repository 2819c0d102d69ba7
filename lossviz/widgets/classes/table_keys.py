"""What the keyboard does in the table: it walks through the classes and moves their bars."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from lossviz.widgets.classes.class_rows import ClassRows
from lossviz.widgets.classes.row_fields import MOST_LOGIT
from lossviz.widgets.classes.table_scene import KeyColumn

_LOGIT_STEP, _SHARE_STEP = 0.1, 0.01
_WIDE, _FINE = 10.0, 0.1  # times the step, with Shift and with Ctrl
_DECIMALS = 10  # so that ten steps of 0.1 are 1


class TableKeys(QObject):
    """Turns key events into what they ask for, and knows the cell that they move.

    Up and Down choose the class, Left and Right move its bar, with Shift tenfold and with Ctrl a tenth; Tab goes from
    the logits to the targets, and Alt moves the target from wherever the keyboard is. Space makes the class the true
    one, F2 renames it.
    """

    logit_dragged = Signal(int, float)
    target_dragged = Signal(int, float)
    drag_ended = Signal()
    true_class_chosen = Signal(int)
    rename_asked = Signal(int)
    cell_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._index = 0
        self._column: KeyColumn = "z_bar"
        self._asked: dict[tuple[int, KeyColumn], float] = {}
        self._is_moving = False

    @property
    def cell(self) -> tuple[int, KeyColumn]:
        """The class, and the bar."""
        return self._index, self._column

    def choose(self, index: int, column: KeyColumn) -> None:
        """Go to a cell."""
        if (index, column) != self.cell:
            self._index, self._column = index, column
            self.cell_changed.emit()

    def show_rows(self, rows: ClassRows) -> None:
        """What was asked for is there now."""
        self._asked.clear()
        if self._index >= len(rows):
            self.choose(len(rows) - 1, self._column)

    def press(self, rows: ClassRows, event: QKeyEvent) -> bool:
        """Whether the key means something here."""
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.choose(min(max(self._index + step, 0), len(rows) - 1), self._column)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._move(rows, event.modifiers(), 1 if event.key() == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_Space:
                self.true_class_chosen.emit(self._index)
            case Qt.Key.Key_F2:
                self.rename_asked.emit(self._index)
            case _:
                return False
        return True

    def release(self, event: QKeyEvent) -> None:
        """A key that was held down is one drag."""
        if self._is_moving and not event.isAutoRepeat() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._is_moving = False
            self.drag_ended.emit()

    def _move(self, rows: ClassRows, modifiers: Qt.KeyboardModifier, direction: int) -> None:
        is_target = bool(modifiers & Qt.KeyboardModifier.AltModifier) or self._column == "y_bar"
        column: KeyColumn = "y_bar" if is_target else "z_bar"
        self.choose(self._index, column)
        values = rows.target if is_target else rows.logits
        # The next key may come before the next picture, so what was asked for counts already.
        value = self._asked.get((self._index, column), float(values[self._index]))
        step = direction * _times(modifiers) * (_SHARE_STEP if is_target else _LOGIT_STEP)
        least, most = (0.0, 1.0) if is_target else (-MOST_LOGIT, MOST_LOGIT)
        wanted = round(min(max(value + step, least), most), _DECIMALS)
        self._asked[self._index, column] = wanted
        self._is_moving = True
        (self.target_dragged if is_target else self.logit_dragged).emit(self._index, wanted)


def _times(modifiers: Qt.KeyboardModifier) -> float:
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return _WIDE
    return _FINE if modifiers & Qt.KeyboardModifier.ControlModifier else 1.0
