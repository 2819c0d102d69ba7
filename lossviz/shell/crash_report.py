"""Sees what goes wrong unforeseen, writes it down on this computer, and says so; nothing is ever sent."""

import logging
import os
import sys
import threading
import traceback
from collections import deque
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot

from lossviz.shell.crash_files import write_report
from lossviz.shell.sitting_log import SittingLog, reports_of_the_dead

_MOST_IN_A_SITTING = 20
_LAST_COMMANDS = 20
_log = logging.getLogger(__name__)


class CrashReports(QObject):
    """Owns the folder of reports. Between `begin` and `end` every exception that nobody caught becomes a report."""

    written = Signal(object)  # Path, about this sitting; from whatever thread

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._log_of_sitting = SittingLog(folder, os.getpid())
        self._commands: deque[str] = deque(maxlen=_LAST_COMMANDS)
        self._seen: set[str] = set()
        self._of_the_dead: Path | None = None
        self._hooks = sys.excepthook, threading.excepthook

    @property
    def folder(self) -> Path:
        """Where the reports are; it need not exist yet."""
        return self._folder

    @property
    def of_the_dead(self) -> Path | None:
        """The report about an earlier sitting whose process died; None if `begin` found none that is new."""
        return self._of_the_dead

    def begin(self) -> None:
        """Look how earlier sittings ended, and watch this one."""
        self._hooks = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        try:
            dead = reports_of_the_dead(self._folder)
            self._log_of_sitting.begin()
        except OSError as error:
            _log.warning("No crash reports can be written: %s", error)
            return
        self._of_the_dead = dead[-1] if dead else None

    def end(self) -> None:
        """All is well; what comes now is seen by whoever saw it before."""
        sys.excepthook, threading.excepthook = self._hooks
        self._log_of_sitting.end()

    @Slot(str)
    def note_command(self, key: str) -> None:
        """Remember what was chosen, for the next report."""
        self._commands.append(key)
        self._log_of_sitting.note(key)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._hooks[0](kind, error, trace)
        if issubclass(kind, Exception):  # not Ctrl+C
            self._report("".join(traceback.format_exception(kind, error, trace)))

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        self._hooks[1](arguments)
        if arguments.exc_value is not None and isinstance(arguments.exc_value, Exception):
            name = arguments.thread.name if arguments.thread else "a thread that has ended"
            self._report(f"In {name}:\n{''.join(traceback.format_exception(arguments.exc_value))}")

    def _report(self, what: str) -> None:
        """Once for each thing that goes wrong: what fails in one frame may fail in the next."""
        if what in self._seen or len(self._seen) >= _MOST_IN_A_SITTING:
            return
        self._seen.add(what)
        try:
            self.written.emit(write_report(self._folder, what, list(self._commands)))
        except OSError as error:
            _log.warning("The crash report could not be written: %s", error)
