"""A loss surface as a landscape: heights, colours and light, the same for both ways of drawing it."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from lossviz.widgets.surfaces.camera import HEIGHT, View, floor_crossing
from lossviz.widgets.surfaces.colouring import ColourScale, colour_scale, colour_table_u8
from lossviz.widgets.surfaces.picture import Place, SurfacePicture, drawable
from lossviz.widgets.surfaces.resampling import value_at

SHADES = 32
DARKEST, LIGHTEST = 0.55, 1.12
UNKNOWN_SHADE = 0.35  # of the light, where the loss is not known yet
LIGHT = np.array([-0.45, 0.35, 0.82])
RAY_SAMPLES = 400
SIGHT_SAMPLES = 64
# A point on the surface lies within this of it: it must not hide itself.
SLACK = 0.012


@dataclass(frozen=True, eq=False)
class Terrain:
    """heights: (n, n) [b index, w index] from 0 to HEIGHT; shades: (n, n), 0..31 from dark to light."""

    picture: SurfacePicture
    scale: ColourScale
    heights: NDArray[np.float64]
    shades: NDArray[np.float64]

    def points_of(self, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """(k, 3) on the surface. places: (k, 2), each (w, b); one outside the range is not a number."""
        low_high = self.picture.range
        low, high = np.array([[low_high.w_low, low_high.b_low], [low_high.w_high, low_high.b_high]])
        share = (places - low) / (high - low)
        last = len(self.heights) - 1
        is_inside = ((share >= 0) & (share <= 1)).all(axis=1)
        shares = np.where(is_inside[:, None], share, 0.0)
        points = np.column_stack([2 * shares - 1, value_at(self.heights, *(last * shares.T))])
        points[~is_inside] = np.nan
        return points

    def point_of(self, place: Place) -> tuple[float, float, float]:
        """On the surface; not a number outside the range."""
        x, y, z = self.points_of(np.array([place], np.float64))[0].tolist()
        return x, y, z

    def place_of(self, x: float, y: float) -> Place:
        """The (w, b) above which the floor's point (x, y) lies."""
        low_high = self.picture.range
        w = low_high.w_low + (x + 1) / 2 * (low_high.w_high - low_high.w_low)
        return w, low_high.b_low + (y + 1) / 2 * (low_high.b_high - low_high.b_low)

    def place_seen(self, view: View, across: float, up: float) -> Place | None:
        """The (w, b) that a line of sight meets first; None if it misses the surface."""
        camera = view.camera
        enter, leave, _ = floor_crossing(camera, np.array([across]))
        if enter[0] >= leave[0]:
            return None
        deep = np.linspace(float(enter[0]), float(leave[0]), RAY_SAMPLES)
        ray = (up - deep * camera.sine) / camera.cosine + HEIGHT / 2
        above = ray - self._heights_along(view, np.full(RAY_SAMPLES, across), deep)
        met = np.flatnonzero(above <= 0)
        if not len(met) or above[0] < -SLACK:
            return None  # it passes over everything, or meets the wall below the nearest edge
        hit = deep[met[0]]
        if met[0] > 0:
            before, behind = above[met[0] - 1], above[met[0]]
            hit = deep[met[0] - 1] + (deep[met[0]] - deep[met[0] - 1]) * before / (before - behind)
        return self.place_of(*_floor_point(view, across, float(hit)))

    def are_seen(self, view: View, points: NDArray[np.float64]) -> NDArray[np.bool_]:
        """(k,): whether nothing of the surface stands before the points (k, 3); a point that is not a number is not."""
        across, deep, high = view.level(np.nan_to_num(points)).T
        enter, _, _ = floor_crossing(view.camera, across)
        enter = np.clip(np.where(np.isfinite(enter), enter, deep), None, deep)
        share = np.linspace(0.0, 1.0, SIGHT_SAMPLES)[:, None]
        along = enter + share * (deep - enter)
        ray = high + HEIGHT / 2 + (deep - along) * view.camera.sine / view.camera.cosine
        ground = self._heights_along(view, np.broadcast_to(across, along.shape), along)
        return np.asarray((ground <= ray + SLACK).all(axis=0) & np.isfinite(points).all(axis=1))

    def _heights_along(self, view: View, across: NDArray[np.float64], deep: NDArray[np.float64]) -> NDArray[np.float64]:
        right, away = view.camera.right, view.camera.away
        last = len(self.heights) - 1
        columns = (across * right[0] + deep * away[0] + 1) / 2 * last
        rows = (across * right[1] + deep * away[1] + 1) / 2 * last
        return value_at(self.heights, columns, rows)


def terrain_of(picture: SurfacePicture) -> Terrain:
    """Of a picture with values at 2 by 2 points or more."""
    values = drawable(picture.values)
    scale = colour_scale(values, picture.is_quantile)
    span = scale.high - scale.low
    heights = (values - scale.low) / span * HEIGHT if span > 0 else np.zeros(values.shape)
    shades = _shades(heights)
    if picture.missing is not None:
        shades = np.where(picture.missing, UNKNOWN_SHADE * shades, shades)
    return Terrain(picture, scale, heights, shades)


def shaded_colours(scale: ColourScale, heights: NDArray[np.float64], shades: NDArray[np.float64]) -> NDArray[np.uint8]:
    """(n, n, 4) red, green, blue and 255, for heights and shades (n, n)."""
    indices = scale.indices(scale.low + heights * ((scale.high - scale.low) / HEIGHT))
    return shade_table_u8()[np.clip(shades, 0, SHADES - 1).astype(np.intp), indices]


@cache
def shade_table_u8() -> NDArray[np.uint8]:
    """(32, 256, 4): the colour table in every light, with 255 in the end."""
    light = np.linspace(DARKEST, LIGHTEST, SHADES)[:, None, None]
    rgb = np.clip(colour_table_u8()[None] * light, 0, 255)
    return np.concatenate([rgb, np.full((*rgb.shape[:2], 1), 255.0)], axis=2).round().astype(np.uint8)


def _shades(heights: NDArray[np.float64]) -> NDArray[np.float64]:
    """By the angle between the slope and the light: a plain stands near the middle."""
    step = 2.0 / (len(heights) - 1)
    slope_y, slope_x = np.gradient(heights, step)
    along = LIGHT[2] - LIGHT[0] * slope_x - LIGHT[1] * slope_y
    lit = along / np.sqrt(1.0 + slope_x**2 + slope_y**2)
    return np.asarray(np.clip(lit, 0.0, 1.0) * (SHADES - 1))


def _floor_point(view: View, across: float, deep: float) -> tuple[float, float]:
    right, away = view.camera.right, view.camera.away
    return across * right[0] + deep * away[0], across * right[1] + deep * away[1]
