"""Writes runs to files: the present one once its network can be copied, an earlier one as it ended."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from lossviz.core.errors import LossvizError
from lossviz.core.training.checkpoints import save_run
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.training_run import FrozenRun, freeze
from lossviz.stores.training_store import RunRecord
from lossviz.workers.run_forms import PresentNetwork, nothing_to_save, saved_run
from lossviz.workers.snapshot_keeping import kept_for_file


class RunSaver(QObject):
    """Remembers for which file the present run is wanted, and the runs whose place another one has taken."""

    saved = Signal(object)  # Path, which holds the present run
    earlier_saved = Signal(object)  # Path, which holds another one
    failed = Signal(object)  # LossvizError

    def __init__(self) -> None:
        super().__init__()
        self._wanted: Path | None = None
        self._with_history = False
        self._earlier: dict[int, SavedRun] = {}

    @property
    def is_waiting(self) -> bool:
        """Whether a file is wanted that has not been written yet."""
        return self._wanted is not None

    def ask(self, path: Path, with_history: bool) -> None:
        """Write the present run to `path` at the next `write`. with_history: with its network's snapshots."""
        self._wanted, self._with_history = path, with_history

    def write(self, record: RunRecord, network: PresentNetwork, frozen: FrozenRun) -> None:
        """Write the run as it was frozen, if somebody has asked for it."""
        if self._wanted is None:
            return
        path, self._wanted = self._wanted, None
        saved = saved_run(record, network, frozen)
        snapshots = kept_for_file(record, frozen.step) if self._with_history else ()
        self._write_to(path, replace(saved, snapshots=snapshots), self.saved)

    def give_up(self) -> None:
        """There is no network to write."""
        self._wanted = None
        self.failed.emit(nothing_to_save())

    def keep(self, record: RunRecord, network: PresentNetwork) -> None:
        """Hold on to a run whose place another one is about to take, so that it can still be written."""
        self._earlier[record.number] = saved_run(record, network, freeze(network.run))

    def write_earlier(self, number: int, path: Path) -> None:
        """Write a run that was kept."""
        if number in self._earlier:
            self._write_to(path, self._earlier[number], self.earlier_saved)
        else:
            self.failed.emit(nothing_to_save())

    def _write_to(self, path: Path, saved: SavedRun, told: SignalInstance) -> None:
        try:
            save_run(path, saved)
        except LossvizError as error:
            self.failed.emit(error)
        else:
            told.emit(path)
