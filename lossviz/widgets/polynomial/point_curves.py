"""Points and the polynomial through them, as the curves of a plot."""

import numpy as np

from lossviz.core.polynomial.data import Column, NoisyPoints, truth
from lossviz.core.polynomial.fit import PolynomialFit
from lossviz.widgets.curves.ranges import AxisRange, value_range
from lossviz.widgets.plots.picture import Curve

SAMPLE_COUNT = 401
_ROOM = 0.03


def shown_x(points: NoisyPoints) -> AxisRange:
    """0 to 1, or as far as points lie outside."""
    low, high = min(0.0, float(points.x.min())), max(1.0, float(points.x.max()))
    return AxisRange(low - _ROOM * (high - low), high + _ROOM * (high - low))


def shown_y(points: NoisyPoints, current: AxisRange | None) -> AxisRange:
    """The points and the truth behind them, not the curve, which may swing to anywhere."""
    values = np.concatenate([points.y, truth(np.linspace(0.0, 1.0, 50))])
    return value_range(AxisRange(float(values.min()), float(values.max())), current, is_log=False)


def truth_curve(x: AxisRange, name: str) -> Curve:
    """The curve that the points were drawn around."""
    xs = np.linspace(x.low, x.high, SAMPLE_COUNT)
    return Curve("truth", name, xs, truth(xs), "law", "dotted")


def fit_curve(fit: PolynomialFit, x: AxisRange, name: str) -> Curve:
    """The polynomial across the plot."""
    xs = np.linspace(x.low, x.high, SAMPLE_COUNT)
    return Curve("fit", name, xs, fit.values(xs), "curve_4")


def residual_bars(name: str, fit: PolynomialFit, x: Column, y: Column, colour: str) -> Curve:
    """From every point straight to the curve; NaN parts them."""
    order = np.argsort(x, kind="stable")
    xs, ys = x[order], y[order]
    gaps = np.full(len(xs), np.nan)
    bars = np.stack([ys, fit.values(xs), gaps], axis=1)
    return Curve(f"{colour}_residuals", name, np.repeat(xs, 3), bars.ravel(), colour, is_thick=False, is_bars=True)


def widest_gap(points: NoisyPoints) -> float:
    """The middle of the widest stretch of 0 to 1, or of where the points are, that holds none."""
    edges = np.unique(np.concatenate([points.x, [0.0, 1.0]]))
    widest = int(np.argmax(np.diff(edges)))
    return round(float(edges[widest] + edges[widest + 1]) / 2, 3)
