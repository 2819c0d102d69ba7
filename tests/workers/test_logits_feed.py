"""LogitsFeed: what is selected or drawn elsewhere reaches the Softmax page, and nothing else does."""

import math
from dataclasses import dataclass

import numpy as np
import pytest

from lossviz.core.fit.logistic import Parameters
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.classifier import Classifier, empty_network
from lossviz.core.training.training_data import InputScale
from lossviz.resource_files import resource_path
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
from lossviz.stores.digit_store import DigitStore
from lossviz.stores.fit_store import FitStore
from lossviz.stores.logits_store import LogitsStore
from lossviz.stores.message_store import MessageStore
from lossviz.workers.logits_feed import LogitsFeed


@dataclass(frozen=True)
class _Rig:
    logits: LogitsStore
    fit: FitStore
    digit: DigitStore
    classifiers: ClassifierStore
    messages: MessageStore
    feed: LogitsFeed

    def draw_a_one(self) -> None:
        self.digit.begin_stroke(0.5, 0.2)
        for step in range(1, 13):
            self.digit.extend_stroke(0.5, 0.2 + 0.05 * step)
        self.digit.finish_gesture()


@pytest.fixture
def rig(qapp: object) -> _Rig:
    stores = LogitsStore(), FitStore(), DigitStore(), ClassifierStore(), MessageStore()
    shipped = load_run(resource_path("checkpoints/course_cnn.pt"))
    stores[3].set_shipped(shipped.classifier(), ClassifierSource(None, 0, "MNIST", None))
    return _Rig(*stores, LogitsFeed(*stores))


def test_by_hand_nothing_is_fed(rig: _Rig) -> None:
    before = rig.logits.logits.tolist()
    rig.fit.select(3)
    rig.draw_a_one()
    rig.feed.collect()
    assert rig.logits.logits.tolist() == before


def test_a_selected_case_is_a_softmax_of_two_logits(rig: _Rig) -> None:
    rig.logits.set_source("case")
    rig.fit.select(3)
    rig.feed.collect()
    w, b = rig.fit.parameters
    z = w * float(rig.fit.cases.x[3]) + b
    assert rig.logits.names == (rig.fit.cases.words.negative, rig.fit.cases.words.positive)
    assert rig.logits.logits.tolist() == [0.0, pytest.approx(z)]
    assert rig.logits.facts.probabilities[1] == pytest.approx(1 / (1 + math.exp(-z)), rel=1e-14)
    assert rig.logits.true_class == int(rig.fit.cases.y[3])


def test_the_case_is_followed_when_the_model_moves(rig: _Rig) -> None:
    rig.logits.set_source("case")
    rig.fit.select(0)
    rig.feed.collect()
    rig.fit.set_parameters(Parameters(0.0, 2.0))
    rig.feed.collect()
    assert rig.logits.logits.tolist() == [0.0, 2.0]


def test_a_nudge_stays_on_top_of_what_is_fed_until_it_is_released(rig: _Rig) -> None:
    rig.logits.set_source("case")
    rig.fit.select(0)
    rig.fit.set_parameters(Parameters(0.0, 2.0))
    rig.feed.collect()
    rig.logits.set_logit(1, 3.0)
    rig.fit.set_parameters(Parameters(0.0, 5.0))
    rig.feed.collect()
    assert rig.logits.logits.tolist() == [0.0, 6.0]
    rig.logits.release()
    assert rig.logits.logits.tolist() == [0.0, 5.0]


def test_without_a_selection_there_is_no_feed(rig: _Rig) -> None:
    rig.logits.set_source("case")
    rig.fit.select(0)
    rig.feed.collect()
    assert rig.logits.has_feed
    rig.fit.select(None)
    rig.feed.collect()
    assert not rig.logits.has_feed


def test_the_drawn_digit_gives_the_networks_ten_logits(rig: _Rig) -> None:
    rig.logits.set_source("digit")
    rig.draw_a_one()
    rig.feed.collect()
    answer = rig.classifiers.answer(rig.digit.image_u8)
    assert answer is not None
    assert answer.probabilities is not None
    assert rig.logits.logits.tolist() == answer.outputs.tolist()
    assert np.allclose(rig.logits.facts.probabilities, answer.probabilities, rtol=0, atol=1e-12)
    assert rig.logits.target_class == answer.digit
    rig.digit.clear()
    rig.feed.collect()
    assert not rig.logits.has_feed


def test_a_network_with_one_output_has_no_logits_and_that_is_said(rig: _Rig) -> None:
    network = empty_network("softmax_regression", "mse_number")
    one = Classifier("softmax_regression", "mse_number", InputScale(0.0, 1.0), network.state_dict())
    rig.classifiers.set_trained(one, ClassifierSource(1, 0, "MNIST", None))
    rig.logits.set_source("digit")
    rig.draw_a_one()
    rig.feed.collect()
    assert not rig.logits.has_feed
    assert rig.messages.message is not None
    rig.classifiers.set_asks_trained(asks_trained=False)
    rig.feed.collect()
    assert rig.logits.has_feed
    assert rig.messages.message is None


def test_logits_beyond_all_bounds_are_told_of_and_change_nothing(rig: _Rig) -> None:
    rig.logits.set_source("case")
    rig.fit.select(0)
    rig.feed.collect()
    before = rig.logits.logits.tolist()
    rig.fit.set_parameters(Parameters(0.0, 1e5))
    rig.feed.collect()
    assert rig.logits.logits.tolist() == before
    assert rig.messages.message is not None
    rig.fit.set_parameters(Parameters(0.0, 1.0))
    rig.feed.collect()
    assert rig.messages.message is None
