"""The chosen losses as curves of a plot, and the part of the axes in which they are compared."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from PySide6.QtCore import QCoreApplication

from lossviz.core.losses.axes import AXES, AxisKey, LossOptions
from lossviz.core.losses.curves import points_of
from lossviz.core.losses.entries import LossEntry
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.plots.picture import Curve, Dots

Side = Literal["value", "slope"]

_HIGHEST: dict[Side, float] = {"value": 6.0, "slope": 4.0}  # what grows without bound leaves the plot there
_WEIGHT_SHARES: dict[Side, float] = {"value": 2.0, "slope": 1.2}  # of pos_weight, where that is more
_LEAST_SPAN: dict[Side, float] = {"value": 1.0, "slope": 0.5}  # within what is shown instead
_ROOM = 0.06


def translated(text: str) -> str:
    """A text of the catalogue in the window's language."""
    return QCoreApplication.translate("losses", text)


def groups_of(entries: Sequence[LossEntry], axis: AxisKey) -> list[list[LossEntry]]:
    """Those with the same curve over `axis` together, each of them having one."""
    groups: dict[int, list[LossEntry]] = {}
    for entry in entries:
        groups.setdefault(id(entry.curves[axis]), []).append(entry)
    return list(groups.values())


def loss_curves(entries: Sequence[LossEntry], axis: AxisKey, options: LossOptions, side: Side) -> tuple[Curve, ...]:
    """A curve for each group; losses that are the same over this axis are one line of several names.

    Slopes have no names: their plot stands below that of the losses, whose key serves both.
    """
    curves = []
    for group in groups_of(entries, axis):
        first, curve = group[0], group[0].curves[axis]
        function = curve.value if side == "value" else curve.gradient
        xs, ys = points_of(function, curve.corners(options), AXES[axis], options)
        names = [translated(entry.words.name) for entry in group] if side == "value" else []
        curves.append(Curve(first.key, " = ".join(names), xs, ys, first.colour, first.dash))
    return tuple(curves)


def loss_range(curves: Sequence[Curve], options: LossOptions, side: Side) -> AxisRange:
    """From 0, or from the steepest slope, up to what is highest, and no further than where losses can be compared."""
    highest = _HIGHEST[side]
    if any(curve.key == "weighted_ce" for curve in curves):
        highest = max(highest, _WEIGHT_SHARES[side] * options.pos_weight)
    values = np.concatenate([np.zeros(1), *(curve.ys[~np.isnan(curve.ys)] for curve in curves)])
    low, high = float(np.clip(values.min(), -highest, 0.0)), float(np.clip(values.max(), 0.0, highest))
    if high - low < _LEAST_SPAN[side]:
        low, high = (0.0, 1.0) if side == "value" else (-0.5, 0.5)
    room = _ROOM * (high - low)
    return AxisRange(low - room, high + room)


def dots_at(
    entries: Sequence[LossEntry], axis: AxisKey, options: LossOptions, side: Side, place: float
) -> tuple[Dots, ...]:
    """A dot on each of the curves."""
    dots = []
    for group in groups_of(entries, axis):
        first = group[0]
        height = height_at(first, axis, options, side, place)
        dots.append(Dots(first.key, np.array([place]), np.array([height]), first.colour))
    return tuple(dots)


def height_at(entry: LossEntry, axis: AxisKey, options: LossOptions, side: Side, place: float) -> float:
    """The loss or its slope at one place."""
    curve = entry.curves[axis]
    return curve.value_at(place, options) if side == "value" else curve.gradient_at(place, options)
