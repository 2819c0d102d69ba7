"""Two boxes with their balls, and between them the table with those that were drawn."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table, table_of
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.likelihood.ball_painting import (
    heap_places,
    mixed_colours,
    paint_balls,
    row_columns,
    row_places,
    table_ball_size,
    table_capacity,
)
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.pixmap_cache import PixmapCache
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource

BOX_COLOURS = ("curve_2", "curve_4")  # of the first and the second box, wherever something belongs to one of them
LEAST_BALL_PX = 7.0  # on the table; where more were drawn the last ones are shown

_BOX_SHARE = 0.3  # of the width
_WALL_SHARE_OF_LINE = 1.5


@dataclass(frozen=True, eq=False)
class BallBoxesPicture:
    """contents: white and blue balls of either box. drawn: (n,) True for blue, in their order. source: the box that
    they come from, None while it is hidden.
    """

    contents: tuple[tuple[int, int], tuple[int, int]]
    drawn: NDArray[np.bool_]
    source: int | None


@dataclass(frozen=True)
class _Places:
    boxes: tuple[QRectF, QRectF]
    cloth: QRectF  # what the drawn balls lie on
    table: QRectF  # the part of it that balls may take
    head_px: float


class BallBoxes(QWidget):
    """What is in the boxes on the left and right; the balls of the table in the middle, the newest one ringed."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._picture: BallBoxesPicture | None = None
        self._whole = PixmapCache()
        self._version = 0  # of what is shown: the drawn balls are too many to be compared one by one
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("The boxes and the drawn balls"))
        offer_export(self, self)
        theme.theme_changed.connect(self.update)

    def show_picture(self, picture: BallBoxesPicture) -> None:
        """Show this."""
        if self._picture is not None and _is_same(picture, self._picture):
            return
        self._picture = picture
        self._version += 1
        self.setAccessibleDescription(self.summary())
        self.update()

    def shown_on_table(self) -> int:
        """How many of the drawn balls there is room for; the last ones are shown."""
        if self._picture is None:
            return 0
        room, count = self._places().table, len(self._picture.drawn)
        return min(count, table_capacity(table_ball_size(count, room, LEAST_BALL_PX), room))

    def table(self) -> Table:
        """What is in each box, then every drawn ball in its order."""
        picture = self._picture
        if picture is None:
            return Table(("place", "white", "blue"))
        boxes = [(f"box {number}", whites, blues) for number, (whites, blues) in enumerate(picture.contents, start=1)]
        drawn = (
            (f"draw {number}", int(not blue), int(blue)) for number, blue in enumerate(picture.drawn.tolist(), start=1)
        )
        return table_of(("place", "white", "blue"), [*boxes, *drawn])

    def sizeHint(self) -> QSize:
        """Room for hundreds of balls."""
        return QSize(640, 240)

    def minimumSizeHint(self) -> QSize:
        """A hundred balls to a box can just be told apart."""
        return QSize(300, 80)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw boxes and table."""
        theme = self._theme.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(small_font(self.font(), theme))
            if self._picture is None:
                painter.fillRect(self.rect(), QColor(theme.colours.surface))
                return
            key, surface = (self._version, theme, painter.font().key()), QColor(theme.colours.surface)
            self._whole.draw(painter, key, self.size(), surface, self._paint_whole)
            paint_focus(painter, self, theme)

    def _places(self) -> _Places:
        theme = self._theme.theme
        gap = theme.sizes.gap_px
        head = QFontMetricsF(small_font(self.font(), theme)).height() + gap / 2
        width, height = _BOX_SHARE * self.width(), self.height() - head - gap
        left = QRectF(gap, head, width - gap, height)
        right = QRectF(self.width() - width, head, width - gap, height)
        cloth = QRectF(left.right() + 2 * gap, head, right.left() - left.right() - 4 * gap, height)
        return _Places((left, right), cloth, cloth.adjusted(gap / 2, gap / 2, -gap / 2, -gap / 2), head)

    def _paint_whole(self, painter: QPainter) -> None:
        if self._picture is not None:
            self._paint_boxes(painter, self._picture)
            self._paint_names(painter, self._picture)
            self._paint_table(painter, self._picture)

    def _paint_boxes(self, painter: QPainter, picture: BallBoxesPicture) -> None:
        theme = self._theme.theme
        wall = _WALL_SHARE_OF_LINE * theme.sizes.line_px
        for index, (place, (whites, blues)) in enumerate(zip(self._places().boxes, picture.contents, strict=True)):
            inside = place.adjusted(2 * wall, wall, -2 * wall, -2 * wall)
            _paint_box(painter, place, QColor(getattr(theme.colours, BOX_COLOURS[index])), wall)
            paint_balls(painter, heap_places(whites + blues, inside), mixed_colours(whites, blues), theme)

    def _paint_names(self, painter: QPainter, picture: BallBoxesPicture) -> None:
        theme, places = self._theme.theme, self._places()
        names = (self.tr("Box 1"), self.tr("Box 2"))
        for index, (place, name) in enumerate(zip(places.boxes, names, strict=True)):
            painter.setFont(small_font(self.font(), theme, bold=picture.source == index))
            painter.setPen(QColor(getattr(theme.colours, BOX_COLOURS[index])))
            head = QRectF(place.left(), 0, place.width(), places.head_px)
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, name)
            if picture.source == index:
                self._paint_arrow(painter, places, index)
        painter.setFont(small_font(self.font(), theme))

    def _paint_arrow(self, painter: QPainter, places: _Places, index: int) -> None:
        """From the box to the table."""
        gap = self._theme.theme.sizes.gap_px
        table, middle = places.cloth, places.cloth.center().y()
        towards = 1.0 if index == 0 else -1.0
        tip = QPointF((table.left() if index == 0 else table.right()) - towards * gap / 4, middle)
        back = tip.x() - towards * gap
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self._theme.theme.colours, BOX_COLOURS[index])))
        painter.drawPolygon(QPolygonF([tip, QPointF(back, middle - gap), QPointF(back, middle + gap)]))

    def _paint_table(self, painter: QPainter, picture: BallBoxesPicture) -> None:
        theme, places = self._theme.theme, self._places()
        head = QRectF(places.table.left(), 0, places.table.width(), places.head_px)
        painter.setPen(QColor(theme.colours.text_muted))
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, self.table_head)
        painter.setPen(QPen(QColor(theme.colours.grid), theme.sizes.line_thin_px))
        painter.setBrush(QColor(theme.colours.window))
        painter.drawRoundedRect(places.cloth, theme.sizes.radius_px, theme.sizes.radius_px)
        painter.setPen(QColor(theme.colours.text_muted))
        shown = self.shown_on_table()
        if not shown:
            painter.drawText(places.table, _CENTRED, self.tr("Draw a ball: which box does it come from?"))
            return
        size = table_ball_size(len(picture.drawn), places.table, LEAST_BALL_PX)
        centred = places.table.adjusted((places.table.width() - row_columns(size, places.table) * size) / 2, 0, 0, 0)
        room = QRectF(centred.topLeft(), places.table.size())
        balls = row_places(shown, size, room)
        paint_balls(painter, balls, picture.drawn[-shown:].tolist(), theme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.colours.marker), theme.sizes.line_px))
        painter.drawEllipse(balls[-1])

    @property
    def table_head(self) -> str:
        """What stands above the table: as much as there is room for."""
        if self._picture is None:
            return ""
        metrics = QFontMetricsF(small_font(self.font(), self._theme.theme))
        heads, width = self._heads(self._picture), self._places().table.width()
        fitting = (text for text in heads if metrics.horizontalAdvance(text) <= width)
        return next(fitting, metrics.elidedText(heads[-1], Qt.TextElideMode.ElideRight, math.floor(width)))

    def _heads(self, picture: BallBoxesPicture) -> tuple[str, ...]:
        """From the longest to the shortest."""
        count, shown, blues = len(picture.drawn), self.shown_on_table(), int(np.count_nonzero(picture.drawn))
        if not count:
            return (self.tr("the table"),)
        counted = self.tr("{count} drawn: {blues} blue, {whites} white")
        last = self.tr("{count} drawn: {blues} blue; the last {shown} shown") if shown < count else counted
        short = self.tr("{blues} blue, {whites} white")
        values = {"count": count, "blues": blues, "whites": count - blues, "shown": shown}
        return tuple(text.format(**values) for text in (last, counted, short))

    def summary(self) -> str:
        """What is in the boxes and what was drawn."""
        picture = self._picture
        if picture is None:
            return self.tr("There are no boxes yet.")
        (whites_1, blues_1), (whites_2, blues_2) = picture.contents
        text = self.tr("Box 1: {w1} white, {b1} blue. Box 2: {w2} white, {b2} blue. {drawn}.")
        drawn = self._heads(picture)[1] if len(picture.drawn) else self.tr("No ball is drawn")
        return text.format(w1=whites_1, b1=blues_1, w2=whites_2, b2=blues_2, drawn=drawn)


def _is_same(one: BallBoxesPicture, other: BallBoxesPicture) -> bool:
    return one.drawn is other.drawn and (one.contents, one.source) == (other.contents, other.source)


_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def _paint_box(painter: QPainter, place: QRectF, colour: QColor, wall_px: float) -> None:
    """Three walls; open at the top."""
    inset = wall_px / 2
    walls = place.adjusted(inset, 0, -inset, -inset)
    path = QPainterPath(walls.topLeft())
    for corner in (walls.bottomLeft(), walls.bottomRight(), walls.topRight()):
        path.lineTo(corner)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, wall_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)
