"""A slider on which equal ways are equal ratios."""

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider

from lossviz.widgets.drag_watch import watch_drags

_STEPS = 200


class RatioSlider(QSlider):
    """From `lowest` to `highest`, both above 0; what it stops at is rounded to two figures."""

    moved = Signal(float)  # by a person

    def __init__(self, lowest: float, highest: float) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._lowest, self._highest = lowest, highest
        self.setRange(0, _STEPS)
        self.setPageStep(_STEPS // 10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._on_value_changed)
        watch_drags(self)

    def show_number(self, number: float) -> None:
        """Stand at `number`; nobody hears of it."""
        share = math.log(number / self._lowest) / math.log(self._highest / self._lowest)
        place = round(_STEPS * min(max(share, 0.0), 1.0))
        if place != self.value():
            with QSignalBlocker(self):
                self.setValue(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only with the focus."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()

    def _on_value_changed(self, place: int) -> None:
        number = self._lowest * (self._highest / self._lowest) ** (place / _STEPS)
        self.moved.emit(min(max(float(f"{number:.2g}"), self._lowest), self._highest))
