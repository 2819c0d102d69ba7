"""How the learning rate and the momentum move during a run."""

import math
from dataclasses import dataclass

from lossviz.core.training.settings import Schedule


@dataclass(frozen=True)
class Pace:
    """rate_factor: what the learning rate is multiplied with. momentum: None where the schedule leaves it alone."""

    rate_factor: float
    momentum: float | None


_CONSTANT = Pace(1.0, None)
_RISE = 0.3  # share of the run in which the rate rises
_START_FACTOR, _END_FACTOR = 1 / 25, 1 / 25 / 1e4
_MOMENTUM_LOW, _MOMENTUM_HIGH = 0.85, 0.95


def pace(schedule: Schedule, step: int, steps: int) -> Pace:
    """The pace of step `step` (from 0) of `steps`.

    one_cycle: the rate rises to its peak, then falls to almost nothing, while the momentum does the opposite.
    Source: Smith 2018, "A disciplined approach to neural network hyper-parameters", with torch's OneCycleLR defaults.
    """
    if schedule == "constant":
        return _CONSTANT
    peak, last = _RISE * steps - 1, steps - 1
    if step <= peak:
        share = step / peak if peak > 0 else 1.0
        return Pace(_cosine(_START_FACTOR, 1.0, share), _cosine(_MOMENTUM_HIGH, _MOMENTUM_LOW, share))
    share = (step - peak) / (last - peak) if last > peak else 1.0
    return Pace(_cosine(1.0, _END_FACTOR, share), _cosine(_MOMENTUM_LOW, _MOMENTUM_HIGH, share))


def _cosine(start: float, end: float, share: float) -> float:
    return end + (start - end) * (1 + math.cos(math.pi * share)) / 2
