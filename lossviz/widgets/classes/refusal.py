"""The line in a panel that says why something was not taken; it is there only as long as there is something to say."""

from PySide6.QtWidgets import QLabel

from lossviz.core.errors import LossvizError
from lossviz.widgets.messages.refused_numbers import refused_number_text
from lossviz.widgets.messages.spoken_errors import spoken_error


class Refusal(QLabel):
    """Hidden until something is refused."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setVisible(False)

    def tell(self, error: LossvizError) -> None:
        """What happened, why, and what to do."""
        self._show(spoken_error(error))

    def tell_number(self, typed: str, lowest: float, highest: float) -> None:
        """That `typed` was no number from `lowest` to `highest`."""
        self._show(refused_number_text(typed, lowest, highest))

    def settle(self) -> None:
        """All is well again."""
        self.setText("")
        self.setVisible(False)

    def _show(self, text: str) -> None:
        self.setText(text)
        self.setVisible(True)
