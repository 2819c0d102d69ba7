"""Offers to bring back what a window left that had no orderly end."""

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, Slot

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.shell.session_desk import SessionDesk
from lossviz.stores.message_store import MessageStore, Remedy
from lossviz.workers.session_keeper import SessionKeeper

_REMEDIES: tuple[Remedy, ...] = ("restore_session", "discard_session")


class SessionRecovery(QObject):
    """A message with two buttons; nothing is restored by itself, since it may be what the crash came from."""

    def __init__(self, keeper: SessionKeeper, desk: SessionDesk, messages: MessageStore) -> None:
        super().__init__()
        self._keeper = keeper
        self._desk = desk
        self._messages = messages
        self._offered: Path | None = None

    def offer(self) -> None:
        """Ask what to do with the newest that was left; with nothing left say nothing."""
        self._offered = self._keeper.left
        if self._offered is None:
            return
        try:
            message = _was_left(self._offered)
        except OSError:  # another window has taken it away in between
            self._offered = None
        else:
            self._messages.show_warning(message, *_REMEDIES)

    @Slot(str)
    def take_remedy(self, remedy: str) -> None:
        """Do what was chosen."""
        left, self._offered = self._offered, None
        if left is None:
            return
        if remedy == "discard_session":
            self._keeper.forget(left)
            self.offer()
        elif self._desk.restore(left):
            self._keeper.write_now()  # before the only copy is taken away
            self._keeper.forget(left)
        else:
            self._offer_again(left)

    def _offer_again(self, left: Path) -> None:
        """It could not be restored: the message that says why brings both buttons, too."""
        self._offered = left
        if self._messages.message:
            self._messages.show_error(self._messages.message.error, *_REMEDIES)


def _was_left(path: Path) -> LossvizError:
    """Raises: OSError if it is gone."""
    time = QDateTime.fromSecsSinceEpoch(int(path.stat().st_mtime))
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "lossviz came to an end without having been closed."),
        QT_TRANSLATE_NOOP("errors", "What was on the pages was kept, last at {time}."),
        QT_TRANSLATE_NOOP("errors", "Restore it, or discard it. Closed without an answer, this comes again next time."),
        time=QLocale().toString(time, QLocale.FormatType.ShortFormat),
    )
