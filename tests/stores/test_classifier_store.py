"""ClassifierStore: who answers, and that nobody is asked twice."""

import numpy as np
import pytest
import torch

from lossviz.core.ink.stamping import ImageU8
from lossviz.core.training.classifier import Answer, Classifier, empty_network
from lossviz.core.training.training_data import UNSCALED
from lossviz.core.training.training_run import Weights
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
from tests.support.tellings import Tellings

SHIPPED = ClassifierSource(None, 100, "MNIST", 0.99)
RUN = ClassifierSource(1, 10, "built-in digits", None)
IMAGE = np.eye(28, dtype=np.uint8) * 255


def weights_for(digit: int) -> Weights:
    """Of a softmax regression that says `digit` to everything."""
    weights = {
        name: torch.zeros_like(value)
        for name, value in empty_network("softmax_regression", "cross_entropy").state_dict().items()
    }
    (bias,) = (name for name in weights if name.endswith("bias"))
    weights[bias][digit] = 5.0
    return weights


class CountingClassifier(Classifier):
    def __init__(self, digit: int) -> None:
        super().__init__("softmax_regression", "cross_entropy", UNSCALED, weights_for(digit))
        self.asked = 0

    def answer(self, image_u8: ImageU8) -> Answer:
        self.asked += 1
        return super().answer(image_u8)


@pytest.fixture
def store() -> ClassifierStore:
    return ClassifierStore()


def digit_of(store: ClassifierStore) -> int | None:
    answer = store.answer(IMAGE)
    return answer.digit if answer else None


def test_without_a_network_or_without_ink_there_is_no_answer(store: ClassifierStore) -> None:
    assert store.answer(IMAGE) is None
    store.set_shipped(CountingClassifier(3), SHIPPED)
    assert store.answer(None) is None
    assert digit_of(store) == 3


def test_the_same_image_is_asked_about_once(store: ClassifierStore) -> None:
    classifier = CountingClassifier(3)
    store.set_shipped(classifier, SHIPPED)
    first = store.answer(IMAGE)
    assert store.answer(None) is None
    assert store.answer(IMAGE) is first
    assert classifier.asked == 1
    store.answer(IMAGE.copy())
    assert classifier.asked == 2


def test_a_new_runs_network_answers_from_its_first_weights_on(store: ClassifierStore) -> None:
    store.set_shipped(CountingClassifier(3), SHIPPED)
    told = Tellings(store.classifier_changed)
    assert digit_of(store) == 3
    store.set_trained(CountingClassifier(5), RUN)
    assert (digit_of(store), store.source, told.count) == (5, RUN, 1)
    store.set_trained_weights(weights_for(6), RUN)
    assert (digit_of(store), told.count) == (6, 2)


def test_who_answers_can_be_chosen_and_newer_weights_do_not_change_that(store: ClassifierStore) -> None:
    store.set_shipped(CountingClassifier(3), SHIPPED)
    store.set_trained(CountingClassifier(5), RUN)
    store.set_asks_trained(False)
    assert (digit_of(store), store.source) == (3, SHIPPED)
    store.set_trained_weights(weights_for(6), RUN)
    assert digit_of(store) == 3
    store.set_asks_trained(True)
    assert digit_of(store) == 6


def test_a_network_that_is_not_there_cannot_be_chosen(store: ClassifierStore) -> None:
    store.set_shipped(CountingClassifier(3), SHIPPED)
    told = Tellings(store.classifier_changed)
    store.set_asks_trained(True)
    store.set_asks_trained(False)
    store.set_trained_weights(weights_for(6), RUN)
    assert (digit_of(store), store.has_trained, told.count) == (3, False, 0)


def test_choosing_who_answers_already_changes_nothing(store: ClassifierStore) -> None:
    store.set_trained(CountingClassifier(5), RUN)
    told = Tellings(store.classifier_changed)
    store.set_asks_trained(True)
    assert told.count == 0
