"""Panels over evaluation stores and a controller, as on their page but without one."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.training.part_outputs import OutputsF32, PartName
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.digit_store import DigitStore
from lossviz.stores.evaluation_store import EvaluationStore, Predictions
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.theme import ThemeSource, load_theme
from lossviz.workers.evaluation_controller import EvaluationController
from tests.support.assembly import PATIENCE_MS
from tests.support.evaluations import drawn_classifier, drawn_outputs
from tests.support.small_digits import small_digits

Shown = TypeVar("Shown", bound=QWidget)
Kind = TypeVar("Kind", bound=QWidget)

SHIPPED = ClassifierSource(None, 70, "MNIST", 0.99)


class EvaluationRig:
    """The small digits, and a shipped network that has learned nothing."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.evaluations, self.data = EvaluationStore(), DataStore()
        self.classifiers, self.digit = ClassifierStore(), DigitStore()
        self.data.set_digits(small_digits())
        self.classifiers.set_shipped(drawn_classifier(), SHIPPED)
        self.controller = EvaluationController(self.evaluations, self.data, self.classifiers)
        self.clock, self.theme = FrameClock(), ThemeSource(load_theme("light"))
        self.clock.add_collector(self.controller.collect)
        self.evaluations.progress_changed.connect(self.clock.wake)

    def put(self, part: PartName, outputs: OutputsF32 | None = None, run: int = 1, step: int = 8) -> Predictions:
        """Say that a run was measured."""
        labelled = small_digits().validation if part == "validation" else small_digits().test
        said = drawn_outputs(len(labelled), 10, step) if outputs is None else outputs
        source = ClassifierSource(run, step, "small digits", None)
        predictions = Predictions(part, source, "small digits", labelled, said)
        self.evaluations.put(predictions)
        return predictions

    def show(self, panel: Shown, size: tuple[int, int]) -> Shown:
        """Show a panel until the test ends."""
        self._qtbot.addWidget(panel)
        panel.resize(*size)
        with self._qtbot.waitExposed(panel):
            panel.show()
        self.settle()
        return panel

    def until(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def settle(self) -> None:
        """Wait until everything has been drawn and the clock rests."""
        (timer,) = self.clock.findChildren(QTimer)
        self.until(lambda: not timer.isActive())

    def end(self) -> None:
        """Leave nothing running."""
        assert self.controller.shut_down()
        self.until(lambda: self.evaluations.progress is None)
        self.clock.stop()


def part(panel: QWidget, kind: type[Kind], name: str) -> Kind:
    """The panel's only `kind` of this objectName, less the page's prefix."""
    (found,) = panel.findChildren(kind, f"mnist.{name}")
    return found
