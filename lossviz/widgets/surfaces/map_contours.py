"""The contours of a map in pixels: all of them thin, the one under the mouse thick."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter

from lossviz.widgets.surfaces.colouring import ColourScale
from lossviz.widgets.surfaces.contours import contour_levels, isolines
from lossviz.widgets.surfaces.map_frame import MapFrame
from lossviz.widgets.surfaces.palette import SurfacePalette
from lossviz.widgets.surfaces.picture import SurfacePicture

REACH_PX = 5.0
# Grey lines with a softer hold on the surface than paths have.
THINNER_PX = -0.9
THICKER_PX = 0.4


@dataclass(frozen=True, eq=False)
class MapContours:
    """levels: losses; lines: for each level its pieces, (k, 2, 2) in pixels."""

    levels: NDArray[np.float64]
    lines: list[NDArray[np.float64]]

    def level_at(self, pixel: QPointF) -> int | None:
        """The number of the contour that runs within a few pixels, the nearest if there are several."""
        gaps = [_gap_px(line, pixel) for line in self.lines]
        nearest = int(np.argmin(gaps)) if gaps else 0
        return nearest if gaps and gaps[nearest] <= REACH_PX else None


def map_contours(picture: SurfacePicture, frame: MapFrame) -> MapContours:
    """Of a picture that covers the frame's area."""
    levels = contour_levels(picture.values, picture.is_quantile)
    last = len(picture.values) - 1
    to_px = np.array([frame.area.width(), -frame.area.height()]) / last
    origin = np.array([frame.area.left(), frame.area.bottom()])
    return MapContours(levels, [origin + line * to_px for line in isolines(picture.values, levels)])


def draw_contours(painter: QPainter, contours: MapContours, scale: ColourScale, palette: SurfacePalette) -> None:
    """All of them, thin."""
    for level, line in zip(contours.levels, contours.lines, strict=True):
        colour = palette.contour_colour(int(scale.indices(np.array([level]))[0]))
        painter.setPen(palette.line_pen(colour, THINNER_PX))
        painter.drawLines(_qt_lines(line))


def draw_thick_contour(
    painter: QPainter, contours: MapContours, number: int, scale: ColourScale, palette: SurfacePalette
) -> None:
    """One of them, thick."""
    index = int(scale.indices(contours.levels[number : number + 1])[0])
    painter.setPen(palette.line_pen(palette.contour_colour(index, share=1.0), THICKER_PX))
    painter.drawLines(_qt_lines(contours.lines[number]))


def _qt_lines(pieces: NDArray[np.float64]) -> list[QLineF]:
    return [QLineF(*ends) for ends in pieces.reshape(-1, 4).tolist()]


def _gap_px(pieces: NDArray[np.float64], pixel: QPointF) -> float:
    if not len(pieces):
        return float("inf")
    middles = pieces.mean(axis=1)
    return float(np.hypot(middles[:, 0] - pixel.x(), middles[:, 1] - pixel.y()).min())
