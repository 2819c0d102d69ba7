"""From where a surface is looked at, without perspective, and where its points lie on the screen."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSizeF

# The surface stands on the square from -1 to 1 in x (w) and y (b), and reaches from 0 to this height (loss).
HEIGHT = 1.0
LEAST_ELEVATION, MOST_ELEVATION = 5.0, 89.0
LEAST_DISTANCE, MOST_DISTANCE = 0.2, 4.0
# With room for labels, in units of the floor: all of the width, and half the depth of the floor.
WIDTH_IN_VIEW, REACH_IN_VIEW = 3.1, 1.75


@dataclass(frozen=True)
class Camera:
    """azimuth: degrees from the axis of w towards that of b; elevation: degrees above the floor.

    distance: 1 shows all of the surface, 2 shows it half as large.
    """

    azimuth: float = -62.0
    elevation: float = 36.0
    distance: float = 1.0

    def turned(self, azimuth: float, elevation: float) -> "Camera":
        """Moved around the surface by so many degrees, not below the floor and not over the top."""
        high = min(max(self.elevation + elevation, LEAST_ELEVATION), MOST_ELEVATION)
        return Camera((self.azimuth + azimuth + 180.0) % 360.0 - 180.0, high, self.distance)

    def moved_away(self, factor: float) -> "Camera":
        """`factor` times as far away, within bounds."""
        distance = min(max(self.distance * factor, LEAST_DISTANCE), MOST_DISTANCE)
        return Camera(self.azimuth, self.elevation, distance)

    @property
    def right(self) -> tuple[float, float]:
        """x and y of the direction that points to the right on the screen."""
        angle = math.radians(self.azimuth)
        return -math.sin(angle), math.cos(angle)

    @property
    def away(self) -> tuple[float, float]:
        """x and y of the level direction that points away from the eye."""
        angle = math.radians(self.azimuth)
        return -math.cos(angle), -math.sin(angle)

    @property
    def sine(self) -> float:
        """Of the elevation: how much of a way along the floor is seen as upwards."""
        return math.sin(math.radians(self.elevation))

    @property
    def cosine(self) -> float:
        """Of the elevation: how much of a height is seen."""
        return math.cos(math.radians(self.elevation))


@dataclass(frozen=True)
class View:
    """A camera and the widget's size in pixels.

    Screen coordinates here: across (to the right) and up, in pixels from the widget's centre; deep, in units of the
    floor, grows away from the eye.
    """

    camera: Camera
    width_px: float
    height_px: float

    @property
    def scale(self) -> float:
        """Pixels for a unit of the floor."""
        height = 2 * REACH_IN_VIEW * self.camera.sine + HEIGHT * self.camera.cosine
        return min(self.width_px / WIDTH_IN_VIEW, self.height_px / max(height, 1.0)) / self.camera.distance

    def level(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """(k, 3) of points (k, 3): across and deep in units of the floor, height above the surface's middle."""
        right, away = np.array(self.camera.right), np.array(self.camera.away)
        return np.column_stack([points[:, :2] @ right, points[:, :2] @ away, points[:, 2] - HEIGHT / 2])

    def pixels_of(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """(k, 2), from the widget's top left corner. points: (k, 3)."""
        across, deep, high = self.level(points).T
        up = high * self.camera.cosine + deep * self.camera.sine
        return np.column_stack([self.width_px / 2 + self.scale * across, self.height_px / 2 - self.scale * up])

    def pixel_of(self, point: tuple[float, float, float]) -> QPointF:
        """Where one point lies."""
        x, y = self.pixels_of(np.array([point], np.float64))[0].tolist()
        return QPointF(x, y)

    def across_and_up(self, pixel: QPointF) -> tuple[float, float]:
        """In units of the floor, from the widget's centre."""
        return (pixel.x() - self.width_px / 2) / self.scale, (self.height_px / 2 - pixel.y()) / self.scale


def view_of(camera: Camera, size: QSizeF) -> View:
    """For a widget of this size."""
    return View(camera, max(size.width(), 1.0), max(size.height(), 1.0))


def floor_crossing(
    camera: Camera, across: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    """Where lines of sight enter and leave the square: how deep, (k,) each, and whether they enter through a side of x.

    across: (k,). A line that misses the square leaves it before it enters.
    """
    enter, leave = np.full(across.shape, -np.inf), np.full(across.shape, np.inf)
    is_x_side = np.zeros(across.shape, np.bool_)
    for axis in (0, 1):
        away = camera.away[axis] if abs(camera.away[axis]) > 1e-9 else 1e-9
        offset = across * camera.right[axis]
        ends = np.sort(np.stack([(-1 - offset) / away, (1 - offset) / away]), axis=0)
        is_x_side = np.where(ends[0] > enter, axis == 0, is_x_side)
        enter, leave = np.maximum(enter, ends[0]), np.minimum(leave, ends[1])
    return enter, leave, is_x_side
