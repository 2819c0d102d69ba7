"""A comparison's controller over real stores and real threads, without a window."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from lossviz.core.training.run_states import BUSY
from lossviz.core.training.settings import TrainingSettings
from lossviz.stores.comparison_store import ComparisonStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.opinion_store import OpinionStore
from lossviz.stores.training_store import TrainingStore
from lossviz.workers.comparison_controller import ComparisonController
from tests.support.assembly import PATIENCE_MS
from tests.support.tiny_runs import ENDLESS_RUN, TINY_RUN, tiny_digits


class ComparisonRig:
    """Two losses of a tiny run are compared, unless the store is told otherwise."""

    def __init__(self, qtbot: QtBot, settings: TrainingSettings = TINY_RUN) -> None:
        self._qtbot = qtbot
        self.data = DataStore()
        self.data.set_digits(tiny_digits())
        self.training = TrainingStore(self.data, settings, "cpu", 2)
        self.comparison = ComparisonStore(self.training)
        self.comparison.propose("loss")
        self.opinions = OpinionStore()
        self.controller = ComparisonController(self.comparison, self.opinions, self.training, self.data)

    def until(self, condition: Callable[[], bool]) -> None:
        """Let frames go by, as the window's clock does, until `condition` holds."""
        self._qtbot.waitUntil(lambda: self._frame() or condition(), timeout=PATIENCE_MS)

    def run_to_end(self) -> None:
        """Carry out the plan."""
        self.controller.start()
        self.until(lambda: self.comparison.state not in BUSY)
        assert not self.controller.collect()

    def start_endless(self, steps: int = 1) -> None:
        """Start a comparison that does not end by itself, and let each variant take some steps."""
        self.training.set_settings(ENDLESS_RUN)
        self.controller.start()
        self.until(lambda: self._have_taken(steps))

    def _have_taken(self, steps: int) -> bool:
        records = self.comparison.records
        return bool(records) and all(len(record.log) >= steps for record in records)

    def end(self) -> None:
        """Leave nothing running."""
        assert self.controller.shut_down()
        QCoreApplication.sendPostedEvents()

    def _frame(self) -> bool:
        self.controller.collect()
        return False
