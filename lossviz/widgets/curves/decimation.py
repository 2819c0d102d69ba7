"""From up to millions of values to the few that a screen can show.

Columns are counted from step 0 and not from the edge of the view, so that the picture does not shimmer while it is
dragged sideways.
"""

import math

import numpy as np
from numpy.typing import NDArray

Steps = NDArray[np.int64]
Values = NDArray[np.float64]


def steps_in_view(step_count: int, left: float, right: float) -> tuple[int, int]:
    """First and last step between `left` and `right` of steps 1 to `step_count`, and one more on either side.

    The neighbours carry the line to the edges of the view. (1, 0) if there is no step.
    """
    first = max(1, math.floor(max(left, 0.0)))
    last = min(step_count, math.ceil(min(right, float(step_count))))
    return (first, last) if first <= last else (1, 0)


def column_starts(first: int, last: int, steps_per_column: float) -> Steps:
    """The first step of every column that holds one of the steps from `first` to `last`."""
    if last < first:
        return np.empty(0, dtype=np.int64)
    if steps_per_column <= 1:
        return np.arange(first, last + 1, dtype=np.int64)
    columns = np.arange(math.floor(first / steps_per_column), math.floor(last / steps_per_column) + 1)
    starts = np.ceil(columns * steps_per_column).astype(np.int64)
    return _distinct(np.clip(starts, first, last))


def column_ends(first: int, last: int, steps_per_column: float) -> Steps:
    """The last step of every such column, after the very first step, so that a line spans all of them."""
    starts = column_starts(first, last, steps_per_column)
    if not len(starts):
        return starts
    return _distinct(np.concatenate(([first], starts[1:] - 1, [last])))


def envelope(values: Values, first: int, last: int, steps_per_column: float) -> tuple[NDArray[np.float64], Values]:
    """The line through the least and greatest value of every column.

    values: (n,), value i belongs to step i + 1. Returns steps and values, two entries a column; every step where
    columns hold two steps or fewer.
    """
    if steps_per_column <= 2 or last < first:
        return np.arange(first, last + 1, dtype=np.float64), values[first - 1 : last]
    starts = column_starts(first, last, steps_per_column)
    shown = values[first - 1 : last]
    extremes = np.empty(2 * len(starts))
    extremes[0::2] = np.minimum.reduceat(shown, starts - first)
    extremes[1::2] = np.maximum.reduceat(shown, starts - first)
    middles = (starts + np.append(starts[1:] - 1, last)) / 2
    return np.repeat(middles, 2), extremes


def _distinct(ascending: Steps) -> Steps:
    """Like np.unique, for what is in order already."""
    is_new = np.concatenate(([True], ascending[1:] > ascending[:-1]))
    distinct: Steps = ascending[is_new]
    return distinct
