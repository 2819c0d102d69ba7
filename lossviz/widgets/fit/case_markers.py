"""The mark of a case: its shape and rim tell the true class, its fill the predicted one, a dot that the two differ."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from lossviz.widgets.plots.pixmap_cache import blank_pixmap
from lossviz.widgets.theme import Theme

_FEW, _MANY = 200, 2000
_DIAMOND_SHARE = 1.2  # of the circle's radius, for about the same area
_WRONG_SHARE = 1.3  # of the radius of a mark that is predicted well, so that rim, fill and dot have room
_WRONG_RIM = 1.5
_DOT_SHARE = 0.22


def marker_radius(theme: Theme, count: int) -> int:
    """In pixels; the more cases, the smaller."""
    full = theme.sizes.marker_px
    if count <= _FEW:
        return round(0.65 * full)
    return round((0.5 if count <= _MANY else 0.4) * full)


def paint_marker(
    painter: QPainter, theme: Theme, centre: QPointF, radius: float, is_positive: bool, is_predicted: bool
) -> None:
    """One mark; with antialiasing."""
    colours, is_wrong = theme.colours, is_positive != is_predicted
    rim, fill = (colours.positive if flag else colours.negative for flag in (is_positive, is_predicted))
    pen_px = theme.sizes.line_thin_px * (_WRONG_RIM if is_wrong else 1.0)
    if is_wrong:
        radius *= _WRONG_SHARE
    pen = QPen(QColor(rim), pen_px)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(fill))
    paint_shape(painter, centre, radius - pen_px / 2, is_positive)
    if is_wrong:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(centre, _DOT_SHARE * radius, _DOT_SHARE * radius)


def paint_shape(painter: QPainter, centre: QPointF, radius: float, is_positive: bool) -> None:
    """A diamond for a positive case, a circle for a negative one, with the painter's pen and brush."""
    if is_positive:
        reach = _DIAMOND_SHARE * radius
        sides = (QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0), QPointF(0, -reach))
        painter.drawPolygon(QPolygonF([centre + side for side in sides]))
    else:
        painter.drawEllipse(centre, radius, radius)


def paint_ring(painter: QPainter, theme: Theme, centre: QPointF, radius: float, colour: str, width_px: float) -> None:
    """Around a mark that is singled out, set off from its neighbours by the background's colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ring_colour, pen_px in ((theme.colours.surface, width_px + 2.0), (colour, width_px)):
        painter.setPen(QPen(QColor(ring_colour), pen_px))
        painter.drawEllipse(centre, radius, radius)


def paint_sample(painter: QPainter, theme: Theme, place: QRectF, is_positive: bool, is_predicted: bool) -> None:
    """As a key shows it."""
    paint_marker(painter, theme, place.center(), marker_radius(theme, 1), is_positive, is_predicted)


class MarkerSet:
    """The four marks as pixmaps. `reach`: from a mark's middle to the edge of its pixmap."""

    def __init__(self, theme: Theme, count: int, ratio: float) -> None:
        self.key = (theme, marker_radius(theme, count), ratio)
        self.ratio = ratio
        radius = marker_radius(theme, count)
        self.reach = round(_WRONG_SHARE * _DIAMOND_SHARE * radius) + 2
        self._pixmaps = {
            (is_positive, is_predicted): self._drawn(theme, radius, is_positive, is_predicted)
            for is_positive in (False, True)
            for is_predicted in (False, True)
        }

    @classmethod
    def reused(cls, last: "MarkerSet | None", theme: Theme, count: int, ratio: float) -> "MarkerSet":
        """`last` if it serves."""
        if last is not None and last.key == (theme, marker_radius(theme, count), ratio):
            return last
        return cls(theme, count, ratio)

    def pixmap(self, is_positive: bool, is_predicted: bool) -> QPixmap:
        """Its middle is the mark's."""
        return self._pixmaps[is_positive, is_predicted]

    def _drawn(self, theme: Theme, radius: int, is_positive: bool, is_predicted: bool) -> QPixmap:
        side = 2 * self.reach + 1
        pixmap = blank_pixmap(QSize(side, side), self.ratio)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = QPointF(side / 2, side / 2)
            paint_marker(painter, theme, middle, radius, is_positive, is_predicted)
        return pixmap
