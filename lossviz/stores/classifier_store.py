"""The network that answers for the canvas, and where it comes from."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from lossviz.core.ink.stamping import ImageU8
from lossviz.core.training.classifier import Answer, Classifier
from lossviz.core.training.training_run import Weights
from lossviz.stores.store import Store


@dataclass(frozen=True)
class ClassifierSource:
    """Where a network comes from.

    run_number: None for the network that ships. step: of training when its weights were taken. accuracy: on the test
    part of the data it was trained on, None before it was measured.
    """

    run_number: int | None
    step: int
    data_name: str
    accuracy: float | None


@dataclass(frozen=True, eq=False)
class _Candidate:
    classifier: Classifier
    source: ClassifierSource


class ClassifierStore(Store):
    """Owns the network that ships, the one of the present run, and which of the two is asked.

    While somebody looks back at a run, the network that it was then is asked in the place of the present run's, whose
    newer weights are taken all the same.
    """

    classifier_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shipped: _Candidate | None = None
        self._trained: _Candidate | None = None
        self._past: _Candidate | None = None
        self._asks_trained = False
        self._asked_trained_before = False  # whether the live network was asked before somebody looked back
        self._asked: ImageU8 | None = None
        self._answer: Answer | None = None

    @property
    def asks_trained(self) -> bool:
        """Whether the network of a run answers, rather than the one that ships."""
        return self._asks_trained

    @property
    def has_trained(self) -> bool:
        """Whether a run has left a network that could answer."""
        return self._trained is not None

    @property
    def source(self) -> ClassifierSource | None:
        """Where the network that answers comes from; None as long as there is none."""
        return self._chosen.source if self._chosen else None

    @property
    def classifier(self) -> Classifier | None:
        """The network that answers; its weights change in place while a run goes on."""
        return self._chosen.classifier if self._chosen else None

    def answer(self, image_u8: ImageU8 | None) -> Answer | None:
        """What the network says of `image_u8` (28, 28); None without ink or without a network."""
        if image_u8 is None or self._chosen is None:
            return None
        if image_u8 is not self._asked or self._answer is None:
            self._answer = self._chosen.classifier.answer(image_u8)
            self._asked = image_u8
        return self._answer

    def set_shipped(self, classifier: Classifier, source: ClassifierSource) -> None:
        """Make this the network that ships."""
        self._shipped = _Candidate(classifier, source)
        self._forget()

    def set_trained(self, classifier: Classifier, source: ClassifierSource) -> None:
        """Ask the network of a new run from now on."""
        self._trained = _Candidate(classifier, source)
        self._asks_trained = self._asked_trained_before = True
        self._forget()

    def set_trained_weights(self, weights: Weights, source: ClassifierSource) -> None:
        """Give the present run's network newer weights, whether or not it is the one that is asked."""
        if self._trained:
            self._trained.classifier.set_weights(weights)
            self._trained = _Candidate(self._trained.classifier, source)
            self._forget()

    def look_back(self, classifier: Classifier, source: ClassifierSource) -> None:
        """Ask the network that a run was, until `return_to_live`. It may be the same one as last time, changed."""
        if self._past is None:
            self._asked_trained_before = self._asks_trained
            self._asks_trained = True
        self._past = _Candidate(classifier, source)
        self._forget()

    def return_to_live(self) -> None:
        """Ask whoever was asked before somebody looked back."""
        if self._past is not None:
            self._past = None
            self._asks_trained = self._asked_trained_before and self._trained is not None
            self._forget()

    def set_asks_trained(self, asks_trained: bool) -> None:
        """Choose between the present run's network and the one that ships."""
        if asks_trained != self._asks_trained and (self._trained or self._past or not asks_trained):
            self._asks_trained = self._asked_trained_before = asks_trained
            self._forget()

    @property
    def _chosen(self) -> _Candidate | None:
        return (self._past or self._trained) if self._asks_trained else self._shipped

    def _forget(self) -> None:
        self._answer = None
        self._tell(self.classifier_changed)
