"""A field for a whole number that says what it refuses."""

from PySide6.QtGui import QValidator

from lossviz.widgets.number_boxes import NumberBox, separates_thousands


class WholeNumberBox(NumberBox):
    """As a NumberBox, and 3.5 is refused too; 3e3 is 3000, and so is 3,000, as numbers are shown in sentences."""

    def __init__(self, lowest: int, highest: int) -> None:
        super().__init__(lowest, highest)
        self.setDecimals(0)

    @property
    def whole(self) -> int:
        """The number."""
        return round(self.value())

    def textFromValue(self, value: float) -> str:
        """All digits."""
        return f"{value:.0f}"

    def valueFromText(self, text: str) -> float:
        """A comma can only separate thousands here."""
        return super().valueFromText(_without_commas(text))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Acceptable if it is whole and within the range; anything else may still become so."""
        state = super().validate(_without_commas(text), position)[0]
        if state is QValidator.State.Acceptable and not self.valueFromText(text).is_integer():
            state = QValidator.State.Intermediate
        return state, text, position


def _without_commas(text: str) -> str:
    return text.replace(",", "") if separates_thousands(text) else text
