"""What part of its axes a plot of a report shows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lossviz.core.training.metric_log import Column

_OUTLIERS = 0.02  # of the points of all curves at either end
_COST = 2.0  # times as high as without outliers an axis may be for their sake
_ROOM = 0.04  # of the height, above and below
_LOG_FROM = 30.0  # times the least value; then a linear axis would lay most of the curve on its lower edge


@dataclass(frozen=True)
class Span:
    """From `low` to `high`, which differ."""

    low: float
    high: float

    @property
    def length(self) -> float:
        """From end to end."""
        return self.high - self.low

    def share(self, value: float) -> float:
        """Where `value` stands: 0 at the low end, 1 at the high one."""
        return (value - self.low) / self.length


@dataclass(frozen=True)
class PlotScale:
    """values: exponents of ten if `is_log`."""

    steps: Span
    values: Span
    is_log: bool = False

    def on_axis(self, values: Column) -> Column:
        """Where the values stand; nan for those without a place."""
        if not self.is_log:
            return np.where(np.isfinite(values), values, np.nan)
        placed: Column = np.full(len(values), np.nan)
        has_place = np.isfinite(values) & (values > 0)
        placed[has_place] = np.log10(values[has_place])
        return placed


def scale_for(last_step: int, curves: Sequence[Column], dots: Sequence[Column], may_be_log: bool) -> PlotScale:
    """A scale that shows all dots, and the curves but for the few points that would squash the rest."""
    steps = Span(0.0, max(float(last_step), 1.0))
    points, always = _finite(curves), _finite(dots)
    if not len(points) + len(always):
        return PlotScale(steps, Span(0.0, 1.0))
    all_of_it = np.append(points, always)
    is_log = (
        may_be_log and bool(all_of_it.min() > 0) and bool(_usual(points, always).max() > _LOG_FROM * all_of_it.min())
    )
    on_axis = np.log10 if is_log else np.asarray
    whole, usual = _span_of(on_axis(all_of_it)), _span_of(on_axis(_usual(points, always)))
    return PlotScale(steps, whole if whole.length <= _COST * usual.length else usual, is_log)


def _usual(points: Column, always: Column) -> Column:
    cut = int(_OUTLIERS * len(points))
    return np.append(np.sort(points)[cut : len(points) - cut], always)


def _span_of(shown: Column) -> Span:
    low, high = float(shown.min()), float(shown.max())
    room = _ROOM * max(high - low, 1e-3 * abs(high), 1e-9)
    return Span(low - room, high + room)


def _finite(columns: Sequence[Column]) -> Column:
    values = np.concatenate([*columns, np.empty(0)])
    # Sums of values near the largest number would leave the finite ones.
    finite: Column = np.clip(values[np.isfinite(values)], -1e300, 1e300)
    return finite
