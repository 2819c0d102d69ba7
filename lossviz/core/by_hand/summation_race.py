"""Python's sum against torch.sum over the same losses, in slices, scaled to the machine that it runs on."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

RaceKind = Literal["tensor", "list"]

MOST_SAMPLES = 3_000_000
FEWEST_SAMPLES = 1_000
SEED = 420
# Taking a tensor apart, or making a list of it, holds up all other threads: here for 1 ms or 2 at a time.
_SLICE_LENGTHS: dict[RaceKind, int] = {"tensor": 500, "list": 50_000}
_REPORT_SECONDS = 0.1  # drawing progress more often would cost Python's sum its own time
_TRIALS, _TRIAL_SLICES = 5, 20
_PATIENCE = 2.0  # times the seconds that were wished for

Clock = Callable[[], float]


@dataclass(frozen=True)
class RaceSettings:
    """kind: what Python adds, a tensor's elements or a list of floats. seconds: what Python's sum may take about; None
    for all 3 000 000 samples, however long that takes.
    """

    kind: RaceKind = "tensor"
    seconds: float | None = 2.0


@dataclass(frozen=True)
class RaceProgress:
    """done: of Python's count samples, in python_seconds so far. torch.sum has finished before Python begins."""

    done: int
    count: int
    python_seconds: float
    torch_seconds: float


@dataclass(frozen=True)
class RaceResult:
    """exact_sum: in float64, for the rounding of the other two. torch_seconds: the median of five."""

    kind: RaceKind
    count: int
    python_seconds: float
    torch_seconds: float
    python_sum: float
    torch_sum: float
    exact_sum: float

    @property
    def ratio(self) -> float:
        """How many times as long Python took."""
        return self.python_seconds / self.torch_seconds

    @property
    def difference(self) -> float:
        """Between the two sums, as a share of the exact one."""
        return abs(self.python_sum - self.torch_sum) / self.exact_sum


def run_race(
    settings: RaceSettings,
    report: Callable[[RaceProgress], None],
    is_cancelled: Callable[[], bool],
    clock: Clock = time.perf_counter,
) -> RaceResult | None:
    """Let both add; None if it was cancelled. `is_cancelled` is asked about every 2 ms.

    On a machine that has become busy since it was measured, the race ends early, with the samples added so far.
    """
    per_sample = _seconds_per_sample(settings.kind, clock)
    losses = random_losses(sample_count(settings.seconds, per_sample))
    torch_seconds = _torch_seconds(losses, clock)
    python = _PythonSum(losses, settings.kind, clock)
    most_seconds = math.inf if settings.seconds is None else _PATIENCE * settings.seconds
    reported = clock()
    while not python.is_done and python.seconds < most_seconds:
        if is_cancelled():
            return None
        python.add_slice()
        if clock() - reported >= _REPORT_SECONDS:
            reported = clock()
            report(RaceProgress(python.done, len(losses), python.seconds, torch_seconds))
    if not python.is_done:
        torch_seconds = _torch_seconds(losses[: python.done], clock)
    return _result(settings.kind, python, losses[: python.done], torch_seconds)


def sample_count(seconds: float | None, seconds_per_sample: float) -> int:
    """How many samples Python adds in that time, to two digits; all of them for None."""
    if seconds is None or seconds / seconds_per_sample >= MOST_SAMPLES:
        return MOST_SAMPLES
    return max(FEWEST_SAMPLES, int(float(f"{seconds / seconds_per_sample:.2g}")))


def random_losses(count: int) -> Tensor:
    """-ln p of `count` random probabilities above 0, (count,) float32, the same ones each time."""
    return -torch.log1p(-torch.rand(count, generator=torch.Generator().manual_seed(SEED)))


def _result(kind: RaceKind, python: "_PythonSum", losses: Tensor, torch_seconds: float) -> RaceResult:
    return RaceResult(
        kind=kind,
        count=len(losses),
        python_seconds=python.seconds,
        torch_seconds=torch_seconds,
        python_sum=float(python.total),
        torch_sum=losses.sum().item(),
        exact_sum=losses.double().sum().item(),
    )


class _PythonSum:
    """Adds slice after slice, and counts the time of the adding alone."""

    def __init__(self, losses: Tensor, kind: RaceKind, clock: Clock) -> None:
        self._losses = losses
        self._kind = kind
        self._slice_length = _SLICE_LENGTHS[kind]
        self._clock = clock
        self.done = 0
        self.seconds = 0.0
        self.total: Tensor | float = 0.0

    @property
    def is_done(self) -> bool:
        return self.done == len(self._losses)

    def add_slice(self) -> None:
        part = self._losses[self.done : self.done + self._slice_length]
        addends = part.tolist() if self._kind == "list" else part
        start = self._clock()
        self.total = sum(addends, start=self.total)
        self.seconds += self._clock() - start
        self.done += len(part)


def _seconds_per_sample(kind: RaceKind, clock: Clock) -> float:
    """The mean over a short trial, of which the first slice is not counted."""
    trial = _PythonSum(random_losses((1 + _TRIAL_SLICES) * _SLICE_LENGTHS[kind]), kind, clock)
    trial.add_slice()
    seconds, done = trial.seconds, trial.done
    while not trial.is_done:
        trial.add_slice()
    return max(trial.seconds - seconds, 1e-9) / (trial.done - done)


def _torch_seconds(losses: Tensor, clock: Clock) -> float:
    """The median of some sums after a first one that is not counted."""
    torch.sum(losses)
    seconds = []
    for _ in range(_TRIALS):
        start = clock()
        torch.sum(losses)
        seconds.append(clock() - start)
    return max(sorted(seconds)[_TRIALS // 2], 1e-9)
