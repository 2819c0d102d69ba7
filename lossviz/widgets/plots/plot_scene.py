"""A plot's picture, where it stands in pixels, and what is at a pixel."""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF

from lossviz.widgets.plots.legend import Legend
from lossviz.widgets.plots.picture import Dots, PlotPicture
from lossviz.widgets.plots.plot_frame import PlotFrame
from lossviz.widgets.plots.polylines import Pixels
from lossviz.widgets.plots.spots import Spot, place_of
from lossviz.widgets.theme import Theme

_AROUND_PX = 4.0


@dataclass(frozen=True, eq=False)
class PlotScene:
    """titles: of the axes, below and left. legend: above the area."""

    picture: PlotPicture
    frame: PlotFrame
    theme: Theme
    titles: tuple[str, str]
    legend: Legend

    def spot_px(self, spot: Spot) -> QPointF | None:
        """Where a spot stands; a handle that is out of view stands at the edge, a dot nowhere."""
        place = place_of(self.picture, spot)
        if place is None:
            return None
        frame, area = self.frame, self.frame.area
        pixel = frame.point_px(*place)
        inside = QPointF(min(max(pixel.x(), area.left()), area.right()), min(max(pixel.y(), area.top()), area.bottom()))
        is_near = (pixel - inside).manhattanLength() <= 1.0
        return inside if spot.index is None or is_near else None

    def spot_at(self, position: QPointF) -> Spot | None:
        """The handle at a pixel; otherwise the dot."""
        handles = [Spot(handle.key) for handle in self.picture.handles]
        found = [(self._distance(spot, position), spot) for spot in handles]
        found = [(distance, spot) for distance, spot in found if distance <= handle_radius(self.theme) + _AROUND_PX]
        if not found:
            found = [pair for dots in self.picture.dots for pair in self._nearest_dot(dots, position)]
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def dots_px(self, dots: Dots) -> tuple[Pixels, Pixels]:
        """Pixels (n, 2) of the dots in view, and the numbers (n,) of those dots."""
        frame, area = self.frame, self.frame.area
        pixels = np.column_stack([frame.xs_px(dots.xs), frame.ys_px(dots.ys)])
        is_shown = (pixels >= (area.left() - 1, area.top() - 1)) & (pixels <= (area.right() + 1, area.bottom() + 1))
        indices = np.flatnonzero(is_shown.all(axis=1))
        return pixels[indices], indices.astype(np.float64)

    def _distance(self, spot: Spot, position: QPointF) -> float:
        pixel = self.spot_px(spot)
        return math.inf if pixel is None else math.hypot(pixel.x() - position.x(), pixel.y() - position.y())

    def _nearest_dot(self, dots: Dots, position: QPointF) -> list[tuple[float, Spot]]:
        pixels, indices = self.dots_px(dots)
        if not len(pixels):
            return []
        distances = np.hypot(pixels[:, 0] - position.x(), pixels[:, 1] - position.y())
        nearest = int(distances.argmin())
        is_at = distances[nearest] <= dot_radius(self.theme) + _AROUND_PX
        return [(float(distances[nearest]), Spot(dots.key, int(indices[nearest])))] if is_at else []


def handle_radius(theme: Theme) -> float:
    """In pixels."""
    return 0.85 * theme.sizes.marker_px


def dot_radius(theme: Theme) -> float:
    """In pixels."""
    return 0.6 * theme.sizes.marker_px
