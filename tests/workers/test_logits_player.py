"""LogitsPlayer: as many gradient steps as the time is worth, and never too many at once."""

import numpy as np
import pytest

from lossviz.core.softmax.steps import descend
from lossviz.stores.logits_store import LogitsStore
from lossviz.workers.logits_player import MOST_STEPS_AT_ONCE, STEPS_PER_SECOND, LogitsPlayer
from tests.support.logits_by_hand import set_logits


class Clock:
    """Shows whatever it is set to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store() -> LogitsStore:
    store = LogitsStore()
    store.apply_preset("confident_wrong")
    return store


@pytest.fixture
def player(store: LogitsStore, clock: Clock) -> LogitsPlayer:
    return LogitsPlayer(store, clock)


def test_nothing_happens_while_it_holds(player: LogitsPlayer, clock: Clock, store: LogitsStore) -> None:
    before = store.logits
    clock.now += 10.0
    assert not player.collect()
    assert store.logits is before


def test_steps_come_at_their_pace(player: LogitsPlayer, clock: Clock, store: LogitsStore) -> None:
    expected = descend("bce", store.facts.problem, store.rate, 1 + int(2.0 * STEPS_PER_SECOND)).logits
    store.set_playing(is_playing=True)
    assert player.collect()
    for _ in range(128):  # of 1/64 s, which adds up without rounding
        clock.now += 2.0 / 128
        player.collect()
    np.testing.assert_array_equal(store.logits, expected)


def test_a_hold_up_is_not_made_good_in_one_go(player: LogitsPlayer, clock: Clock, store: LogitsStore) -> None:
    expected = descend("bce", store.facts.problem, store.rate, 1 + MOST_STEPS_AT_ONCE).logits
    store.set_playing(is_playing=True)
    player.collect()
    clock.now += 3600.0
    player.collect()
    np.testing.assert_array_equal(store.logits, expected)


def test_it_holds_by_itself_when_it_has_arrived(player: LogitsPlayer, clock: Clock, store: LogitsStore) -> None:
    store.apply_preset("soft_first")
    set_logits(store, np.log([0.4, 0.1, 0.5]))
    store.set_playing(is_playing=True)
    assert not player.collect()
    assert not store.is_playing
