"""Which file each running window saves itself to, and which files were left by windows that have ended."""

import errno
import os
from pathlib import Path
from tempfile import TemporaryFile

from PySide6.QtCore import QLockFile

MOST_WINDOWS = 20
MOST_LEFT = 5
_SUFFIX = ".lossviz.json"


class AutosavePlaces:
    """Files `running-1.lossviz.json` and so on in a folder, each locked by the window that writes it.

    One whose window has ended without taking it away is renamed to `left-1.lossviz.json` and so on; of these the newest
    MOST_LEFT are kept. What a window wrote that came to an orderly end is `last.lossviz.json`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last = folder / f"last{_SUFFIX}"
        self._lock: QLockFile | None = None

    def claim(self) -> Path | None:
        """Take a file for this window; None if other windows have them all.

        Raises: OSError if the folder cannot be made or written.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        claimed: Path | None = None
        for number in range(1, MOST_WINDOWS + 1):
            file = self._folder / f"running-{number}{_SUFFIX}"
            if claimed and not file.exists():
                continue
            lock = _locked(file)
            if lock is None:
                continue
            self._set_aside(file)
            if claimed is None:
                claimed, self._lock = file, lock
            else:
                lock.unlock()
        return claimed

    @property
    def last(self) -> Path | None:
        """What the window wrote that came to an orderly end last."""
        return self._last if self._last.is_file() else None

    def release(self, file: Path) -> None:
        """The window has come to an orderly end. Raises: OSError if its file cannot be renamed."""
        try:
            if file.exists():
                file.replace(self._last)
        finally:
            if self._lock:
                self._lock.unlock()
            self._lock = None

    def left(self) -> list[Path]:
        """What windows have left, newest first."""
        files = self._folder.glob(f"left-*{_SUFFIX}")
        return sorted(files, key=lambda file: (file.stat().st_mtime_ns, file.name), reverse=True)

    def _set_aside(self, file: Path) -> None:
        if not file.exists():
            return
        names = (self._folder / f"left-{number}{_SUFFIX}" for number in range(1, MOST_WINDOWS + MOST_LEFT + 1))
        file.replace(next(name for name in names if not name.exists()))
        for old in self.left()[MOST_LEFT:]:
            old.unlink(missing_ok=True)


def _locked(file: Path) -> QLockFile | None:
    lock = QLockFile(str(file.with_name(f"{file.name}.lock")))
    lock.setStaleLockTime(0)  # only the end of its process makes a lock void, however old it is
    if lock.tryLock(0):
        return lock
    if lock.error() != QLockFile.LockError.LockFailedError:  # nobody has it: it could not be written
        with TemporaryFile(dir=file.parent, buffering=0) as probe:  # Qt does not say why
            probe.write(b"1")
        is_forbidden = lock.error() == QLockFile.LockError.PermissionError
        reason = errno.EACCES if is_forbidden else errno.EIO
        raise OSError(reason, os.strerror(reason), str(file))
    return None
