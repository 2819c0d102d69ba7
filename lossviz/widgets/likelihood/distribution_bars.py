"""A distribution over a few outcomes as bars whose tops are dragged."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.fit.cases import Column
from lossviz.core.tables import Table, table_of
from lossviz.widgets.drag_watch import watch_drags
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.joints import listed, titled
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource

SMALL_STEP, LARGE_STEP = 0.01, 0.1

_GRAB_PX = 8.0  # a press this near to the top of a bar does not move it
_BAR_SHARE_OF_COLUMN = 0.64
_DECIMALS = 2  # of a share that is set with the mouse: finer than a pixel on all but the highest bars
_KEY_STEPS: dict[int, float] = {
    Qt.Key.Key_Up: SMALL_STEP,
    Qt.Key.Key_Down: -SMALL_STEP,
    Qt.Key.Key_PageUp: LARGE_STEP,
    Qt.Key.Key_PageDown: -LARGE_STEP,
}
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, eq=False)
class DistributionPicture:
    """shares: (outcomes,), 0-1. other: a second distribution, drawn as a line across each bar's place. colour, and
    other_colour: tokens of the theme.
    """

    title: str
    names: tuple[str, ...]
    shares: Column
    colour: str
    other: Column | None = None
    other_colour: str = "text_muted"
    hovered: int | None = None


class DistributionBars(QWidget):
    """Tells what somebody wants; what becomes of the other outcomes is up to the owner of the distribution.

    Drag the top of a bar; or Left and Right to choose one, Up and Down by 0.01, Page Up and Page Down by 0.1, Home
    for 0 and End for 1.
    """

    share_drag_started = Signal(int)
    share_dragged = Signal(int, float)
    share_drag_ended = Signal()
    outcome_hovered = Signal(object)  # int, or None for none

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._picture: DistributionPicture | None = None
        self._current = 0  # what the keys move
        self._dragged: int | None = None
        self._grip_px = 0.0  # from the pointer up to the top of the bar in the hand
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        offer_export(self, self)
        watch_drags(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        theme.theme_changed.connect(self.update)

    def show_picture(self, picture: DistributionPicture) -> None:
        """Show this."""
        self._picture = picture
        self._current = min(self._current, len(picture.shares) - 1)
        self.setAccessibleDescription(self.summary())
        self.update()

    def summary(self) -> str:
        """Every outcome and its share."""
        if self._picture is None:
            return self.tr("There is no distribution yet.")
        pairs = zip(self._picture.names, self._picture.shares.tolist(), strict=True)
        return listed(titled(name, f"{share:.3f}") for name, share in pairs)

    def table(self) -> Table:
        """A row for each outcome."""
        if self._picture is None:
            return Table(("outcome", "share"))
        return table_of(("outcome", "share"), zip(self._picture.names, self._picture.shares.tolist(), strict=True))

    def top_px(self, index: int) -> QPointF:
        """The middle of the top of a bar. Raises: LookupError if nothing is shown yet."""
        bar = self._bar(index)
        return QPointF(bar.center().x(), bar.top())

    def place_px(self, index: int, share: float) -> QPointF:
        """Where the top of a bar would be at `share`."""
        area = self._area()
        return QPointF(self._bar(index).center().x(), area.bottom() - share * area.height())

    def sizeHint(self) -> QSize:
        """High enough to tell a hundredth."""
        return QSize(300, 180)

    def minimumSizeHint(self) -> QSize:
        """Bars that can still be dragged."""
        return QSize(90, 90)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        theme = self._theme.theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.colours.surface))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(small_font(self.font(), theme))
            if self._picture is not None:
                self._paint_scale(painter, self._picture)
                for index in range(len(self._picture.shares)):
                    self._paint_column(painter, self._picture, index)
            paint_focus(painter, self, theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the top of the bar under the mouse."""
        index = self._index_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or index is None:
            return
        self._current = self._dragged = index
        distance = event.position().y() - self.top_px(index).y()
        self._grip_px = distance if abs(distance) <= _GRAB_PX else 0.0
        self.share_drag_started.emit(index)
        if not self._grip_px:
            self._drag_to(event.position())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is in the hand, or tell what is under the mouse."""
        if self._dragged is not None:
            self._drag_to(event.position())
        elif self._picture is not None:
            self._hover(self._index_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton and self._dragged is not None:
            self._dragged = None
            self.share_drag_ended.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        if self._picture is not None:
            self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        picture, key = self._picture, event.key()
        if picture is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._current = min(max(self._current + step, 0), len(picture.shares) - 1)
            self.update()
        elif key in _KEY_STEPS:
            self._send(float(picture.shares[self._current]) + _KEY_STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._send(0.0 if key == Qt.Key.Key_Home else 1.0)
        else:
            super().keyPressEvent(event)

    def _send(self, share: float) -> None:
        """A whole step by key; rounding keeps steps of 0.01 from gathering digits."""
        self.share_dragged.emit(self._current, min(max(round(share, 6), 0.0), 1.0))

    def _drag_to(self, position: QPointF) -> None:
        area = self._area()
        share = (area.bottom() - (position.y() - self._grip_px)) / area.height()
        self.share_dragged.emit(self._dragged, min(max(round(share, _DECIMALS), 0.0), 1.0))

    def _hover(self, index: int | None) -> None:
        if self._picture is not None and index != self._picture.hovered:
            self.outcome_hovered.emit(index)

    def _index_at(self, position: QPointF) -> int | None:
        if self._picture is None or not self.rect().contains(position.toPoint()):
            return None
        area, count = self._area(), len(self._picture.shares)
        index = math.floor((position.x() - area.left()) / area.width() * count)
        return index if 0 <= index < count else None

    def _area(self) -> QRectF:
        """From 0 at its bottom to 1 at its top; the numbers find room above a bar of 1."""
        theme = self._theme.theme
        metrics, gap = QFontMetricsF(small_font(self.font(), theme)), theme.sizes.gap_px
        left = metrics.horizontalAdvance("0.5") + gap
        top, bottom = 2 * metrics.height() + gap / 4, metrics.height() + gap / 2
        return QRectF(left, top, max(self.width() - left - gap, 1.0), max(self.height() - top - bottom, 1.0))

    def _column(self, index: int) -> QRectF:
        if self._picture is None:
            raise LookupError("nothing is shown yet")
        area = self._area()
        width = area.width() / len(self._picture.shares)
        return QRectF(area.left() + index * width, area.top(), width, area.height())

    def _bar(self, index: int) -> QRectF:
        column = self._column(index)
        width = _BAR_SHARE_OF_COLUMN * column.width()
        share = float(self._picture.shares[index]) if self._picture else 0.0
        height = share * column.height()
        return QRectF(column.center().x() - width / 2, column.bottom() - height, width, height)

    def _paint_scale(self, painter: QPainter, picture: DistributionPicture) -> None:
        theme, area, metrics = self._theme.theme, self._area(), QFontMetricsF(painter.font())
        for share, text in ((0.0, "0"), (0.5, "0.5"), (1.0, "1")):
            y = area.bottom() - share * area.height()
            painter.setPen(QPen(QColor(theme.colours.grid), theme.sizes.line_thin_px))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(theme.colours.text_muted))
            place = QRectF(0, y - metrics.height() / 2, area.left() - theme.sizes.gap_px / 2, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(small_font(self.font(), theme, bold=True))
        painter.setPen(QColor(getattr(theme.colours, picture.colour)))
        room = self.width() - theme.sizes.gap_px
        title = painter.fontMetrics().elidedText(picture.title, Qt.TextElideMode.ElideRight, room)
        head = QRectF(theme.sizes.gap_px / 2, 0, room, metrics.height())
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(small_font(self.font(), theme))

    def _paint_column(self, painter: QPainter, picture: DistributionPicture, index: int) -> None:
        theme, bar, column = self._theme.theme, self._bar(index), self._column(index)
        colour, metrics = QColor(getattr(theme.colours, picture.colour)), QFontMetricsF(painter.font())
        if index == picture.hovered:
            painter.fillRect(column, QColor(theme.colours.selection))
        painter.fillRect(bar, colour)
        grip = QRectF(bar.left() - 2, bar.top() - 2, bar.width() + 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        is_current = self.hasFocus() and index == self._current
        painter.setBrush(QColor(theme.colours.marker) if is_current else colour)
        painter.drawRoundedRect(grip, 2, 2)
        self._paint_other(painter, picture, index)
        painter.setPen(QColor(theme.colours.text))
        number = QRectF(column.left(), bar.top() - metrics.height() - 2, column.width(), metrics.height())
        painter.drawText(number, _CENTRED, _number_text(float(picture.shares[index]), column.width(), metrics))
        name = QRectF(column.left(), column.bottom() + 2, column.width(), metrics.height())
        painter.drawText(name, _CENTRED, picture.names[index])

    def _paint_other(self, painter: QPainter, picture: DistributionPicture, index: int) -> None:
        if picture.other is None:
            return
        theme, column = self._theme.theme, self._column(index)
        y = column.bottom() - float(picture.other[index]) * column.height()
        room = (1.0 - _BAR_SHARE_OF_COLUMN) / 2 * column.width() / 2
        line = QLineF(column.left() + room, y, column.right() - room, y)
        painter.setPen(QPen(QColor(theme.colours.surface), 2 * theme.sizes.line_px))  # sets the dots off a bar
        painter.drawLine(line)
        colour = QColor(getattr(theme.colours, picture.other_colour))
        painter.setPen(QPen(colour, theme.sizes.line_px, Qt.PenStyle.DotLine))
        painter.drawLine(line)


def _number_text(share: float, room_px: float, metrics: QFontMetricsF) -> str:
    """As many digits as there is room for, or none."""
    texts = (f"{share:.3g}", f"{share:.2f}", f"{share:.2f}".removeprefix("0"))
    return next((text for text in texts if metrics.horizontalAdvance(text) <= room_px), "")
