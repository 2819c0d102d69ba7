"""TrainingStore: what may follow what, and when a run can go on."""

import itertools
from dataclasses import replace

import pytest

from lossviz.core.errors import LossvizError
from lossviz.core.training.devices import choose_device
from lossviz.core.training.metric_log import MetricLog
from lossviz.core.training.run_states import BUSY, TRANSITIONS, RunAction, RunState, available_actions
from lossviz.core.training.training_run import Leg
from lossviz.stores.data_store import DataStore
from lossviz.stores.training_store import RunRecord, Speed, TrainingStore
from tests.support.tellings import Tellings
from tests.support.tiny_runs import TINY_RUN, tiny_digits

# The shortest way from IDLE to each state.
WAYS = {
    RunState.IDLE: (),
    RunState.STARTING: (RunState.STARTING,),
    RunState.RUNNING: (RunState.STARTING, RunState.RUNNING),
    RunState.PAUSED: (RunState.STARTING, RunState.RUNNING, RunState.PAUSED),
    RunState.STOPPING: (RunState.STARTING, RunState.STOPPING),
    RunState.FAILED: (RunState.STARTING, RunState.FAILED),
}


@pytest.fixture
def data() -> DataStore:
    return DataStore()


@pytest.fixture
def store(data: DataStore) -> TrainingStore:
    return TrainingStore(data, TINY_RUN, "cpu", 2)


def record(number: int, rows: int = 3) -> RunRecord:
    log = MetricLog()
    for _ in range(rows):
        log.append(1.0, 0.5)
    return RunRecord(number, TINY_RUN, tiny_digits().identity, log, Leg(0, 24, 160))


@pytest.mark.parametrize(("start", "end"), list(itertools.product(RunState, RunState)))
def test_a_transition_is_made_and_told_or_raises_and_changes_nothing(
    store: TrainingStore, start: RunState, end: RunState
) -> None:
    for state in WAYS[start]:
        store.set_state(state)
    told = Tellings(store.state_changed)
    if end in TRANSITIONS[start]:
        store.set_state(end)
        assert (store.state, told.count) == (end, 1)
    else:
        with pytest.raises(ValueError, match="no way from"):
            store.set_state(end)
        assert (store.state, told.count) == (start, 0)


def test_a_run_can_be_started_exactly_when_none_is_busy() -> None:
    for state in RunState:
        assert (RunAction.START in available_actions(state)) == (state not in BUSY)


def test_a_problem_stays_until_the_next_start(store: TrainingStore) -> None:
    problem = LossvizError("what", "why", "remedy")
    store.set_state(RunState.STARTING)
    store.set_state(RunState.FAILED, problem)
    assert store.problem is problem
    store.set_state(RunState.STARTING)
    assert store.problem is None


def test_setters_that_change_nothing_tell_nothing(store: TrainingStore) -> None:
    told = Tellings(store.settings_changed, store.device_changed)
    store.set_settings(TINY_RUN.changed())
    store.set_wanted_device("cpu")
    store.set_threads(2)
    store.set_continues(False)
    assert told.count == 0
    store.set_settings(TINY_RUN.changed(seed=1))
    store.set_wanted_device("auto")
    store.set_threads(1)
    store.set_continues(True)
    store.set_device(choose_device("cpu"))
    store.set_device(choose_device("cpu"))
    assert told.count == 5


@pytest.mark.parametrize("threads", [0, -1])
def test_a_run_needs_a_thread(store: TrainingStore, threads: int) -> None:
    with pytest.raises(ValueError, match="threads"):
        store.set_threads(threads)
    assert store.threads == 2


def test_without_a_run_there_is_nothing_to_continue(store: TrainingStore, data: DataStore) -> None:
    data.set_digits(tiny_digits())
    store.set_continues(True)
    assert not store.continues


def test_a_run_continues_with_another_pace_and_length_but_nothing_else(store: TrainingStore, data: DataStore) -> None:
    data.set_digits(tiny_digits())
    store.put_run(record(1))
    store.set_continues(True)
    store.set_settings(TINY_RUN.changed(learning_rate=0.5, epochs=9))
    assert store.continues
    store.set_settings(TINY_RUN.changed(seed=1))
    assert not store.continues


def test_a_run_does_not_continue_on_other_data(store: TrainingStore, data: DataStore) -> None:
    data.set_digits(tiny_digits(1))
    store.put_run(record(1))
    assert not store.can_continue
    data.set_digits(tiny_digits())
    assert store.can_continue


def test_a_run_without_a_step_or_without_a_usable_network_does_not_continue(
    store: TrainingStore, data: DataStore
) -> None:
    data.set_digits(tiny_digits())
    store.put_run(record(1, rows=0))
    assert not store.can_continue
    store.put_run(record(1))
    assert store.can_continue
    store.put_run(replace(record(1), has_network=False))
    assert not store.can_continue


def test_a_record_takes_the_place_of_the_one_with_its_number(store: TrainingStore) -> None:
    first, second, newer = record(1), record(2), record(1, rows=5)
    store.put_run(first)
    store.put_run(second)
    store.put_run(newer)
    assert store.runs == (newer, second)
    assert store.run is second


def test_growth_is_told_with_the_speed_to_be_asked_for(store: TrainingStore) -> None:
    told = Tellings(store.log_grown)
    store.note_growth(Speed(100.0, 2.0))
    assert (store.speed, told.count) == (Speed(100.0, 2.0), 1)
