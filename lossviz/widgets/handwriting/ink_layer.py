"""Strokes as smooth white lines, kept in a pixmap so that a growing stroke costs only what is new."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from lossviz.widgets.plots.paint_target import is_drawing

Stroke = NDArray[np.float32]  # (points, 2), x to the right, y down, in the unit square

# Overlapping antialiased pieces leave jagged edges, so pieces are not too short; long ones take time that grows faster
# than their length (600 px canvas: 64 points 0.3 ms, 1024 points 10 ms).
_PIECE_POINTS = 64


class InkLayer:
    """Draws strokes over a square. Everything but the end of the last stroke comes out of a pixmap."""

    def __init__(self) -> None:
        self._strokes: tuple[Stroke, ...] = ()
        self._pixmap = QPixmap()
        self._pixmap_of: tuple[int, float, float, str] | None = None
        self._done_strokes = 0
        self._done_points = 0  # of the first stroke that is not done

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self._strokes

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """What is drawn."""
        return self._strokes

    def show(self, strokes: Sequence[Stroke]) -> QRectF | None:
        """Draw `strokes` from now on.

        Returns the part of the unit square around the points that this changes, without size for a dot; None if
        nothing changes.
        """
        before = self._strokes
        self._strokes = tuple(stroke for stroke in strokes if len(stroke))
        if _continues(self._strokes, before):
            return _bounds(_news(self._strokes, before))
        self._pixmap_of = None
        return QRectF(0, 0, 1, 1)

    def paint(self, painter: QPainter, square: QRect, ratio: float, pen_width: float, colour: str) -> None:
        """Draw the strokes into `square`. ratio: the device pixel ratio. pen_width: in sides of the square."""
        pen = _round_pen(pen_width * square.width(), colour)
        if is_drawing(painter):
            self._draw_strokes(painter, square, pen, self._strokes)
            return
        self._make_pixmap(square.width(), ratio, pen_width, colour)
        with QPainter(self._pixmap) as pixmap_painter:
            _prepare(pixmap_painter, pen)
            self._draw_pieces(pixmap_painter, square.width())
        painter.drawPixmap(square.topLeft(), self._pixmap)
        rest = self._strokes[self._done_strokes :]
        self._draw_strokes(painter, square, pen, [stroke[max(self._done_points - 1, 0) :] for stroke in rest])

    def _draw_strokes(self, painter: QPainter, square: QRect, pen: QPen, strokes: Sequence[Stroke]) -> None:
        painter.save()
        painter.setClipRect(square)
        painter.translate(square.topLeft())
        _prepare(painter, pen)
        for stroke in strokes:
            _draw(painter, stroke, square.width())
        painter.restore()

    def _make_pixmap(self, side_px: int, ratio: float, pen_width: float, colour: str) -> None:
        wanted = (side_px, ratio, pen_width, colour)
        if self._pixmap_of == wanted:
            return
        pixels = max(1, round(side_px * ratio))
        self._pixmap = QPixmap(QSize(pixels, pixels))
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        self._pixmap_of = wanted
        self._done_strokes = self._done_points = 0

    def _draw_pieces(self, painter: QPainter, side_px: int) -> None:
        """Move into the pixmap all strokes but the last, and of the last all pieces that are full."""
        while self._done_strokes < len(self._strokes):
            stroke = self._strokes[self._done_strokes]
            is_last = self._done_strokes == len(self._strokes) - 1
            end = self._done_points + _PIECE_POINTS
            if is_last and end >= len(stroke):
                return
            _draw(painter, stroke[max(self._done_points - 1, 0) : end], side_px)
            self._done_points = end
            if end >= len(stroke):
                self._done_strokes += 1
                self._done_points = 0


def _continues(after: Sequence[Stroke], before: Sequence[Stroke]) -> bool:
    """Whether `after` is `before` with points added to its last stroke, or strokes added behind it, or both."""
    if len(after) < len(before):
        return False
    if any(not _equal(new, old) for new, old in zip(after, before[:-1], strict=False)):
        return False
    return not before or _equal(after[len(before) - 1][: len(before[-1])], before[-1])


def _equal(new: Stroke, old: Stroke) -> bool:
    return new is old or np.array_equal(new, old)


def _news(after: Sequence[Stroke], before: Sequence[Stroke]) -> list[Stroke]:
    """What has been added, each piece with the point from which it goes on."""
    if not before:
        return list(after)
    grown = after[len(before) - 1]
    known = len(before[-1])
    return [grown[known - 1 :] if len(grown) > known else grown[:0], *after[len(before) :]]


def _bounds(pieces: Sequence[Stroke]) -> QRectF | None:
    points = np.concatenate([np.empty((0, 2), np.float32), *pieces])
    if not len(points):
        return None
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return QRectF(QPointF(left, top), QPointF(right, bottom))


def _round_pen(width_px: float, colour: str) -> QPen:
    return QPen(QColor(colour), width_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _prepare(painter: QPainter, pen: QPen) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)


def _draw(painter: QPainter, stroke: Stroke, side_px: int) -> None:
    points = [QPointF(x, y) for x, y in (stroke.astype(np.float64) * side_px).tolist()]
    if len(points) == 1 or (stroke == stroke[0]).all():
        painter.drawPoint(points[0])
    else:
        painter.drawPolyline(QPolygonF(points))
