"""The race of two sums: scaled, in slices, to be cancelled, and right."""

import itertools

import pytest
import torch

from lossviz.core.by_hand.summation_race import (
    FEWEST_SAMPLES,
    MOST_SAMPLES,
    RaceKind,
    RaceProgress,
    RaceSettings,
    random_losses,
    run_race,
    sample_count,
)


class Stopwatch:
    """Every look at it is `tick_seconds` after the last; from the look `slow_from` on, a hundred times as long."""

    def __init__(self, tick_seconds: float, slow_from: float = float("inf")) -> None:
        self._looks = itertools.count()
        self._tick_seconds = tick_seconds
        self._slow_from = slow_from
        self._now = 0.0

    def __call__(self) -> float:
        self._now += self._tick_seconds * (100 if next(self._looks) >= self._slow_from else 1)
        return self._now


def never() -> bool:
    return False


def ignore(_progress: RaceProgress) -> None:
    pass


@pytest.mark.parametrize("kind", ["tensor", "list"])
def test_both_sums_are_the_sum(kind: RaceKind) -> None:
    result = run_race(RaceSettings(kind, 0.01), ignore, never)
    assert result is not None
    expected = random_losses(result.count).double().sum().item()
    assert result.exact_sum == expected
    assert result.python_sum == pytest.approx(expected, rel=1e-3)
    assert result.torch_sum == pytest.approx(expected, rel=1e-6)
    assert result.difference == abs(result.python_sum - result.torch_sum) / expected
    assert result.ratio == result.python_seconds / result.torch_seconds
    assert result.python_seconds > 0 < result.torch_seconds


@pytest.mark.parametrize(
    ("seconds", "per_sample", "count"),
    [
        (2.0, 6.4e-6, 310_000),
        (2.0, 1e-9, MOST_SAMPLES),
        (2.0, 1.0, FEWEST_SAMPLES),
        (None, 1.0, MOST_SAMPLES),
        (1.0, 1 / 2_999_000, 3_000_000),
    ],
)
def test_the_samples_are_scaled_to_the_machine(seconds: float | None, per_sample: float, count: int) -> None:
    assert sample_count(seconds, per_sample) == count


def test_progress_goes_up_and_torch_has_finished_before() -> None:
    told: list[RaceProgress] = []
    result = run_race(RaceSettings("tensor", 0.5), told.append, never, Stopwatch(0.03))
    assert result is not None
    assert len(told) > 2
    assert [progress.done for progress in told] == sorted({progress.done for progress in told})
    assert {progress.count for progress in told} == {sample_count(0.5, 0.03 / 500)}
    assert all(progress.torch_seconds > 0 for progress in told)


def test_a_cancelled_race_has_no_result_and_asks_before_every_slice() -> None:
    answers = iter([False, False, True])
    assert run_race(RaceSettings("tensor", None), ignore, lambda: next(answers)) is None


def test_a_machine_that_becomes_slow_ends_the_race_early() -> None:
    steady = run_race(RaceSettings("list", 0.5), ignore, never, Stopwatch(0.001))
    slowed = run_race(RaceSettings("list", 0.5), ignore, never, Stopwatch(0.001, slow_from=30))
    assert steady is not None
    assert slowed is not None
    assert slowed.count < steady.count
    assert slowed.python_sum == pytest.approx(random_losses(steady.count)[: slowed.count].double().sum().item())


def test_the_losses_are_the_same_each_time_and_finite() -> None:
    losses = random_losses(100_000)
    assert torch.equal(losses, random_losses(100_000))
    assert bool(torch.isfinite(losses).all())
    assert losses.mean().item() == pytest.approx(1.0, abs=0.02)  # -ln p of an even p has the mean 1
