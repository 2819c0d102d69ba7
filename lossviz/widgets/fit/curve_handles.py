"""The two handles by which the sigmoid is taken hold of, and what the parameters become when they are moved."""

import math
from dataclasses import dataclass
from typing import Literal

from lossviz.core.fit.estimates import size_at
from lossviz.core.fit.logistic import Parameters
from lossviz.widgets.curves.ranges import AxisRange

HandleName = Literal["midpoint", "steepness"]

STEEPNESS_LEVEL = 0.9
_LEVEL_LOGIT = math.log(9.0)
_GREATEST = 1e300
_EDGE_SHARE = 0.03


@dataclass(frozen=True)
class CurveHandle:
    """x, level: where it stands. is_held: the place it marks is out of view, so it is held at the edge."""

    name: HandleName
    x: float
    level: float
    is_held: bool


def curve_handles(parameters: Parameters, view: AxisRange) -> tuple[CurveHandle, CurveHandle]:
    """The one at 50% and the one at 90%; those of a flat curve stand in the middle and at the right edge."""
    midpoint = size_at("sigmoid", parameters, 0.5)
    steep = size_at("sigmoid", parameters, STEEPNESS_LEVEL)
    if midpoint is None or steep is None:
        midpoint, steep = view.low + view.span / 2, view.high + view.span
    return _handle("midpoint", midpoint, 0.5, view), _handle("steepness", steep, STEEPNESS_LEVEL, view)


def with_midpoint(parameters: Parameters, x: float) -> Parameters:
    """Moved to 50% at `x`; w stays as it is. A flat curve has no midpoint and stays."""
    if not parameters.w:
        return parameters
    return Parameters(parameters.w, min(max(-parameters.w * x, -_GREATEST), _GREATEST))


def with_steep_end(parameters: Parameters, x: float, view: AxisRange, least: float) -> Parameters:
    """Turned about its midpoint to 90% at `x`; a flat curve about the middle of the view.

    least: how near to the midpoint `x` may come; nearer, it counts as that far, and exactly there as on the side where
    the curve is high already.
    """
    midpoint = size_at("sigmoid", parameters, 0.5)
    if midpoint is None:
        midpoint = view.low + view.span / 2
    reach = x - midpoint
    if abs(reach) < least:
        reach = math.copysign(least, reach or parameters.w)
    w = _LEVEL_LOGIT / reach
    return with_midpoint(Parameters(w, 0.0), midpoint)


def _handle(name: HandleName, x: float, level: float, view: AxisRange) -> CurveHandle:
    room = _EDGE_SHARE * view.span
    held = min(max(x, view.low + room), view.high - room)
    is_held = not view.low <= x <= view.high
    return CurveHandle(name, held if is_held else x, level, is_held)
