"""What part of the axes a curve plot shows, changed as rarely as the data allow.

A range is set by us and only when it must change, because pyqtgraph's own auto-range costs a second paint for every
update.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lossviz.widgets.curves.data import RunCurve

OUTLIER_SHARE = 0.02
SAMPLE_COUNT = 500
LEAST_FILL = 0.55
GREATEST = 1e299


@dataclass(frozen=True)
class AxisRange:
    """From `low` to `high`, in the units of the axis."""

    low: float
    high: float

    @property
    def span(self) -> float:
        """Its length."""
        return self.high - self.low

    def holds(self, other: "AxisRange") -> bool:
        """Whether `other` lies inside and fills enough of it."""
        return self.low <= other.low and other.high <= self.high and other.span >= LEAST_FILL * self.span


def step_range(last_step: int, current: AxisRange | None) -> AxisRange:
    """The steps to show: `current` while it serves, otherwise with room to grow into. None asks for a tight fit."""
    last = max(last_step, 10)
    if current is not None and current.low <= 0 and LEAST_FILL * current.high <= last <= current.high:
        return current
    high = last * (1.02 if current is None else 1.15)
    return AxisRange(-0.012 * high, high)


def value_range(needed: AxisRange, current: AxisRange | None, is_log: bool) -> AxisRange:
    """The values to show: `current` while it serves, otherwise `needed` and some room. None asks for a tight fit."""
    if current is not None and current.holds(needed):
        return current
    room = 0.05 if current is None else 0.1
    span = max(needed.span, 0.1 if is_log else 1e-3 * abs(needed.high), 1e-9)
    low, high = needed.low - room * span, needed.high + 0.06 * span
    if not is_log and 0 <= needed.low < 0.2 * needed.high:
        low = -0.02 * high  # near zero is read against zero; the little below keeps a curve at zero off the frame
    return AxisRange(low, high)


def needed_values(runs: Sequence[RunCurve], window: int, ignore_outliers: bool, is_log: bool) -> AxisRange | None:
    """The least range in which all of `runs` are shown well; exponents of ten if `is_log`. None without values.

    An earlier run that diverged does not count: its last steps would squash the others.
    """
    lasting = [run for run in runs if not (run.is_ghost and run.has_diverged)] or runs
    bounds = [_run_bounds(run, window, ignore_outliers, is_log) for run in lasting]
    known = [bound for bound in bounds if bound is not None]
    if not known:
        return None
    return AxisRange(min(bound.low for bound in known), max(bound.high for bound in known))


def _run_bounds(run: RunCurve, window: int, ignore_outliers: bool, is_log: bool) -> AxisRange | None:
    drawn = _drawn_values(run, window)
    if is_log and drawn.min(initial=1.0) <= 0:
        drawn = drawn[drawn > 0]
    stride = max(1, len(drawn) // SAMPLE_COUNT)
    tail = run.running_mean(run.finite_count, window)
    always = np.append(run.finite_evaluations()[1], [] if tail is None else [tail])
    extremes = [drawn.min(), drawn.max()] if len(drawn) else []
    full = _bounds(_on_axis(np.append(always, extremes), is_log))
    if full is None or not ignore_outliers:
        return full
    trimmed = _bounds(_on_axis(np.append(always, _without_outliers(drawn[::stride])), is_log))
    # The whole is shown unless that costs the rest half of its height.
    return full if trimmed is None or full.span <= 2 * trimmed.span else trimmed


def _drawn_values(run: RunCurve, window: int) -> NDArray[np.float64]:
    if not run.is_ghost:
        return run.batch_values[: run.finite_count]
    count = run.finite_count
    steps = np.arange(1, count + 1, max(1, count // SAMPLE_COUNT), dtype=np.int64)
    return run.running_means(steps, window)


def _without_outliers(values: NDArray[np.float64]) -> NDArray[np.float64]:
    cut = int(OUTLIER_SHARE * len(values))
    return np.sort(values)[cut : len(values) - cut]


def _on_axis(values: NDArray[np.float64], is_log: bool) -> NDArray[np.float64]:
    return np.log10(values[values > 0]) if is_log else np.clip(values, -GREATEST, GREATEST)


def _bounds(values: NDArray[np.float64]) -> AxisRange | None:
    return AxisRange(float(values.min()), float(values.max())) if len(values) else None
