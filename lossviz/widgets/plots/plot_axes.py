"""The two axes of a painted plot: grid, numbers and titles."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from lossviz.core.axis_ticks import linear_ticks, tick_spacing, value_text
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.plots.plot_frame import PlotFrame
from lossviz.widgets.theme import Theme

_WIDEST_Y = "−0.25"
_X_TICK_EM = 4.5
_Y_TICK_ROWS = 3.0
_MOST_X_TICKS, _MOST_Y_TICKS = 13, 7  # more are clutter on a large screen
_FEWEST = 2
_MORE = 4

Tick = tuple[float, str]


class TickPlace(NamedTuple):
    """place: of the number, in pixels of the widget."""

    value: float
    text: str
    place: QRectF


def axis_margins(
    theme: Theme, font: QFont, widest_y: str = _WIDEST_Y, titles: tuple[str, str] = ("x", "y")
) -> QMarginsF:
    """What the axes take around the area inside them.

    widest_y: the widest number on the left; by default the room is always the same, so that the area holds still.
    titles: below and left; an empty one takes no room.
    """
    metrics, gap = QFontMetricsF(font), theme.sizes.gap_px
    numbers_px = max(metrics.horizontalAdvance(text) for text in (widest_y, _WIDEST_Y))
    left = (metrics.height() if titles[1] else 0.0) + numbers_px + 1.5 * gap
    return QMarginsF(left, gap / 2, 2 * gap, (2 if titles[0] else 1) * metrics.height() + gap)


def x_ticks(shown: AxisRange, width_px: float, theme: Theme, font: QFont) -> list[Tick]:
    """As many as leave room between their numbers."""
    metrics, between_px = QFontMetricsF(font), theme.sizes.gap_px
    most = max(2, min(int(width_px / (_X_TICK_EM * theme.sizes.font_small_px)), _MOST_X_TICKS))
    return _ticks(
        shown, width_px, most, lambda texts: max(map(metrics.horizontalAdvance, texts), default=0) + between_px
    )


def y_ticks(shown: AxisRange, height_px: float, font: QFont) -> list[Tick]:
    """As many as leave room between their numbers."""
    row_px = QFontMetricsF(font).height()
    most = max(2, min(int(height_px / (_Y_TICK_ROWS * row_px)), _MOST_Y_TICKS))
    return _ticks(shown, height_px, most, lambda _texts: row_px)


def x_tick_places(frame: PlotFrame, theme: Theme, font: QFont) -> list[TickPlace]:
    """The numbers below the area."""
    area, metrics = frame.area, QFontMetricsF(font)
    farthest_right, top = area.right() + 2 * theme.sizes.gap_px, area.bottom() + theme.sizes.gap_px / 4
    places: list[TickPlace] = []
    for value, text in x_ticks(frame.x, area.width(), theme, font):
        width = metrics.horizontalAdvance(text) + 2
        left = max(min(round(frame.x_px(value)) - width / 2, farthest_right - width), 0.0)
        places.append(TickPlace(value, text, QRectF(left, top, width, metrics.height())))
    return places


def y_tick_places(frame: PlotFrame, theme: Theme, font: QFont) -> list[TickPlace]:
    """The numbers left of the area, above the first one of the other axis."""
    area, height, edge = frame.area, QFontMetricsF(font).height(), theme.sizes.gap_px / 4
    lowest_top = area.bottom() + edge - height
    return [
        TickPlace(
            value,
            text,
            QRectF(0, max(min(round(frame.y_px(value)) - height / 2, lowest_top), 0.0), area.left() - edge, height),
        )
        for value, text in y_ticks(frame.y, area.height(), font)
    ]


def paint_axes(painter: QPainter, frame: PlotFrame, theme: Theme, titles: tuple[str, str]) -> None:
    """titles: below and left of the area. The painter has the font of the numbers."""
    _paint_x(painter, frame, theme)
    _paint_y(painter, frame, theme)
    painter.setPen(QPen(QColor(theme.colours.border), theme.sizes.line_thin_px))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(frame.area.bottomLeft(), frame.area.bottomRight())
    painter.drawLine(frame.area.topLeft(), frame.area.bottomLeft())
    _paint_titles(painter, frame, theme, titles)


def _ticks(shown: AxisRange, length_px: float, most: int, room_px: Callable[[list[str]], float]) -> list[Tick]:
    """`most` or fewer, so that each has the room that their texts take; a few more if that leaves a single one."""

    def has_room(ticks: list[Tick]) -> bool:
        between = ticks[1][0] - ticks[0][0] if len(ticks) > 1 else shown.span
        return between / shown.span * length_px >= room_px([text for _value, text in ticks])

    fewer = (_ticks_of(shown, count) for count in range(most, 0, -1))
    ticks = next(filter(has_room, fewer), [])
    if len(ticks) >= _FEWEST:
        return ticks
    more = (_ticks_of(shown, count) for count in range(most + 1, most + _MORE))
    return next((found for found in more if len(found) >= _FEWEST and has_room(found)), ticks)


def _ticks_of(shown: AxisRange, most: int) -> list[Tick]:
    spacing = tick_spacing(shown.low, shown.high, most)
    return [
        (value, with_minus_signs(value_text(value, spacing))) for value in linear_ticks(shown.low, shown.high, spacing)
    ]


def _paint_x(painter: QPainter, frame: PlotFrame, theme: Theme) -> None:
    area = frame.area
    for value, text, place in x_tick_places(frame, theme, painter.font()):
        x_px = round(frame.x_px(value))
        _paint_grid_line(painter, theme, QPointF(x_px, area.top()), QPointF(x_px, area.bottom()))
        painter.setPen(QColor(theme.colours.text_muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _paint_y(painter: QPainter, frame: PlotFrame, theme: Theme) -> None:
    area = frame.area
    for value, text, place in y_tick_places(frame, theme, painter.font()):
        y_px = round(frame.y_px(value))
        _paint_grid_line(painter, theme, QPointF(area.left(), y_px), QPointF(area.right(), y_px))
        painter.setPen(QColor(theme.colours.text_muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_grid_line(painter: QPainter, theme: Theme, start: QPointF, end: QPointF) -> None:
    painter.setPen(QPen(QColor(theme.colours.grid), theme.sizes.line_thin_px))
    painter.drawLine(start, end)


def _paint_titles(painter: QPainter, frame: PlotFrame, theme: Theme, titles: tuple[str, str]) -> None:
    area, metrics = frame.area, QFontMetricsF(painter.font())
    painter.setPen(QColor(theme.colours.text_muted))
    elide, centre = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignCenter
    below = QRectF(
        area.left(), area.bottom() + metrics.height() + theme.sizes.gap_px / 4, area.width(), metrics.height()
    )
    painter.drawText(below, centre, metrics.elidedText(titles[0], elide, below.width()))
    painter.save()
    painter.translate(theme.sizes.gap_px / 4, area.bottom())
    painter.rotate(-90)
    beside = QRectF(0, 0, area.height(), metrics.height())
    painter.drawText(beside, centre, metrics.elidedText(titles[1], elide, beside.width()))
    painter.restore()
