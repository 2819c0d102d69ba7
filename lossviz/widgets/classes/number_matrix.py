"""A matrix whose numbers can be typed."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractSpinBox

from lossviz.widgets.classes.bracketed import Bracketed
from lossviz.widgets.controls import show_value
from lossviz.widgets.number_boxes import NumberBox
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import as_wide_as

_DIGITS = "−0.00"  # as wide as a field


class MatrixBox(NumberBox):
    """A narrow field: no buttons, the arrow keys step."""

    def __init__(self, lowest: float, highest: float) -> None:
        super().__init__(lowest, highest)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setSingleStep(0.1)
        as_wide_as(self, _DIGITS, 8)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed replaces the number."""
        super().focusInEvent(event)
        self.selectAll()


class NumberMatrix(Bracketed):
    """Fields between brackets. Whoever shows it gives the fields their names (`box`) after `show_numbers` said so."""

    edited = Signal(int, int, float)  # row, column, value
    refused = Signal(str)  # what was typed

    def __init__(self, theme: ThemeSource, lowest: float, highest: float) -> None:
        super().__init__(theme)
        self._range = (lowest, highest)
        self._boxes: list[list[MatrixBox]] = []

    def show_numbers(self, numbers: NDArray[np.float64]) -> bool:
        """Show numbers, (rows, columns). Returns whether the fields are new."""
        is_new = numbers.shape != (len(self._boxes), len(self._boxes[0]) if self._boxes else 0)
        if is_new:
            self._build(*numbers.shape)
        for row, boxes in zip(numbers.tolist(), self._boxes, strict=True):
            for value, box in zip(row, boxes, strict=True):
                show_value(box, value)
        return is_new

    def box(self, row: int, column: int) -> MatrixBox:
        """One field."""
        return self._boxes[row][column]

    def _build(self, rows: int, columns: int) -> None:
        self.clear()
        self._boxes = [[self._field(row, column) for column in range(columns)] for row in range(rows)]

    def _field(self, row: int, column: int) -> MatrixBox:
        box = MatrixBox(*self._range)
        self.place(row, column, box)
        box.valueChanged.connect(lambda value: self.edited.emit(row, column, value))
        box.refused.connect(self.refused)
        return box
