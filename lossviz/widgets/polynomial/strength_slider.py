"""A slider for a strength that may be nothing at all or lie anywhere over many powers of ten."""

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider

from lossviz.widgets.drag_watch import watch_drags

STEPS_PER_DECADE = 10


class StrengthSlider(QSlider):
    """Leftmost is 0; from there on each step is a tenth of a power of ten."""

    chosen = Signal(float)  # by mouse or keys

    def __init__(self, lowest_power: int, highest_power: int) -> None:
        """From 10 to the lowest power up to 10 to the highest."""
        super().__init__(Qt.Orientation.Horizontal)
        self._lowest_power = lowest_power
        self.setRange(0, 1 + STEPS_PER_DECADE * (highest_power - lowest_power))
        self.setPageStep(STEPS_PER_DECADE)
        watch_drags(self)
        self.valueChanged.connect(lambda place: self.chosen.emit(self._strength(place)))

    def show_strength(self, strength: float) -> None:
        """Stand at the nearest place; nobody hears of it."""
        with QSignalBlocker(self):
            self.setValue(self._place(strength))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only with the focus."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()

    def _strength(self, place: int) -> float:
        if place == 0:
            return 0.0
        return float(f"{10.0 ** (self._lowest_power + (place - 1) / STEPS_PER_DECADE):.3g}")

    def _place(self, strength: float) -> int:
        if strength <= 0:
            return 0
        steps = STEPS_PER_DECADE * (math.log10(strength) - self._lowest_power)
        return min(max(1 + round(steps), 1), self.maximum())
