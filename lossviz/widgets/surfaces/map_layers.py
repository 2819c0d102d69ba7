"""The parts of a map that stay from one paint to the next: axes, heat map, contours, stripes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, reduce

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from lossviz.widgets.plots.paint_target import is_drawing, pixel_ratio
from lossviz.widgets.surfaces.colour_bar import draw_colour_bar
from lossviz.widgets.surfaces.colour_image import argb_image
from lossviz.widgets.surfaces.colouring import ColourScale, colour_scale
from lossviz.widgets.surfaces.hatching import hatched_image
from lossviz.widgets.surfaces.map_axes import draw_axes, draw_border
from lossviz.widgets.surfaces.map_contours import MapContours, draw_contours, map_contours
from lossviz.widgets.surfaces.map_frame import MapFrame
from lossviz.widgets.surfaces.map_layout import MapLayout
from lossviz.widgets.surfaces.palette import SurfacePalette
from lossviz.widgets.surfaces.picture import SurfacePicture, drawable, have_same_surface

_LINES, _LETTERS = QPainter.RenderHint.Antialiasing, QPainter.RenderHint.TextAntialiasing
# Qt divides an image of 96 rows or more among threads, and then waits for them: on a busy machine for milliseconds.
_MOST_ROWS = 95
_AIR_PX = 2  # beside a thin line along the map's edge, which is drawn on both sides of it


@dataclass(frozen=True)
class MapSheet:
    """What the layers are drawn on. size in pixels of the widget, ratio of the screen's to them.

    ground: what is around the map.
    """

    size: QSize
    ratio: float
    layout: MapLayout
    palette: SurfacePalette
    ground: QColor

    def inside(self) -> tuple[QRect, ...]:
        """The map itself, edges included."""
        return (self._area(self._edge_px),)

    def around(self) -> tuple[QRect, ...]:
        """All but the map: above, left, right, below."""
        hole, width, height = self._area(0), self.size.width(), self.size.height()
        right, below = hole.left() + hole.width(), hole.top() + hole.height()
        return (
            QRect(0, 0, width, hole.top()),
            QRect(0, hole.top(), hole.left(), hole.height()),
            QRect(right, hole.top(), width - right, hole.height()),
            QRect(0, below, width, height - below),
        )

    def right_of_map(self) -> tuple[QRect, ...]:
        """Where the colour bar and its numbers stand."""
        left = int(self.layout.bar.left()) - self._edge_px
        return (QRect(left, 0, max(self.size.width() - left, 1), self.size.height()),)

    @property
    def _edge_px(self) -> int:
        return self.palette.theme.sizes.line_thin_px + _AIR_PX

    def _area(self, more_px: int) -> QRect:
        return self.layout.area.toAlignedRect().adjusted(-more_px, -more_px, more_px, more_px)


class MapLayers:
    """Draws each layer when it has changed. A drag changes the heat map only, and that costs 0.3 ms to make."""

    def __init__(self) -> None:
        self._picture: SurfacePicture | None = None
        self._heat = QImage()
        self._scale = ColourScale(0.0, 1.0, None)
        self._contours: MapContours | None = None
        self._contour_sheet: QPixmap | None = None
        self._stripes: QImage | None = None
        self._veil: QImage | None = None
        self._axes: QPixmap | None = None
        self._axes_of: object = None
        self._bar: QPixmap | None = None
        self._bar_of: ColourScale | None = None

    @property
    def scale(self) -> ColourScale:
        """Which loss has which colour."""
        return self._scale

    @property
    def contours(self) -> MapContours | None:
        """None while the surface is changed by a drag, and before the first paint after it."""
        return self._contours

    def show(self, picture: SurfacePicture) -> None:
        """Draw this picture from now on."""
        before, self._picture = self._picture, picture
        if before is None or before.overlay is not picture.overlay:
            self._stripes = None
        if before is None or before.missing is not picture.missing:
            self._veil = None
        is_same = before is not None and have_same_surface(before, picture)
        if not is_same:
            self._scale = colour_scale(picture.values, picture.is_quantile)
            self._heat = argb_image(self._scale.argb(drawable(picture.values)[::-1]))
            self._contours = self._contour_sheet = None

    def forget(self) -> None:
        """Draw every layer anew: the size or the theme has changed."""
        self._contours = self._contour_sheet = self._stripes = self._veil = self._axes = self._bar = None

    def paint(self, painter: QPainter, sheet: MapSheet) -> None:
        """From the ground up."""
        picture = self._picture
        if picture is None:
            return
        frame = MapFrame(sheet.layout.area, picture.range)
        self._paint_heat(painter, sheet.layout.area)
        self._paint_contours(painter, sheet, picture, frame)
        self._paint_stripes(painter, sheet, picture)
        self._paint_veil(painter, sheet, picture)
        self._paint_axes(painter, sheet, frame, picture.axis_names)
        self._paint_bar(painter, sheet)

    def _paint_heat(self, painter: QPainter, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if is_drawing(painter):
            painter.drawImage(area, self._heat, _centres(self._heat))
            return
        whole = area.toAlignedRect()
        rows = max(int(_MOST_ROWS / pixel_ratio(painter)), 1)
        for top in range(whole.top(), whole.bottom() + 1, rows):
            painter.setClipRect(QRect(whole.left(), top, whole.width(), rows))
            painter.drawImage(area, self._heat, _centres(self._heat))
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)

    def _paint_contours(self, painter: QPainter, sheet: MapSheet, picture: SurfacePicture, frame: MapFrame) -> None:
        if picture.is_moving and self._contour_sheet is None:
            return
        contours = self._contours
        if contours is None or (self._contour_sheet is None and not is_drawing(painter)):
            contours = self._contours = map_contours(picture, frame)
        paint = partial(draw_contours, contours=contours, scale=self._scale, palette=sheet.palette)
        self._contour_sheet = _draw_layer(painter, self._contour_sheet, sheet, sheet.inside(), _LINES, paint)

    def _paint_stripes(self, painter: QPainter, sheet: MapSheet, picture: SurfacePicture) -> None:
        if picture.overlay is None:
            return
        if self._stripes is None:
            area, colours = sheet.layout.area, sheet.palette.stripe_colours()
            self._stripes = hatched_image(picture.overlay, round(area.width()), round(area.height()), *colours)
        painter.drawImage(sheet.layout.area.topLeft(), self._stripes)

    def _paint_veil(self, painter: QPainter, sheet: MapSheet, picture: SurfacePicture) -> None:
        if picture.missing is None:
            return
        if self._veil is None:
            area, colours = sheet.layout.area, sheet.palette.veil_colours()
            self._veil = hatched_image(picture.missing, round(area.width()), round(area.height()), *colours)
        painter.drawImage(sheet.layout.area.topLeft(), self._veil)

    def _paint_bar(self, painter: QPainter, sheet: MapSheet) -> None:
        """Kept once it is painted a second time: in a drag each frame has another, and keeping it would cost a copy."""
        paint = partial(draw_colour_bar, bar=sheet.layout.bar, scale=self._scale, palette=sheet.palette)
        if self._bar_of is self._scale:
            self._bar = _draw_layer(painter, self._bar, sheet, sheet.right_of_map(), _LETTERS, paint)
        else:
            self._bar, self._bar_of = None, self._scale
            paint(painter)

    def _paint_axes(self, painter: QPainter, sheet: MapSheet, frame: MapFrame, names: tuple[str, str]) -> None:
        """On the ground around the map: an opaque layer is copied faster than one that is see-through."""
        known = self._axes if self._axes_of == (frame, names, sheet.ground) else None
        paint = partial(draw_axes, frame=frame, palette=sheet.palette, names=names)
        self._axes = _draw_layer(painter, known, sheet, sheet.around(), _LETTERS, paint, sheet.ground)
        self._axes_of = (frame, names, sheet.ground)
        draw_border(painter, frame.area, sheet.palette)


def _centres(image: QImage) -> QRectF:
    """From the middle of the first pixel to the middle of the last: grid points lie on the edges of the map."""
    return QRectF(0.5, 0.5, max(image.width() - 1, 1), max(image.height() - 1, 1))


def _draw_layer(
    painter: QPainter,
    known: QPixmap | None,
    sheet: MapSheet,
    where: tuple[QRect, ...],
    hint: QPainter.RenderHint,
    paint: Callable[[QPainter], None],
    ground: QColor | Qt.GlobalColor = Qt.GlobalColor.transparent,
) -> QPixmap | None:
    """Draw `known`, or what `paint` paints in its place; returns what is known now. A drawing gets lines, no pixmap.

    where: outside of it the layer is empty. A layer as large as the sheet takes 0.2 ms more to draw than its edges.
    """
    if is_drawing(painter):
        painter.save()
        painter.setRenderHint(hint)
        paint(painter)
        painter.restore()
        return known
    whole = reduce(QRect.united, where)
    corner = whole.topLeft()
    if known is None:
        known = _blank(whole.size(), sheet.ratio, ground)
        with QPainter(known) as inner:
            inner.translate(-corner)
            inner.setRenderHint(hint)
            paint(inner)
    for part in where:
        source = QRectF(QPointF(part.topLeft() - corner) * sheet.ratio, part.size().toSizeF() * sheet.ratio)
        painter.drawPixmap(QRectF(part), known, source)
    return known


def _blank(size: QSize, ratio: float, ground: QColor | Qt.GlobalColor) -> QPixmap:
    pixmap = QPixmap((size.toSizeF() * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(ground)
    return pixmap
