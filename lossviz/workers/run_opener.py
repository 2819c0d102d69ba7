"""Makes runs from files the present ones, once a thread has read them."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lossviz.core.errors import LossvizError
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.sealed_files import sha256_of
from lossviz.stores.run_list_store import RunListStore
from lossviz.stores.training_store import RunRecord
from lossviz.workers.file_queue import FileQueue, FileTask
from lossviz.workers.run_forms import RunFile, another_goes_on
from lossviz.workers.training_controller import TrainingController


@dataclass(frozen=True, eq=False)
class _ReadRun:
    saved: SavedRun
    sha256: str


class RunOpener(QObject):
    """Several files are opened in the order in which they were asked for."""

    opened = Signal(object)  # RunFile
    failed = Signal(object)  # LossvizError

    def __init__(self, files: FileQueue, training: TrainingController, run_list: RunListStore) -> None:
        super().__init__()
        self._files = files
        self._training = training
        self._run_list = run_list

    def open(self, path: Path) -> None:
        """Read the run in `path` and go on with it; refused if another goes on now or when it has been read."""
        if self._training.is_at_work:
            self.failed.emit(another_goes_on())
            return
        self._files.put(FileTask("read", path, partial(_read, path), partial(self._take, path), self.failed.emit))

    def adopt(self, saved: SavedRun, path: Path) -> RunRecord:
        """Make a run that was read from `path` the present one, under the file's name.

        Raises: LossvizError while another goes on.
        """
        record = self._training.adopt(saved)
        self._run_list.rename(record.number, path.stem)
        return record

    def _take(self, path: Path, read: _ReadRun) -> None:
        try:
            record = self.adopt(read.saved, path)
        except LossvizError as error:
            self.failed.emit(error)
        else:
            self.opened.emit(RunFile(path, record.number, len(record.log), read.sha256))


def _read(path: Path) -> _ReadRun:
    return _ReadRun(load_run(path), sha256_of(path))
