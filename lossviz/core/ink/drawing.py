"""A drawing as a value: strokes or an opened picture, and what the pen and the eraser make of it."""

import operator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lossviz.core.ink.pictures import PictureU8, ink_from_grey, picture_mnist_style, picture_raw
from lossviz.core.ink.stamping import ImageU8
from lossviz.core.ink.strokes import Stroke, render_mnist_style, render_raw

InkStyle = Literal["mnist", "raw"]


@dataclass(frozen=True, eq=False)
class OpenedPicture:
    """A picture from a file, as ink.

    grey_u8: (h, w) as it was read. ink_u8: (h, w), 255 where it is darkest or lightest. was_dark_on_light: which.
    """

    grey_u8: PictureU8
    ink_u8: PictureU8
    was_dark_on_light: bool


@dataclass(frozen=True, eq=False)
class Drawing:
    """strokes: in the unit square of the canvas, x right, y down. picture: None unless one was opened."""

    strokes: tuple[Stroke, ...] = ()
    picture: OpenedPicture | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return not self.strokes and self.picture is None

    def with_stroke(self, stroke: Stroke) -> "Drawing":
        """The drawing and one more stroke; a picture gives way to what is drawn."""
        return Drawing((*self.strokes, stroke))

    def erased(self, x: float, y: float, radius: float) -> "Drawing":
        """The drawing without the points within `radius` of (x, y); itself where there are none."""
        if self.picture is not None:
            return Drawing()
        pieces = tuple(piece for stroke in self.strokes for piece in _without(stroke, x, y, radius))
        is_untouched = len(pieces) == len(self.strokes) and all(map(operator.is_, pieces, self.strokes))
        return self if is_untouched else Drawing(pieces)

    def image(self, style: InkStyle, pen_width: float) -> ImageU8 | None:
        """What the network sees: (28, 28), None without ink. pen_width: share of the canvas side, for raw strokes."""
        if self.is_empty:
            return None
        if self.picture is not None:
            ink = self.picture.ink_u8
            image = picture_mnist_style(ink) if style == "mnist" else picture_raw(ink)
        else:
            image = render_mnist_style(self.strokes) if style == "mnist" else render_raw(self.strokes, 1.0, pen_width)
        return image if image is not None and image.any() else None


def opened_picture(grey_u8: PictureU8, dark_on_light: bool | None = None) -> Drawing:
    """A drawing of one picture. dark_on_light: None to let the picture's border decide."""
    ink, was_dark_on_light = ink_from_grey(grey_u8, dark_on_light)
    return Drawing(picture=OpenedPicture(grey_u8, ink, was_dark_on_light))


def _without(stroke: Stroke, x: float, y: float, radius: float) -> list[Stroke]:
    """The pieces that are left of a stroke, cut densely enough that the eraser never jumps over a long segment."""
    dense = _dense(stroke, radius / 4)
    is_kept = np.hypot(dense[:, 0] - x, dense[:, 1] - y) > radius
    if is_kept.all():
        return [stroke]
    edges = np.flatnonzero(np.diff(is_kept)) + 1
    return [piece for piece, kept in zip(np.split(dense, edges), np.split(is_kept, edges), strict=True) if kept[0]]


def _dense(stroke: Stroke, spacing: float) -> Stroke:
    """The stroke with points no further apart than `spacing`."""
    if len(stroke) < 2:
        return stroke
    lengths = np.hypot(*np.diff(stroke, axis=0).T)
    counts = np.maximum(1, np.ceil(lengths / spacing)).astype(int)
    parts = [np.linspace(a, b, n, endpoint=False) for a, b, n in zip(stroke, stroke[1:], counts, strict=False)]
    return np.concatenate([*parts, stroke[-1:]]).astype(np.float32)
