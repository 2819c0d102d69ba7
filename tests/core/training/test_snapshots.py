"""Snapshots: within their budget, dense where the run is now, and never without its first and last step."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from lossviz.core.training.flat_weights import WeightLayout
from lossviz.core.training.part_outputs import OutputsF32
from lossviz.core.training.snapshots import OVERHEAD_BYTES, Snapshot, Snapshots
from lossviz.core.training.training_run import Weights

LENGTH = 50
EACH = 4 * LENGTH + OVERHEAD_BYTES

gaps = st.lists(st.integers(1, 500), min_size=1, max_size=120)


def weights_of(step: int) -> Weights:
    return {"layer": torch.full((LENGTH,), float(step))}


def said_at(step: int, images: int = 3) -> OutputsF32:
    return np.full((images, 10), step, np.float32)


def offered(steps: list[int], budget: int, evaluated: frozenset[int] = frozenset()) -> Snapshots:
    snapshots = Snapshots(budget)
    for step in steps:
        snapshots.add(step, weights_of(step), said_at(step) if step in evaluated else None)
    return snapshots


@settings(max_examples=50, deadline=None)
@given(gaps, st.integers(0, 40), st.sets(st.integers(0, 119)))
def test_the_budget_is_kept_and_so_are_the_first_and_the_last(
    gaps: list[int], fitting: int, evaluated: set[int]
) -> None:
    steps = np.cumsum(gaps).tolist()
    budget = fitting * EACH
    snapshots = Snapshots(budget)
    for place, step in enumerate(steps):
        snapshots.add(step, weights_of(step), said_at(step) if place in evaluated else None)
        assert snapshots.bytes_used == sum(snapshot.nbytes for snapshot in snapshots.all) <= budget
        ends = [snapshots.all[0], snapshots.all[-1]] if snapshots.all else []
        assert [end.step for end in ends] == ([steps[0], step] if fitting > 2 else [end.step for end in ends])
    assert list(snapshots.steps) == sorted(set(snapshots.steps) & set(steps))
    assert all(torch.equal(snapshot.weights["layer"], weights_of(snapshot.step)["layer"]) for snapshot in snapshots.all)


@settings(max_examples=25, deadline=None)
@given(st.integers(24, 120), st.integers(150, 600), st.integers(1, 50))
def test_gaps_grow_towards_the_past_and_the_oldest_stay_close_to_an_even_spread(
    fitting: int, count: int, apart: int
) -> None:
    steps = list(range(0, count * apart, apart))
    left = offered(steps, fitting * EACH).steps
    spaces = np.diff(left)
    if len(left) == count:
        return
    assert spaces.max() <= 4 * steps[-1] / len(left)
    assert all(older <= 4 * newer and newer <= 2 * older for older, newer in pairwise(spaces.tolist()))
    assert spaces[-1] <= max(2 * apart, steps[-1] / len(left) / 2)
    assert spaces[: len(spaces) // 2].mean() >= spaces[len(spaces) // 2 :].mean()


def test_evaluated_snapshots_stay_longer_than_others() -> None:
    evaluated = frozenset(range(0, 2000, 50))
    snapshots = offered(list(range(0, 2000, 10)), 100 * EACH, evaluated)
    kept_share = len([step for step in snapshots.steps if step in evaluated]) / len(evaluated)
    others = len([step for step in snapshots.steps if step not in evaluated]) / (200 - len(evaluated))
    assert kept_share == 1.0 > 2 * others


def test_what_two_snapshots_need_is_enough_for_the_first_and_the_last() -> None:
    assert offered([1, 2, 3, 9], 2 * EACH).steps == (1, 9)
    assert offered([1, 2, 3, 9], EACH).steps == (9,)
    assert offered([1, 2, 3, 9], EACH - 1).steps == ()


def test_a_smaller_budget_holds_at_once() -> None:
    snapshots = offered(list(range(100)), 100 * EACH)
    assert len(snapshots) == 100
    snapshots.set_budget(10 * EACH)
    assert snapshots.bytes_used <= 10 * EACH
    assert (snapshots.steps[0], snapshots.steps[-1]) == (0, 99)


def test_those_of_a_file_take_the_place_of_all_and_keep_to_the_budget() -> None:
    source = offered(list(range(0, 100, 5)), 40 * EACH)
    snapshots = offered([1, 2], 40 * EACH)
    snapshots.fill(source.all)
    assert (snapshots.all, snapshots.bytes_used) == (source.all, source.bytes_used)
    few = Snapshots(8 * EACH)
    few.fill(source.all)
    assert few.steps[0] == 0
    assert few.steps[-1] == 95
    assert few.bytes_used == sum(snapshot.nbytes for snapshot in few.all) <= 8 * EACH
    few.fill(())
    assert (len(few), few.bytes_used) == (0, 0)


@settings(max_examples=50, deadline=None)
@given(gaps, st.integers(-10, 70_000))
def test_the_nearest_is_the_nearest_and_the_last_evaluated_the_last(gaps: list[int], step: int) -> None:
    steps = np.cumsum(gaps).tolist()
    evaluated = frozenset(steps[::3])
    snapshots = offered(steps, len(steps) * 2 * EACH, evaluated)
    nearest, last = snapshots.nearest(step), snapshots.last_evaluated(step)
    assert nearest is not None
    assert nearest.step == min(steps, key=lambda there: (abs(there - step), there))
    assert (last.step if last else None) == max((there for there in evaluated if there <= step), default=None)


def test_without_snapshots_nothing_is_near() -> None:
    assert Snapshots().nearest(3) is None
    assert Snapshots().last_evaluated(3) is None


def test_a_step_that_comes_again_keeps_what_the_network_said() -> None:
    snapshots = offered([1, 2], 10 * EACH, frozenset({2}))
    snapshots.add(2, weights_of(2))
    snapshots.add(1, weights_of(1), said_at(1))
    assert snapshots.steps == (1, 2)
    assert [snapshot.outputs is not None for snapshot in snapshots.all] == [True, True]
    assert snapshots.bytes_used == sum(snapshot.nbytes for snapshot in snapshots.all)


@pytest.mark.parametrize("number", [torch.nan, torch.inf, -torch.inf])
def test_weights_that_are_not_finite_are_not_kept(number: float) -> None:
    snapshots = offered([1], 10 * EACH)
    weights = weights_of(2)
    weights["layer"][7] = number
    assert not snapshots.add(2, weights)
    assert snapshots.steps == (1,)


def test_training_on_does_not_change_what_was_kept() -> None:
    weights = weights_of(5)
    snapshots = Snapshots()
    snapshots.add(5, weights)
    weights["layer"].fill_(0)
    assert snapshots.all[0].weights["layer"].tolist() == [5.0] * LENGTH


def test_another_networks_weights_are_refused() -> None:
    snapshots = offered([1], 10 * EACH)
    with pytest.raises(ValueError, match="do not go with"):
        snapshots.add(2, {"other": torch.zeros(LENGTH)})
    with pytest.raises(ValueError, match="among those of"):
        snapshots.put(Snapshot(2, WeightLayout(("a",), ((1,),)), torch.zeros(1)))


def test_two_threads_may_add_while_a_third_reads() -> None:
    snapshots = Snapshots(60 * EACH)

    def add(first: int) -> None:
        for step in range(first, 1200, 2):
            snapshots.add(step, weights_of(step))

    def read() -> bool:
        seen = [snapshots.all for _ in range(400)]
        return all(list(kept) == sorted(kept, key=lambda one: one.step) for kept in seen)

    with ThreadPoolExecutor(3) as executor:
        adding, reading = [executor.submit(add, first) for first in (0, 1)], executor.submit(read)
        assert reading.result()
        for job in adding:
            job.result()
    assert snapshots.steps[-1] == 1199
    assert snapshots.bytes_used == sum(snapshot.nbytes for snapshot in snapshots.all) <= 60 * EACH
