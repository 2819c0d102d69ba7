"""What every loss' curve is: its value and its slope over one axis."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lossviz.core.fit.cases import Column
from lossviz.core.losses.axes import LossAxis, LossOptions

Curve = Callable[[Column, LossOptions], Column]
Corners = Callable[[LossOptions], tuple[float, ...]]

POINTS = 401
_CLOSE = 1e-9  # of the axis' length, on either side of a corner
_JUMP = 1e-3


def no_corners(_options: LossOptions) -> tuple[float, ...]:
    """Of a curve that is smooth all over."""
    return ()


@dataclass(frozen=True)
class LossCurve:
    """value, gradient: (x (n,), options) -> (n,); infinite or NaN where there is none, without a warning.

    value_tex, gradient_tex: the right-hand sides of their formulas. code: the value in PyTorch, an expression after the
    lines that prepare it, from the axis' symbol, {weight} and {delta}; autograd finds the slope. corners: where either
    jumps or has a kink.
    """

    value: Curve
    gradient: Curve
    value_tex: str
    gradient_tex: str
    code: tuple[str, ...]
    corners: Corners = no_corners

    def value_at(self, x: float, options: LossOptions) -> float:
        """The loss at one place."""
        return float(self.value(np.array([x]), options)[0])

    def gradient_at(self, x: float, options: LossOptions) -> float:
        """Its slope there."""
        return float(self.gradient(np.array([x]), options)[0])


def points_of(curve: Curve, corners: tuple[float, ...], axis: LossAxis, options: LossOptions) -> tuple[Column, Column]:
    """The curve along the axis, xs and ys: kinks are sharp, and at a jump it is broken by a NaN."""
    close = _CLOSE * (axis.high - axis.low)
    inside = [corner for corner in corners if axis.low < corner < axis.high]
    sides = [corner + side for corner in inside for side in (-close, 0.0, close)]
    xs = np.unique(np.append(np.linspace(axis.low, axis.high, POINTS), sides))
    ys = curve(xs, options)
    for corner in inside:
        before, after = curve(np.array([corner - close, corner + close]), options)
        if not abs(after - before) < _JUMP:
            ys[xs == corner] = np.nan
    return xs, ys
