"""What the keyboard does in a case plot: it walks from case to case and moves, adds and removes them."""

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from lossviz.core.axis_ticks import tick_spacing
from lossviz.widgets.fit.case_targets import CaseScene

_STEPS_A_VIEW = 100
_FINE = 0.1


@dataclass(frozen=True)
class _Move:
    """A case on its way. x: where the last key has put it, which the cases may not show yet."""

    index: int
    x: float
    y: float


class CaseKeys(QObject):
    """Turns key events into what they ask for. A key that is held down is one drag."""

    case_drag_started = Signal(int)
    case_dragged = Signal(int, float, float)
    case_drag_ended = Signal()
    case_selected = Signal(object)
    case_added = Signal(float, float)
    case_removed = Signal(int)
    fit_asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._move: _Move | None = None

    def press(self, scene: CaseScene, event: QKeyEvent) -> bool:
        """Whether the key means something here."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self._go(scene, 1 if key == Qt.Key.Key_Right else -1, event.modifiers())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._relabel(scene, 1.0 if key == Qt.Key.Key_Up else 0.0)
        return self._press_single(scene, key)

    def release(self) -> None:
        """No key is held any more: what was being moved has arrived."""
        if self._move is not None:
            self._move = None
            self.case_drag_ended.emit()

    def _press_single(self, scene: CaseScene, key: int) -> bool:
        selected = scene.picture.selected
        match key:
            case Qt.Key.Key_Home:
                self.fit_asked.emit()
            case Qt.Key.Key_Insert:
                self._add(scene)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if selected is not None:
                self.release()
                self.case_removed.emit(selected)
            case Qt.Key.Key_Escape if selected is not None:
                self.case_selected.emit(None)
            case _:
                return False
        return True

    def _go(self, scene: CaseScene, direction: int, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            return self._shift(scene, direction, is_fine=bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        order = np.argsort(scene.picture.cases.x, kind="stable")
        selected = scene.picture.selected
        if selected is None:
            place = 0 if direction > 0 else len(order) - 1
        else:
            place = int(np.flatnonzero(order == selected)[0]) + direction
        self.case_selected.emit(int(order[min(max(place, 0), len(order) - 1)]))
        return True

    def _shift(self, scene: CaseScene, direction: int, *, is_fine: bool) -> bool:
        move = self._begun(scene)
        if move is None:
            return False
        step = tick_spacing(scene.frame.x.low, scene.frame.x.high, _STEPS_A_VIEW) * (_FINE if is_fine else 1.0)
        self._put(replace(move, x=_rounded(move.x + direction * step, step)))
        return True

    def _relabel(self, scene: CaseScene, label: float) -> bool:
        move = self._begun(scene)
        if move is None:
            return False
        self._put(replace(move, y=label))
        return True

    def _begun(self, scene: CaseScene) -> _Move | None:
        """The move that is under way, or one of the selected case."""
        selected, cases = scene.picture.selected, scene.picture.cases
        if selected is None:
            return None
        if self._move is None or self._move.index != selected:
            self.release()
            self._move = _Move(selected, float(cases.x[selected]), float(cases.y[selected]))
            self.case_drag_started.emit(selected)
        return self._move

    def _put(self, move: _Move) -> None:
        self._move = move
        self.case_dragged.emit(move.index, move.x, move.y)

    def _add(self, scene: CaseScene) -> None:
        frame = scene.frame
        self.case_added.emit(frame.tidy_x(frame.x.low + frame.x.span / 2), 1.0)


def _rounded(x: float, step: float) -> float:
    """Without the rounding errors of many steps."""
    decimals = max(0, 2 - int(np.floor(np.log10(step))))
    return round(x, decimals) if decimals < 300 else x
