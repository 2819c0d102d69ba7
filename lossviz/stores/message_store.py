"""What the window has to tell its user."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal, Slot

from lossviz.core.errors import LossvizError
from lossviz.stores.store import Store

Remedy = Literal["lower_learning_rate", "download_again", "restore_session", "discard_session"]


@dataclass(frozen=True, eq=False)
class Message:
    """kind: of the banner. error: what happened, why, what to do. remedies: buttons that do it."""

    kind: Literal["info", "warning", "error"]
    error: LossvizError
    remedies: tuple[Remedy, ...] = ()


class MessageStore(Store):
    """Owns the message that stands on the page; a newer one takes its place."""

    message_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._message: Message | None = None

    @property
    def message(self) -> Message | None:
        """What is to be told; None if there is nothing."""
        return self._message

    def show_error(self, error: LossvizError, *remedies: Remedy) -> None:
        """Tell of an error, with buttons for what can be done about it at once."""
        self._message = Message("error", error, remedies)
        self._tell(self.message_changed)

    @Slot(object)
    def show_warning(self, error: LossvizError, *remedies: Remedy) -> None:
        """Tell of something that went wrong and was got over, with buttons for what can be done about it."""
        self._message = Message("warning", error, remedies)
        self._tell(self.message_changed)

    def clear(self) -> None:
        """Say nothing."""
        if self._message is not None:
            self._message = None
            self._tell(self.message_changed)
