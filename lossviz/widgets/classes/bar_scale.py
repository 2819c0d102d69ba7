"""How long a bar is for a value, and the value where the mouse is."""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF

from lossviz.core.fit.cases import Column

LEAST_REACH, LEAST_SLOPE = 5.0, 0.01  # of the scales of logits and slopes to either side of 0
_SMALLER_SIDE = 0.1
_ROOM = 0.98  # the share of a side that the longest bar may take


@dataclass(frozen=True)
class BarScale:
    """From `low` at the left edge of a cell to `high` at its right edge."""

    low: float
    high: float

    def x_px(self, value: float, cell: QRectF) -> float:
        """Where a value stands; one beyond the ends stands at the end, and what is no number at 0."""
        inside = 0.0 if math.isnan(value) else min(max(value, self.low), self.high)
        return cell.left() + (inside - self.low) / (self.high - self.low) * cell.width()

    def value_at(self, x_px: float, cell: QRectF) -> float:
        """The value at a pixel, also beyond the ends, as round as a pixel is wide."""
        per_px = (self.high - self.low) / max(cell.width(), 1.0)
        decimals = -math.floor(math.log10(per_px))
        return round(self.low + (x_px - cell.left()) * per_px, decimals)

    def holds(self, value: float) -> bool:
        """Whether a bar can be drawn in full."""
        return self.low <= value <= self.high


SHARES = BarScale(0.0, 1.0)


class SlopeAxis:
    """A scale, even about 0, that follows the slopes in round steps; while a bar is dragged it only grows."""

    def __init__(self) -> None:
        self._reach = 1.0
        self._is_held = False

    @property
    def scale(self) -> BarScale:
        """The scale now."""
        return BarScale(-self._reach, self._reach)

    def follow(self, *slopes: Column) -> None:
        """Have room for these."""
        together = np.abs(np.concatenate(slopes))
        finite = together[np.isfinite(together)]
        reach = _reach(float(finite.max(initial=0.0)), LEAST_SLOPE)
        self._reach = max(reach, self._reach) if self._is_held else reach

    def hold(self) -> None:
        """Do not shrink until `release`."""
        self._is_held = True

    def release(self) -> None:
        """Follow again."""
        self._is_held = False


class LogitAxis:
    """A scale that follows the logits in round steps, and holds still while one is dragged."""

    def __init__(self) -> None:
        self._scale = BarScale(-LEAST_REACH, LEAST_REACH)
        self._is_held = False

    @property
    def scale(self) -> BarScale:
        """The scale now."""
        return self._scale

    def follow(self, logits: Column) -> None:
        """Have room for these."""
        finite = logits[np.isfinite(logits)]
        if self._is_held or not len(finite):
            return
        high, low = _reach(float(finite.max()), LEAST_REACH), _reach(-float(finite.min()), LEAST_REACH)
        self._scale = BarScale(-max(low, _SMALLER_SIDE * high), max(high, _SMALLER_SIDE * low))

    def hold(self) -> None:
        """Stay as it is until `release`."""
        self._is_held = True

    def release(self) -> None:
        """Follow again."""
        self._is_held = False


def _reach(furthest: float, least: float) -> float:
    """The least of 1, 2, 5 times a power of ten that leaves room."""
    needed = max(furthest / _ROOM, least)
    power = 10.0 ** math.floor(math.log10(needed))
    return next(multiple * power for multiple in (1, 2, 5, 10) if multiple * power >= needed * (1 - 1e-9))
