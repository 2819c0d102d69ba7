"""How the curves of a plot are stroked."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from lossviz.core.fit.cases import Column
from lossviz.widgets.plots.paint_target import is_drawing, pixel_ratio
from lossviz.widgets.plots.picture import Curve, Dash
from lossviz.widgets.plots.plot_frame import PlotFrame
from lossviz.widgets.plots.polylines import Pixels, lone_points, polygon, visible_lines
from lossviz.widgets.theme import Theme

# In pixels for a line 2 px wide; each is a multiple of the width.
_DASHES: dict[Dash, tuple[float, ...]] = {
    "solid": (),
    "dashed": (8.0, 5.0),
    "dotted": (2.0, 4.0),
    "dash_dot": (9.0, 4.0, 2.0, 4.0),
    "long_dashed": (18.0, 5.0),
    "dash_dot_dot": (9.0, 4.0, 2.0, 4.0, 2.0, 4.0),
    "dense": (4.0, 3.0),
    "two_dashes": (14.0, 4.0, 5.0, 4.0),
    "sparse_dotted": (2.0, 9.0),
    "dot_pairs": (2.0, 3.0, 2.0, 9.0),
    "long_dash_dot": (18.0, 4.0, 2.0, 4.0),
}
_WIDEST_OF_THIN_PX = 2.2
_SIDE = 0.35
_MOST_VIEWS = 1e6  # so far away a line is bent, which no pixel in view shows


def line_pen(colour: QColor, width_px: float, dash: Dash) -> QPen:
    """For one line."""
    pen = QPen(colour, width_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)
    if _DASHES[dash]:
        pen.setDashPattern([length_px / width_px for length_px in _DASHES[dash]])
    return pen


def token_colour(theme: Theme, token: str) -> QColor:
    """The colour that a token of the theme's Colours stands for."""
    return QColor(getattr(theme.colours, token))


def curve_width(theme: Theme, curve: Curve) -> float:
    """In pixels."""
    return theme.sizes.line_px if curve.is_thick else theme.sizes.line_thin_px


def paint_curve(painter: QPainter, curve: Curve, frame: PlotFrame, theme: Theme) -> None:
    """The part of it that is in view."""
    xs_px = frame.xs_px(_broken(curve.xs), _MOST_VIEWS)
    ys_px = frame.ys_px(_broken(curve.ys), _MOST_VIEWS)
    colour, width_px = token_colour(theme, curve.colour), curve_width(theme, curve)
    for piece in visible_lines(xs_px, ys_px, frame.area):
        paint_line(painter, piece, colour, width_px, curve.dash)
    lone = lone_points(xs_px, ys_px)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x_px, y_px in lone[np.abs(lone).max(axis=1, initial=0.0) < 1e6].tolist():
        painter.drawEllipse(QPointF(x_px, y_px), width_px, width_px)


def paint_line(painter: QPainter, pixels: Pixels, colour: QColor, width_px: float, dash: Dash) -> None:
    """A line through pixels (n, 2)."""
    stroke(painter, polygon(pixels), line_pen(colour, width_px, dash))


def stroke(painter: QPainter, line: QPolygonF, pen: QPen) -> None:
    """Draw a line with an opaque pen.

    Qt paints a line one pixel wide in 0.04 ms a 400 points, and any wider one in 0.7 ms, so a wide line is four thin
    ones side by side: no two of them more than a pixel apart.
    """
    width_px = pen.widthF()
    is_fine = is_drawing(painter) or pixel_ratio(painter) != 1
    if is_fine or not 1 < width_px <= _WIDEST_OF_THIN_PX:
        painter.setPen(pen)
        painter.drawPolyline(line)
        return
    thin, side = QPen(pen), _SIDE * (width_px - 1)
    thin.setWidthF(1.0)
    if pen.style() == Qt.PenStyle.CustomDashLine:
        thin.setDashPattern([width_px * length for length in pen.dashPattern()])
    painter.setPen(thin)
    for aside_x, aside_y in ((-side, -side), (side, -side), (-side, side), (side, side)):
        painter.drawPolyline(line.translated(aside_x, aside_y))


def paint_sample(painter: QPainter, curve: Curve, place: QRectF, theme: Theme) -> None:
    """A piece of the curve's line across the middle of `place`, in whole pixels."""
    width_px = curve_width(theme, curve)
    middle = round(place.center().y()) + width_px % 2 / 2
    pixels = np.array([[place.left(), middle], [place.right(), middle]])
    paint_line(painter, pixels, token_colour(theme, curve.colour), width_px, curve.dash)


def _broken(values: Column) -> Column:
    return np.where(np.isfinite(values), values, np.nan)
