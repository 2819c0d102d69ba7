"""Where a loss surface bends downwards: the smallest eigenvalue of its Hessian over a grid of (w, b)."""

import numpy as np
from numpy.typing import NDArray

from lossviz.core.fit.cases import Cases, Column
from lossviz.core.fit.grid_range import GridRange
from lossviz.core.fit.logistic import LossKind

Grid = NDArray[np.float64]

_ROUNDING = 1e-13
_NUMBERS_AT_ONCE = 1 << 14  # 128 KiB per array: they stay in a core's second-level cache


def smallest_eigenvalues(kind: LossKind, grid_range: GridRange, size: int, cases: Cases) -> Grid:
    """Of the mean loss' Hessian by (w, b), as (b, w); below 0 where the surface is not convex."""
    w, b = grid_range.w_values(size), grid_range.b_values(size)
    middle = float(cases.x.mean())
    offsets = cases.x - middle
    moments = np.zeros((3, size * size))
    at_once = max(1, _NUMBERS_AT_ONCE // (size * size))
    for start in range(0, len(cases), at_once):
        some = slice(start, start + at_once)
        signs = 1.0 - 2.0 * cases.y[some]
        logits = np.multiply.outer(cases.x[some], w)[:, np.newaxis] + b[:, np.newaxis]  # (cases, b, w)
        curvatures = _curvatures(kind, logits * signs[:, np.newaxis, np.newaxis])
        weights = np.stack([np.ones_like(signs), offsets[some], offsets[some] ** 2])
        moments += weights @ curvatures.reshape(len(signs), -1)
    moments /= len(cases)
    return _smallest(moments, middle).reshape(size, size)


def _curvatures(kind: LossKind, towards_wrong: Grid) -> Grid:
    """Each case's second derivative by its logit, counted towards the wrong class."""
    shrunk = np.exp(-np.abs(towards_wrong))
    share = 1.0 / (1.0 + shrunk)
    spread: Grid = shrunk * share * share
    if kind == "bce":
        return spread
    wrong = np.where(towards_wrong >= 0, share, shrunk * share)
    curvatures: Grid = 2.0 * spread * wrong * (2.0 - 3.0 * wrong)
    return curvatures


def _smallest(moments: NDArray[np.float64], middle: float) -> Column:
    """Of [[s2, s1], [s1, s0]], the curvatures' moments about x = 0, from those about `middle`.

    The determinant is the same about every point and loses least about the middle; what rounding alone can leave of it
    is 0. Where the trace is positive it is divided by the larger eigenvalue, because trace / 2 - root would cancel.
    """
    s0, offset1, offset2 = moments
    s1, s2 = offset1 + middle * s0, offset2 + 2.0 * middle * offset1 + middle**2 * s0
    half_trace, root = (s0 + s2) / 2.0, np.hypot((s2 - s0) / 2.0, s1)
    larger = half_trace + root
    product, square = s0 * offset2, offset1**2
    determinant = product - square
    determinant[np.abs(determinant) <= _ROUNDING * (np.abs(product) + square)] = 0.0
    quotient = np.divide(determinant, larger, out=np.zeros_like(larger), where=larger > 0)
    smaller: Column = np.where(half_trace > 0, quotient, half_trace - root)
    return smaller
