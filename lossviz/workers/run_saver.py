"""Writes runs to files on a thread: the present one once its network can be copied, an earlier one as it ended."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lossviz.core.errors import LossvizError
from lossviz.core.training.checkpoints import save_run
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.sealed_files import sha256_of
from lossviz.core.training.training_run import FrozenRun, freeze
from lossviz.stores.training_store import RunRecord
from lossviz.workers.file_queue import FileQueue, FileTask
from lossviz.workers.run_forms import PresentNetwork, RunFile, nothing_to_save, saved_run
from lossviz.workers.snapshot_keeping import kept_for_file


@dataclass(frozen=True)
class _Wish:
    path: Path
    with_history: bool


class RunSaver(QObject):
    """Remembers for which files the present run is wanted, and the runs whose place another one has taken.

    What goes to the thread is a run as it was frozen: copies, and snapshots that nobody changes.
    """

    saved = Signal(object)  # RunFile
    failed = Signal(object)  # LossvizError

    def __init__(self, files: FileQueue) -> None:
        super().__init__()
        self._files = files
        self._wishes: list[_Wish] = []
        self._earlier: dict[int, SavedRun] = {}

    @property
    def is_waiting(self) -> bool:
        """Whether a file is wanted for which the present run has not been frozen yet."""
        return bool(self._wishes)

    def ask(self, path: Path, with_history: bool) -> None:
        """Write the present run to `path` as it is at the next `write`. with_history: with its network's snapshots."""
        self._wishes.append(_Wish(path, with_history))

    def write(self, record: RunRecord, network: PresentNetwork, frozen: FrozenRun) -> None:
        """Write the run as it was frozen to all files that were asked for."""
        wishes, self._wishes = self._wishes, []
        for wish in wishes:
            snapshots = kept_for_file(record, frozen.step) if wish.with_history else ()
            saved = replace(saved_run(record, network, frozen), snapshots=snapshots)
            self._put(wish.path, record.number, saved)

    def write_what_is_left(self, record: RunRecord | None, network: PresentNetwork | None) -> None:
        """The same for a run that stands still; without a network that is told as far as somebody has asked for one."""
        if record and network and self._wishes:
            self.write(record, network, freeze(network.run))
        elif self._wishes:
            self._wishes.clear()
            self.failed.emit(nothing_to_save())

    def write_at_rest(self, path: Path, record: RunRecord, network: PresentNetwork) -> None:
        """Write a run that stands still without snapshots and without waiting for a thread."""
        try:
            file = _written(path, record.number, saved_run(record, network, freeze(network.run)))
        except LossvizError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(file)

    def keep(self, record: RunRecord, network: PresentNetwork) -> None:
        """Hold on to a run whose place another one is about to take, so that it can still be written."""
        self._earlier[record.number] = saved_run(record, network, freeze(network.run))

    def write_earlier(self, number: int, path: Path) -> None:
        """Write a run that was kept."""
        if number in self._earlier:
            self._put(path, number, self._earlier[number])
        else:
            self.failed.emit(nothing_to_save())

    def _put(self, path: Path, number: int, saved: SavedRun) -> None:
        work = partial(_written, path, number, saved)
        self._files.put(FileTask("write", path, work, self.saved.emit, self.failed.emit))


def _written(path: Path, number: int, saved: SavedRun) -> RunFile:
    save_run(path, saved)
    return RunFile(path, number, len(saved.log), sha256_of(path))
