"""Paints the dots and handles of a plot."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lossviz.widgets.plots.picture import Dots, DotShape, Handle
from lossviz.widgets.plots.plot_scene import PlotScene, dot_radius, handle_radius
from lossviz.widgets.plots.spots import Spot
from lossviz.widgets.plots.strokes import token_colour
from lossviz.widgets.theme import Theme

_RING_AROUND_PX = 3.0
_ARROW_AWAY_PX = 2.5
_ARROW_PX = 4.0
_EDGE_PX = 1.0  # in any theme: as wide as a projector's lines, it would cut a curve into pieces
_DIAMOND_SHARE = 1.2  # of the disc's radius, for about the same area


def paint_dots(painter: QPainter, scene: PlotScene, dots: Dots) -> None:
    """Those in view."""
    colour = token_colour(scene.theme, dots.colour)
    for x_px, y_px in scene.dots_px(dots)[0].tolist():
        _paint_dot(painter, QPointF(x_px, y_px), dots.shape, colour, scene.theme)


def paint_handle(painter: QPainter, scene: PlotScene, handle: Handle) -> None:
    """A knob with an arrow towards each side to which it can be dragged."""
    theme, centre = scene.theme, scene.spot_px(Spot(handle.key))
    if centre is None:
        return
    colour, radius = token_colour(theme, handle.colour), handle_radius(theme)
    painter.setPen(QPen(QColor(theme.colours.surface), theme.sizes.line_px))
    painter.setBrush(colour)
    painter.drawEllipse(centre, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    for along in _directions(handle):
        _paint_arrow(painter, centre + along * (radius + _ARROW_AWAY_PX + _ARROW_PX), along)


def paint_mark(painter: QPainter, scene: PlotScene, spot: Spot) -> None:
    """Around a spot that the mouse or the keyboard points at."""
    pixel = scene.spot_px(spot)
    if pixel is not None:
        theme = scene.theme
        radius = (handle_radius(theme) if spot.index is None else dot_radius(theme)) + _RING_AROUND_PX
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.colours.text), theme.sizes.line_px))
        painter.drawEllipse(pixel, radius, radius)


def _paint_dot(painter: QPainter, centre: QPointF, shape: DotShape, colour: QColor, theme: Theme) -> None:
    """With an edge that sets it off from the lines below."""
    edge, radius, sizes = QColor(theme.colours.surface), dot_radius(theme), theme.sizes
    if shape == "cross":
        _paint_cross(painter, centre, 0.8 * radius, (QPen(edge, 2.0 * sizes.line_px), QPen(colour, sizes.line_px)))
        return
    is_ring = shape == "ring"
    painter.setPen(QPen(colour, sizes.line_px) if is_ring else QPen(edge, _EDGE_PX))
    painter.setBrush(edge if is_ring else colour)
    if shape == "square":
        side = 0.9 * radius
        painter.drawRect(QRectF(centre.x() - side, centre.y() - side, 2 * side, 2 * side))
    elif shape == "diamond":
        reach = _DIAMOND_SHARE * radius
        painter.drawPolygon([centre + QPointF(*side) for side in ((reach, 0), (0, reach), (-reach, 0), (0, -reach))])
    else:
        painter.drawEllipse(centre, radius, radius)


def _paint_cross(painter: QPainter, centre: QPointF, arm: float, pens: tuple[QPen, QPen]) -> None:
    for pen in pens:
        painter.setPen(pen)
        painter.drawLine(centre - QPointF(arm, arm), centre + QPointF(arm, arm))
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))


def _directions(handle: Handle) -> list[QPointF]:
    across = [QPointF(-1, 0), QPointF(1, 0)] if handle.can_drag_x else []
    return across + ([QPointF(0, -1), QPointF(0, 1)] if handle.can_drag_y else [])


def _paint_arrow(painter: QPainter, tip: QPointF, along: QPointF) -> None:
    back, side = tip - along * _ARROW_PX, QPointF(-along.y(), along.x()) * _ARROW_PX
    painter.drawPolygon([tip, back + side, back - side])
