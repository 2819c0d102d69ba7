"""Asks a network about a whole part of the data on a thread of its own, when somebody wants to know now."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from PySide6.QtCore import QObject, Slot

from lossviz.core.data.digits import Digits, LabelledImages
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.evaluation.asking import outputs_of
from lossviz.core.latest_value import LatestValue
from lossviz.core.training.classifier import Classifier
from lossviz.core.training.part_outputs import OutputsF32, PartName
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.evaluation_store import EvaluationStore, Predictions
from lossviz.workers.task_runner import TaskRunner


@dataclass(frozen=True, eq=False)
class _Wish:
    """classifier: a copy that nobody changes."""

    classifier: Classifier
    source: ClassifierSource
    part: PartName
    digits: Digits


class EvaluationController(QObject):
    """One evaluation at a time; a newer wish takes the place of the one that goes on. Lives in the window's thread."""

    def __init__(self, evaluations: EvaluationStore, data: DataStore, classifiers: ClassifierStore) -> None:
        super().__init__()
        self._evaluations = evaluations
        self._data = data
        self._classifiers = classifiers
        self._wish: _Wish | None = None
        self._next_wish: _Wish | None = None
        self._share: LatestValue[float] = LatestValue()
        self._tasks = TaskRunner()
        self._tasks.done.connect(self._on_done)
        self._tasks.failed.connect(self._on_failed)

    @Slot()
    def evaluate_now(self) -> None:
        """Ask the network that answers the canvas, as it is now, about the part that is looked at."""
        classifier, source = self._classifiers.classifier, self._classifiers.source
        if classifier is not None and source is not None:
            self.evaluate(classifier.copy(), source, self._evaluations.part)

    def evaluate(self, classifier: Classifier, source: ClassifierSource, part: PartName) -> None:
        """Ask `classifier`, which nobody may change any more, about a part of the data in use."""
        digits = self._data.digits
        if digits is None:
            return
        self._next_wish = _Wish(classifier, source, part, digits)
        if self._tasks.is_busy:
            self._tasks.cancel()
        else:
            self._begin_next()

    @Slot()
    def cancel(self) -> None:
        """Give it up within some tens of milliseconds; what was known before stays."""
        self._next_wish = None
        self._tasks.cancel()

    def collect(self) -> bool:
        """Pull the progress; True while an evaluation goes on."""
        share = self._share.take()
        if share is not None and self._tasks.is_busy:
            self._evaluations.set_progress(share)
        return self._tasks.is_busy

    def shut_down(self, patience_ms: int = 3000) -> bool:
        """Cancel and wait for the thread; True if it has ended."""
        self._next_wish = None
        return self._tasks.shut_down(patience_ms)

    def _begin_next(self) -> None:
        wish, self._next_wish = self._next_wish, None
        self._wish = wish
        if wish is None:
            self._evaluations.set_progress(None)
            return
        self._share.take()  # what an earlier evaluation may have left
        with self._evaluations.editing():
            self._evaluations.set_problem(None)
            self._evaluations.set_progress(0.0)
        self._tasks.start(_work(wish, self._share.put, self._tasks.is_cancelled))

    @Slot(object)
    def _on_done(self, outputs: OutputsF32 | None) -> None:
        wish = self._wish
        with self._evaluations.editing():
            if wish and outputs is not None:
                labelled, name = _part_of(wish), wish.digits.identity.name
                self._evaluations.put(Predictions(wish.part, wish.source, name, labelled, outputs))
            self._begin_next()

    @Slot(object)
    def _on_failed(self, error: LossvizError) -> None:
        with self._evaluations.editing():
            self._begin_next()
            self._evaluations.set_problem(error)


def _work(wish: _Wish, tell_share: Callable[[float], None], is_cancelled: Callable[[], bool]) -> Callable[[], object]:
    """Raises in the thread: LossvizError if the network's outputs are no finite numbers."""

    def ask() -> OutputsF32 | None:
        torch.set_num_threads(1)  # of this thread: a training that goes on keeps its core
        outputs = outputs_of(wish.classifier, _part_of(wish).images_u8, tell_share, is_cancelled)
        if outputs is not None and not np.isfinite(outputs).all():
            raise _not_finite()
        return outputs

    return ask


def _part_of(wish: _Wish) -> LabelledImages:
    return wish.digits.validation if wish.part == "validation" else wish.digits.test


def _not_finite() -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "This network could not be evaluated."),
        QT_TRANSLATE_NOOP("errors", "Some of its outputs are too large to be numbers: its training has diverged."),
        QT_TRANSLATE_NOOP("errors", "Train it again with a smaller learning rate, or choose another network."),
    )
