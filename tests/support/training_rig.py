"""A training controller over real stores and a real thread, without a window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from lossviz.core.errors import LossvizError
from lossviz.core.training.run_states import RunState
from lossviz.core.training.settings import TrainingSettings
from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.training_store import RunRecord, TrainingStore
from lossviz.workers.file_queue import FileQueue
from lossviz.workers.run_forms import RunFile
from lossviz.workers.training_controller import TrainingController
from tests.support.assembly import PATIENCE_MS
from tests.support.tiny_runs import ENDLESS_RUN, TINY_RUN, tiny_digits


class MetaCalls(QObject):
    """count: of slot calls that reached `receiver` from another thread."""

    def __init__(self, receiver: QObject) -> None:
        super().__init__()
        self.count = 0
        receiver.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.MetaCall
        return False


class TrainingRig:
    """saved, save_failed: what the controller told. states: all that the store went through."""

    def __init__(self, qtbot: QtBot, settings: TrainingSettings = TINY_RUN) -> None:
        self._qtbot = qtbot
        self.data = DataStore()
        self.data.set_digits(tiny_digits())
        self.training = TrainingStore(self.data, settings, "cpu", 1)
        self.classifiers = ClassifierStore()
        self.files = FileQueue()
        self.controller = TrainingController(self.training, self.data, self.classifiers, self.files)
        self.saved: list[RunFile] = []
        self.save_failed: list[LossvizError] = []
        self.states: list[RunState] = []
        self.controller.saved.connect(self.saved.append)
        self.controller.save_failed.connect(self.save_failed.append)
        self.training.state_changed.connect(self._on_state_changed)

    def _on_state_changed(self) -> None:
        self.states.append(self.training.state)

    @property
    def run(self) -> RunRecord:
        """The present run."""
        assert self.training.run is not None
        return self.training.run

    @property
    def is_over(self) -> bool:
        """Whether nothing runs any more."""
        return self.training.state in {RunState.IDLE, RunState.FAILED}

    def until(self, condition: Callable[[], bool]) -> None:
        """Let frames go by, as the window's clock does, until `condition` holds."""
        self._qtbot.waitUntil(lambda: self._frame() or condition(), timeout=PATIENCE_MS)

    def until_over(self) -> None:
        """Wait for the end of the run, and see that it is one."""
        self.until(lambda: self.is_over)
        assert not self.controller.collect()

    def until_steps(self, count: int) -> None:
        """Wait until the present run has so many steps in its log."""
        self.until(lambda: self.training.run is not None and len(self.training.run.log) >= count)

    def save(self, file: Path, *, with_history: bool = False) -> None:
        """Have the present run written to `file`, and wait for what is told of that."""
        told = len(self.saved) + len(self.save_failed)
        self.controller.save(file, with_history)
        self.until(lambda: len(self.saved) + len(self.save_failed) > told)

    def start_endless(self, steps: int = 1) -> None:
        """Start a run that does not end by itself, and let it take some steps."""
        self.training.set_settings(ENDLESS_RUN)
        self.controller.start()
        self.until_steps(steps)

    def end(self) -> None:
        """Leave nothing running."""
        assert self.controller.shut_down()
        assert self.files.shut_down()
        QCoreApplication.sendPostedEvents()

    def _frame(self) -> bool:
        self.controller.collect()
        return False
