"""What the keys do to the marker and the range, the same in the map and in the 3-D view."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

STEP_SHARE = 0.01
LONG_STEP_SHARE = 0.1
DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


def key_move(event: QKeyEvent) -> tuple[float, float] | None:
    """By which share of the range w and b change; None for a key that does not move the marker."""
    direction = DIRECTIONS.get(Qt.Key(event.key())) if not _has_command(event) else None
    if direction is None:
        return None
    share = LONG_STEP_SHARE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP_SHARE
    return direction[0] * share, direction[1] * share


def key_zoom(event: QKeyEvent, step: float) -> float | None:
    """By which factor the range grows; None for a key that does not zoom."""
    if _has_command(event):
        return None
    return {Qt.Key.Key_Plus: 1 / step, Qt.Key.Key_Equal: 1 / step, Qt.Key.Key_Minus: step}.get(Qt.Key(event.key()))


def key_turn(event: QKeyEvent) -> tuple[int, int] | None:
    """With Ctrl: to the right and upwards, in steps; None for a key that does not turn the view."""
    return DIRECTIONS.get(Qt.Key(event.key())) if _has_command(event) else None


def _has_command(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
