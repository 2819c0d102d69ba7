"""The states of the MNIST page: the settings of the next run, of the next comparison, of the next landscape."""

import os
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.landscape.grid_order import GRID_SIZES
from lossviz.core.landscape.settings import LandscapeSettings
from lossviz.core.names import DEVICE_NAMES, DeviceName
from lossviz.core.training.settings import CHOICES, LIMITS, PRESETS, TrainingSettings
from lossviz.core.training.variants import DIFFERENCES, Difference
from lossviz.stores.comparison_choices import ComparisonChoices
from lossviz.stores.comparison_store import ComparisonStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.landscape_choices import LandscapeChoices
from lossviz.stores.landscape_store import LandscapeStore
from lossviz.stores.state_table import StateTable
from lossviz.stores.training_choices import TrainingChoices
from lossviz.stores.training_store import TrainingStore
from tests.support.state_checks import assert_comes_back, assert_preparing_changes_nothing, assert_refused
from tests.support.tellings import Tellings

_NUMBERS = {
    name: st.floats(*limits) if name == "learning_rate" else st.integers(int(limits[0]), int(limits[1]))
    for name, limits in LIMITS.items()
}
SETTINGS = st.fixed_dictionaries({**{name: st.sampled_from(names) for name, names in CHOICES.items()}, **_NUMBERS})
THREADS = st.integers(1, os.cpu_count() or 1)


def training_store(settings: TrainingSettings | None = None) -> TrainingStore:
    return TrainingStore(DataStore(), settings or TrainingSettings(), "auto", 1)


@given(SETTINGS, st.sampled_from(DEVICE_NAMES), THREADS, st.booleans())
def test_the_settings_of_a_run_come_back(
    settings: dict[str, object], device: DeviceName, threads: int, continues: bool
) -> None:
    store, other = training_store(), training_store()
    store.set_settings(TrainingSettings.from_dict(settings))
    store.set_wanted_device(device)
    store.set_threads(threads)
    store.set_continues(continues)
    assert_comes_back(TrainingChoices(store), TrainingChoices(other))
    assert other.settings == store.settings


@pytest.mark.parametrize("key", PRESETS)
def test_a_preset_of_a_run_is_the_one_of_the_window(key: str) -> None:
    store = training_store(TrainingSettings(seed=9, batch_size=7))
    TrainingChoices(store).prepare({"preset": key})()
    assert store.settings == PRESETS[key]


def test_what_stands_beside_a_preset_changes_it() -> None:
    store = training_store()
    TrainingChoices(store).prepare({"preset": "fast_99", "epochs": 1, "learning_rate": 1})()
    assert store.settings == PRESETS["fast_99"].changed(epochs=1, learning_rate=1.0)


def test_the_settings_that_are_there_already_are_not_told() -> None:
    store = training_store()
    told, choices = Tellings(store.settings_changed), TrainingChoices(store)
    choices.prepare(choices.state())()
    assert told.count == 0
    assert_preparing_changes_nothing(choices, {"seed": 3, "device": "cpu", "continues": True})
    assert told.count == 1


def test_a_state_from_a_larger_machine_gives_as_many_threads_as_there_are_processors() -> None:
    store = training_store()
    TrainingChoices(store).prepare({"threads": 1024})()
    assert store.threads == max(os.cpu_count() or 1, 1)


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"loss": "hinge"}, "training.loss"),
        ({"learning_rate": 0}, "training.learning_rate"),
        ({"epochs": 1.5}, "training.epochs"),
        ({"seed": True}, "training.seed"),
        ({"preset": "slow"}, "training.preset"),
        ({"device": "tpu"}, "training.device"),
        ({"threads": 0}, "training.threads"),
        ({"continues": 1}, "training.continues"),
        ({"seed": 1, "sede": 1}, "training.sede"),
    ],
)
def test_settings_that_cannot_be_trained_are_refused(state: dict[str, object], named: str) -> None:
    assert_refused(TrainingChoices(training_store()), state, named)


@pytest.mark.parametrize("difference", DIFFERENCES)
@pytest.mark.parametrize("seeds", [1, 5])
def test_a_comparison_comes_back_over_the_settings_it_was_made_with(difference: Difference, seeds: int) -> None:
    training = training_store(TrainingSettings(seed=4, epochs=2))
    store = ComparisonStore(training)
    store.propose(difference)
    store.set_seeds(seeds)
    if difference in {"loss", "optimizer"}:
        store.add_variant()
    other_training = training_store()
    other = ComparisonStore(other_training)
    table = table_of(other_training, other)
    table.set_state(table_of(training, store).state())
    assert other.plan == store.plan


def table_of(training: TrainingStore, comparison: ComparisonStore) -> StateTable:
    comparing = ComparisonChoices(comparison, training)
    return StateTable({"mnist": {"training": TrainingChoices(training), "comparison": comparing}}, [])


def test_a_difference_given_alone_is_the_one_of_the_window() -> None:
    training = training_store()
    chosen, named = ComparisonStore(training), ComparisonStore(training)
    chosen.propose("optimizer")
    ComparisonChoices(named, training).prepare({"difference": "optimizer"})()
    assert named.plan == chosen.plan


def test_variants_are_what_was_written_and_the_rest_is_on_the_controls() -> None:
    training = training_store()
    comparison = ComparisonStore(training)
    losses = [{"loss": "mse_softmax", "averaging": "sum"}, {"loss": "mse_number"}]
    table_of(training, comparison).set_state(
        {"comparison": {"difference": "loss", "variants": losses}, "training": {"epochs": 3, "seed": 8}}
    )
    settings = [one.settings for one in comparison.plan.variants]
    assert [(one.loss, one.averaging) for one in settings] == [("mse_softmax", "sum"), ("mse_number", "mean")]
    assert {(one.epochs, one.seed) for one in settings} == {(3, 8)}


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"difference": "weather"}, "comparison.difference"),
        ({"seeds": 6}, "comparison.seeds"),
        ({"difference": "loss", "variants": [{"loss": "mse_number"}]}, "comparison.variants"),
        ({"difference": "loss", "variants": [{"loss": "mse_number"}] * 2}, "comparison.variants"),
        ({"difference": "loss", "variants": [{"loss": "mse_number"}, {"loss": "x"}]}, "comparison.variants[1].loss"),
        ({"difference": "loss", "variants": [{"epochs": 2}, {}]}, "comparison.variants[0].epochs"),
        ({"difference": "learning_rate", "variants": [{"learning_rate": 0}, {}]}, "comparison.variants[0]"),
        ({"variants": {}}, "comparison.variants"),
        ({"kind": "loss"}, "comparison.kind"),
    ],
)
def test_a_comparison_that_would_not_be_fair_is_refused(state: dict[str, object], named: str) -> None:
    training = training_store()
    assert_refused(ComparisonChoices(ComparisonStore(training), training), state, named)


@given(
    st.sampled_from(("random", "path")),
    st.integers(0, 2**31 - 1),
    st.floats(0.01, 100),
    st.integers(100, 10_000),
    st.sampled_from(GRID_SIZES),
    st.booleans(),
)
def test_the_settings_of_a_landscape_come_back(
    directions: str, seed: int, span: float, images: int, grid: int, is_seen: bool
) -> None:
    store, other = LandscapeStore(), LandscapeStore()
    settings = LandscapeSettings("path" if directions == "path" else "random", seed, span, images, grid)
    store.set_settings(settings)
    store.set_3d(is_seen)
    store.set_quantile(is_seen)
    assert_comes_back(LandscapeChoices(store), LandscapeChoices(other))
    assert other.settings == settings


def test_what_is_not_given_of_a_landscape_stays() -> None:
    store = LandscapeStore()
    LandscapeChoices(store).prepare({"span": 2})()
    assert store.settings == replace(LandscapeSettings(), span=2.0)
    assert (store.is_3d, store.is_quantile) == (False, True)


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"grid": 10}, "landscape.grid"),
        ({"grid": 49}, "landscape.grid"),
        ({"span": 0}, "landscape.span"),
        ({"images": 1}, "landscape.images"),
        ({"directions": "up"}, "landscape.directions"),
        ({"in_3d": "yes"}, "landscape.in_3d"),
        ({"sead": 1}, "landscape.sead"),
    ],
)
def test_a_landscape_that_cannot_be_computed_is_refused(state: dict[str, object], named: str) -> None:
    assert_refused(LandscapeChoices(LandscapeStore()), state, named)
