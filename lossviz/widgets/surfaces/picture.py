"""What a map or a 3-D view of a loss surface shows, as plain numbers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lossviz.core.fit.grid_range import GridRange

Place = tuple[float, float]
"""A pair (w, b), or of whatever else the axes stand for."""

NOT_A_PATH = 4  # the colour of a line that no optimiser went


@dataclass(frozen=True, eq=False)
class SurfacePath:
    """points: (k, 2), each (w, b), in order. colour: 0..3, which of the theme's path colours, or NOT_A_PATH.

    has_end_mark: somebody stands where it ends, and no marker shows it.
    """

    points: NDArray[np.float64]
    colour: int = 0
    is_dashed: bool = False
    has_end_mark: bool = False


@dataclass(frozen=True, eq=False)
class SurfacePicture:
    """values: (n, n) [b index, w index], at n values of w and b from edge to edge of `range`; never changed in place.

    arrow: from the marker to marker + arrow, in units of w and b.
    overlay: (m, m) over the same range; the loss is not convex where it is True, or below 0 if it holds numbers.
    is_moving: in the middle of a drag, when contours are left out.
    axis_names: of what is called w and b here. is_marker_fixed: nobody is told that the marker can be moved.
    missing: (n, n), where `values` are no values but stand in for those not yet known.
    """

    range: GridRange
    values: NDArray[np.float64]
    marker: Place
    paths: tuple[SurfacePath, ...] = ()
    arrow: Place | None = None
    overlay: NDArray[np.float64] | NDArray[np.bool_] | None = None
    best: Place | None = None
    is_quantile: bool = False
    title: str = ""
    is_moving: bool = False
    axis_names: tuple[str, str] = ("w", "b")
    is_marker_fixed: bool = False
    missing: NDArray[np.bool_] | None = None


def have_same_surface(first: SurfacePicture, second: SurfacePicture) -> bool:
    """Whether only what lies on the surface differs. To compare 128 x 128 values takes 0.01 ms, to draw them 2 ms."""
    is_same_scale = first.range == second.range and first.is_quantile == second.is_quantile
    if first.missing is not second.missing:
        return False
    return is_same_scale and (first.values is second.values or np.array_equal(first.values, second.values))


def drawable(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """With finite numbers only: what is not a number or infinite becomes the largest, or smallest, that is finite."""
    is_finite = np.isfinite(values)
    if is_finite.all():
        return values
    finite = values[is_finite]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    return np.nan_to_num(values, nan=high, posinf=high, neginf=low)
