"""PullSchedule: how often the window looks, and how fast the training seems."""

import pytest

from lossviz.workers.pull_schedule import PULL_SECONDS, SPEED_SECONDS, PullSchedule


def test_a_pull_is_due_at_once_and_then_after_its_time() -> None:
    pulls = PullSchedule(0)
    assert pulls.is_due(5.0)
    assert not pulls.is_due(5.0 + 0.9 * PULL_SECONDS)
    assert pulls.is_due(5.0 + 1.1 * PULL_SECONDS)


def test_the_log_has_grown_with_a_row_or_an_evaluation() -> None:
    pulls = PullSchedule(10)
    assert not pulls.has_grown(0.0, 10, 0)
    assert pulls.has_grown(0.1, 11, 0)
    assert not pulls.has_grown(0.2, 11, 0)
    assert pulls.has_grown(0.3, 11, 1)


def test_the_speed_is_that_of_the_last_moments() -> None:
    pulls = PullSchedule(0)
    assert pulls.steps_per_second == 0.0
    rows = 0
    for tick in range(100):
        rows += 1 if tick < 50 else 10
        pulls.has_grown(tick * 0.1, rows, 0)
    assert pulls.steps_per_second == pytest.approx(100.0)


def test_a_pause_does_not_count_as_slowness() -> None:
    pulls = PullSchedule(0)
    pulls.has_grown(0.0, 0, 0)
    pulls.has_grown(1.0, 100, 0)
    pulls.pause_speed()
    assert pulls.steps_per_second == 0.0
    pulls.has_grown(500.0, 100, 0)
    pulls.has_grown(500.0 + SPEED_SECONDS / 2, 200, 0)
    assert pulls.steps_per_second == pytest.approx(200 / SPEED_SECONDS)


def test_two_looks_at_the_same_moment_are_no_speed() -> None:
    pulls = PullSchedule(0)
    pulls.has_grown(1.0, 0, 0)
    pulls.has_grown(1.0, 5, 0)
    assert pulls.steps_per_second == 0.0
