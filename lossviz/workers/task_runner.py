"""One piece of work at a time on a thread of its own, which can be asked to stop."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QObject, Signal, Slot

from lossviz.core.errors import LossvizError
from lossviz.workers.task_thread import TaskThread


class TaskRunner(QObject):
    """Lives in the window's thread. For each `start` exactly one of `done` and `failed`, when the thread has ended."""

    done = Signal(object)  # what the work returned
    failed = Signal(object)  # LossvizError

    def __init__(self) -> None:
        super().__init__()
        self._thread: TaskThread | None = None
        self._cancelled = Event()

    @property
    def is_busy(self) -> bool:
        """Whether work is being done, cancelled or not."""
        return self._thread is not None

    def is_cancelled(self) -> bool:
        """Asked by the work, on its thread, as often as it can stop."""
        return self._cancelled.is_set()

    def start(self, work: Callable[[], object]) -> None:
        """Do this.

        Raises: RuntimeError if other work is still being done, which is a programming error.
        """
        if self._thread is not None:
            raise RuntimeError("one task at a time")
        self._cancelled.clear()
        self._thread = TaskThread(work)
        self._thread.done.connect(self._on_done)
        self._thread.failed.connect(self._on_failed)
        self._thread.start()

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()

    def shut_down(self, patience_ms: int = 3000) -> bool:
        """Cancel and wait for the thread; True if it has ended."""
        self.cancel()
        return self._thread is None or self._thread.wait(patience_ms)

    def finish(self, patience_ms: int | None = None) -> bool:
        """Wait for the thread and tell what came of it; False if it has not ended by then. None: without end."""
        if self._thread is None:
            return True
        forever = QDeadlineTimer(QDeadlineTimer.ForeverConstant.Forever)
        if not self._thread.wait(forever if patience_ms is None else QDeadlineTimer(patience_ms)):
            return False
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return True

    @Slot(object)
    def _on_done(self, result: object) -> None:
        self._join()
        self.done.emit(result)

    @Slot(object)
    def _on_failed(self, error: LossvizError) -> None:
        self._join()
        self.failed.emit(error)

    def _join(self) -> None:
        """Wait for the thread's last moments."""
        if self._thread:
            self._thread.wait()
            self._thread.deleteLater()
        self._thread = None
