"""The theme's colours, pens and fonts for the parts of a surface picture."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen

from lossviz.widgets.curves.colours import relative_luminance
from lossviz.widgets.surfaces.colouring import colour_table
from lossviz.widgets.theme import Theme

LINE_DASHES = (4.0, 2.5)
# In widths of the line: one for each path colour, so that paths that race are told apart without it.
PATH_DASHES = (LINE_DASHES, (1.5, 1.5), (8.0, 2.5), (5.0, 2.0, 1.5, 2.0), (1.5, 3.0))
CONTOUR_SHARE = 0.62
STRIPE_SHARE = 0.65
VEIL_SHARE = 0.5
WALL_DARKER = 118
# Between this luminance and white or black the contrast is the same.
MIDDLE_LUMINANCE = 0.18


@dataclass(frozen=True)
class SurfacePalette:
    """Made for one theme and the widget's font."""

    theme: Theme
    font: QFont

    def small_font(self) -> QFont:
        """For ticks and read-outs."""
        return self._small_font

    def title_font(self) -> QFont:
        """For the name above the picture."""
        return self._title_font

    def name_font(self) -> QFont:
        """For w and b, which are set in italics as in a formula."""
        font = QFont(self.small_font())
        font.setPixelSize(self.theme.sizes.font_px)
        font.setItalic(True)
        return font

    def colour(self, token: Literal["window", "surface", "text", "text_muted", "border", "grid", "accent"]) -> QColor:
        """A colour of the theme."""
        return QColor(getattr(self.theme.colours, token))

    def marker_colour(self) -> QColor:
        """Of the ring that stands for the model on the screen."""
        return QColor(self.theme.colours.marker)

    def path_colour(self, number: int) -> QColor:
        """Of a path, 0..3, or NOT_A_PATH."""
        colours = self.theme.colours
        return QColor((colours.path_1, colours.path_2, colours.path_3, colours.path_4, colours.text_muted)[number])

    def casing(self) -> QColor:
        """What surrounds a line or mark so that it is seen on any colour of the surface."""
        return QColor(self.theme.colours.surface)

    def thin_pen(self, token: Literal["text", "text_muted", "border", "grid", "accent"]) -> QPen:
        """For frames and grids."""
        return QPen(self.colour(token), self.theme.sizes.line_thin_px)

    def path_pen(self, number: int, extra_px: float = 0.0, *, is_dashed: bool) -> QPen:
        """For a path, 0..3, or NOT_A_PATH; dashed ones each have dashes of their own."""
        pen = self.line_pen(self.path_colour(number), extra_px)
        if is_dashed:
            pen.setDashPattern(PATH_DASHES[number])
        return pen

    def line_pen(self, colour: QColor, extra_px: float = 0.0, *, is_dashed: bool = False) -> QPen:
        """For paths and contours: the theme's line width and `extra_px` more."""
        width_px = self.theme.sizes.line_px + extra_px
        pen = QPen(colour, width_px)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if is_dashed:
            pen.setDashPattern([dash * self.theme.sizes.line_px / width_px for dash in LINE_DASHES])
        return pen

    def contour_colour(self, index: int, share: float = CONTOUR_SHARE) -> QColor:
        """Light on the dark half of the colour table and dark on the light one; partly see-through."""
        ground = QColor.fromRgb(int(colour_table()[index]))
        light, dark = self._light_and_dark()
        colour = light if relative_luminance(ground) < MIDDLE_LUMINANCE else dark
        colour.setAlphaF(share)
        return colour

    def _light_and_dark(self) -> tuple[QColor, QColor]:
        text, window = self.colour("text"), self.colour("window")
        return (text, window) if self.theme.is_dark else (window, text)

    def stripe_colours(self) -> tuple[QColor, QColor]:
        """Of the stripes where a loss is not convex, and of the line beside each."""
        colour, casing = QColor(self.theme.colours.warning_edge), self.casing()
        colour.setAlphaF(STRIPE_SHARE)
        casing.setAlphaF(STRIPE_SHARE / 2)
        return colour, casing

    def veil_colours(self) -> tuple[QColor, QColor]:
        """Of the stripes where the loss is not known yet, and of the line beside each."""
        colour, casing = QColor(self.theme.colours.window), QColor(self.theme.colours.text)
        colour.setAlphaF(VEIL_SHARE)
        casing.setAlphaF(VEIL_SHARE / 2)
        return colour, casing

    def wall_colours(self) -> tuple[QColor, QColor]:
        """Of the walls below a landscape's nearest edges, one on each side."""
        wall = QColor(self.theme.colours.ghost)
        return wall, wall.darker(WALL_DARKER)

    @cached_property
    def _small_font(self) -> QFont:
        """Kept, as each paint needs it: Qt looks for the type of a font that was made anew."""
        font = QFont(self.font)
        font.setPixelSize(self.theme.sizes.font_small_px)
        font.setFeature(QFont.Tag("tnum"), 1)  # figures of equal width
        return font

    @cached_property
    def _title_font(self) -> QFont:
        font = QFont(self._small_font)
        font.setPixelSize(self.theme.sizes.font_px)
        font.setBold(True)
        return font
