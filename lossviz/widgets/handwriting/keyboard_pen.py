"""A pen moved by the arrow keys, for those who draw without a mouse."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

_STEP = 0.02  # of the canvas' side, half a pixel of the 28 that the network sees
_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class KeyboardPen(QObject):
    """Arrow keys move, two at once diagonally. Space pressed alone puts the pen down until the next Space; Space held
    while moving draws until it is let go. Escape lifts the pen.
    """

    put_down = Signal(float, float)
    moved = Signal(float, float)
    lifted = Signal()
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.x = self.y = 0.5
        self.is_shown = False
        self.is_down = False
        self._held: set[int] = set()
        self._has_moved_since_down = False

    def show(self) -> None:
        """Make the pen visible, so that Space is its key."""
        self.is_shown = True
        self.changed.emit()

    def hide(self) -> None:
        """Lift the pen and give the Space key back."""
        self._lift()
        self._held.clear()
        self.is_shown = False
        self.changed.emit()

    def claims(self, event: QKeyEvent) -> bool:
        """Whether the key is the pen's and not a shortcut of the window."""
        if event.modifiers() not in (_PLAIN, _KEYPAD):
            return False
        key = event.key()
        return key in _DIRECTIONS or (key == Qt.Key.Key_Space and self.is_shown) or self._lifts(key)

    def press(self, event: QKeyEvent) -> None:
        """Act on a key that the pen claims."""
        key = event.key()
        if key in _DIRECTIONS:
            self._held.add(key)
            self._move()
        elif event.isAutoRepeat():
            return
        elif self.is_down:
            self._lift()
        else:
            self.is_down = True
            self._has_moved_since_down = False
            self.put_down.emit(self.x, self.y)

    def release(self, event: QKeyEvent) -> None:
        """Act on any key that is let go."""
        if event.isAutoRepeat():
            return
        self._held.discard(event.key())
        if event.key() == Qt.Key.Key_Space and self._has_moved_since_down:
            self._lift()

    def _lifts(self, key: int) -> bool:
        return key == Qt.Key.Key_Escape and self.is_down

    def _move(self) -> None:
        steps = [step for key, step in _DIRECTIONS.items() if key in self._held]
        self.x = min(max(self.x + _STEP * sum(x for x, _ in steps), 0.0), 1.0)
        self.y = min(max(self.y + _STEP * sum(y for _, y in steps), 0.0), 1.0)
        self.is_shown = True
        if self.is_down:
            self._has_moved_since_down = True
            self.moved.emit(self.x, self.y)
        self.changed.emit()

    def _lift(self) -> None:
        if self.is_down:
            self.is_down = False
            self.lifted.emit()
