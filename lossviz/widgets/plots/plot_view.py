"""Which part of the axes a plot shows."""

from collections.abc import Sequence

import numpy as np

from lossviz.core.fit.cases import Column
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.plots.picture import PlotPicture
from lossviz.widgets.plots.plot_frame import GREATEST, data_range, serves

_UNIT = AxisRange(0.0, 1.0)
_LEAST = 1e-250  # what is smaller counts as 0: ticks need some room above the smallest doubles
_X_ROOM = 0.03


class PlotView:
    """Follows the pictures, as rarely as they allow in y, and not at all while something is dragged."""

    def __init__(self) -> None:
        self.x = _UNIT
        self.y = _UNIT
        self._keys: tuple[str, ...] | None = None

    def follow(self, picture: PlotPicture, *, is_held: bool) -> None:
        """Show `picture`. is_held: leave the ranges that fit themselves as they are."""
        keys = tuple(curve.key for curve in picture.curves) + tuple(dots.key for dots in picture.dots)
        is_new, self._keys = keys != self._keys, keys
        if picture.x_range is not None:
            self.x = _usable(picture.x_range)
        elif not is_held:
            self.x = _fitted_x(picture)
        if picture.y_range is not None:
            self.y = _usable(picture.y_range)
        elif not is_held:
            self.y = _fitted_y(picture, None if is_new else self.y)


def _fitted_x(picture: PlotPicture) -> AxisRange:
    """From the first to the last point of the curves; dots, handles and rules stand off the edges."""
    on_line = _joined([curve.xs[np.isfinite(curve.ys)] for curve in picture.curves])
    rules = [rule.value for rule in picture.rules if rule.is_vertical]
    marks = _joined([dots.xs for dots in picture.dots] + [np.array([handle.x for handle in picture.handles] + rules)])
    values = np.concatenate([on_line, marks])
    if not len(values):
        return _UNIT
    low, high = float(values.min()), float(values.max())
    if high - low <= 1e-9 * max(abs(low), abs(high)):
        return data_range(values)
    room = _X_ROOM * (high - low)
    return AxisRange(low if low in on_line else low - room, high if high in on_line else high + room)


def _fitted_y(picture: PlotPicture, before: AxisRange | None) -> AxisRange:
    parts = [curve.ys[np.isfinite(curve.xs)] for curve in picture.curves] + [dots.ys for dots in picture.dots]
    rules = [rule.value for rule in picture.rules if not rule.is_vertical]
    values = _joined([*parts, np.array([handle.y for handle in picture.handles] + rules)])
    if not len(values):
        return _UNIT
    return before if before is not None and serves(before, values) else data_range(values)


def _joined(parts: Sequence[Column]) -> Column:
    """The finite ones of all."""
    values = np.concatenate([np.empty(0), *parts])
    values = np.clip(values[np.isfinite(values)], -GREATEST, GREATEST)
    return np.where(np.abs(values) < _LEAST, 0.0, values)


def _usable(asked: AxisRange) -> AxisRange:
    """`asked`, or some room about it if it has no length."""
    edges = _joined([np.array([asked.low, asked.high])])
    if not len(edges):
        return _UNIT
    low, high = float(edges.min()), float(edges.max())
    return AxisRange(low, high) if high - low > 1e-9 * max(abs(low), abs(high)) else data_range(edges)
