"""What a drawing canvas shows, and where: ink, picture, guide box, hints and cursors in a centred square."""

from collections.abc import Sequence
from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table
from lossviz.widgets.handwriting import canvas_marks
from lossviz.widgets.handwriting.canvas_words import CanvasWords, strokes_table
from lossviz.widgets.handwriting.ink_layer import InkLayer, Stroke
from lossviz.widgets.handwriting.keyboard_pen import KeyboardPen
from lossviz.widgets.handwriting.picture_layer import PictureLayer
from lossviz.widgets.plots.paint_target import pixel_ratio, shows_focus
from lossviz.widgets.theme import ThemeSource

_LEAST_SIDE_PX = 140
_USUAL_SIDE_PX = 320
_PEN_WIDTH = 1 / 13
_ERASER_RADIUS = 1 / 16


class Tool(Enum):
    """What the left mouse button and the Space key do."""

    PEN = auto()
    ERASER = auto()


class CanvasSurface(QWidget):
    """A square of black with white ink. It keeps no ink of its own: it is told what to show."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._ink = InkLayer()
        self._picture = PictureLayer()
        self._keyboard = KeyboardPen(self)
        self._words = CanvasWords(self)
        self._tool = Tool.PEN
        self._pen_width = _PEN_WIDTH
        self._eraser_radius = _ERASER_RADIUS
        self._eraser_place_px: QPointF | None = None
        self._is_drop_target = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._keyboard.changed.connect(self.update)
        theme.theme_changed.connect(self.update)

    def show_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Show exactly these strokes, each (points, 2). Added points and strokes are recognised and cost little."""
        was_empty = self._ink.is_empty
        changed = self._ink.show(strokes)
        if self._ink.is_empty or was_empty:  # the hint goes or comes
            self.update()
        elif changed is not None:
            self.update(self._pixels_around(changed))

    def show_picture(self, ink_u8: NDArray[np.uint8] | None) -> None:
        """Show an opened picture under the strokes, as large as fits. ink_u8: (h, w), 255 ink."""
        self._picture.show(ink_u8)
        self.update()

    def set_pen_width(self, fraction_of_side: float) -> None:
        """How wide all strokes are drawn."""
        self._pen_width = fraction_of_side
        self.update()

    def set_eraser_radius(self, fraction_of_side: float) -> None:
        """How large the eraser's circle is, and how closely a fast drag reports where it has been."""
        self._eraser_radius = fraction_of_side
        self.update()

    def set_tool(self, tool: Tool) -> None:
        """What the left button and the Space key do from the next gesture on."""
        self._tool = tool
        self.update()

    def summary(self) -> str:
        """What is on the canvas, and how to draw."""
        return self._words.summary(self._ink.strokes, has_picture=not self._picture.is_empty)

    def table(self) -> Table:
        """The points of the strokes."""
        return strokes_table(self._ink.strokes)

    @property
    def square(self) -> QRect:
        """Where in the widget the unit square lies, in pixels."""
        margin = canvas_marks.border_margin(self._theme.theme)
        side = max(1, min(self.width(), self.height()) - 2 * margin)
        return QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)

    def sizeHint(self) -> QSize:
        """A comfortable size for a mouse."""
        return QSize(_USUAL_SIDE_PX, _USUAL_SIDE_PX)

    def minimumSizeHint(self) -> QSize:
        """The least that a digit can be drawn on."""
        return QSize(_LEAST_SIDE_PX, _LEAST_SIDE_PX)

    def _unit(self, place_px: QPointF) -> tuple[float, float]:
        """The place in the unit square that is nearest to a place in the widget."""
        square = self.square
        x = (place_px.x() - square.left()) / square.width()
        y = (place_px.y() - square.top()) / square.width()
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)

    def _pixels(self, x: float, y: float) -> QPointF:
        square = self.square
        return QPointF(square.left() + x * square.width(), square.top() + y * square.width())

    def _pixels_around(self, part: QRectF) -> QRect:
        """The pixels that a pen touches inside `part` of the unit square."""
        square = self.square
        reach = self._pen_width * square.width() / 2 + 2
        pixels = QRectF(self._pixels(part.left(), part.top()), part.size() * square.width())
        return pixels.adjusted(-reach, -reach, reach, reach).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw everything, from the ground up."""
        theme, square = self._theme.theme, self.square
        with QPainter(self) as painter:
            ratio = pixel_ratio(painter)
            painter.fillRect(square, QColor(theme.colours.canvas))
            self._picture.paint(painter, square, ratio)
            if self._picture.is_empty:
                canvas_marks.draw_guide(painter, square, theme)
                if self._ink.is_empty:
                    canvas_marks.draw_hint(painter, square, theme, self.tr("Draw a digit here"))
            self._ink.paint(painter, square, ratio, self._pen_width, theme.colours.ink)
            self._paint_cursors(painter)
            if self._is_drop_target:
                canvas_marks.draw_drop_target(painter, square, theme, self.tr("Drop the picture here"))
            canvas_marks.draw_border(painter, square, theme, has_focus=shows_focus(self))

    def _paint_cursors(self, painter: QPainter) -> None:
        theme, side = self._theme.theme, self.square.width()
        if self._eraser_place_px is not None:
            canvas_marks.draw_ring(painter, self._eraser_place_px, self._eraser_radius * side, theme)
        elif self._keyboard.is_shown:
            radius = self._eraser_radius if self._tool is Tool.ERASER else self._pen_width / 2
            canvas_marks.draw_ring(painter, self._pixels(self._keyboard.x, self._keyboard.y), radius * side, theme)
