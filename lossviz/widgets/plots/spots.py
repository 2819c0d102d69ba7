"""What can be pointed at and taken hold of in a plot: its handles and its dots."""

import math
from dataclasses import dataclass

from lossviz.widgets.plots.picture import Dots, Handle, PlotPicture


@dataclass(frozen=True)
class Spot:
    """A handle, or one of the dots `key`. index: None for a handle."""

    key: str
    index: int | None = None


def spots_of(picture: PlotPicture) -> list[Spot]:
    """All of them: handles, then dots that can be dragged, then the others."""
    spots = [Spot(handle.key) for handle in picture.handles if _is_finite(handle.x, handle.y)]
    for dots in sorted(picture.dots, key=lambda dots: not dots.can_drag):
        found = (Spot(dots.key, index) for index in range(len(dots.xs)))
        spots.extend(spot for spot in found if place_of(picture, spot) is not None)
    return spots


def place_of(picture: PlotPicture, spot: Spot) -> tuple[float, float] | None:
    """(x, y) of a spot; None if the picture does not have it."""
    if spot.index is None:
        handle = handle_of(picture, spot)
        place = None if handle is None else (handle.x, handle.y)
    else:
        dots = dots_of(picture, spot)
        is_there = dots is not None and spot.index < len(dots.xs)
        place = (float(dots.xs[spot.index]), float(dots.ys[spot.index])) if dots is not None and is_there else None
    return place if place is not None and _is_finite(*place) else None


def handle_of(picture: PlotPicture, spot: Spot) -> Handle | None:
    """The handle that the spot is, if it is one."""
    handles = picture.handles if spot.index is None else ()
    return next((handle for handle in handles if handle.key == spot.key), None)


def dots_of(picture: PlotPicture, spot: Spot) -> Dots | None:
    """The dots that the spot is one of, if it is."""
    groups = picture.dots if spot.index is not None else ()
    return next((dots for dots in groups if dots.key == spot.key), None)


def drag_axes(picture: PlotPicture, spot: Spot) -> tuple[bool, bool]:
    """Whether x and y of a spot can be dragged."""
    handle, dots = handle_of(picture, spot), dots_of(picture, spot)
    if handle is not None:
        return handle.can_drag_x, handle.can_drag_y
    can_drag = dots is not None and dots.can_drag
    return can_drag, can_drag


def _is_finite(x: float, y: float) -> bool:
    return math.isfinite(x) and math.isfinite(y)
