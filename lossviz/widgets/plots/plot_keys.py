"""What the keyboard does in a plot: it walks from handle to dot, moves them, and reads along the curves."""

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.plots.plot_drag import PlotDrag
from lossviz.widgets.plots.plot_scene import PlotScene
from lossviz.widgets.plots.spots import Spot, drag_axes, spots_of

_STEP_SHARE = 0.01
_FINE_STEP_SHARE = 0.001
_NEXT = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_PageUp: -1}
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class PlotKeys:
    """chosen: what the arrows move. reading_x: where the curves are read while nothing is chosen."""

    def __init__(self, drag: PlotDrag) -> None:
        self._drag = drag
        self.chosen: Spot | None = None
        self.reading_x: float | None = None

    def press(self, scene: PlotScene, event: QKeyEvent) -> bool:
        """Whether the key means something here."""
        key = Qt.Key(event.key())
        if key in _NEXT:
            return self.choose_next(scene, _NEXT[key])
        if key in _ARROWS:
            is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            return self._go(scene, _ARROWS[key], _FINE_STEP_SHARE if is_fine else _STEP_SHARE)
        if key == Qt.Key.Key_Escape and (self.chosen is not None or self.reading_x is not None):
            self.release()
            self.chosen = self.reading_x = None
            return True
        return False

    def choose_next(self, scene: PlotScene, direction: int) -> bool:
        """The handle or dot after the chosen one, or before it. False if there is none at all."""
        self.release()
        spots = [spot for spot in spots_of(scene.picture) if scene.spot_px(spot) is not None]
        if not spots:
            return False
        if self.chosen in spots:
            self.chosen = spots[(spots.index(self.chosen) + direction) % len(spots)]
        else:
            self.chosen = spots[0 if direction > 0 else -1]
        return True

    def release(self) -> None:
        """No key is held any more: what was being moved has arrived."""
        self._drag.end()

    def _go(self, scene: PlotScene, direction: tuple[int, int], share: float) -> bool:
        if self.chosen is None:
            return self._read_on(scene, direction[0] * share)
        can_x, can_y = drag_axes(scene.picture, self.chosen)
        is_possible = (can_x and direction[0] != 0) or (can_y and direction[1] != 0)
        if not is_possible or not self._drag.begin(scene.picture, self.chosen):
            return False
        x, y = self._drag.place
        frame = scene.frame
        self._drag.send(
            scene.picture, _moved(x, direction[0] * share, frame.x), _moved(y, direction[1] * share, frame.y)
        )
        return True

    def _read_on(self, scene: PlotScene, share: float) -> bool:
        shown = scene.frame.x
        if not share or not scene.picture.curves:
            return False
        start = shown.low + shown.span / 2 if self.reading_x is None else self.reading_x
        self.reading_x = _moved(start, share, shown)
        return True


def _moved(value: float, share: float, shown: AxisRange) -> float:
    """By a share of the axis, inside it, without the rounding errors of many steps."""
    if not share:
        return value
    step = share * shown.span
    decimals = 3 - math.floor(math.log10(abs(step)))
    there = value + step
    return min(max(round(there, decimals) if abs(decimals) < 300 else there, shown.low), shown.high)
