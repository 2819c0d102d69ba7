"""A field for a whole number that says what it refuses."""

from PySide6.QtGui import QValidator

from lossviz.widgets.number_boxes import NumberBox


class WholeNumberBox(NumberBox):
    """As a NumberBox, and 3.5 is refused too; 3e3 is 3000."""

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

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Acceptable if it is whole and within the range; anything else may still become so."""
        state, text, position = super().validate(text, position)
        if state is QValidator.State.Acceptable and not self.valueFromText(text).is_integer():
            state = QValidator.State.Intermediate
        return state, text, position
