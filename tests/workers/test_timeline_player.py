"""TimelinePlayer: a run goes by in the time that it is given, and ends with now."""

import pytest

from lossviz.stores.data_store import DataStore
from lossviz.stores.timeline_store import TimelineStore
from lossviz.stores.training_store import TrainingStore
from lossviz.workers.timeline_player import SECONDS_FOR_ALL, TimelinePlayer
from tests.support.timeline_runs import run_with
from tests.support.tiny_runs import TINY_RUN


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def timeline() -> TimelineStore:
    training = TrainingStore(DataStore(), TINY_RUN, "cpu", 1)
    training.put_run(run_with(range(101), 100))
    return TimelineStore(training)


def test_all_steps_go_by_evenly(timeline: TimelineStore) -> None:
    clock = Clock()
    player = TimelinePlayer(timeline, clock)
    assert not player.collect()
    timeline.set_playing(is_playing=True)
    seen: list[int | None] = []
    assert player.collect()
    while timeline.is_playing:
        clock.now += SECONDS_FOR_ALL / 50
        player.collect()
        seen.append(timeline.step)
    assert seen == [*range(2, 100, 2), None]


def test_a_hold_up_is_not_made_good(timeline: TimelineStore) -> None:
    clock = Clock()
    player = TimelinePlayer(timeline, clock)
    timeline.set_playing(is_playing=True)
    player.collect()
    clock.now += 1000
    player.collect()
    assert timeline.step is not None
    assert timeline.step < 5


def test_holding_and_playing_again_goes_on_from_where_it_was_put(timeline: TimelineStore) -> None:
    clock = Clock()
    player = TimelinePlayer(timeline, clock)
    timeline.set_playing(is_playing=True)
    player.collect()
    timeline.set_playing(is_playing=False)
    assert not player.collect()
    timeline.look_at(60)
    timeline.set_playing(is_playing=True)
    player.collect()
    clock.now += SECONDS_FOR_ALL / 100
    player.collect()
    assert timeline.step == 61
