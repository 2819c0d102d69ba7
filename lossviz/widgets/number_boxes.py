"""Number fields that take a value only from a person who means it.

They read and show the same on every system: a decimal point, no thousands separators, a minus as wide as a plus.
"""

import math
import re

from PySide6.QtCore import QLocale, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QStyle, QStyleOptionSpinBox

from lossviz.widgets.field_undo import FieldUndo
from lossviz.widgets.messages.field_note import tell_beside
from lossviz.widgets.messages.refused_numbers import refused_number_text
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.plain_copies import PlainCopies

_LADDER = (1.0, 3.0)
_AROUND_PX = 6  # what a line edit keeps beside its text, with its cursor
_LONGEST = (2 / 3, 2 / 30_000)  # no number is written longer, but for a sign
_PARTED = re.compile(r"[,\s]")
_GROUPED = re.compile(r"[+\-−]?[1-9]\d{0,2}(,\d{3})+")


class CountBox(QSpinBox):
    """A whole number; what is none within the range is refused in whole, and told of beside the field.

    Turning the wheel over it scrolls the form, unless it has the focus.
    """

    def __init__(self, lowest: int, highest: int) -> None:
        super().__init__()
        self.setRange(lowest, highest)
        _settle(self)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Anything may be typed; what is no number within the range does not become another one on the way."""
        state = super().validate(text, position)
        is_number = isinstance(state, tuple) and state[0] == QValidator.State.Acceptable
        is_acceptable = is_number and not self._is_parted(text)
        return QValidator.State.Acceptable if is_acceptable else QValidator.State.Intermediate, text, position

    def fixup(self, text: str) -> str:
        """The last good value comes back."""
        tell_beside(self, refused_number_text(self._typed(text), self.minimum(), self.maximum()))
        if self.value() == self.minimum() and self.specialValueText():
            return self.specialValueText()
        return f"{self.prefix()}{self.textFromValue(self.value())}{self.suffix()}"

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only with the focus."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()

    def _typed(self, text: str) -> str:
        return text.removeprefix(self.prefix()).removesuffix(self.suffix()).strip()

    def _is_parted(self, text: str) -> bool:
        """Whether commas or spaces stand where no thousands end: Qt leaves them out, and 1,5 would be 15."""
        typed = self._typed(text)
        return bool(_PARTED.search(typed)) and not separates_thousands(typed) and text != self.specialValueText()


class NumberBox(QDoubleSpinBox):
    """A number in any notation. One that is refused is told of, and the last good one comes back."""

    refused = Signal(str)  # the text that was no number within the range

    def __init__(self, lowest: float, highest: float) -> None:
        super().__init__()
        self.setDecimals(12)
        self.setRange(lowest, highest)
        _settle(self)

    def tell_refusals(self) -> None:
        """Say beside the field what is refused, where nobody else does."""
        self.refused.connect(self._tell)

    @Slot(str)
    def _tell(self, typed: str) -> None:
        tell_beside(self, refused_number_text(typed, self.minimum(), self.maximum()))

    def textFromValue(self, value: float) -> str:
        """As short as the number allows: six digits, fewer below 0.1, where zeros lead; never less than three."""
        magnitude = math.floor(math.log10(abs(value))) if value else 0
        return with_minus_signs(f"{value:.{min(max(7 + magnitude, 3), 6)}g}")

    def sizeHint(self) -> QSize:
        """With room for the longest number: Qt measures the ends of the range, which may be as short as 0 and 1."""
        return self._with_room(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """The same: a number that is cut looks like another one."""
        return self._with_room(super().minimumSizeHint())

    def _with_room(self, hint: QSize) -> QSize:
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        option.rect = QRect(QPoint(), hint)
        spin_box, field = QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl.SC_SpinBoxEditField
        room_px = self.style().subControlRect(spin_box, option, field, self).width() - _AROUND_PX
        texts = [self.textFromValue(math.copysign(number, self.minimum())) for number in _LONGEST]
        longest_px = max(self.fontMetrics().horizontalAdvance(text) for text in texts)
        return hint + QSize(max(longest_px - room_px, 0), 0)

    def valueFromText(self, text: str) -> float:
        """Any notation that Python reads, a decimal comma included unless it may separate thousands.

        What was not typed anew is the number itself, which may have more digits than are written.
        """
        number = None if text == self.textFromValue(self.value()) else typed_number(text)
        return self.value() if number is None else number

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Acceptable within the range; anything else may still become a number."""
        number = typed_number(text)
        is_valid = number is not None and self.minimum() <= number <= self.maximum()
        state = QValidator.State.Acceptable if is_valid else QValidator.State.Intermediate
        return state, text, position

    def fixup(self, text: str) -> str:
        """What is no number when the field is left gives way to the last good value."""
        self.refused.emit(text)
        return self.textFromValue(self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only with the focus."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class LearningRateBox(NumberBox):
    """A positive number from 1e-6 to 1e6, typed, or stepped along 0.001, 0.003, 0.01, 0.03 ..."""

    def __init__(self) -> None:
        super().__init__(1e-6, 1e6)

    def stepBy(self, steps: int) -> None:
        """Go to the next rungs of the ladder."""
        value, end = self.value(), self.maximum() if steps > 0 else self.minimum()
        for _ in range(abs(steps)):
            if value == end:
                break
            value = min(_rung_above(value), end) if steps > 0 else max(_rung_below(value), end)
        self.setValue(value)
        self.selectAll()


def separates_thousands(text: str) -> bool:
    """Whether the commas of a number may separate thousands, as in 1,500."""
    return _GROUPED.fullmatch(text.strip()) is not None


def typed_number(text: str) -> float | None:
    """In any notation, with a point or a comma; None if it is no finite number, or could be read as two."""
    if separates_thousands(text):
        return None  # 1,500 is one and a half to some people
    try:
        number = float(text.strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _settle(box: QAbstractSpinBox) -> None:
    box.setLocale(QLocale.c())
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setKeyboardTracking(False)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    FieldUndo(box)
    PlainCopies(box)


def _rungs(value: float) -> list[float]:
    exponent = math.floor(math.log10(value))
    return [float(f"{rung}e{power}") for power in range(exponent - 1, exponent + 2) for rung in _LADDER]


def _rung_above(value: float) -> float:
    return min(rung for rung in _rungs(value) if rung > value * (1 + 1e-9))


def _rung_below(value: float) -> float:
    return max(rung for rung in _rungs(value) if rung < value * (1 - 1e-9))
