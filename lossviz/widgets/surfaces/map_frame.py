"""Where on the screen a pair (w, b) lies, and the other way round."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from lossviz.core.fit.grid_range import GridRange
from lossviz.core.fit.logistic import Parameters
from lossviz.widgets.surfaces.picture import Place

# Points further away than so many areas are drawn at that distance, so that pixels stay within Qt's range.
FARTHEST_AREAS = 20
# A range keeps so much of its largest number, so that its ticks and grid points stay apart.
LEAST_SHARE = 1e-6
LARGEST_NUMBER = 1e12


@dataclass(frozen=True)
class MapFrame:
    """The range of w and b that covers `area`, in pixels; b grows upwards."""

    area: QRectF
    range: GridRange

    @property
    def w_per_px(self) -> float:
        """How far apart in w neighbouring pixels are."""
        return (self.range.w_high - self.range.w_low) / max(self.area.width(), 1.0)

    @property
    def b_per_px(self) -> float:
        """How far apart in b neighbouring pixels are."""
        return (self.range.b_high - self.range.b_low) / max(self.area.height(), 1.0)

    def place_at(self, pixel: QPointF) -> Place:
        """The (w, b) under a pixel, also outside the area."""
        w = self.range.w_low + (pixel.x() - self.area.left()) * self.w_per_px
        return w, self.range.b_low + (self.area.bottom() - pixel.y()) * self.b_per_px

    def pixel_of(self, place: Place) -> QPointF:
        """Where (w, b) lies: as `pixels_of`, without an array for a single place."""
        farthest = self._farthest_px
        x = self.area.left() + (place[0] - self.range.w_low) / self.w_per_px
        y = self.area.bottom() - (place[1] - self.range.b_low) / self.b_per_px
        return QPointF(min(max(x, -farthest), farthest), min(max(y, -farthest), farthest))

    def pixels_of(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """(k, 2) pixels of points (k, 2); those far outside are brought nearer."""
        x = self.area.left() + (points[:, 0] - self.range.w_low) / self.w_per_px
        y = self.area.bottom() - (points[:, 1] - self.range.b_low) / self.b_per_px
        return np.clip(np.column_stack([x, y]), -self._farthest_px, self._farthest_px)

    @property
    def _farthest_px(self) -> float:
        return FARTHEST_AREAS * max(self.area.width(), self.area.height(), 1.0)

    def holds(self, place: Place) -> bool:
        """Whether (w, b) lies inside the range or on its edge."""
        low_high = self.range
        return low_high.w_low <= place[0] <= low_high.w_high and low_high.b_low <= place[1] <= low_high.b_high

    def nearest_inside(self, place: Place) -> Place:
        """The place of the range that is nearest to `place`."""
        w = min(max(place[0], self.range.w_low), self.range.w_high)
        return w, min(max(place[1], self.range.b_low), self.range.b_high)


def zoomed(low_high: GridRange, about: Place, factor: float) -> GridRange:
    """`factor` times as wide and high, with `about` staying where it is; unchanged at the ends of what can be shown."""
    wanted = low_high.zoomed(factor, Parameters(*about))
    edges = np.abs([[wanted.w_low, wanted.w_high], [wanted.b_low, wanted.b_high]]).max(axis=1)
    spans = np.array([wanted.w_high - wanted.w_low, wanted.b_high - wanted.b_low])
    is_too_near = factor < 1 and bool((spans < LEAST_SHARE * edges).any())
    is_too_far = factor > 1 and bool(edges.max() > LARGEST_NUMBER)
    return low_high if is_too_near or is_too_far else wanted
