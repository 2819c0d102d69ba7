"""Runs the race of two sums on a thread of its own and tells the race store."""

import torch
from PySide6.QtCore import QObject, Slot

from lossviz.core.by_hand.summation_race import RaceProgress, RaceResult, RaceSettings, run_race
from lossviz.core.errors import LossvizError
from lossviz.core.latest_value import LatestValue
from lossviz.stores.race_store import RaceStore
from lossviz.workers.task_runner import TaskRunner


class RaceController(QObject):
    """One race at a time. Lives in the window's thread; `collect` is called once a frame."""

    def __init__(self, race: RaceStore) -> None:
        super().__init__()
        self._race = race
        self._progress: LatestValue[RaceProgress] = LatestValue()
        self._tasks = TaskRunner()
        self._tasks.done.connect(self._on_done)
        self._tasks.failed.connect(self._on_failed)

    @Slot()
    def start(self) -> None:
        """Begin a race, unless one is on."""
        if self._tasks.is_busy:
            return
        settings = self._race.settings
        self._progress.take()  # what an earlier race may have left
        self._race.begin()
        self._tasks.start(lambda: self._run(settings))

    @Slot()
    def cancel(self) -> None:
        """Break the race off within some tens of milliseconds."""
        self._tasks.cancel()

    def collect(self) -> bool:
        """Pull the progress; True while a race is on."""
        progress = self._progress.take()
        if progress and self._tasks.is_busy:
            self._race.set_progress(progress)
        return self._tasks.is_busy

    def shut_down(self, patience_ms: int = 3000) -> bool:
        """Cancel and wait for the thread; True if it has ended."""
        return self._tasks.shut_down(patience_ms)

    def _run(self, settings: RaceSettings) -> RaceResult | None:
        torch.set_num_threads(1)  # of this thread: one core against one
        return run_race(settings, self._progress.put, self._tasks.is_cancelled)

    @Slot(object)
    def _on_done(self, result: RaceResult | None) -> None:
        self._race.finish(result)

    @Slot(object)
    def _on_failed(self, error: LossvizError) -> None:
        self._race.fail(error)
