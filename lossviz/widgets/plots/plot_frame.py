"""Where numbers stand in pixels: the area inside the axes and the part of the axes that it shows."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from lossviz.core.axis_ticks import tick_spacing, value_text
from lossviz.core.fit.cases import Column
from lossviz.widgets.curves.ranges import AxisRange

GREATEST = 1e299
LEAST_FILL = 0.55
_ROOM = 0.06
_LEAST_SPAN = 1e-9  # of the largest number in view: beyond it neighbouring doubles would be pixels apart
BEYOND = 1.0  # how many views away from the view a number may be drawn: no clip of the painter fails there


@dataclass(frozen=True)
class PlotFrame:
    """area: in pixels of the widget."""

    area: QRectF
    x: AxisRange
    y: AxisRange

    def x_px(self, x: float) -> float:
        """Where `x` stands; what is far out of view, a view away from it."""
        share = (_clamped(x, self.x) - self.x.low) / self.x.span
        return self.area.left() + share * self.area.width()

    def y_px(self, y: float) -> float:
        """Where `y` stands; what is far out of view, a view away from it."""
        share = (_clamped(y, self.y) - self.y.low) / self.y.span
        return self.area.bottom() - share * self.area.height()

    def point_px(self, x: float, y: float) -> QPointF:
        """Where both stand."""
        return QPointF(self.x_px(x), self.y_px(y))

    def xs_px(self, xs: Column, most_views: float = BEYOND) -> NDArray[np.float64]:
        """Where each of `xs` stands; what is further out of view than `most_views`, so many views away."""
        low, high = _limits(self.x, most_views)
        shares = (np.clip(xs, low, high) - self.x.low) / self.x.span
        return self.area.left() + shares * self.area.width()

    def ys_px(self, ys: Column, most_views: float = BEYOND) -> NDArray[np.float64]:
        """Where each of `ys` stands; what is further out of view than `most_views`, so many views away."""
        low, high = _limits(self.y, most_views)
        shares = (np.clip(ys, low, high) - self.y.low) / self.y.span
        return self.area.bottom() - shares * self.area.height()

    def x_at(self, x_px: float) -> float:
        """The number at a pixel."""
        return self.x.low + (x_px - self.area.left()) / max(self.area.width(), 1.0) * self.x.span

    def y_at(self, y_px: float) -> float:
        """The number at a pixel."""
        return self.y.low + (self.area.bottom() - y_px) / max(self.area.height(), 1.0) * self.y.span

    def tidy_x(self, x: float) -> float:
        """`x` inside the view and without the digits that no pixel tells apart."""
        return _tidy(x, self.x, self.area.width())

    def tidy_y(self, y: float) -> float:
        """`y` inside the view and without the digits that no pixel tells apart."""
        return _tidy(y, self.y, self.area.height())

    def x_text(self, x: float) -> str:
        """`x` to about a pixel."""
        return value_text(x, tick_spacing(self.x.low, self.x.high, max(round(self.area.width()), 1)))


def data_range(values: Column) -> AxisRange:
    """All of `values` and some room; a stretch around them if they are all equal."""
    low, high = (float(np.clip(edge, -GREATEST, GREATEST)) for edge in (values.min(), values.max()))
    room = _ROOM * (high - low)
    if high - low < _LEAST_SPAN * max(abs(low), abs(high)) or high == low:
        room = 0.1 * abs(high) or 1.0
    return AxisRange(low - room, high + room)


def serves(view: AxisRange, values: Column) -> bool:
    """Whether `view` shows all of `values` and is filled well enough by them."""
    needed = AxisRange(float(values.min()), float(values.max()))
    return view.low <= needed.low and needed.high <= view.high and needed.span >= LEAST_FILL * view.span


def zoomed(view: AxisRange, centre: float, factor: float) -> AxisRange:
    """`factor` times as long, `centre` staying where it is; `view` itself where numbers end."""
    low, high = centre + factor * (view.low - centre), centre + factor * (view.high - centre)
    largest = max(abs(low), abs(high))
    fits = largest < GREATEST and high - low > max(_LEAST_SPAN * largest, 1.0 / GREATEST)
    return AxisRange(low, high) if fits else view


def panned(view: AxisRange, distance: float) -> AxisRange:
    """Shifted towards larger numbers; `view` itself where numbers end."""
    low, high = view.low + distance, view.high + distance
    return AxisRange(low, high) if max(abs(low), abs(high)) * _LEAST_SPAN < high - low else view


def _tidy(value: float, shown: AxisRange, length_px: float) -> float:
    inside = min(max(value, shown.low), shown.high)
    decimals = -math.floor(math.log10(shown.span / max(length_px, 1.0)))
    return min(max(round(inside, decimals), shown.low), shown.high) if abs(decimals) < 300 else inside


def _limits(shown: AxisRange, most_views: float = BEYOND) -> tuple[float, float]:
    return shown.low - most_views * shown.span, shown.high + most_views * shown.span


def _clamped(value: float, shown: AxisRange) -> float:
    low, high = _limits(shown)
    return min(max(value, low), high)
