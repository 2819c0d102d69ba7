"""A number above 0 as a slider and a field, which always agree."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lossviz.widgets.controls import caption_for, named, row_of, show_value
from lossviz.widgets.losses.ratio_slider import RatioSlider
from lossviz.widgets.number_boxes import NumberBox
from lossviz.widgets.type_size import as_wide_as


class RatioField(QWidget):
    """`name` is the objectName of the field; that of the slider is `name`_slider."""

    changed = Signal(float)  # by a person
    refused = Signal(str)  # the text that was no number within the limits

    def __init__(self, name: str, caption: str, spoken: str, limits: tuple[float, float]) -> None:
        super().__init__()
        self.limits = limits
        self._slider = named(RatioSlider(*limits), f"{name}_slider", spoken, spoken)
        self._slider.setMinimumWidth(40)
        self._field = named(NumberBox(*limits), name, spoken, spoken)
        as_wide_as(self._field, "00.000", 18)
        self._field.setSingleStep(0.1)
        self._slider.moved.connect(self.changed)
        self._field.valueChanged.connect(self.changed)
        self._field.refused.connect(self.refused)
        self.caption = caption_for(self._field, caption)
        self.setLayout(row_of(self.caption, self._slider, self._field, spacing=6))

    def show_number(self, number: float) -> None:
        """Show it in both; nobody hears of it."""
        self._slider.show_number(number)
        show_value(self._field, number)
