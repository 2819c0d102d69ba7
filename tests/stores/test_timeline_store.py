"""TimelineStore: what is looked at stays as it is, whatever the training does."""

import pytest
import torch

from lossviz.stores.data_store import DataStore
from lossviz.stores.timeline_store import TimelineStore
from lossviz.stores.training_store import TrainingStore
from tests.support.tellings import Tellings
from tests.support.timeline_runs import run_with, said_all, saying
from tests.support.tiny_runs import TINY_RUN

STEPS = (0, 3, 8, 11, 16, 20)


@pytest.fixture
def training() -> TrainingStore:
    training = TrainingStore(DataStore(), TINY_RUN, "cpu", 1)
    training.put_run(run_with(STEPS, 21))
    return training


@pytest.fixture
def store(training: TrainingStore) -> TimelineStore:
    return TimelineStore(training)


def test_without_a_run_there_is_nothing_to_look_at() -> None:
    store = TimelineStore(TrainingStore(DataStore(), TINY_RUN, "cpu", 1))
    store.look_at(3)
    store.move(1)
    store.set_playing(is_playing=True)
    assert (store.step, store.is_playing, store.path(), store.outputs_at(3), store.epoch_steps) == (
        *(None, False, [], None, 0),
    )


@pytest.mark.parametrize(("wanted", "found"), [(0, 0), (5, 3), (6, 8), (-4, 0), (20, None), (400, None), (None, None)])
def test_the_nearest_snapshot_is_looked_at_and_the_newest_is_now(
    store: TimelineStore, wanted: int | None, found: int | None
) -> None:
    store.look_at(wanted)
    assert store.step == found


def test_the_last_weights_of_a_run_that_diverged_can_be_looked_at() -> None:
    training = TrainingStore(DataStore(), TINY_RUN, "cpu", 1)
    training.put_run(run_with(STEPS, 21, has_network=False))
    store = TimelineStore(training)
    store.look_at(21)
    assert store.step == 20


def test_looking_is_told_once_and_only_if_it_changes_anything(store: TimelineStore) -> None:
    told = Tellings(store.step_changed)
    store.look_at(8)
    store.look_at(9)
    assert told.count == 1


def test_moving_goes_from_snapshot_to_snapshot_and_stops_at_the_ends(store: TimelineStore) -> None:
    seen = []
    for count in (-1, -1, -10, 1, 2, 10):
        store.move(count)
        seen.append(store.step)
    assert seen == [16, 11, 0, 3, 11, None]


def test_what_is_looked_at_stays_when_it_is_thinned_out(store: TimelineStore, training: TrainingStore) -> None:
    store.look_at(8)
    run = training.run
    assert run is not None
    assert run.history is not None
    told = Tellings(store.snapshots_changed)
    run.history.snapshots.set_budget(2 * run.history.snapshots.all[2].nbytes)
    training.note_growth(None)
    assert [snapshot.step for snapshot in store.snapshots] == [0, 20]
    assert store.step == 8
    assert store.looked_at is not None
    assert torch.equal(store.looked_at.weights["linear.bias"], saying(8)["linear.bias"])
    assert told.count == 1


def test_the_training_goes_on_while_somebody_looks_back(store: TimelineStore, training: TrainingStore) -> None:
    store.look_at(3)
    run = training.run
    assert run is not None
    assert run.history is not None
    run.log.append(1, 1)
    run.history.snapshots.add(22, saying(2))
    training.note_growth(None)
    assert (store.step, store.last_step, len(store.snapshots)) == (3, 22, 7)


def test_another_run_is_looked_at_as_it_is_now(store: TimelineStore, training: TrainingStore) -> None:
    store.look_at(3)
    training.put_run(run_with((0, 4), 8, number=2))
    assert (store.step, store.last_step, [snapshot.step for snapshot in store.snapshots]) == (None, 8, [0, 4])


def test_playing_begins_at_the_start_and_ends_with_now(store: TimelineStore) -> None:
    told = Tellings(store.playing_changed)
    store.set_playing(is_playing=True)
    assert (store.step, store.is_playing) == (0, True)
    store.look_at(11)
    assert store.is_playing
    store.look_at(20)
    assert (store.step, store.is_playing, told.count) == (None, False, 2)
    store.look_at(11)
    store.set_playing(is_playing=True)
    assert store.step == 11


def test_the_path_is_the_weights_step_by_step(store: TimelineStore) -> None:
    path = store.path()
    assert [step for step, _ in path] == list(STEPS)
    assert all(torch.equal(weights["linear.bias"], saying(step % 10)["linear.bias"]) for step, weights in path)


@pytest.mark.parametrize(("step", "evaluated"), [(0, None), (7, None), (8, 8), (15, 8), (16, 16), (999, 16)])
def test_the_outputs_are_those_of_the_last_evaluation(store: TimelineStore, step: int, evaluated: int | None) -> None:
    said = store.outputs_at(step)
    assert (said.step if said else None) == evaluated
    if said and evaluated:
        assert said.outputs.tolist() == said_all(evaluated % 10).tolist()


def test_memory_is_counted_over_all_runs(store: TimelineStore, training: TrainingStore) -> None:
    alone = store.bytes_used
    assert alone == store.bytes_of_all > 6 * 4 * 7850
    training.put_run(run_with((0,), 1, number=2))
    assert store.bytes_of_all == alone + store.bytes_used
    assert store.bytes_of_all < store.budget_bytes == 256_000_000


def test_saving_with_history_is_a_choice(store: TimelineStore) -> None:
    told = Tellings(store.saving_changed)
    assert not store.saves_history
    for _ in range(2):
        store.set_saves_history(saves_history=True)
    assert (store.saves_history, told.count) == (True, 1)
