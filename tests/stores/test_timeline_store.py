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


@pytest.fixture
def two_runs(training: TrainingStore, store: TimelineStore) -> TimelineStore:
    training.put_run(run_with((0, 4), 8, number=2))
    return store


def steps_of(store: TimelineStore) -> list[int]:
    return [snapshot.step for snapshot in store.snapshots]


def test_an_earlier_run_is_looked_back_at_from_its_end(two_runs: TimelineStore) -> None:
    told = Tellings(two_runs.step_changed)
    two_runs.choose_run(1)
    assert two_runs.run is not None
    assert (two_runs.run.number, two_runs.is_of_present_run, told.count) == (1, False, 1)
    assert (two_runs.step, two_runs.last_step, steps_of(two_runs)) == (20, 21, list(STEPS))
    two_runs.look_at(7)
    assert two_runs.step == 8
    said = two_runs.outputs_at(8)
    assert said is not None
    assert said.outputs.tolist() == said_all(8).tolist()
    two_runs.move(100)
    assert two_runs.step == 20  # its end is not the present


def test_now_leads_back_to_the_present_run(two_runs: TimelineStore) -> None:
    two_runs.choose_run(1)
    two_runs.look_at(None)
    assert (two_runs.is_of_present_run, two_runs.step, two_runs.last_step, steps_of(two_runs)) == (
        *(True, None, 8, [0, 4]),
    )


@pytest.mark.parametrize("number", [2, 7])
def test_the_present_run_and_one_that_is_not_there_are_looked_at_as_now(two_runs: TimelineStore, number: int) -> None:
    two_runs.choose_run(1)
    two_runs.choose_run(number)
    assert (two_runs.is_of_present_run, two_runs.step, steps_of(two_runs)) == (True, None, [0, 4])


def test_the_present_run_grows_while_an_earlier_one_is_looked_at(
    two_runs: TimelineStore, training: TrainingStore
) -> None:
    two_runs.choose_run(1)
    present = training.run
    assert present is not None
    present.log.append(1, 1)
    training.note_growth(None)
    assert (two_runs.step, two_runs.last_step) == (20, 21)


def test_a_new_run_and_a_way_that_there_is_no_room_for_lead_back_to_the_present(
    two_runs: TimelineStore, training: TrainingStore
) -> None:
    two_runs.choose_run(1)
    training.put_run(run_with((0, 1, 2), 2, number=3))
    assert (two_runs.is_of_present_run, two_runs.step, steps_of(two_runs)) == (True, None, [0, 1, 2])
    two_runs.choose_run(1)
    earlier = training.runs[0].history
    assert earlier is not None
    earlier.snapshots.set_budget(0)
    training.note_growth(None)
    assert (two_runs.is_of_present_run, two_runs.step, steps_of(two_runs)) == (True, None, [0, 1, 2])


def test_playing_an_earlier_run_begins_at_its_start_and_stays_at_its_end(two_runs: TimelineStore) -> None:
    two_runs.choose_run(1)
    two_runs.set_playing(is_playing=True)
    assert (two_runs.step, two_runs.is_playing) == (0, True)
    two_runs.look_at(20)
    assert (two_runs.step, two_runs.is_of_present_run) == (20, False)


def test_what_is_saved_with_its_history_is_the_present_run(two_runs: TimelineStore) -> None:
    before = two_runs.bytes_used
    two_runs.choose_run(1)
    assert two_runs.bytes_used == before


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
