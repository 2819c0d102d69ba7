"""What the keyboard does to the curve and the threshold in a case plot."""

from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from lossviz.core.fit.logistic import Parameters
from lossviz.widgets.fit.case_targets import CaseScene
from lossviz.widgets.fit.curve_handles import curve_handles, with_midpoint, with_steep_end

KeyedHandle = Literal["midpoint", "steepness", "threshold"]

_HANDLES: tuple[KeyedHandle, ...] = get_args(KeyedHandle)
_STEP_SHARE, _FINE = 0.01, 0.1  # of the view, or of all probabilities; with Ctrl a tenth of it
_LEAST_REACH_SHARE = 0.002  # of the view: how near the steepness handle may come to the midpoint
_DECIMALS = 6
_PAGES: dict[int, int] = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ACROSS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UP: dict[int, int] = {Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}


class HandleKeys(QObject):
    """Page Down and Page Up choose a handle or none; the arrows move it, with Ctrl in small steps; Escape lets go.

    A key that is held down is one drag.
    """

    chosen_changed = Signal()
    sigmoid_drag_started = Signal()
    sigmoid_dragged = Signal(object)  # Parameters
    sigmoid_drag_ended = Signal()
    threshold_dragged = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._chosen: KeyedHandle | None = None
        self._parameters: Parameters | None = None  # where the last key has put the curve, if one is held down

    @property
    def chosen(self) -> KeyedHandle | None:
        """What the arrows move; None while they are about the cases."""
        return self._chosen

    def press(self, scene: CaseScene, event: QKeyEvent) -> bool:
        """Whether the key means something here."""
        key = event.key()
        if key in _PAGES:
            self._turn_page(_PAGES[key])
            return True
        if self._chosen is None:
            return False
        if key == Qt.Key.Key_Escape:
            self.choose(None)
            return True
        return self._move(scene, event)

    def release(self) -> None:
        """No key is held any more: what was being moved has arrived."""
        if self._parameters is not None:
            self._parameters = None
            self.sigmoid_drag_ended.emit()

    def choose(self, handle: KeyedHandle | None) -> None:
        """Move this one from now on."""
        self.release()
        if handle != self._chosen:
            self._chosen = handle
            self.chosen_changed.emit()

    def _turn_page(self, by: int) -> None:
        order = (None, *_HANDLES)
        self.choose(order[(order.index(self._chosen) + by) % len(order)])

    def _move(self, scene: CaseScene, event: QKeyEvent) -> bool:
        steps = (_UP if self._chosen == "threshold" else _ACROSS).get(event.key())
        if steps is None:
            return False
        share = steps * _STEP_SHARE * (_FINE if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1.0)
        if self._chosen == "threshold":
            wanted = round(scene.picture.threshold + share, _DECIMALS)
            self.threshold_dragged.emit(min(max(wanted, 0.0), 1.0))
        else:
            self._move_curve(scene, share)
        return True

    def _move_curve(self, scene: CaseScene, share: float) -> None:
        """Seen from where the last key has put the curve: the next one may come before the next picture."""
        if self._parameters is None:
            self._parameters = scene.picture.sigmoid
            self.sigmoid_drag_started.emit()
        view, before = scene.frame.x, self._parameters
        midpoint, steepness = curve_handles(before, view)
        if self._chosen == "midpoint":
            after = with_midpoint(before, midpoint.x + share * view.span)
        else:
            after = with_steep_end(before, steepness.x + share * view.span, view, _LEAST_REACH_SHARE * view.span)
        self._parameters = after
        self.sigmoid_dragged.emit(after)
