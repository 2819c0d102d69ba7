"""DescentPlayer: as many steps as the time is worth, and never too many at once."""

import pytest

from lossviz.stores.descent_store import DescentStore
from lossviz.stores.fit_store import FitStore
from lossviz.workers.descent_player import MOST_STEPS_AT_ONCE, PHASE_SECONDS, STEPS_PER_SECOND, DescentPlayer


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
def descents() -> DescentStore:
    return DescentStore(FitStore())


@pytest.fixture
def player(descents: DescentStore, clock: Clock) -> DescentPlayer:
    return DescentPlayer(descents, clock)


def pass_time(player: DescentPlayer, clock: Clock, seconds: float, looks: int) -> None:
    for _ in range(looks):
        clock.now += seconds / looks
        player.collect()


def test_nothing_happens_while_it_holds(player: DescentPlayer, clock: Clock, descents: DescentStore) -> None:
    assert not player.collect()
    pass_time(player, clock, 10.0, 10)
    assert descents.leader.position == 0


@pytest.mark.parametrize("speed", [0.3, 1.0, 3.0])
def test_steps_come_at_the_chosen_pace(
    player: DescentPlayer, clock: Clock, descents: DescentStore, speed: float
) -> None:
    descents.change(learning_rate=0.01)
    descents.set_speed(speed)
    descents.set_playing(is_playing=True)
    assert player.collect()
    pass_time(player, clock, 4.0, 250)
    assert descents.leader.position == pytest.approx(1 + 4.0 * speed * STEPS_PER_SECOND, abs=1.01)


def test_a_hold_up_is_not_made_good_in_one_go(player: DescentPlayer, clock: Clock, descents: DescentStore) -> None:
    descents.change(learning_rate=0.01)
    descents.set_playing(is_playing=True)
    player.collect()
    clock.now += 3600.0
    player.collect()
    assert descents.leader.position <= 1 + MOST_STEPS_AT_ONCE


def test_slow_motion_goes_phase_by_phase(player: DescentPlayer, clock: Clock, descents: DescentStore) -> None:
    descents.set_phase(0)
    descents.set_playing(is_playing=True)
    player.collect()
    seen = {descents.phase}
    for _ in range(4):
        clock.now += PHASE_SECONDS
        player.collect()
        seen.add(descents.phase)
    assert seen == {0, 1, 2, 3}
    assert descents.leader.position == 1


def test_it_holds_by_itself_when_it_has_arrived(clock: Clock) -> None:
    fit = FitStore()
    fit.set_parameters(fit.facts.sigmoid.parameters)
    descents = DescentStore(fit)
    descents.set_playing(is_playing=True)
    player = DescentPlayer(descents, clock)
    pass_time(player, clock, 1.0, 10)
    assert not descents.is_playing
    assert descents.leader.ending == "converged"
