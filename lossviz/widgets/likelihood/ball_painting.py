"""Painted balls: a single one, a heap in a box, and a row on the table."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QRadialGradient

from lossviz.widgets.plots.paint_target import is_drawing, pixel_ratio
from lossviz.widgets.plots.pixmap_cache import blank_pixmap
from lossviz.widgets.theme import Theme

IsBlue = NDArray[np.bool_]

_AIR = 0.1  # of a ball's place, on each side
_SHINE_FROM_PX = 9.0  # smaller balls would be all shine
_LIGHTER, _DARKER = 150, 125  # per cent of the colour's value, in the light and in the shade
_LARGEST_PX = 32.0
_EDGE_FROM_PX = 4.0
_STAMP_MARGIN_PX = 1.0


def paint_ball(painter: QPainter, place: QRectF, is_blue: bool, theme: Theme) -> None:
    """One ball that fills `place`."""
    size_px = place.width()
    painter.setBrush(_brush(place, QColor(theme.colours.ball_blue if is_blue else theme.colours.ball_light)))
    edge = QPen(QColor(theme.colours.text_muted), theme.sizes.line_thin_px)
    painter.setPen(edge if size_px >= _EDGE_FROM_PX else QPen(Qt.PenStyle.NoPen))
    painter.drawEllipse(place)


def paint_balls(painter: QPainter, places: Sequence[QRectF], is_blue: Iterable[bool], theme: Theme) -> None:
    """One ball in each of `places`, which are equally large: two are drawn and then stamped (1 ms for 1000 balls)."""
    if not places:
        return
    if is_drawing(painter):
        for place, colour in zip(places, is_blue, strict=True):
            paint_ball(painter, place, colour, theme)
        return
    stamps = [_stamp(painter, places[0].width(), colour, theme) for colour in (False, True)]
    margin = QPointF(_STAMP_MARGIN_PX, _STAMP_MARGIN_PX)
    for place, colour in zip(places, is_blue, strict=True):
        painter.drawPixmap(place.topLeft() - margin, stamps[colour])


def ball_size(count: int, room: QRectF) -> float:
    """The largest square places that hold `count` balls in `room`, in pixels."""
    if count < 1 or room.width() <= 1 or room.height() <= 1:
        return 1.0
    size = min(_LARGEST_PX, room.width(), room.height())
    while math.floor(room.width() / size) * math.floor(room.height() / size) < count:
        size *= 0.98
    return size


def table_ball_size(count: int, room: QRectF, least_px: float) -> float:
    """The largest places, `least_px` at least, of which rows of tens or fives hold `count` balls if any do."""
    size = ball_size(count, room)
    while size > least_px and table_capacity(size, room) < count:
        size *= 0.98
    return max(size, least_px)


def table_capacity(size: float, room: QRectF) -> int:
    """How many balls of `size` pixels find room in rows that can be counted."""
    return row_columns(size, room) * max(1, math.floor(room.height() / size))


def heap_places(count: int, room: QRectF) -> list[QRectF]:
    """Places for `count` balls, rows from the bottom of `room` up."""
    size = ball_size(count, room)
    columns = max(1, math.floor(room.width() / size))
    left = room.left() + (room.width() - columns * size) / 2
    return [
        _inner(left + index % columns * size, room.bottom() - (index // columns + 1) * size, size)
        for index in range(count)
    ]


def row_places(count: int, size: float, room: QRectF) -> list[QRectF]:
    """Places for `count` balls of `size` pixels, rows from the top of `room` down."""
    columns = row_columns(size, room)
    return [
        _inner(room.left() + index % columns * size, room.top() + index // columns * size, size)
        for index in range(count)
    ]


def row_columns(size: float, room: QRectF) -> int:
    """How many balls stand in a row: tens or fives where there is room, so that they can be counted."""
    most = max(1, math.floor(room.width() / size))
    return most - most % 10 if most >= 20 else most - most % 5 if most >= 5 else most


@lru_cache(maxsize=64)
def mixed_colours(whites: int, blues: int) -> tuple[bool, ...]:
    """True for blue: as if the box had been shaken, the same way every time."""
    is_blue = np.arange(whites + blues) < blues
    return tuple(np.random.default_rng([whites, blues]).permutation(is_blue).tolist())


def _stamp(painter: QPainter, size_px: float, is_blue: bool, theme: Theme) -> QPixmap:
    """A ball on nothing, with room for its edge."""
    whole = math.ceil(size_px + 2 * _STAMP_MARGIN_PX)
    stamp = blank_pixmap(QSize(whole, whole), pixel_ratio(painter))
    with QPainter(stamp) as stamp_painter:
        stamp_painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ball(stamp_painter, QRectF(_STAMP_MARGIN_PX, _STAMP_MARGIN_PX, size_px, size_px), is_blue, theme)
    return stamp


def _brush(place: QRectF, colour: QColor) -> QBrush:
    """Lit from the upper left, where the ball is large enough to show it."""
    if place.width() < _SHINE_FROM_PX:
        return QBrush(colour)
    light = QRadialGradient(place.center() - QPointF(0.18, 0.2) * place.width(), 0.75 * place.width())
    light.setColorAt(0.0, colour.lighter(_LIGHTER))
    light.setColorAt(0.35, colour)
    light.setColorAt(1.0, colour.darker(_DARKER))
    return QBrush(light)


def _inner(left: float, top: float, size: float) -> QRectF:
    air = _AIR * size
    return QRectF(left + air, top + air, size - 2 * air, size - 2 * air)
