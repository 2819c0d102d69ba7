"""The legend of a curve plot: rows above the plot, where it can cover no curve."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.widgets.controls import plain_tip
from lossviz.widgets.joints import listed_phrases
from lossviz.widgets.plots.focus_frame import paint_focus_around
from lossviz.widgets.plots.paint_target import shows_focus
from lossviz.widgets.theme import ThemeSource

LONGEST_NAME_EM = 24
MOST_ROWS = 2
HIDDEN_OPACITY = 0.45
ZIGZAG = (0.1, -0.7, 0.5, -0.4, 0.8, -0.6, 0.3, -0.8, 0.6, 0.0)


@dataclass(frozen=True)
class LegendMarker:
    """A round marker; hollow if its filling is the background."""

    width_px: int
    filling: QColor
    rim: QColor


@dataclass(frozen=True)
class LegendEntry:
    """A name and a sample of its line, perhaps with a marker, before a zigzag drawn with `behind`.

    key: of the run that a click hides, or shows again if it is hidden; None where a click does nothing.
    """

    name: str
    pen: QPen
    marker: LegendMarker | None = None
    behind: QPen | None = None
    explanation: str = ""
    key: int | None = None
    is_hidden: bool = False


class CurveLegend(QWidget):
    """Names beside samples of their lines, in two rows at most; the tool tip has all names, and what they stand for.

    A run is hidden and shown again by a click on it; or by Space, once the left and right keys have led there.
    """

    toggled = Signal(int)  # the key of the run that was clicked

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._entries: tuple[LegendEntry, ...] = ()
        self._current = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Legend"))

    def set_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show these entries. The same again costs nothing."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        self._current = min(self._current, max(len(entries) - 1, 0))
        lines = [self._line(entry) for entry in entries]
        can_be_clicked = any(entry.key is not None for entry in entries)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if can_be_clicked else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(listed_phrases(lines))
        told = [*lines, self.tr("A click hides a run, or shows it again.")] if can_be_clicked else lines
        self.setToolTip(plain_tip("\n".join(told)))
        self.updateGeometry()
        self.update()

    @property
    def names(self) -> list[str]:
        """The names of what is drawn, in order."""
        return [entry.name for entry in self._entries if not entry.is_hidden]

    def place_of(self, name: str) -> QRect:
        """Where a name and its sample stand. Raises: ValueError if there is none of this name."""
        return self._entry_rects(self.width())[[entry.name for entry in self._entries].index(name)]

    def sizeHint(self) -> QSize:
        """All entries in one row."""
        right = max((rect.right() + 1 for rect in self._entry_rects(1_000_000)), default=0)
        return QSize(right, self._row_px())

    def minimumSizeHint(self) -> QSize:
        """One sample."""
        return QSize(self._sample_px(), self._row_px())

    def heightForWidth(self, width: int) -> int:
        """The height of the rows that a width needs."""
        bottom = max((rect.bottom() + 1 for rect in self._entry_rects(width)), default=0)
        return min(max(bottom, self._row_px()), MOST_ROWS * self._row_px())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw samples and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        rects = self._entry_rects(self.width())
        fitting = self._fitting_count(rects)
        for entry, rect in zip(self._entries[:fitting], rects[:fitting], strict=True):
            painter.setOpacity(HIDDEN_OPACITY if entry.is_hidden else 1.0)
            self._paint_sample(painter, entry, rect)
            self._paint_name(painter, entry, rect)
        painter.setOpacity(1.0)
        if shows_focus(self) and self._current < fitting:
            paint_focus_around(painter, QRectF(rects[self._current]), self._theme.theme)
        if fitting < len(rects):
            self._paint_rest(painter, len(rects) - fitting, rects[fitting - 1])
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the run there, or show it again."""
        place = self._entry_at(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            event.ignore()
            return
        self._current = place
        self._toggle_current()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        place = self._entry_at(event.position().toPoint())
        can_be_clicked = place is not None and self._entries[place].key is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_be_clicked else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from entry to entry, Space and Return hide and show."""
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in moves and self._entries:
            self._current = min(max(self._current + moves[Qt.Key(event.key())], 0), len(self._entries) - 1)
            self.update()
        elif event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._toggle_current()
        else:
            event.ignore()

    def _toggle_current(self) -> None:
        self.update()
        key = self._entries[self._current].key if self._entries else None
        if key is not None:
            self.toggled.emit(key)

    def _entry_at(self, place: QPoint) -> int | None:
        rects = self._entry_rects(self.width())
        seen = rects[: self._fitting_count(rects)]
        return next((index for index, rect in enumerate(seen) if rect.contains(place)), None)

    def _line(self, entry: LegendEntry) -> str:
        """An entry in words."""
        if entry.is_hidden:
            return self.tr("{name} (hidden)").format(name=entry.name)
        return f"{entry.name} ({entry.explanation})" if entry.explanation else entry.name

    def _paint_sample(self, painter: QPainter, entry: LegendEntry, rect: QRect) -> None:
        middle, width_px = rect.top() + rect.height() / 2, self._sample_px()
        if entry.behind is not None:
            stride, height = width_px / (len(ZIGZAG) - 1), rect.height() / 3
            corners = [QPointF(rect.left() + i * stride, middle + y * height) for i, y in enumerate(ZIGZAG)]
            painter.setPen(entry.behind)
            painter.drawPolyline(QPolygonF(corners))
        painter.setPen(entry.pen)
        painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.left() + width_px, middle))
        if entry.marker is not None:
            painter.setPen(QPen(entry.marker.rim, self._theme.theme.sizes.line_thin_px))
            painter.setBrush(entry.marker.filling)
            radius = entry.marker.width_px / 2
            painter.drawEllipse(QPointF(rect.left() + width_px / 2, middle), radius, radius)

    def _paint_name(self, painter: QPainter, entry: LegendEntry, rect: QRect) -> None:
        font = self._font()
        font.setStrikeOut(entry.is_hidden)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.theme.colours.text))
        text_rect = QRectF(rect).adjusted(self._sample_px() + self._theme.theme.sizes.gap_px // 2, 0, 0, 0)
        elided = painter.fontMetrics().elidedText(entry.name, Qt.TextElideMode.ElideRight, int(text_rect.width()) + 1)
        painter.drawText(text_rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)

    def _paint_rest(self, painter: QPainter, count: int, last: QRect) -> None:
        painter.setPen(QColor(self._theme.theme.colours.text_muted))
        left = last.right() + self._theme.theme.sizes.gap_px
        rest = QRect(left, last.top(), self.width() - left, last.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, f"+{count}")

    def _fitting_count(self, rects: Sequence[QRect]) -> int:
        """How many entries stand in the rows there are, with room for the number of the rest in the last row."""
        fitting = sum(rect.bottom() < MOST_ROWS * self._row_px() for rect in rects)
        room_px = 2 * self._theme.theme.sizes.gap_px + QFontMetrics(self._font()).horizontalAdvance("+00")
        while 1 < fitting < len(rects) and rects[fitting - 1].right() + room_px > self.width():
            fitting -= 1
        return fitting

    def _entry_rects(self, width: int) -> list[QRect]:
        """Where every entry stands, from left to right and then in the next row."""
        gap_px, metrics, row_px = self._theme.theme.sizes.gap_px, QFontMetrics(self._font()), self._row_px()
        longest_px = LONGEST_NAME_EM * self._theme.theme.sizes.font_small_px
        rects: list[QRect] = []
        left = top = 0
        for entry in self._entries:
            name_px = min(metrics.horizontalAdvance(entry.name), longest_px)
            entry_px = min(self._sample_px() + gap_px // 2 + name_px, width)
            if left and left + entry_px > width:
                left, top = 0, top + row_px
            rects.append(QRect(left, top, entry_px, row_px))
            left += entry_px + 2 * gap_px
        return rects

    def _row_px(self) -> int:
        return QFontMetrics(self._font()).height() + self._theme.theme.sizes.gap_px // 4

    def _sample_px(self) -> int:
        return 4 * self._theme.theme.sizes.gap_px

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._theme.theme.sizes.font_small_px)
        return font
