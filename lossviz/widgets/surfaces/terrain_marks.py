"""What is written and drawn over a landscape: labels of its box, paths, marker and arrow on its surface."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from lossviz.widgets.plots.polylines import polygon
from lossviz.widgets.surfaces import marks
from lossviz.widgets.surfaces.axes_box import AxesBox, BoxLabel
from lossviz.widgets.surfaces.camera import View
from lossviz.widgets.surfaces.palette import SurfacePalette
from lossviz.widgets.surfaces.picture import SurfacePath
from lossviz.widgets.surfaces.terrain import Terrain

ARROW_POINTS = 12
HIDDEN_SHARE = 0.45
LABEL_GAP_PX = 6
NAME_LINES = 0.9  # that a name stands below its place, and so clear of the numbers of its axis
THINNED_PX, FAR_PX = 1.5, 10.0


def draw_box_labels(painter: QPainter, box: AxesBox, view: View, palette: SurfacePalette, loss_name: str) -> None:
    """Ticks and names; `loss_name` stands above the ticks of the loss."""
    name_font, small_font = palette.name_font(), palette.small_font()
    line_px = QFontMetrics(small_font).height()
    for is_name, font in ((False, small_font), (True, name_font)):
        metrics, lower = QFontMetrics(font), QPointF(0.0, NAME_LINES * line_px if is_name else 0.0)
        painter.setFont(font)
        painter.setPen(palette.colour("text" if is_name else "text_muted"))
        for label in box.labels:
            if label.is_name is is_name:
                _draw_label(painter, label, view.pixel_of(label.at) + lower, metrics, view, palette)
    highest = [label for label in box.labels if label.is_right_aligned][-1:]
    for label in highest:
        metrics = QFontMetrics(small_font)
        at = view.pixel_of(label.at) - QPointF(LABEL_GAP_PX, 1.3 * metrics.height())
        painter.setFont(small_font)
        painter.setPen(palette.colour("text"))
        _draw_label(painter, BoxLabel(loss_name, label.at, is_right_aligned=True), at, metrics, view, palette)


def _draw_label(
    painter: QPainter, label: BoxLabel, at: QPointF, metrics: QFontMetrics, view: View, palette: SurfacePalette
) -> None:
    """Within the view, if its place is; without room beside the box, on a ground that parts it from the wall."""
    air = metrics.height()
    if not QRectF(0, 0, view.width_px, view.height_px).marginsAdded(QMarginsF(air, air, air, air)).contains(at):
        return
    width = metrics.horizontalAdvance(label.text)
    before = 0.0 if label.is_left_aligned else width / 2
    left = at.x() - (width + LABEL_GAP_PX if label.is_right_aligned else before)
    top = min(at.y(), view.height_px - metrics.height() / 2) - metrics.height() / 2
    box = QRectF(min(max(left, 0.0), view.width_px - width - 1), top, width + 1, metrics.height())
    if box.left() != left:
        painter.fillRect(box, palette.colour("window"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, label.text)


@dataclass(frozen=True, eq=False)
class SeenPoints:
    """pixels: (k, 2), not a number outside the range; is_seen: (k,), whether nothing stands before them."""

    pixels: NDArray[np.float64]
    is_seen: NDArray[np.bool_]

    def part(self, start: int, stop: int) -> "SeenPoints":
        """Some of them."""
        return SeenPoints(self.pixels[start:stop], self.is_seen[start:stop])

    def pixel(self, number: int) -> QPointF:
        """One of them for Qt."""
        x, y = self.pixels[number].tolist()
        return QPointF(x, y)

    @property
    def is_inside(self) -> NDArray[np.bool_]:
        """(k,): whether they lie on the surface at all."""
        return np.asarray(np.isfinite(self.pixels).all(axis=1))


def draw_terrain_marks(painter: QPainter, terrain: Terrain, view: View, palette: SurfacePalette) -> None:
    """Paths, best place, arrow and marker; what lies behind the surface is faint."""
    picture = terrain.picture
    routes = [_route(path.points, terrain, view) for path in picture.paths]
    best = picture.best or (np.nan, np.nan)
    # All at once: what is hidden is found out in 0.3 ms for one call and 1.5 ms for one for each path.
    seen = _seen_points(terrain, view, np.concatenate([[picture.marker, best], *routes]))
    stops = np.cumsum([2, *map(len, routes)]).tolist()
    parts = [seen.part(start, stop) for start, stop in pairwise(stops)]
    for path, part in zip(picture.paths, parts, strict=True):
        _draw_route(painter, part, palette, path)
    for path, part in zip(picture.paths, parts, strict=True):
        _draw_end(painter, part, palette, path)
    if seen.is_inside[1]:
        painter.setOpacity(1.0 if seen.is_seen[1] else HIDDEN_SHARE)
        marks.draw_best(painter, seen.pixel(1), palette)
        painter.setOpacity(1.0)
    if seen.is_inside[0]:
        _draw_arrow(painter, terrain, view, palette)
        marks.draw_marker(painter, seen.pixel(0), palette, is_solid=bool(seen.is_seen[0]))


def _seen_points(terrain: Terrain, view: View, places: NDArray[np.float64]) -> SeenPoints:
    points = terrain.points_of(places)
    return SeenPoints(view.pixels_of(points), terrain.are_seen(view, points))


def _route(points: NDArray[np.float64], terrain: Terrain, view: View) -> NDArray[np.float64]:
    """Up to where it is not finite, without places that would share a pixel with the one before."""
    bad = np.flatnonzero(~np.isfinite(points).all(axis=1))
    finite = points[: bad[0]] if len(bad) else points
    if len(finite) < 2:
        return finite
    steps_px = np.hypot(*np.diff(view.pixels_of(terrain.points_of(finite)), axis=0).T)
    walked_px = np.cumsum(np.nan_to_num(steps_px, nan=FAR_PX))
    _, first = np.unique(walked_px // THINNED_PX, return_index=True)
    return finite[[0, *(first + 1).tolist()]]


def _draw_route(painter: QPainter, seen: SeenPoints, palette: SurfacePalette, path: SurfacePath) -> None:
    """In stretches that are seen, hidden, or outside the range; the last are left out."""
    is_inside = seen.is_inside
    for start, stop in _stretches(np.where(is_inside, seen.is_seen.astype(np.intp), -1)):
        if is_inside[start]:
            painter.setOpacity(1.0 if seen.is_seen[start] else HIDDEN_SHARE)
            marks.draw_path(painter, seen.pixels[start : stop + 1], palette, path)
    painter.setOpacity(1.0)


def _draw_end(painter: QPainter, seen: SeenPoints, palette: SurfacePalette, path: SurfacePath) -> None:
    if path.has_end_mark and seen.is_inside[-1]:
        painter.setOpacity(1.0 if seen.is_seen[-1] else HIDDEN_SHARE)
        marks.draw_end(painter, seen.pixel(-1), palette, path.colour)
        painter.setOpacity(1.0)


def _stretches(kinds: NDArray[np.intp]) -> list[tuple[int, int]]:
    """First and one past the last of each run of equal numbers."""
    cuts = [0, *(np.flatnonzero(np.diff(kinds)) + 1).tolist(), len(kinds)]
    return [(start, stop) for start, stop in pairwise(cuts) if start < stop]


def _draw_arrow(painter: QPainter, terrain: Terrain, view: View, palette: SurfacePalette) -> None:
    """Along the surface; its head where the arrow ends or leaves the range."""
    picture = terrain.picture
    if picture.arrow is None:
        return
    share = np.linspace(0.0, 1.0, ARROW_POINTS)[:, None]
    points = terrain.points_of(np.array(picture.marker) + share * np.array(picture.arrow))
    pixels = view.pixels_of(points[np.isfinite(points).all(axis=1)])
    if len(pixels) < 3:
        return
    line = polygon(pixels)
    for colour, extra_px in ((palette.casing(), 2 * marks.CASING_PX), (palette.marker_colour(), 0.0)):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(palette.line_pen(colour, extra_px))
        painter.drawPolyline(line)
    marks.draw_arrow_head(painter, line.at(line.size() - 2), line.at(line.size() - 1), palette)
