"""RunListStore: names, what is drawn with which look, deletion and its undoing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.training.run_states import RunState
from lossviz.stores.data_store import DataStore
from lossviz.stores.run_list_store import LONGEST_NAME, LOOKS, RunListStore
from lossviz.stores.training_store import TrainingStore
from lossviz.widgets.curves.colours import GHOST_HUES
from lossviz.widgets.curves.style import GHOST_DASHES
from tests.support.listed_runs import listed_run
from tests.support.tellings import Tellings
from tests.support.tiny_runs import TINY_RUN


@pytest.fixture
def training() -> TrainingStore:
    return TrainingStore(DataStore(), TINY_RUN, "cpu", 1)


@pytest.fixture
def runs(training: TrainingStore) -> RunListStore:
    return RunListStore(training)


def add(training: TrainingStore, *numbers: int) -> None:
    for number in numbers:
        training.put_run(listed_run(number))


def numbers(runs: RunListStore) -> list[int]:
    return [run.number for run in runs.runs]


def shown(runs: RunListStore) -> list[int]:
    return [run.number for run in runs.shown_runs]


def test_there_are_as_many_looks_as_the_plots_can_draw() -> None:
    assert len(GHOST_HUES) == len(GHOST_DASHES) == LOOKS


def test_every_new_run_is_listed_and_shown(training: TrainingStore, runs: RunListStore) -> None:
    add(training, 1, 2, 3)
    assert numbers(runs) == shown(runs) == [1, 2, 3]
    assert runs.look(3) is None
    assert runs.look(1) is not None


def test_runs_that_are_there_already_are_listed(training: TrainingStore) -> None:
    add(training, 1, 2)
    assert numbers(RunListStore(training)) == [1, 2]


def test_a_run_that_is_hidden_stays_hidden_when_its_record_is_renewed(
    training: TrainingStore, runs: RunListStore
) -> None:
    add(training, 1, 2)
    runs.set_shown(1, is_shown=False)
    add(training, 1)
    assert shown(runs) == [2]
    runs.set_shown(1, is_shown=True)
    assert shown(runs) == [1, 2]


def test_a_name_is_cleaned_and_an_empty_one_takes_it_away(training: TrainingStore, runs: RunListStore) -> None:
    add(training, 1)
    runs.rename(1, "  two\n words\t")
    assert runs.given_name(1) == "two words"
    told = Tellings(runs.list_changed)
    runs.rename(1, "two words")
    assert told.count == 0
    runs.rename(1, "x" * 500)
    assert runs.given_name(1) == "x" * LONGEST_NAME
    runs.rename(1, "   ")
    assert runs.given_name(1) == ""


def test_deletions_are_undone_one_after_the_other_as_they_were(training: TrainingStore, runs: RunListStore) -> None:
    add(training, 1, 2, 3, 4)
    runs.rename(2, "kept")
    runs.set_shown(2, is_shown=False)
    runs.delete([1, 2])
    runs.delete([4])
    assert numbers(runs) == [3]
    runs.undo_delete()
    assert numbers(runs) == [3, 4]
    runs.undo_delete()
    assert numbers(runs) == [1, 2, 3, 4]
    assert shown(runs) == [1, 3, 4]
    assert runs.given_name(2) == "kept"
    assert not runs.can_undo
    runs.undo_delete()


def test_a_deletion_of_nothing_cannot_be_undone(training: TrainingStore, runs: RunListStore) -> None:
    add(training, 1)
    runs.delete([])
    runs.delete([7])
    assert not runs.can_undo


def test_the_run_in_training_cannot_be_deleted(training: TrainingStore, runs: RunListStore) -> None:
    add(training, 1, 2)
    training.set_state(RunState.STARTING)
    training.set_state(RunState.RUNNING)
    runs.delete([1, 2])
    assert numbers(runs) == [2]
    assert runs.number_in_training == 2


def test_a_deleted_run_that_is_trained_further_comes_back(training: TrainingStore, runs: RunListStore) -> None:
    add(training, 1, 2)
    runs.delete([1, 2])
    training.set_state(RunState.STARTING)
    assert numbers(runs) == []
    training.set_state(RunState.RUNNING)
    assert numbers(runs) == shown(runs) == [2]
    runs.undo_delete()
    assert numbers(runs) == [1, 2]


def test_with_too_many_the_one_shown_first_makes_room_and_the_present_one_never(
    training: TrainingStore, runs: RunListStore
) -> None:
    add(training, *range(1, 10))
    assert shown(runs) == [3, 4, 5, 6, 7, 8, 9]
    for number in (1, 2, 3, 4, 5, 6, 7):
        runs.set_shown(number, is_shown=False)
        runs.set_shown(number, is_shown=True)
    assert 9 in shown(runs)
    assert len(shown(runs)) == LOOKS + 1


@given(st.lists(st.tuples(st.sampled_from(["add", "toggle", "delete", "undo"]), st.integers(1, 12)), max_size=40))
def test_whatever_is_done_no_two_runs_that_are_shown_look_alike(steps: list[tuple[str, int]]) -> None:
    training = TrainingStore(DataStore(), TINY_RUN, "cpu", 1)
    runs = RunListStore(training)
    for action, number in steps:
        if action == "add":
            add(training, len(training.runs) + 1)
        elif action == "delete":
            runs.delete([number])
        elif action == "undo":
            runs.undo_delete()
        elif number in numbers(runs):
            runs.set_shown(number, is_shown=not runs.is_shown(number))
        before = {number: runs.look(number) for number in shown(runs)}
        assert len(set(before.values())) == len(before) <= LOOKS + 1
        assert set(shown(runs)) <= set(numbers(runs))


def test_a_run_keeps_its_look_when_others_come_and_go(training: TrainingStore, runs: RunListStore) -> None:
    add(training, 1, 2, 3)
    looks = runs.look(1), runs.look(2)
    add(training, 4)
    runs.delete([3])
    assert (runs.look(1), runs.look(2)) == looks
