"""A slider on which every step is the same factor."""

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSlider

from lossviz.widgets.drag_watch import watch_drags

_STEPS_A_DECADE = 50
_DIGITS = 3


class LogSlider(QSlider):
    """From `lowest` to `highest`, both powers of ten, so that 1 is in the middle of 0.1 to 10."""

    chosen = Signal(float)

    def __init__(self, lowest: float, highest: float) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(_position(lowest), _position(highest))
        self.setSingleStep(1)
        self.setPageStep(_STEPS_A_DECADE // 5)
        self.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.setTickInterval(_STEPS_A_DECADE)
        self.valueChanged.connect(self._on_value_changed)
        watch_drags(self)

    def show_number(self, number: float) -> None:
        """Go to the step nearest to a number; nobody hears of it."""
        with QSignalBlocker(self):
            self.setValue(_position(number))

    def _on_value_changed(self, position: int) -> None:
        self.chosen.emit(float(f"{10.0 ** (position / _STEPS_A_DECADE):.{_DIGITS}g}"))


def _position(number: float) -> int:
    return round(_STEPS_A_DECADE * math.log10(number))
