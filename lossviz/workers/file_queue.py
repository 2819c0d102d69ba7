"""Reads and writes large files on a thread of its own, one after the other as they were asked for."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from lossviz.core.errors import LossvizError
from lossviz.workers.task_runner import TaskRunner

Kind = Literal["read", "write"]
Result = TypeVar("Result")


@dataclass(frozen=True, eq=False)
class FileTask(Generic[Result]):
    """work: done on the thread, with what nobody changes meanwhile. tell, refuse: called in the window's thread."""

    kind: Kind
    path: Path
    work: Callable[[], Result]
    tell: Callable[[Result], object]
    refuse: Callable[[LossvizError], object]


class FileQueue(QObject):
    """Lives in the window's thread."""

    task_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[FileTask[Any]] = deque()
        self._task: FileTask[Any] | None = None
        self._gives_up_reading = False
        self._runner = TaskRunner()
        self._runner.done.connect(self._on_done)
        self._runner.failed.connect(self._on_failed)

    @property
    def task(self) -> FileTask[Any] | None:
        """What is being done; None if nothing is."""
        return self._task

    def put(self, task: FileTask[Any]) -> None:
        """Do this when all that was asked for before is done."""
        self._waiting.append(task)
        self._begin_next()

    def finish_reading(self) -> None:
        """Wait until nothing is to be read any more: what comes must find it told."""
        while self._is_reading:
            self._begin_next()
            self._runner.finish()

    def shut_down(self, patience_ms: int = 3000) -> bool:
        """Give up what is to be read, and wait for all that is to be written; True once nothing is left to do."""
        self._gives_up_reading = True
        self._waiting = deque(task for task in self._waiting if task.kind == "write")
        end_s = time.monotonic() + patience_ms / 1000
        while self._task and self._runner.finish(max(round(1000 * (end_s - time.monotonic())), 0)):
            pass
        return self._task is None

    @property
    def _is_reading(self) -> bool:
        return any(task.kind == "read" for task in (self._task, *self._waiting) if task)

    def _begin_next(self) -> None:
        if self._waiting and self._task is None:
            self._task = self._waiting.popleft()
            self._runner.start(self._task.work)
            self.task_changed.emit()

    @Slot(object)
    def _on_done(self, result: object) -> None:
        if task := self._end():
            task.tell(result)
        self._begin_next()

    @Slot(object)
    def _on_failed(self, error: LossvizError) -> None:
        if task := self._end():
            task.refuse(error)
        self._begin_next()

    def _end(self) -> FileTask[Any] | None:
        """The task that is done, if anybody wants to hear of it."""
        task, self._task = self._task, None
        self.task_changed.emit()
        return None if task and task.kind == "read" and self._gives_up_reading else task
