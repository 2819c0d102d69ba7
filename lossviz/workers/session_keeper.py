"""Saves the session by itself, so that a crash costs seconds."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.sessions.session import Session
from lossviz.core.sessions.session_file import session_bytes, write_session_bytes
from lossviz.core.system_reasons import system_reason
from lossviz.workers.autosave_places import AutosavePlaces

QUIET_MS = 3_000  # after the last change: while something is being dragged nothing is written
APART_MS = 10_000  # two writings at least, and how long a change waits at most


class SessionKeeper(QObject):
    """Writes what `take` gives to a file of this window in `folder`, some seconds after the last change.

    At an orderly end the file becomes that of the last sitting; found later it means a crash. take: None while nothing
    is worth keeping.
    now: seconds.
    """

    failed = Signal(object)  # LossvizError; once, until something could be written again

    def __init__(
        self, folder: Path, take: Callable[[], Session | None], now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._take = take
        self._now = now
        self._places = AutosavePlaces(folder)
        self._is_begun = False
        self._file: Path | None = None
        self._written = b""
        self._written_at = -APART_MS / 1000 + now()
        self._has_failed = False
        self._quiet = self._timer(QUIET_MS)
        self._patience = self._timer(APART_MS)

    def begin(self) -> None:
        """Take a file for this window. What is there now is not worth saving: nobody has changed anything."""
        self._is_begun = True
        self._claim()

    @property
    def left(self) -> Path | None:
        """The newest session that was left by a window that had no orderly end."""
        try:
            return next(iter(self._places.left()), None)
        except OSError:  # another window has taken it away in between
            return None

    @property
    def last(self) -> Path | None:
        """The session of the last sitting that came to an orderly end."""
        return self._places.last

    @Slot()
    def note_change(self) -> None:
        """Something has changed and will be written soon."""
        if not self._is_begun:
            return
        self._quiet.start(QUIET_MS)
        if not self._patience.isActive():
            self._patience.start(APART_MS)

    def write_now(self) -> None:
        """Write without waiting, if anything has changed since it was written last."""
        self._quiet.stop()
        self._patience.stop()
        if self._is_begun and self._file is None:  # there may be room by now
            self._claim()
        if self._file is None:
            return
        session = self._take()
        if session is not None:
            self._written_at = self._now()
            self._write(self._file, session)

    def forget(self, left: Path) -> None:
        """Remove what a window has left: it was opened, or nobody wants it."""
        try:
            left.unlink(missing_ok=True)
        except OSError as error:
            self._tell(_cannot_keep(error))

    def end(self) -> None:
        """An orderly end: write for the last time."""
        self.write_now()
        self._is_begun = False
        file, self._file = self._file, None
        if file is None:
            return
        try:
            self._places.release(file)
        except OSError as error:
            self._tell(_cannot_keep(error))

    def _claim(self) -> None:
        try:
            self._file = self._places.claim()
        except OSError as error:
            self._tell(_cannot_keep(error))

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(self._on_timeout)
        return timer

    def _write(self, file: Path, session: Session) -> None:
        try:
            content = session_bytes(session)
            if content != self._written:
                write_session_bytes(file, content)
        except LossvizError as error:
            self._tell(error)
        else:
            self._written, self._has_failed = content, False

    def _tell(self, error: LossvizError) -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)

    @Slot()
    def _on_timeout(self) -> None:
        early_ms = round(APART_MS - 1000 * (self._now() - self._written_at))
        if early_ms > 0:
            self._quiet.start(early_ms)
        else:
            self.write_now()


def _cannot_keep(error: OSError) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "This sitting cannot be saved by itself."),
        QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Save the session yourself from time to time."),
        reason=system_reason(error),
    )
