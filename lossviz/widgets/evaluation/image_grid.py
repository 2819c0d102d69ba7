"""Thousands of digits in a grid that scrolls; what is out of sight costs nothing."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy

from lossviz.core.tables import Table
from lossviz.widgets.evaluation.evaluation_tables import images_table
from lossviz.widgets.evaluation.grid_layout import GridLayout, grid_layout
from lossviz.widgets.evaluation.grid_picture import Caption, GridPicture
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.plots.focus_frame import paint_focus_around
from lossviz.widgets.plots.paint_target import shows_focus
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource

_SIDE_PX = 28
_ZOOM, _USUAL_PX = 2, 13  # screen pixels a pixel, and the type that they are right for
_CENTRE = Qt.AlignmentFlag.AlignCenter


class ImageGrid(QAbstractScrollArea):
    """A click, or Enter on the tile that the arrow keys have gone to, chooses an image."""

    image_chosen = Signal(int)  # its place among all images of the picture

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._picture: GridPicture | None = None
        self._note = ""
        self._current = 0
        self._hovered: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Images"))
        offer_export(self, self)
        self._describe()
        theme.theme_changed.connect(self._on_theme)

    @property
    def _side(self) -> int:
        """Of an image on the screen: whole pixels for each of its own, more for large type."""
        return round(_ZOOM * max(self._theme.theme.sizes.font_px / _USUAL_PX, 1.0)) * _SIDE_PX

    def summary(self) -> str:
        """The image that the keys have gone to, and how many there are."""
        picture = self._picture
        if picture is None or not len(picture):
            return self._note or self.tr("There are no images yet.")
        text = self.tr("{number} of {count}: {image}")
        spoken = picture.spoken_of(int(picture.places[self._current]))
        return text.format(number=self._current + 1, count=f"{len(picture):,}", image=spoken)

    def table(self) -> Table:
        """What is said of each image."""
        return images_table(self._picture)

    @property
    def picture(self) -> GridPicture | None:
        """What is shown."""
        return self._picture

    @property
    def layout_now(self) -> GridLayout:
        """Where the tiles lie, from the top of the first row."""
        metrics, gap = self._metrics(), self._theme.theme.sizes.gap_px
        samples = self._picture.samples if self._picture else ()
        width = max((metrics.horizontalAdvance(sample) for sample in samples), default=0.0)
        return grid_layout(self.viewport().width(), self._side, width, len(samples) * metrics.height(), gap)

    def show_picture(self, picture: GridPicture, note: str = "") -> None:
        """Show these images; where there are none, `note`. The scroll bar stays where it was as far as it can."""
        self._picture, self._note = picture, note
        self._current = min(self._current, max(0, len(picture) - 1))
        self._hovered = None
        self._fit_scroll_bar()
        self._describe()
        self.viewport().update()

    def clear(self, note: str) -> None:
        """Show no images, but `note`."""
        self._picture, self._note, self._current, self._hovered = None, note, 0, None
        self._fit_scroll_bar()
        self._describe()
        self.viewport().update()

    def scroll_to_top(self) -> None:
        """Show the first row, and have the keys begin there."""
        self._current = 0
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Four tiles in a row, three rows."""
        layout = self.layout_now
        least = self._side + self._theme.theme.sizes.gap_px
        return QSize(4 * least, round(3 * layout.pitch_y))

    def minimumSizeHint(self) -> QSize:
        """Two tiles and the scroll bar, one row."""
        gap = self._theme.theme.sizes.gap_px
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(2 * (self._side + gap) + bar, round(self.layout_now.pitch_y) + gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tiles in sight."""
        theme = self._theme.theme
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), QColor(theme.colours.surface))
            painter.setFont(small_font(self.font(), theme))
            if self._picture is None or not len(self._picture):
                self._paint_note(painter)
                if shows_focus(self):
                    paint_focus_around(painter, QRectF(self.viewport().rect()), theme)
                return
            self._paint_tiles(painter, self._picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer columns."""
        super().resizeEvent(event)
        self._fit_scroll_bar()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose an image."""
        index = self._index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self._go_to(index)
            self._choose()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a click."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is under the mouse."""
        self._hover(self._index_at(event.position()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Nothing is under a mouse that has left."""
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, page keys, Home and End go from tile to tile; Enter or Space chooses."""
        if not self._tiles:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
            return
        step = self._steps().get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self._go_to(min(max(self._current + step, 0), self._tiles - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.viewport().update()

    @property
    def _tiles(self) -> int:
        return len(self._picture) if self._picture else 0

    def _paint_note(self, painter: QPainter) -> None:
        gap = self._theme.theme.sizes.gap_px
        painter.setPen(QColor(self._theme.theme.colours.text_muted))
        room = self.viewport().rect().adjusted(gap, gap, -gap, -gap)
        painter.drawText(room, _CENTRE | Qt.TextFlag.TextWordWrap, self._note)

    def _paint_tiles(self, painter: QPainter, picture: GridPicture) -> None:
        layout, top = self.layout_now, self.verticalScrollBar().value()
        seen = layout.in_sight(top, top + self.viewport().height(), len(picture))
        strip = _strip(picture, seen)
        painter.translate(0, -top)
        for number, index in enumerate(seen):
            place = layout.image(index)
            painter.drawImage(place, strip, QRectF(0, number * _SIDE_PX, _SIDE_PX, _SIDE_PX))
            self._paint_caption(painter, layout, index, picture.caption_of(int(picture.places[index])))
        if self._hovered is not None:
            self._paint_frame(painter, layout.image(self._hovered), self._theme.theme.colours.text_muted)
        if shows_focus(self):
            self._paint_frame(painter, layout.image(self._current), self._theme.theme.colours.accent)

    def _paint_caption(self, painter: QPainter, layout: GridLayout, index: int, caption: Caption) -> None:
        colours, metrics = self._theme.theme.colours, QFontMetricsF(painter.font())
        tile, top = layout.tile(index), layout.image(index).bottom() + 2
        for line in caption:
            painter.setPen(QColor(getattr(colours, line.colour)))
            painter.drawText(QRectF(tile.left(), top, tile.width(), metrics.height()), _CENTRE, line.text)
            top += metrics.height()

    def _paint_frame(self, painter: QPainter, place: QRectF, colour: str) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line_px = self._theme.theme.sizes.line_px
        painter.setPen(QPen(QColor(colour), line_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        painter.drawRect(place.adjusted(-2, -2, 2, 2))

    def _steps(self) -> dict[int, int]:
        layout = self.layout_now
        page = layout.columns * max(1, int(self.viewport().height() // layout.pitch_y))
        return {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -layout.columns,
            Qt.Key.Key_Down: layout.columns,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -self._tiles,
            Qt.Key.Key_End: self._tiles,
        }

    def _go_to(self, index: int) -> None:
        self._current = index
        layout, bar = self.layout_now, self.verticalScrollBar()
        tile = layout.tile(index)
        bar.setValue(min(bar.value(), int(tile.top() - layout.gap / 2)))
        bar.setValue(max(bar.value(), int(tile.bottom() - self.viewport().height() + layout.gap)))
        self._describe()
        self.viewport().update()

    def _choose(self) -> None:
        if self._picture:
            self.image_chosen.emit(int(self._picture.places[self._current]))

    def _index_at(self, position: QPointF) -> int | None:
        here = position + QPointF(0, self.verticalScrollBar().value())
        return self.layout_now.tile_at(here, self._tiles)

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            shape = Qt.CursorShape.ArrowCursor if index is None else Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.summary())

    def _fit_scroll_bar(self) -> None:
        layout, height = self.layout_now, self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(layout.height(self._tiles)) - height))
        bar.setPageStep(height)
        bar.setSingleStep(max(1, round(layout.pitch_y / 2)))

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(small_font(self.font(), self._theme.theme))

    def _on_theme(self) -> None:
        self._fit_scroll_bar()
        self.viewport().update()


def _strip(picture: GridPicture, seen: range) -> QImage:
    """The images in sight, one below the other."""
    grey = np.ascontiguousarray(picture.images_u8[picture.places[seen.start : seen.stop]])
    # The copy is Qt's own: without it the image would read freed memory once the array is gone.
    return QImage(grey.data, _SIDE_PX, _SIDE_PX * len(seen), _SIDE_PX, QImage.Format.Format_Grayscale8).copy()
