"""ClassifierStore and EvaluationStore while somebody looks back, and after."""

import numpy as np
import pytest

from lossviz.core.training.classifier import Classifier
from lossviz.core.training.part_outputs import PartName
from lossviz.core.training.training_data import UNSCALED
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
from lossviz.stores.evaluation_store import EvaluationStore, Predictions
from tests.support.tellings import Tellings
from tests.support.timeline_runs import said_all, saying
from tests.support.tiny_runs import tiny_digits

SHIPPED = ClassifierSource(None, 100, "MNIST", 0.99)
RUN = ClassifierSource(1, 10, "built-in digits", None)
PAST = ClassifierSource(1, 4, "built-in digits", None)
IMAGE = np.eye(28, dtype=np.uint8) * 255


def classifier_saying(digit: int) -> Classifier:
    return Classifier("softmax_regression", "cross_entropy", UNSCALED, saying(digit))


@pytest.fixture
def classifiers() -> ClassifierStore:
    store = ClassifierStore()
    store.set_shipped(classifier_saying(1), SHIPPED)
    return store


def digit_of(store: ClassifierStore) -> int | None:
    answer = store.answer(IMAGE)
    return answer.digit if answer else None


@pytest.mark.parametrize("asks_trained", [True, False])
def test_the_past_answers_and_then_whoever_answered_before(classifiers: ClassifierStore, asks_trained: bool) -> None:
    classifiers.set_trained(classifier_saying(2), RUN)
    classifiers.set_asks_trained(asks_trained)
    classifiers.look_back(classifier_saying(3), PAST)
    assert (digit_of(classifiers), classifiers.source, classifiers.asks_trained) == (3, PAST, True)
    classifiers.return_to_live()
    assert (digit_of(classifiers), classifiers.asks_trained) == (2 if asks_trained else 1, asks_trained)


def test_newer_weights_are_taken_meanwhile_and_answer_afterwards(classifiers: ClassifierStore) -> None:
    classifiers.set_trained(classifier_saying(2), RUN)
    classifiers.look_back(classifier_saying(3), PAST)
    classifiers.set_trained_weights(saying(7), RUN)
    assert digit_of(classifiers) == 3
    classifiers.return_to_live()
    assert digit_of(classifiers) == 7


def test_the_shipped_network_can_be_chosen_meanwhile_and_stays(classifiers: ClassifierStore) -> None:
    classifiers.set_trained(classifier_saying(2), RUN)
    classifiers.look_back(classifier_saying(3), PAST)
    classifiers.set_asks_trained(False)
    classifiers.look_back(classifier_saying(4), PAST)
    assert digit_of(classifiers) == 1
    classifiers.return_to_live()
    assert digit_of(classifiers) == 1


def test_a_run_that_left_no_network_can_be_looked_back_at(classifiers: ClassifierStore) -> None:
    classifiers.look_back(classifier_saying(3), PAST)
    assert digit_of(classifiers) == 3
    classifiers.return_to_live()
    assert (digit_of(classifiers), classifiers.asks_trained) == (1, False)


def test_a_new_runs_network_answers_after_looking_back(classifiers: ClassifierStore) -> None:
    classifiers.look_back(classifier_saying(3), PAST)
    classifiers.set_trained(classifier_saying(5), RUN)
    classifiers.return_to_live()
    assert digit_of(classifiers) == 5


def test_returning_without_having_looked_back_tells_nothing(classifiers: ClassifierStore) -> None:
    evaluations = EvaluationStore()
    told = Tellings(classifiers.classifier_changed, evaluations.predictions_changed)
    classifiers.return_to_live()
    evaluations.return_to_live()
    assert told.count == 0


# What is known of the mistakes


def predictions(source: ClassifierSource, digit: int, part: PartName = "validation") -> Predictions:
    return Predictions(part, source, "built-in digits", tiny_digits().validation, said_all(digit))


def test_past_predictions_are_shown_and_the_live_ones_come_back() -> None:
    store = EvaluationStore()
    live, newer, past = predictions(RUN, 1), predictions(RUN, 2), predictions(PAST, 3)
    store.put(live)
    store.look_back(PAST, past)
    assert store.predictions is past
    store.put(newer)
    assert store.predictions is past
    store.return_to_live()
    assert store.predictions is newer


def test_an_evaluation_of_the_past_network_belongs_to_the_past() -> None:
    store = EvaluationStore()
    live, asked = predictions(RUN, 1), predictions(PAST, 4)
    store.put(live)
    store.look_back(PAST, None)
    assert store.predictions is live
    store.put(asked)
    assert store.predictions is asked
    store.look_back(ClassifierSource(1, 5, "built-in digits", None), None)
    assert store.predictions is live


def test_the_same_predictions_are_not_told_twice() -> None:
    store, past = EvaluationStore(), predictions(PAST, 3)
    told = Tellings(store.predictions_changed)
    store.look_back(PAST, past)
    store.look_back(ClassifierSource(1, 5, "built-in digits", None), past)
    assert told.count == 1
