"""LogitsStore: one owner of the logits, whoever gives them."""

from collections.abc import Callable

import numpy as np
import pytest
import torch
from torch.nn import functional

from lossviz.core.errors import LossvizError
from lossviz.core.softmax.presets import PRESETS, PresetKey
from lossviz.stores.logits_source import DIGITS, FED_SOURCES, LogitsSource
from lossviz.stores.logits_store import LogitsStore
from tests.support.logits_by_hand import set_logits, set_targets

SIGNALS = (
    "logits_changed",
    "targets_changed",
    "settings_changed",
    "source_changed",
    "pointing_changed",
    "network_changed",
    "playing_changed",
)


@pytest.fixture
def store() -> LogitsStore:
    return LogitsStore()


def told(store: LogitsStore, change: Callable[[], None]) -> list[str]:
    """The signals that come of the change, in the order of SIGNALS, as often as they come."""
    heard: list[str] = []
    for name in SIGNALS:
        getattr(store, name).connect(lambda name=name: heard.append(name))
    change()
    return sorted(heard, key=SIGNALS.index)


@pytest.mark.parametrize("key", PRESETS)
def test_a_preset_shows_its_numbers(store: LogitsStore, key: PresetKey) -> None:
    store.set_temperature(3.0)
    store.set_source("network")
    store.apply_preset(key)
    assert tuple(store.logits) == PRESETS[key].logits
    assert tuple(store.target) == pytest.approx(PRESETS[key].target, abs=1e-15)
    assert (store.source, store.temperature, store.preset) == ("hand", 1.0, key)
    assert len(store.names) == len(store.network.bias) == store.class_count
    store.set_logit(0, 1.2345)
    assert store.preset is None


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.set_logit(0, float("nan")),
        lambda store: store.set_logit(0, float("inf")),
        lambda store: store.set_logit(0, 1e308),
        lambda store: store.set_logit(0, -10000.1),
        lambda store: store.add_constant(9999.0),
        lambda store: store.set_class_count(1),
        lambda store: store.set_class_count(11),
        lambda store: store.set_name(0, "   "),
        lambda store: store.set_name(0, "B"),
        lambda store: store.set_name(0, "x" * 25),
        lambda store: store.set_temperature(0.0),
        lambda store: store.set_temperature(float("nan")),
        lambda store: store.set_target(0, 1.1),
        lambda store: store.set_smoothing(0.6),
        lambda store: store.set_rate(0.0),
        lambda store: store.set_feature(0, float("inf")),
        lambda store: store.set_weight(0, 0, 51.0),
        lambda store: store.set_bias(0, float("nan")),
    ],
)
def test_what_cannot_be_used_is_explained_and_changes_nothing(
    store: LogitsStore, change: Callable[[LogitsStore], None]
) -> None:
    facts, network = store.facts, store.network

    def refused() -> None:
        with pytest.raises(LossvizError) as caught:
            change(store)
        assert all((caught.value.what, caught.value.why, caught.value.remedy))
        assert "{" not in str(caught.value)

    assert told(store, refused) == []
    assert store.facts is facts
    assert store.network is network
    assert (store.temperature, store.smoothing, store.rate, store.names) == (1.0, 0.0, 1.0, ("A", "B", "C"))


def test_the_message_names_the_range(store: LogitsStore) -> None:
    with pytest.raises(LossvizError, match="Logits go from -10000 to 10000 here"):
        store.set_logit(0, 1e308)


def test_each_change_is_told_once(store: LogitsStore) -> None:
    assert told(store, lambda: store.set_logit(0, 2.0)) == ["logits_changed"]


def test_no_change_is_not_told(store: LogitsStore) -> None:
    def nothing() -> None:
        store.set_logit(0, 3.0)
        store.set_true_class(0)
        store.set_target(0, 1.0)
        store.set_smoothing(0.0)
        store.set_class_count(3)
        store.set_name(0, "A")
        store.set_source("hand")
        store.release()

    assert told(store, nothing) == []


def test_the_facts_are_kept_until_an_input_changes(store: LogitsStore) -> None:
    facts = store.facts
    store.point(1, "exp")
    store.set_rate(2.0)
    store.set_bias(0, 3.0)
    assert store.facts is facts
    store.set_double(is_double=True)
    assert store.facts is not facts
    assert store.facts.is_double


def test_a_constant_changes_no_probability(store: LogitsStore) -> None:
    before = store.facts.probabilities
    store.add_constant(512.0)
    np.testing.assert_array_equal(store.logits, [515.0, 513.0, 509.0])
    np.testing.assert_array_equal(store.facts.probabilities, before)


def test_the_class_count_brings_letters_and_network_along(store: LogitsStore) -> None:
    store.set_name(0, "cat")
    store.set_true_class(2)
    store.point(2, "p")
    assert told(store, lambda: store.set_class_count(2)) == [
        "logits_changed",
        "targets_changed",
        "settings_changed",
        "pointing_changed",
        "network_changed",
    ]
    assert (store.names, store.true_class, store.hovered, store.term) == (("cat", "B"), 0, None, "p")
    store.set_class_count(10)
    assert store.names == ("cat", "B", *"CDEFGHIJ")
    assert len(store.logits) == len(store.target) == len(store.nudges) == len(store.network.logits) == 10


def test_smoothing_stays_with_the_true_class(store: LogitsStore) -> None:
    store.set_smoothing(0.3)
    np.testing.assert_allclose(store.target, [0.8, 0.1, 0.1], rtol=1e-15)
    store.set_true_class(1)
    np.testing.assert_allclose(store.target, [0.1, 0.8, 0.1], rtol=1e-15)
    assert store.true_class == 1
    store.set_target(1, 0.5)
    assert store.true_class is None
    assert (store.target_class, store.smoothing) == (1, 0.0)


def test_smoothing_makes_the_class_with_the_largest_target_the_true_one(store: LogitsStore) -> None:
    set_targets(store, [0.2, 0.5, 0.3])
    store.set_smoothing(0.3)
    assert (store.true_class, store.smoothing) == (1, 0.3)
    np.testing.assert_allclose(store.target, [0.1, 0.8, 0.1], rtol=1e-15)


def test_a_new_class_does_not_take_a_letter_that_is_in_use(store: LogitsStore) -> None:
    store.set_class_count(2)
    store.set_name(0, "C")
    store.set_class_count(4)
    assert store.names == ("C", "B", "D", "E")


@pytest.mark.parametrize("source", ["network", *FED_SOURCES])
def test_a_logit_changed_by_hand_is_a_nudge_until_it_is_released(store: LogitsStore, source: LogitsSource) -> None:
    store.set_source(source)
    given = store.logits
    store.set_logit(1, given[1] + 2.0)
    np.testing.assert_array_equal(store.nudges, np.eye(store.class_count)[1] * 2.0)
    store.step()
    assert store.has_nudges
    store.release()
    assert not store.has_nudges
    np.testing.assert_array_equal(store.logits, given)


def test_a_nudge_stays_on_top_of_what_is_fed(store: LogitsStore) -> None:
    store.set_source("case")
    store.feed(("benign", "malignant"), (0.0, 1.0), (0.0, 1.0))
    store.set_logit(1, 3.0)
    store.feed(("benign", "malignant"), (0.0, -1.0), (1.0, 0.0))
    np.testing.assert_array_equal(store.logits, [0.0, 1.0])
    assert (store.names, store.true_class) == (("benign", "malignant"), 0)


def test_nudged_logits_stay_within_the_limits(store: LogitsStore) -> None:
    store.set_source("case")
    store.feed(("a", "b"), (0.0, 0.0), None)
    store.set_logit(0, 1e4)
    store.feed(("a", "b"), (1e4, 0.0), None)
    np.testing.assert_array_equal(store.logits, [1e4, 0.0])


@pytest.mark.parametrize("source", ["hand", "network"])
def test_a_feed_that_is_not_looked_at_is_ignored(store: LogitsStore, source: LogitsSource) -> None:
    store.set_source(source)
    assert told(store, lambda: store.feed(DIGITS, np.arange(10.0), None)) == []
    assert store.class_count == 3


def test_a_feed_that_cannot_be_used_changes_nothing(store: LogitsStore) -> None:
    store.set_source("digit")
    for names, logits, target in [
        (DIGITS, np.full(10, np.nan), None),
        (DIGITS, np.full(10, 2e4), None),
        (DIGITS, np.zeros(9), None),
        (DIGITS[:2], np.zeros(2), (0.9, 0.9)),
        (("a",), np.zeros(1), None),
    ]:
        with pytest.raises(LossvizError):
            store.feed(names, logits, target)
    assert not store.has_feed
    np.testing.assert_array_equal(store.logits, np.zeros(10))


def test_the_likeliest_digit_counts_as_true_until_one_is_chosen(store: LogitsStore) -> None:
    store.set_source("digit")
    assert (store.has_feed, store.names) == (False, DIGITS)
    store.feed(DIGITS, np.eye(10)[7], None)
    assert (store.has_feed, store.true_class) == (True, 7)
    store.feed(DIGITS, np.eye(10)[1], None)
    assert store.true_class == 1
    store.set_true_class(4)
    store.feed(DIGITS, np.eye(10)[9], None)
    assert store.true_class == 4
    store.end_feed()
    assert not store.has_feed
    store.feed(DIGITS, np.eye(10)[9], None)
    assert store.true_class == 9


def test_the_same_target_fed_again_leaves_the_one_chosen_by_hand(store: LogitsStore) -> None:
    store.set_source("case")
    store.feed(("a", "b"), (0.0, 1.0), (0.0, 1.0))
    store.set_true_class(0)
    store.feed(("a", "b"), (0.0, 1.5), (0.0, 1.0))
    assert store.true_class == 0
    store.feed(("a", "b"), (0.0, 1.5), (1.0, 0.0))
    store.feed(("a", "b"), (0.0, 1.5), (0.0, 1.0))
    assert store.true_class == 1


def test_each_source_keeps_what_it_had(store: LogitsStore) -> None:
    set_logits(store, [1.0, 2.0, 4.0])
    set_targets(store, [0.2, 0.3, 0.5])
    store.set_source("digit")
    store.feed(DIGITS, np.arange(10.0), None)
    store.set_source("hand")
    np.testing.assert_array_equal(store.logits, [1.0, 2.0, 4.0])
    np.testing.assert_array_equal(store.target, [0.2, 0.3, 0.5])
    assert store.names == ("A", "B", "C")
    store.set_source("digit")
    np.testing.assert_array_equal(store.logits, np.arange(10.0))


@pytest.mark.parametrize("source", FED_SOURCES)
def test_fed_classes_are_not_ones_own(store: LogitsStore, source: LogitsSource) -> None:
    store.set_source(source)
    with pytest.raises(LossvizError, match="by hand"):
        store.set_class_count(4)
    with pytest.raises(LossvizError, match="by hand"):
        store.set_name(0, "mine")


def test_the_network_moves_the_logits_only_while_it_is_the_source(store: LogitsStore) -> None:
    assert told(store, lambda: store.set_feature(0, 2.0)) == ["network_changed"]
    store.set_source("network")
    network = store.network
    expected = functional.linear(*map(torch.tensor, (network.x, network.weights, network.bias))).numpy()
    np.testing.assert_allclose(store.logits, expected, rtol=1e-15)
    store.set_weight(1, 2, 4.0)
    assert store.logits[1] == pytest.approx(expected[1] + (4.0 - network.weights[1, 2]) * network.x[2])


@pytest.mark.parametrize("is_double", [False, True])
@pytest.mark.parametrize("kind", ["bce", "mse"])
def test_steps_are_those_of_torchs_sgd(store: LogitsStore, kind: str, is_double: bool) -> None:
    store.apply_preset("soft_second")
    store.set_temperature(0.5)
    store.set_double(is_double)
    store.set_rate(0.3)
    store.set_step_loss("bce" if kind == "bce" else "mse")
    z, y = torch.tensor(store.logits.tolist(), dtype=torch.float64), torch.tensor(store.target.tolist()).double()
    for _ in range(10):
        z.requires_grad_()
        scores = torch.softmax(z / 0.5, dim=0) if is_double else z / 0.5
        loss = (
            functional.cross_entropy(scores, y)
            if kind == "bce"
            else functional.mse_loss(torch.softmax(scores, dim=0), y)
        )
        (downhill,) = torch.autograd.grad(loss, z)
        z = (z - 0.3 * downhill).detach()
    store.step(10)
    np.testing.assert_allclose(store.logits, z.numpy(), rtol=1e-6)


def test_playing_ends_at_the_least_loss(store: LogitsStore) -> None:
    store.apply_preset("soft_first")
    store.set_playing(is_playing=True)
    store.step(1000)
    assert not store.is_playing
    assert store.facts.loss == pytest.approx(store.facts.floor, abs=1e-12)
    np.testing.assert_allclose(store.facts.probabilities, store.target, atol=1e-10)


@pytest.mark.parametrize("change", ["source", "preset"])
def test_other_logits_end_the_playing(store: LogitsStore, change: str) -> None:
    store.set_playing(is_playing=True)
    if change == "source":
        store.set_source("network")
    else:
        store.apply_preset("unsure")
    assert not store.is_playing


def test_one_sigmoid_has_a_logit_and_a_label_of_its_own(store: LogitsStore) -> None:
    assert (store.sigmoid.z, store.sigmoid.label) == (20.0, 0.0)
    assert told(store, lambda: store.set_sigmoid(-50.0, 1.0)) == ["settings_changed"]
    assert told(store, lambda: store.set_sigmoid(-50.0, 1.0)) == []
    with pytest.raises(LossvizError):
        store.set_sigmoid(float("inf"), 0.0)
    assert (store.sigmoid.z, store.sigmoid.label) == (-50.0, 1.0)
