"""The marks that stand on a surface, in pixels: paths, arrow, marker, best place, read-out."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPolygonF

from lossviz.widgets.plots.polylines import polygon
from lossviz.widgets.plots.strokes import stroke
from lossviz.widgets.surfaces.palette import SurfacePalette
from lossviz.widgets.surfaces.picture import NOT_A_PATH, SurfacePath

CASING_PX = 2.0
END_SHARE = 0.7  # of a marker's radius
MOST_DOTTED_STEPS = 60
ARROW_HEAD_PX = 9.0
LEAST_ARROW_PX = 3.0


def marker_radius_px(palette: SurfacePalette) -> float:
    """Of the ring's middle line."""
    return 0.8 * palette.theme.sizes.marker_px


def draw_path(painter: QPainter, pixels: NDArray[np.float64], palette: SurfacePalette, path: SurfacePath) -> None:
    """A line in the look of `path` through pixels (k, 2), with a dot for each if the path has few steps.

    It ends where it is not finite.
    """
    bad = np.flatnonzero(~np.isfinite(pixels).all(axis=1))
    shown = pixels[: bad[0]] if len(bad) else pixels
    if len(shown) < 2:
        return
    line, ink = polygon(_without_repeats(shown)), palette.path_colour(path.colour)
    extra_px = 0.0 if path.colour != NOT_A_PATH else -palette.theme.sizes.line_px / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    casing = palette.line_pen(palette.casing(), CASING_PX + 2 * extra_px)
    casing.setJoinStyle(Qt.PenJoinStyle.BevelJoin)  # which takes half the time of a round one
    stroke(painter, line, casing)
    stroke(painter, line, palette.path_pen(path.colour, extra_px, is_dashed=path.is_dashed))
    if len(path.points) <= MOST_DOTTED_STEPS and path.colour != NOT_A_PATH:
        pen = palette.line_pen(ink, CASING_PX)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(line)


def draw_end(painter: QPainter, centre: QPointF, palette: SurfacePalette, colour: int) -> None:
    """A dot where a path of this colour, 0..3, ends."""
    radius = END_SHARE * marker_radius_px(palette)
    painter.setPen(palette.line_pen(palette.casing(), -palette.theme.sizes.line_px / 2))
    painter.setBrush(palette.path_colour(colour))
    painter.drawEllipse(centre, radius, radius)


def _without_repeats(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Only the first of those in a row that round to the same pixel, and the last of all: small steps end in many."""
    is_other = np.ones(len(pixels), bool)
    is_other[1:-1] = (np.diff(np.rint(pixels[:-1]), axis=0) != 0).any(axis=1)
    return pixels[is_other]


def draw_arrow(painter: QPainter, centre: QPointF, tip: QPointF, palette: SurfacePalette) -> None:
    """From a marker's ring to `tip` in the marker's colour; nothing if the tip lies in the ring."""
    along = tip - centre
    length = math.hypot(along.x(), along.y())
    if length < marker_radius_px(palette) + LEAST_ARROW_PX:
        return
    tail = centre + along * (marker_radius_px(palette) / length)
    back = tip - along * (min(ARROW_HEAD_PX, length) / length)
    for colour, extra_px in ((palette.casing(), 2 * CASING_PX), (palette.marker_colour(), 0.0)):
        painter.setPen(palette.line_pen(colour, extra_px))
        painter.drawLine(tail, back)
    draw_arrow_head(painter, tail, tip, palette)


def draw_arrow_head(painter: QPainter, tail: QPointF, tip: QPointF, palette: SurfacePalette) -> None:
    """A triangle with its point at `tip`, for a line that comes from `tail`."""
    along = tip - tail
    unit = along / max(math.hypot(along.x(), along.y()), 1e-9)
    side = QPointF(-unit.y(), unit.x()) * (ARROW_HEAD_PX / 2)
    back = tip - unit * ARROW_HEAD_PX
    head = QPolygonF([tip, back + side, back - side])
    painter.setPen(palette.line_pen(palette.casing(), CASING_PX))
    painter.setBrush(palette.marker_colour())
    painter.drawPolygon(head)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(head)


def draw_marker(painter: QPainter, centre: QPointF, palette: SurfacePalette, *, is_solid: bool = True) -> None:
    """A ring with a dot; dashed where it lies behind the surface."""
    radius = marker_radius_px(palette)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(palette.line_pen(palette.casing(), 2 * CASING_PX))
    painter.drawEllipse(centre, radius, radius)
    painter.setPen(palette.line_pen(palette.marker_colour(), 0.5, is_dashed=not is_solid))
    painter.drawEllipse(centre, radius, radius)
    if is_solid:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.marker_colour())
        painter.drawEllipse(centre, radius / 3, radius / 3)


def draw_outside_marker(painter: QPainter, edge: QPointF, outwards: QPointF, palette: SurfacePalette) -> None:
    """A triangle on the edge that points to a marker outside. outwards: from the edge towards it."""
    length = max(math.hypot(outwards.x(), outwards.y()), 1e-9)
    unit = outwards / length
    side = QPointF(-unit.y(), unit.x()) * marker_radius_px(palette)
    back = edge - unit * 2 * marker_radius_px(palette)
    painter.setPen(palette.line_pen(palette.casing()))
    painter.setBrush(palette.marker_colour())
    painter.drawPolygon(QPolygonF([edge, back + side, back - side]))


def draw_best(painter: QPainter, centre: QPointF, palette: SurfacePalette) -> None:
    """A cross where the loss is least."""
    arm = 0.75 * palette.theme.sizes.marker_px
    for colour, extra_px in ((palette.casing(), 2 * CASING_PX), (palette.colour("text"), 0.0)):
        pen = palette.line_pen(colour, extra_px)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))


def draw_read_out(painter: QPainter, text: str, mouse: QPointF, within: QRectF, palette: SurfacePalette) -> None:
    """`text` in a box beside the mouse, on the side where there is room."""
    if not text:
        return
    sizes, font = palette.theme.sizes, palette.small_font()
    around, air = 1.5 * sizes.gap_px, sizes.gap_px / 2
    size = QFontMetrics(font).size(0, text).toSizeF()
    box = QRectF(0, 0, size.width() + 2 * air, size.height() + 2 * air)
    box.moveTopLeft(mouse + QPointF(around, around))
    if box.right() > within.right():
        box.moveRight(mouse.x() - around)
    if box.bottom() > within.bottom():
        box.moveBottom(mouse.y() - around)
    box.moveLeft(max(box.left(), within.left()))
    box.moveTop(max(box.top(), within.top()))
    painter.setPen(palette.thin_pen("border"))
    painter.setBrush(palette.colour("window"))
    painter.drawRoundedRect(box, sizes.radius_px, sizes.radius_px)
    painter.setPen(palette.colour("text"))
    painter.setFont(font)
    painter.drawText(box.adjusted(air, air, 0, 0), text)
