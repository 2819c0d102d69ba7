"""The states of the Losses page's stores: two distributions, the experiments by hand, the race."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.by_hand.settings import LIMITS
from lossviz.core.by_hand.summation_race import RaceSettings
from lossviz.core.likelihood.distribution_presets import DISTRIBUTION_PRESETS, DistributionPreset
from lossviz.stores.by_hand_store import ByHandStore
from lossviz.stores.distributions_store import SIDES, DistributionsStore, Side
from lossviz.stores.race_choices import KINDS, RaceChoices
from lossviz.stores.race_store import RaceStore
from tests.support.state_checks import assert_comes_back, assert_preparing_changes_nothing, assert_refused
from tests.support.tellings import Tellings

SHARES = st.lists(st.tuples(st.sampled_from(SIDES), st.integers(0, 1), st.floats(0, 1)), max_size=8)
SETTINGS = st.fixed_dictionaries({name: st.integers(*limits) for name, limits in LIMITS.items()})


@given(st.integers(2, 6), SHARES, st.sampled_from(("nats", "bits")))
def test_distributions_come_back_to_the_last_digit(
    count: int, shares: list[tuple[Side, int, float]], unit: str
) -> None:
    store = DistributionsStore()
    store.set_count(count)
    for share in shares:
        store.set_share(*share)
    store.set_unit("bits" if unit == "bits" else "nats")
    assert_comes_back(store, DistributionsStore())


@pytest.mark.parametrize("preset", DISTRIBUTION_PRESETS)
def test_a_preset_of_distributions_is_the_one_of_the_window(preset: DistributionPreset) -> None:
    chosen, named = DistributionsStore(), DistributionsStore()
    for store in (chosen, named):
        store.set_count(4)
    chosen.apply_preset(preset)
    named.prepare({"preset": preset})()
    assert named.state() == chosen.state()


def test_a_preset_may_say_for_how_many_outcomes() -> None:
    store = DistributionsStore()
    store.prepare({"preset": "uniform", "count": 5, "unit": "bits"})()
    assert (store.count, store.unit) == (5, "bits")
    np.testing.assert_allclose(store.distribution("q"), 0.2)


def test_shares_that_were_rounded_by_hand_are_scaled_to_sum_to_1() -> None:
    store = DistributionsStore()
    store.prepare({"p": [1 / 3 + 1e-10, 1 / 3, 1 / 3], "q": [0.5, 0.5, 0]})()
    assert float(store.distribution("p").sum()) == pytest.approx(1.0, abs=1e-15)


def test_an_outcome_that_is_gone_is_no_longer_pointed_at() -> None:
    store = DistributionsStore()
    store.point(2)
    store.prepare({"p": [1, 0], "q": [0.5, 0.5]})()
    assert store.hovered is None


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"p": [0.5, 0.6], "q": [0.5, 0.5]}, "distributions.p"),
        ({"p": [0.5, -0.5, 1]}, "distributions.p"),
        ({"p": [float("nan"), 0.5, 0.5]}, "distributions.p"),
        ({"p": [0.5, 0.5]}, "distributions.q"),
        ({"q": [1]}, "distributions.q"),
        ({"unit": "hartleys"}, "distributions.unit"),
        ({"preset": "far"}, "distributions.preset"),
        ({"count": 7}, "distributions.count"),
        ({"unit": "bits", "x": 1}, "distributions.x"),
    ],
)
def test_what_are_no_distributions_is_refused(state: dict[str, object], named: str) -> None:
    assert_refused(DistributionsStore(), state, named)


def test_a_state_that_is_there_already_is_not_told() -> None:
    store = DistributionsStore()
    told = Tellings(store.changed)
    store.prepare(store.state())()
    assert told.count == 0
    assert_preparing_changes_nothing(store, {"preset": "equal", "unit": "bits"})
    assert told.count == 1


@given(SETTINGS, st.tuples(st.integers(0, 2), st.integers(0, 2)))
def test_the_experiments_come_back(settings: dict[str, int], labels: tuple[int, int]) -> None:
    store = ByHandStore()
    store.change(**settings)
    for sample, label in enumerate(labels):
        store.set_label(sample, label)
    assert_comes_back(store, ByHandStore())


def test_what_is_not_given_of_the_experiments_stays() -> None:
    store = ByHandStore()
    store.change(seed=5)
    store.prepare({"classes": 4})()
    assert (store.settings.seed, store.settings.classes, store.labels) == (5, 4, (2, 1))


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"seed": -1}, "by_hand.seed"),
        ({"classes": 2.5}, "by_hand.classes"),
        ({"labels": [0, 3]}, "by_hand.labels"),
        ({"labels": [0]}, "by_hand.labels"),
        ({"features": 4, "feature": 4}, "by_hand.feature"),
    ],
)
def test_experiments_that_cannot_be_made_are_refused(state: dict[str, object], named: str) -> None:
    assert_refused(ByHandStore(), state, named)


@given(st.sampled_from(KINDS), st.none() | st.floats(0.01, 60))
def test_the_race_comes_back(kind: str, seconds: float | None) -> None:
    store, other = RaceStore(), RaceStore()
    store.set_settings(RaceSettings("list" if kind == "list" else "tensor", seconds))
    assert_comes_back(RaceChoices(store), RaceChoices(other))
    assert other.settings == store.settings


def test_the_length_of_a_race_stays_where_it_is_not_given() -> None:
    store = RaceStore()
    RaceChoices(store).prepare({"seconds": None})()
    RaceChoices(store).prepare({"kind": "list"})()
    assert store.settings == RaceSettings("list", None)


@pytest.mark.parametrize(
    ("state", "named"),
    [({"seconds": 0}, "race.seconds"), ({"kind": "array"}, "race.kind"), ({"laps": 1}, "race.laps")],
)
def test_a_race_that_cannot_be_run_is_refused(state: dict[str, object], named: str) -> None:
    assert_refused(RaceChoices(RaceStore()), state, named)


def test_a_race_that_is_on_keeps_its_settings() -> None:
    store = RaceStore()
    store.begin()
    choices = RaceChoices(store)
    choices.prepare(choices.state())()
    assert_refused(choices, {"seconds": 5}, "race.seconds")
    assert_refused(choices, {"kind": "list"}, "race.kind")
