"""The state of the Softmax page: what is by hand, the network, and what is added to logits from elsewhere."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.softmax.presets import PRESETS, PresetKey
from lossviz.stores.logits_choices import LogitsChoices
from lossviz.stores.logits_source import DIGITS, SOURCES, LogitsSource
from lossviz.stores.logits_store import LogitsStore
from tests.support.logits_by_hand import set_logits
from tests.support.state_checks import assert_comes_back, assert_preparing_changes_nothing, assert_refused

CASE = (("benign", "malignant"), (0.0, 1.5), (0.0, 1.0))


def assert_same_numbers(store: LogitsStore, other: LogitsStore) -> None:
    assert np.array_equal(other.logits, store.logits)
    assert np.array_equal(other.target, store.target)
    assert np.array_equal(other.facts.probabilities, store.facts.probabilities)
    assert (other.names, other.true_class, other.smoothing) == (store.names, store.true_class, store.smoothing)


@given(
    st.sampled_from(SOURCES[:2]),
    st.lists(st.floats(-1e4, 1e4), min_size=2, max_size=10),
    st.floats(0.1, 10),
    st.floats(0, 0.5),
    st.booleans(),
    st.floats(1e-4, 100),
)
def test_what_is_set_by_hand_comes_back(
    source: LogitsSource, logits: list[float], temperature: float, smoothing: float, is_double: bool, rate: float
) -> None:
    store, other = LogitsStore(), LogitsStore()
    store.set_class_count(len(logits))
    set_logits(store, logits)
    store.set_name(1, "second")
    store.set_true_class(1)
    store.set_smoothing(smoothing)
    store.set_temperature(temperature)
    store.set_double(is_double)
    store.set_rate(rate)
    store.set_step_loss("mse")
    store.set_weight(1, 2, 4.5)
    store.set_source(source)
    store.set_logit(0, 0.25)
    assert_comes_back(LogitsChoices(store), LogitsChoices(other))
    assert_same_numbers(store, other)
    assert (other.temperature, other.is_double, other.rate, other.step_loss) == (temperature, is_double, rate, "mse")


@given(st.integers(0, 2), st.floats(0, 1))
def test_soft_targets_come_back_to_the_last_digit(index: int, share: float) -> None:
    store, other = LogitsStore(), LogitsStore()
    store.apply_preset("soft_second")
    store.set_target(index, share)
    other.set_class_count(5)
    assert_comes_back(LogitsChoices(store), LogitsChoices(other))
    assert_same_numbers(store, other)


def test_the_one_sigmoid_comes_back_and_can_be_given_in_part() -> None:
    store, other = LogitsStore(), LogitsStore()
    store.set_sigmoid(-50.0, 1.0)
    assert_comes_back(LogitsChoices(store), LogitsChoices(other))
    assert other.sigmoid == store.sigmoid
    LogitsChoices(other).prepare({"sigmoid": {"z": 3.0}})()
    assert (other.sigmoid.z, other.sigmoid.label) == (3.0, 1.0)
    assert_refused(LogitsChoices(other), {"sigmoid": {"label": 2}}, "label")


@pytest.mark.parametrize("key", PRESETS)
def test_a_preset_alone_is_as_chosen_in_the_window(key: PresetKey) -> None:
    store = LogitsStore()
    store.set_source("case")
    store.set_temperature(3.0)
    LogitsChoices(store).prepare({"preset": key})()
    assert (store.preset, store.source, store.temperature) == (key, "hand", 1.0)


def test_what_stands_beside_a_preset_changes_it() -> None:
    store = LogitsStore()
    LogitsChoices(store).prepare({"preset": "four_classes", "temperature": 2.0, "true_class": 3, "double": True})()
    assert (store.class_count, store.temperature, store.true_class, store.is_double) == (4, 2.0, 3, True)


def test_logits_alone_bring_as_many_classes_and_are_by_hand() -> None:
    store = LogitsStore()
    store.set_source("digit")
    LogitsChoices(store).prepare({"logits": [1, 2, 3, 4, 5]})()
    assert (store.source, store.names, store.logits.tolist()) == ("hand", tuple("ABCDE"), [1, 2, 3, 4, 5])


def test_smoothing_alone_keeps_the_network_in_sight() -> None:
    store = LogitsStore()
    store.set_source("network")
    LogitsChoices(store).prepare({"smoothing": 0.1})()
    assert (store.source, store.smoothing) == ("network", 0.1)


def test_nudges_and_a_chosen_target_of_a_case_come_back_before_it_is_fed() -> None:
    store, other = LogitsStore(), LogitsStore()
    store.set_source("case")
    store.feed(*CASE)
    store.set_true_class(0)
    store.set_logit(1, 2.0)
    assert_comes_back(LogitsChoices(store), LogitsChoices(other))
    other.feed(*CASE)
    assert_same_numbers(store, other)
    assert LogitsChoices(other).state() == LogitsChoices(store).state()


def test_what_follows_from_the_drawn_digit_is_no_part_of_the_state() -> None:
    store = LogitsStore()
    store.set_source("digit")
    before = LogitsChoices(store).state()
    store.feed(DIGITS, tuple(range(10)), None)
    assert store.true_class == 9
    assert LogitsChoices(store).state() == before


def test_the_class_that_was_chosen_for_a_digit_is_given_up_again() -> None:
    store = LogitsStore()
    store.set_source("digit")
    store.feed(DIGITS, tuple(range(10)), None)
    before = LogitsChoices(store).state()
    store.set_true_class(4)
    assert LogitsChoices(store).state() != before
    LogitsChoices(store).prepare(before)()
    assert (store.true_class, store.logits.tolist(), store.has_feed) == (9, list(range(10)), True)


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"preset": "best"}, "softmax.preset"),
        ({"source": "file"}, "softmax.source"),
        ({"logits": [1]}, "softmax.logits"),
        ({"logits": [1, float("nan")]}, "softmax.logits"),
        ({"logits": [1, 2], "names": ["a", "b", "c"]}, "softmax.names"),
        ({"names": ["a", "a", "b"]}, "softmax.names"),
        ({"names": ["a", " ", "b"]}, "softmax.names"),
        ({"true_class": 3}, "softmax.true_class"),
        ({"smoothing": 0.6}, "softmax.smoothing"),
        ({"targets": [0.5, 0.5]}, "softmax.targets"),
        ({"targets": [0.5, 0.5, 0.5]}, "softmax.targets"),
        ({"targets": [0.5, 0.5, 0.0], "true_class": 1}, "softmax.targets"),
        ({"temperature": 0}, "softmax.temperature"),
        ({"double": 1}, "softmax.double"),
        ({"rate": 0}, "softmax.rate"),
        ({"loss": "hinge"}, "softmax.loss"),
        ({"network": {"x": [1, 2]}}, "softmax.network.x"),
        ({"network": {"weights": [[1, 2, 3]]}}, "softmax.network.weights"),
        ({"network": {"bias": [1, 2, 51]}}, "softmax.network.bias"),
        ({"network": {"w": []}}, "softmax.network.w"),
        ({"nudges": [1, 2]}, "softmax.nudges"),
        ({"fed": {"file": None}}, "softmax.fed.file"),
        ({"fed": {"case": {"names": ["a"]}}}, "softmax.fed.case.names"),
        ({"fed": {"case": {"true_class": 2}}}, "softmax.fed.case.true_class"),
        ({"fed": {"case": {"true_class": 1, "given": [1, 1]}}}, "softmax.fed.case.given"),
        ({"classes": 3}, "softmax.classes"),
    ],
)
def test_what_cannot_be_is_refused_by_name(state: dict[str, object], named: str) -> None:
    assert_refused(LogitsChoices(LogitsStore()), state, named)


def test_checking_changes_nothing() -> None:
    assert_preparing_changes_nothing(LogitsChoices(LogitsStore()), {"preset": "overflow", "source": "network"})
