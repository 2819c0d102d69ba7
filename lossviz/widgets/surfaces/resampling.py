"""Grids stretched to more points, and values between grid points."""

import numpy as np
from numpy.typing import NDArray


def stretched(values: NDArray[np.float64], columns: int, rows: int) -> NDArray[np.float64]:
    """(rows, columns), bilinear from edge to edge. values: (m, n), m and n at least 2."""
    left, across = _between(values.shape[1], columns)
    below, up = _between(values.shape[0], rows)
    wide = values[:, left] * (1 - across) + values[:, left + 1] * across
    return np.asarray(wide[below] * (1 - up[:, None]) + wide[below + 1] * up[:, None])


def value_at(
    values: NDArray[np.float64], columns: NDArray[np.float64], rows: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Bilinear between the four nearest grid points of `values` (n, n); outside, the value at the nearest edge.

    columns, rows: places on the grid, from 0 to n - 1.
    """
    last = len(values) - 1
    columns, rows = np.clip(columns, 0.0, last), np.clip(rows, 0.0, last)
    left, below = (np.minimum(place.astype(np.intp), last - 1) for place in (columns, rows))
    across, up = columns - left, rows - below
    low = values[below, left] * (1 - across) + values[below, left + 1] * across
    high = values[below + 1, left] * (1 - across) + values[below + 1, left + 1] * across
    return np.asarray(low * (1 - up) + high * up, np.float64)


def _between(count: int, places: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """For each of `places` spread over `count` points: the point before it, and how far beyond that it lies."""
    at = np.linspace(0.0, count - 1.0, places)
    before = np.minimum(at.astype(np.intp), count - 2)
    return before, at - before
