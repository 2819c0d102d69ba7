"""EvaluationController: it asks beside the window, the newest wish wins, and no thread is left behind."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
import torch
from pytestqt.qtbot import QtBot

from lossviz.core.data.digits import LabelledImages, digits_from_parts
from lossviz.core.evaluation.asking import outputs_of
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.evaluation_store import EvaluationStore
from lossviz.workers import evaluation_controller
from lossviz.workers.evaluation_controller import EvaluationController
from tests.support.assembly import PATIENCE_MS
from tests.support.evaluations import drawn_classifier
from tests.support.small_digits import small_digits

SHIPPED = ClassifierSource(None, 70, "MNIST", 0.99)


class EvaluationRig:
    """A controller over stores of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.store, self.data, self.classifiers = EvaluationStore(), DataStore(), ClassifierStore()
        self.data.set_digits(small_digits())
        self.classifiers.set_shipped(drawn_classifier(), SHIPPED)
        self.controller = EvaluationController(self.store, self.data, self.classifiers)

    def until(self, condition: Callable[[], bool]) -> None:
        """Let frames go by until `condition` holds."""
        self._qtbot.waitUntil(lambda: bool(self.controller.collect() and False) or condition(), timeout=PATIENCE_MS)

    def until_over(self) -> None:
        self.until(lambda: not self.controller.collect())
        assert self.store.progress is None

    def use_many_images(self) -> None:
        """So many that asking the Course CNN takes seconds."""
        part = small_digits().test
        many = LabelledImages(np.tile(part.images_u8, (500, 1, 1)), np.tile(part.labels, 500))
        self.data.set_digits(digits_from_parts(part, many, part, "many", "many", "other"))
        self.classifiers.set_shipped(drawn_classifier("course_cnn"), SHIPPED)


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[EvaluationRig]:
    rig = EvaluationRig(qtbot)
    yield rig
    assert rig.controller.shut_down()
    rig.until_over()


def test_the_network_that_answers_is_asked_about_the_part_that_is_looked_at(rig: EvaluationRig) -> None:
    rig.store.set_part("test")
    rig.controller.evaluate_now()
    assert rig.store.progress == 0
    rig.until_over()
    said = rig.store.predictions
    expected = outputs_of(drawn_classifier(), small_digits().test.images_u8)
    assert said is not None
    assert expected is not None
    assert (said.part, said.source, said.data_name) == ("test", SHIPPED, "small digits")
    assert np.array_equal(said.outputs, expected)
    assert said.labelled is small_digits().test


def test_newer_weights_that_come_meanwhile_do_not_reach_it(rig: EvaluationRig) -> None:
    classifier = drawn_classifier()
    rig.classifiers.set_trained(classifier, ClassifierSource(1, 5, "small digits", None))
    rig.controller.evaluate_now()
    classifier.set_weights({name: torch.zeros_like(w) for name, w in classifier.network.state_dict().items()})
    rig.until_over()
    assert rig.store.predictions is not None
    assert rig.store.predictions.outputs.any()
    assert rig.store.predictions.source.step == 5


def test_progress_is_told_and_what_was_known_outlives_a_cancelled_evaluation(rig: EvaluationRig) -> None:
    rig.controller.evaluate_now()
    rig.until_over()
    known = rig.store.predictions
    rig.use_many_images()
    rig.controller.evaluate_now()
    rig.until(lambda: (rig.store.progress or 0) > 0)
    rig.controller.cancel()
    rig.until_over()
    assert rig.store.predictions is known


def test_a_newer_wish_takes_the_place_of_the_one_that_goes_on(rig: EvaluationRig) -> None:
    rig.use_many_images()
    rig.controller.evaluate_now()
    rig.until(lambda: (rig.store.progress or 0) > 0)
    rig.store.set_part("test")
    for _ in range(3):
        rig.controller.evaluate_now()
    rig.until_over()
    assert rig.store.predictions is not None
    rig.store.set_part("validation")
    assert rig.store.predictions is None


def test_without_data_or_without_a_network_nothing_starts(qtbot: QtBot) -> None:
    rig = EvaluationRig(qtbot)
    rig.classifiers = ClassifierStore()
    EvaluationController(rig.store, rig.data, ClassifierStore()).evaluate_now()
    EvaluationController(rig.store, DataStore(), rig.classifiers).evaluate_now()
    assert rig.store.progress is None


def test_closing_the_window_ends_it(rig: EvaluationRig) -> None:
    rig.use_many_images()
    rig.controller.evaluate_now()
    assert rig.controller.shut_down()


def test_outputs_that_are_no_numbers_are_a_problem_and_the_next_evaluation_works(rig: EvaluationRig) -> None:
    spoilt = drawn_classifier()
    spoilt.set_weights({name: torch.full_like(w, float("inf")) for name, w in spoilt.network.state_dict().items()})
    rig.controller.evaluate(spoilt, SHIPPED, "validation")
    rig.until_over()
    assert rig.store.predictions is None
    assert "diverged" in str(rig.store.problem)
    rig.controller.evaluate_now()
    rig.until_over()
    assert rig.store.predictions is not None
    assert rig.store.problem is None


def test_an_evaluation_that_breaks_is_a_problem_and_no_silence(
    rig: EvaluationRig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_arguments: object) -> None:
        raise MemoryError("no room for the outputs")

    monkeypatch.setattr(evaluation_controller, "outputs_of", fail)
    rig.controller.evaluate_now()
    rig.until_over()
    assert "there is not enough memory" in str(rig.store.problem)
    assert "a task broke" in caplog.text
