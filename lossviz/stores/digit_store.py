"""The ink on the canvas and how it is turned into the network's 28x28."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import get_args

import numpy as np
from PySide6.QtCore import Signal

from lossviz.core.ink.drawing import Drawing, InkStyle, opened_picture
from lossviz.core.ink.drawing_state import DrawingWriter, are_same, drawing_of
from lossviz.core.ink.pictures import PictureU8
from lossviz.core.ink.stamping import ImageU8
from lossviz.core.ink.strokes import Stroke
from lossviz.core.sessions.state_reader import StateReader
from lossviz.stores.store import Store

PEN_WIDTHS = (0.02, 0.16)  # shares of the canvas side
ERASER_RADIUS = 0.06
INK_STYLES: tuple[InkStyle, ...] = get_args(InkStyle)


class _OpenStroke:
    """The stroke under the pen: points come one by one, the array is made when somebody looks."""

    def __init__(self, x: float, y: float) -> None:
        self._points = [(x, y)]

    def extend(self, x: float, y: float) -> None:
        self._points.append((x, y))
        self.__dict__.pop("stroke", None)

    @cached_property
    def stroke(self) -> Stroke:
        return np.array(self._points, np.float32)


class DigitStore(Store):
    """Owns the drawing, its history, the pen's width and the ink style.

    Its state: strokes and picture as `DrawingWriter` tells; pen, its width; style: "mnist" or "raw".
    """

    drawing_changed = Signal()
    pen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._history = [Drawing()]
        self._open: _OpenStroke | None = None
        self._erasing_from: Drawing | None = None
        self._pen_width = 0.075
        self._style: InkStyle = "mnist"
        self._image: ImageU8 | None = None
        self._is_image_current = True
        self._writer = DrawingWriter()

    @property
    def drawing(self) -> Drawing:
        """What is on the canvas, the stroke under the pen included."""
        finished = self._history[-1]
        return finished.with_stroke(self._open.stroke) if self._open else finished

    @property
    def image_u8(self) -> ImageU8 | None:
        """What the network sees of it, (28, 28); None without ink."""
        if not self._is_image_current:
            self._image = self.drawing.image(self._style, self._pen_width)
            self._is_image_current = True
        return self._image

    @property
    def pen_width(self) -> float:
        """Share of the canvas side."""
        return self._pen_width

    @property
    def style(self) -> InkStyle:
        """Whether the ink is placed as in MNIST or only shrunk."""
        return self._style

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier drawing to go back to."""
        return self._open is not None or len(self._history) > 1

    def begin_stroke(self, x: float, y: float) -> None:
        """Put the pen down at (x, y) in the unit square."""
        self.finish_gesture()
        self._open = _OpenStroke(x, y)
        self._drawing_has_changed()

    def extend_stroke(self, x: float, y: float) -> None:
        """Move the pen to (x, y)."""
        if self._open:
            self._open.extend(x, y)
            self._drawing_has_changed()

    def erase_at(self, x: float, y: float) -> None:
        """Take away the ink around (x, y). All erasing until `finish_gesture` is undone as one."""
        if self._open:
            self.finish_gesture()
        before = self._history[-1]
        after = before.erased(x, y, ERASER_RADIUS)
        if after is before:
            return
        if self._erasing_from is None:
            self._erasing_from = before
            self._history.append(after)
        else:
            self._history[-1] = after
        self._drawing_has_changed()

    def finish_gesture(self) -> None:
        """Lift the pen or the eraser: what it did is one step of undo."""
        self._erasing_from = None
        if self._open:
            stroke, self._open = self._open.stroke, None
            self._history.append(self._history[-1].with_stroke(stroke))

    def open_picture(self, grey_u8: PictureU8) -> None:
        """Put a picture, grey (h, w), in the place of the drawing."""
        self._replace(opened_picture(grey_u8))

    def set_dark_on_light(self, is_dark_on_light: bool) -> None:
        """Read the opened picture as dark ink on light paper, or the other way round."""
        picture = self.drawing.picture
        if picture is None or picture.was_dark_on_light == is_dark_on_light:
            return
        self._replace(opened_picture(picture.grey_u8, is_dark_on_light))

    def clear(self) -> None:
        """Take a fresh sheet; undo brings the drawing back."""
        if not self.drawing.is_empty:
            self._replace(Drawing())

    def undo(self) -> None:
        """Take back the last stroke, erasing, picture or clearing."""
        self.finish_gesture()
        if self.can_undo:
            self._history.pop()
            self._drawing_has_changed()

    def set_pen_width(self, pen_width: float) -> None:
        """Draw with a pen of `pen_width` of the canvas side, kept within PEN_WIDTHS."""
        pen_width = min(max(pen_width, PEN_WIDTHS[0]), PEN_WIDTHS[1])
        if pen_width != self._pen_width:
            self._pen_width = pen_width
            self._is_image_current = False
            self._tell(self.pen_changed)

    def set_style(self, style: InkStyle) -> None:
        """Turn ink into 28x28 in this style."""
        if style != self._style:
            self._style = style
            self._drawing_has_changed()

    def state(self) -> dict[str, object]:
        """The drawing as vectors or as a picture, the pen and the ink style."""
        return {**self._writer.state_of(self.drawing), "pen": self._pen_width, "style": self._style}

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        reader = StateReader(state, "digit")
        drawing = drawing_of(reader)
        pen, style = reader.number("pen", *PEN_WIDTHS), reader.choice("style", INK_STYLES)
        reader.finish()

        def put_in_force() -> None:
            with self.editing():
                if drawing is not None and not are_same(drawing, self.drawing):
                    self._replace(drawing)
                self.set_pen_width(pen or self._pen_width)
                self.set_style(style or self._style)

        return put_in_force

    def _replace(self, drawing: Drawing) -> None:
        self.finish_gesture()
        self._history.append(drawing)
        self._drawing_has_changed()

    def _drawing_has_changed(self) -> None:
        self._is_image_current = False
        self._tell(self.drawing_changed)
