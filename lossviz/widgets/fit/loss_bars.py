"""What every case costs under cross-entropy and under squared error, and how that adds up."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.fit.case_table import loss_table
from lossviz.widgets.fit.loss_columns import LossBarsPicture, LossColumns
from lossviz.widgets.fit.loss_layout import LossLayout, loss_layout
from lossviz.widgets.fit.loss_painting import (
    key_entries,
    paint_bars,
    paint_classes,
    paint_marked,
    paint_meter_words,
    paint_meters,
    paint_pulls,
    paint_scale,
)
from lossviz.widgets.fit.loss_words import LossWords
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.notes import paint_note
from lossviz.widgets.plots.pixmap_cache import PixmapCache
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.plots.plot_key import key_height, paint_key
from lossviz.widgets.theme import ThemeSource

__all__ = ("LossBars", "LossBarsPicture")


class LossBars(QWidget):
    """Bars up for cross-entropy, down for squared error, on one scale; arrows for the pulls; both means as stacks.

    Click selects a case; Left and Right go to its neighbours, Escape to none.
    """

    case_hovered = Signal(object)  # int, or None for none
    case_selected = Signal(object)  # int, or None for none

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._words = LossWords(self)
        self._picture: LossBarsPicture | None = None
        self._columns: LossColumns | None = None
        self._background = PixmapCache()
        self._layout: LossLayout | None = None
        self._laid_out_size = QSize()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Loss of every case"))
        offer_export(self, self)
        theme.theme_changed.connect(self._refresh)
        theme.theme_changed.connect(self.updateGeometry)

    def show_picture(self, picture: LossBarsPicture) -> None:
        """Show this."""
        self._picture = picture
        self._refresh()

    def summary(self) -> str:
        """Both means, and the case that costs most."""
        return self._words.summary(self._picture)

    def table(self) -> Table:
        """What each case costs."""
        return Table(("x", "y")) if self._picture is None else loss_table(self._picture)

    def bar_rect(self, index: int) -> QRectF:
        """Where the upper bar of a case stands in this widget. Raises: LookupError if nothing is shown yet."""
        layout, columns = self._laid_out()
        column = columns.column_of(index)
        return layout.columns("bce", columns.losses["bce"])[column]

    def sizeHint(self) -> QSize:
        """As the course shows it."""
        return QSize(640, 320)

    def minimumSizeHint(self) -> QSize:
        """Small, but readable."""
        return QSize(320, round(180 * self._theme.theme.sizes.enlargement))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        theme = self._theme.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(small_font(self.font(), theme))
            if self._picture is None:
                painter.fillRect(self.rect(), QColor(theme.colours.surface))
            else:
                self._paint_losses(painter, self._picture)
            paint_focus(painter, self, theme)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the case under the mouse."""
        if self._picture is not None:
            self._hover(self._case_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that there is none."""
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the case under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton and self._picture is not None:
            self._select(self._case_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if self._picture is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            direction = 1 if event.key() == Qt.Key.Key_Right else -1
            self._select(self._laid_out()[1].neighbour(self._picture.selected, direction))
        elif event.key() == Qt.Key.Key_Escape and self._picture.selected is not None:
            self._select(None)
        else:
            super().keyPressEvent(event)

    def _paint_losses(self, painter: QPainter, picture: LossBarsPicture) -> None:
        theme, words = self._theme.theme, self._words
        layout, columns = self._laid_out()
        key, surface = (layout, theme, painter.font().key()), QColor(theme.colours.surface)
        paint = partial(self._paint_background, layout, painter.font())
        self._background.draw(painter, key, self.size(), surface, paint)
        paint_bars(painter, layout, columns, theme)
        paint_classes(painter, layout, picture, columns, theme)
        paint_pulls(painter, layout, columns, theme)
        paint_meters(painter, layout, picture, columns, theme)
        self._paint_marks(painter, picture, layout, columns)
        paint_meter_words(painter, layout, picture, theme, words)
        self._paint_caption(painter, picture, layout, columns)
        if picture.hovered is not None and picture.hovered < len(picture.cases):
            beside = self.bar_rect(picture.hovered).topRight()
            room = layout.bars.adjusted(0, -layout.lane_px, 0, layout.lane_px)
            paint_note(painter, words.note(picture, picture.hovered), beside, room, theme)

    def _paint_background(self, layout: LossLayout, font: QFont, painter: QPainter) -> None:
        theme, words = self._theme.theme, self._words
        painter.setFont(font)
        paint_key(painter, key_entries(theme, words), self._key_room(), theme)
        paint_scale(painter, layout, theme, words)

    def _paint_marks(
        self, painter: QPainter, picture: LossBarsPicture, layout: LossLayout, columns: LossColumns
    ) -> None:
        colours = self._theme.theme.colours
        for index, colour in ((picture.hovered, colours.text), (picture.selected, colours.marker)):
            if index is not None and index < len(picture.cases):
                paint_marked(painter, layout, picture, columns, index, QColor(colour))

    def _paint_caption(
        self, painter: QPainter, picture: LossBarsPicture, layout: LossLayout, columns: LossColumns
    ) -> None:
        metrics, theme = QFontMetricsF(painter.font()), self._theme.theme
        place, text = layout.caption, self._words.caption(picture, columns)
        painter.setPen(QColor(theme.colours.text_muted))
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, fitting)

    def _laid_out(self) -> tuple[LossLayout, LossColumns]:
        if self._picture is None:
            raise LookupError("nothing is shown yet")
        if self._layout is None or self._columns is None or self._laid_out_size != self.size():
            theme, font = self._theme.theme, small_font(self.font(), self._theme.theme)
            self._layout, self._columns = loss_layout(self._picture, self._room(font), theme, font)
            self._laid_out_size = self.size()
        return self._layout, self._columns

    def _key_room(self) -> QRectF:
        gap = self._theme.theme.sizes.gap_px
        return QRectF(gap, gap / 2, self.width() - 2 * gap, self.height())

    def _room(self, font: QFont) -> QRectF:
        """Below the key."""
        theme = self._theme.theme
        key_room = self._key_room()
        height = key_height(key_entries(theme, self._words), key_room.width(), theme, font)
        return QRectF(0, key_room.top() + height, self.width(), self.height() - key_room.top() - height)

    def _case_at(self, position: QPointF) -> int | None:
        layout, columns = self._laid_out()
        share = layout.column_at(position.x())
        return None if share is None else columns.case_at(share)

    def _hover(self, index: int | None) -> None:
        if self._picture is not None and index != self._picture.hovered:
            self._picture = replace(self._picture, hovered=index)
            self.update()
            self.case_hovered.emit(index)

    def _select(self, index: int | None) -> None:
        """Shown at once: the next key may come before the next picture."""
        if self._picture is not None:
            self._picture = replace(self._picture, selected=index)
            self.update()
        self.case_selected.emit(index)

    def _refresh(self) -> None:
        self._layout = self._columns = None
        self.update()
