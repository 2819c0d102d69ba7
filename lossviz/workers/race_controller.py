"""Runs the race of two sums on a thread of its own and tells the race store."""

from threading import Event

import torch
from PySide6.QtCore import QObject, Slot

from lossviz.core.by_hand.summation_race import RaceProgress, RaceResult, RaceSettings, run_race
from lossviz.core.errors import LossvizError
from lossviz.core.training.latest_value import LatestValue
from lossviz.stores.race_store import RaceStore
from lossviz.workers.task_thread import TaskThread


class RaceController(QObject):
    """One race at a time. Lives in the window's thread; `collect` is called once a frame."""

    def __init__(self, race: RaceStore) -> None:
        super().__init__()
        self._race = race
        self._thread: TaskThread | None = None
        self._cancelled = Event()
        self._progress: LatestValue[RaceProgress] = LatestValue()

    @Slot()
    def start(self) -> None:
        """Begin a race, unless one is on."""
        if self._thread is not None:
            return
        settings = self._race.settings
        self._cancelled.clear()
        self._progress.take()  # what an earlier race may have left
        self._race.begin()
        self._thread = TaskThread(lambda: self._run(settings))
        self._thread.done.connect(self._on_done)
        self._thread.failed.connect(self._on_failed)
        self._thread.start()

    @Slot()
    def cancel(self) -> None:
        """Break the race off within some tens of milliseconds."""
        self._cancelled.set()

    def collect(self) -> bool:
        """Pull the progress; True while a race is on."""
        progress = self._progress.take()
        if progress and self._thread is not None:
            self._race.set_progress(progress)
        return self._thread is not None

    def shut_down(self, patience_ms: int = 3000) -> bool:
        """Cancel and wait for the thread; True if it has ended."""
        self._cancelled.set()
        return self._thread is None or self._thread.wait(patience_ms)

    def _run(self, settings: RaceSettings) -> RaceResult | None:
        torch.set_num_threads(1)  # of this thread: one core against one
        return run_race(settings, self._progress.put, self._cancelled.is_set)

    @Slot(object)
    def _on_done(self, result: RaceResult | None) -> None:
        self._join()
        self._race.finish(result)

    @Slot(object)
    def _on_failed(self, error: LossvizError) -> None:
        self._join()
        self._race.fail(error)

    def _join(self) -> None:
        if self._thread:
            self._thread.wait()
            self._thread.deleteLater()
        self._thread = None
