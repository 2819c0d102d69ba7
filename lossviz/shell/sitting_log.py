"""A file that exists while a window is open, so that the next one can tell how the last one ended."""

import faulthandler
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QLockFile

from lossviz.shell.crash_files import write_report

_DEADLY = ("Fatal Python error", "Windows fatal exception")
_COMMAND = "command "


class SittingLog:
    """Holds what was chosen, and, should the process die, where each of its threads was."""

    def __init__(self, folder: Path, number: int) -> None:
        self._path = folder / f"sitting-{number}.log"
        self._lock = QLockFile(str(_lock_of(self._path)))
        self._lock.setStaleLockTime(0)  # a window may be open for days; a dead process's lock is stale anyhow
        self._file: TextIO | None = None

    def begin(self) -> None:
        """Listen for the death of the process.

        Raises: OSError if nothing can be written there.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._lock.tryLock(0)
        self._file = self._path.open("w", encoding="utf-8")
        faulthandler.enable(self._file)

    def note(self, command: str) -> None:
        """Keep the name of a command that was chosen."""
        if self._file:
            self._file.write(f"{_COMMAND}{command}\n")
            self._file.flush()

    def end(self) -> None:
        """All is well: nothing of this sitting stays."""
        if self._file:
            faulthandler.disable()
            self._file.close()
            self._file = None
            self._path.unlink(missing_ok=True)
            self._lock.unlock()


def reports_of_the_dead(folder: Path) -> list[Path]:
    """Turn what dead windows left into reports, oldest first. Windows that are open are left alone.

    Raises: OSError if a report cannot be written.
    """
    paths = [_report(path) for path in sorted(folder.glob("sitting-*.log"))]
    return [path for path in paths if path is not None]


def _report(log: Path) -> Path | None:
    lock = QLockFile(str(_lock_of(log)))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return None
    text = log.read_text(encoding="utf-8", errors="replace")
    log.unlink(missing_ok=True)
    lock.unlock()
    if not any(mark in text for mark in _DEADLY):
        return None  # it was killed, or the power went: nothing to be learnt from that
    lines = text.splitlines()
    commands = [line.removeprefix(_COMMAND) for line in lines if line.startswith(_COMMAND)]
    what = "\n".join(line for line in lines if not line.startswith(_COMMAND))
    return write_report(log.parent, what, commands[-20:])


def _lock_of(log: Path) -> Path:
    return log.with_suffix(".lock")
