"""Writes runs into files on a thread of its own: a million steps as a table take seconds."""

from collections import deque

from PySide6.QtCore import QObject, Signal, Slot

from lossviz.core.errors import LossvizError
from lossviz.core.reports.exports import ExportCancelled, ExportOrder, write_export
from lossviz.workers.task_runner import TaskRunner


class RunExporter(QObject):
    """Takes one order after the other. Lives in the window's thread."""

    exported = Signal(object)  # Path
    failed = Signal(object)  # LossvizError

    def __init__(self) -> None:
        super().__init__()
        self._orders: deque[ExportOrder] = deque()
        self._tasks = TaskRunner()
        self._tasks.done.connect(self._on_done)
        self._tasks.failed.connect(self._on_failed)

    @Slot(object)
    def export(self, order: ExportOrder) -> None:
        """Write it when those before it are written."""
        self._orders.append(order)
        self._begin()

    def shut_down(self, patience_ms: int = 3000) -> bool:
        """Give up what is not written yet and wait for the thread; True if it has ended."""
        self._orders.clear()
        return self._tasks.shut_down(patience_ms)

    def _begin(self) -> None:
        if self._orders and not self._tasks.is_busy:
            order = self._orders.popleft()
            self._tasks.start(lambda: self._write(order))

    def _write(self, order: ExportOrder) -> object:
        try:
            return write_export(order, self._tasks.is_cancelled)
        except ExportCancelled:  # the window is closing
            return None

    @Slot(object)
    def _on_done(self, path: object) -> None:
        if path is not None:
            self.exported.emit(path)
        self._begin()

    @Slot(object)
    def _on_failed(self, error: LossvizError) -> None:
        self.failed.emit(error)
        self._begin()
