"""What a plot of curves y = f(x) shows."""

from dataclasses import dataclass
from typing import Literal

from lossviz.core.fit.cases import Column
from lossviz.core.losses.entries import DashName
from lossviz.widgets.curves.ranges import AxisRange

Dash = DashName
DotShape = Literal["disc", "ring", "square", "cross", "diamond"]


@dataclass(frozen=True, eq=False)
class Curve:
    """A line through (xs, ys), each (n,), xs in order; NaN and inf break it. colour: a token of the theme's Colours.

    is_bars: upright bars, each its two ends and a NaN.

    Raises: ValueError if xs and ys differ in length.
    """

    key: str
    name: str
    xs: Column
    ys: Column
    colour: str
    dash: Dash = "solid"
    is_thick: bool = True
    is_bars: bool = False

    def __post_init__(self) -> None:
        _check_lengths(self.key, self.xs, self.ys)


@dataclass(frozen=True, eq=False)
class Dots:
    """Marks at (xs, ys), each (n,); those that are not finite are left out.

    Raises: ValueError if xs and ys differ in length.
    """

    key: str
    xs: Column
    ys: Column
    colour: str
    shape: DotShape = "disc"
    can_drag: bool = False

    def __post_init__(self) -> None:
        _check_lengths(self.key, self.xs, self.ys)


@dataclass(frozen=True)
class Rule:
    """A line across the plot: vertical at x = value, otherwise horizontal at y = value."""

    value: float
    name: str
    colour: str
    is_vertical: bool
    dash: Dash = "dashed"


@dataclass(frozen=True)
class Handle:
    """A knob that can be dragged. text: written beside it."""

    key: str
    x: float
    y: float
    colour: str
    text: str = ""
    can_drag_x: bool = True
    can_drag_y: bool = False


@dataclass(frozen=True, eq=False)
class PlotPicture:
    """All of it. A range that is None fits what is shown."""

    curves: tuple[Curve, ...] = ()
    dots: tuple[Dots, ...] = ()
    rules: tuple[Rule, ...] = ()
    handles: tuple[Handle, ...] = ()
    x_range: AxisRange | None = None
    y_range: AxisRange | None = None


def _check_lengths(key: str, xs: Column, ys: Column) -> None:
    if xs.shape != ys.shape or xs.ndim != 1:
        raise ValueError(f"{key}: xs {xs.shape} and ys {ys.shape} must be two columns of one length")
