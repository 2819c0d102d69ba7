"""A line of plain words below a panel: what was refused and why, or else what the present state means."""

from collections.abc import Callable

from PySide6.QtCore import QSize

from lossviz.core.errors import LossvizError
from lossviz.widgets.messages.spoken_errors import spoken_error
from lossviz.widgets.messages.wrapped_text import WrappedText

_LINES = 2  # that always have room, so that what is above holds still


class StateNote(WrappedText):
    """Tells of a refusal until the next change is taken."""

    def __init__(self) -> None:
        super().__init__()
        self._refusal = ""
        self._state = ""
        self.setProperty("rank", "small")

    def heightForWidth(self, width: int) -> int:
        """All lines, and two at least."""
        return max(super().heightForWidth(width), self._least_height())

    def minimumSizeHint(self) -> QSize:
        """A few letters wide."""
        return QSize(super().minimumSizeHint().width(), self._least_height())

    def attempt(self, change: Callable[[], None]) -> None:
        """Make a change; a LossvizError is told of in place."""
        try:
            change()
        except LossvizError as error:
            self._refusal = spoken_error(error)
        else:
            self._refusal = ""
        self._write()

    def refuse_number(self, text: str) -> None:
        """Tell that a field could not take `text`."""
        sentence = self.tr("“{text}” was not taken: this field holds a number from 0 to 1. Type one such as 0.5.")
        self._refusal = sentence.format(text=text)
        self._write()

    def show_state(self, text: str) -> None:
        """What to say when nothing was refused."""
        self._state = text
        self._write()

    def _least_height(self) -> int:
        return _LINES * self.fontMetrics().lineSpacing()

    def _write(self) -> None:
        self.setText(self._refusal or self._state)
        self.setAccessibleDescription(self.text())
