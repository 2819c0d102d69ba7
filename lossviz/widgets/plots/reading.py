"""What the curves of a plot are worth at one x."""

import math
from collections.abc import Sequence

import numpy as np

from lossviz.core.fit.cases import Column
from lossviz.widgets.plots.picture import Curve

Reading = tuple[Curve, float]


def readings_at(curves: Sequence[Curve], x: float) -> list[Reading]:
    """Each curve that reaches to `x` and its value there."""
    found = [(curve, value_at(curve.xs, curve.ys, x)) for curve in curves]
    return [(curve, value) for curve, value in found if value is not None and math.isfinite(value)]


def value_at(xs: Column, ys: Column, x: float) -> float | None:
    """Between the two points about `x`; None beyond the ends, beside a break, and where xs goes back and forth."""
    if len(xs) and xs[0] > xs[-1]:
        xs, ys = xs[::-1], ys[::-1]
    if not len(xs) or not xs[0] <= x <= xs[-1] or not bool((np.diff(xs) >= 0).all()):
        return None
    after = int(np.searchsorted(xs, x))
    if xs[after] == x:
        return float(ys[after])
    share = (x - xs[after - 1]) / (xs[after] - xs[after - 1])
    with np.errstate(invalid="ignore"):
        value = (1 - share) * ys[after - 1] + share * ys[after]
    return float(value) if math.isfinite(value) else None
