"""The stretch of the (w, b) plane that a loss surface is drawn over."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lossviz.core.fit.cases import Cases, Column
from lossviz.core.fit.estimates import fit_sigmoid
from lossviz.core.fit.logistic import Parameters

_ROOM = 0.5  # of the extent of what must be seen, on each side
_LEAST_LOGITS = 8.0  # a range in which no logit changes by this much shows one slope of the bowl only
_STEEPEST_LOGITS = 12.0  # w per standard deviation: where separable cases would have it, a step already
_LARGEST = 1e150  # its square is a number still
_LEAST_SHARE = 1e-9  # of its largest number that a side has; no zoom in the window goes so far


@dataclass(frozen=True)
class GridRange:
    """w_low < w_high and b_low < b_high, all finite.

    Raises: ValueError if they are not.
    """

    w_low: float
    w_high: float
    b_low: float
    b_high: float

    def __post_init__(self) -> None:
        widths = (self.w_high - self.w_low, self.b_high - self.b_low)
        if not all(math.isfinite(width) and width > 0 for width in widths):
            raise ValueError(f"a range needs finite bounds in ascending order: {self}")

    def w_values(self, count: int) -> Column:
        """(count,), from edge to edge."""
        return np.linspace(self.w_low, self.w_high, count)

    def b_values(self, count: int) -> Column:
        """(count,), from edge to edge."""
        return np.linspace(self.b_low, self.b_high, count)

    @property
    def is_drawable(self) -> bool:
        """Whether it is wide and high enough for doubles to tell the places of a picture apart."""
        sides = ((self.w_low, self.w_high), (self.b_low, self.b_high))
        return all(high - low >= max(_LEAST_SHARE * max(abs(low), abs(high)), 1 / _LARGEST) for low, high in sides)

    def contains(self, parameters: Parameters) -> bool:
        """Whether they lie inside or on the edge."""
        w, b = parameters
        return self.w_low <= w <= self.w_high and self.b_low <= b <= self.b_high

    def zoomed(self, factor: float, fixed: Parameters) -> "GridRange":
        """`factor` times as wide and as high, with `fixed` where it was: below 1 comes nearer."""
        return GridRange(
            fixed.w + factor * (self.w_low - fixed.w),
            fixed.w + factor * (self.w_high - fixed.w),
            fixed.b + factor * (self.b_low - fixed.b),
            fixed.b + factor * (self.b_high - fixed.b),
        )

    def shifted(self, w: float, b: float) -> "GridRange":
        """As large as before, moved by w and b."""
        return GridRange(self.w_low + w, self.w_high + w, self.b_low + b, self.b_high + b)


def automatic_range(cases: Cases, points: Sequence[Parameters]) -> GridRange:
    """The range that holds the minimum of the cross-entropy, the origin and all finite `points`, with room around.

    Separable cases have no minimum: for them it holds the boundary between the classes, with a steep step there.
    """
    seen = [Parameters(0.0, 0.0), _valley(cases), *(point for point in points if _is_drawable(point))]
    spread, reach = _spread(cases.x), float(np.abs(cases.x).max())
    least_w = min(_LEAST_LOGITS / max(spread, reach / 2), _LARGEST)
    w_low, w_high = _widened([point.w for point in seen], least_w)
    b_low, b_high = _widened([point.b for point in seen], _LEAST_LOGITS)
    return GridRange(w_low, w_high, b_low, b_high)


def _valley(cases: Cases) -> Parameters:
    """Where the cross-entropy is least; for separable cases on the way there, where the step is steep already."""
    fit = fit_sigmoid(cases)
    w, b = fit.parameters
    if not _is_drawable(fit.parameters):
        return Parameters(0.0, 0.0)
    steepness = abs(w) * _spread(cases.x)
    if fit.state != "separable" or steepness <= _STEEPEST_LOGITS:
        return fit.parameters
    shrink = _STEEPEST_LOGITS / steepness
    return Parameters(w * shrink, b * shrink)


def _is_drawable(point: Parameters) -> bool:
    return all(abs(value) <= _LARGEST for value in point)


def _spread(x: Column) -> float:
    """The standard deviation, or a length of the same kind where there is none."""
    reach = float(np.abs(x).max())
    deviation = float((x / reach).std()) * reach if reach > 0 else 0.0
    return deviation if deviation > 1e-9 * reach else (reach or 1.0)


def _widened(values: Sequence[float], least: float) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = max(_ROOM * (high - low), (least - (high - low)) / 2)
    return low - room, high + room
