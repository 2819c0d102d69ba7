"""What a map of a loss surface shows: it keeps no model, it is told what to show."""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table
from lossviz.widgets.minus_signs import shown_number
from lossviz.widgets.plots.focus_frame import paint_focus_around
from lossviz.widgets.plots.paint_target import is_drawing, pixel_ratio, shows_focus
from lossviz.widgets.surfaces import marks
from lossviz.widgets.surfaces.map_contours import draw_thick_contour
from lossviz.widgets.surfaces.map_frame import MapFrame
from lossviz.widgets.surfaces.map_layers import MapLayers, MapSheet
from lossviz.widgets.surfaces.map_layout import map_layout
from lossviz.widgets.surfaces.palette import SurfacePalette
from lossviz.widgets.surfaces.picture import SurfacePicture
from lossviz.widgets.surfaces.surface_words import SurfaceWords, surface_table
from lossviz.widgets.theme import ThemeSource

SliceAxis = Literal["w", "b"]
USUAL_SIDE_PX = 320
LEAST_SIDE_PX = 160


class MapCanvas(QWidget):
    """The loss over w (to the right) and b (upwards) as colours, with contours, paths and marks on it."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._picture: SurfacePicture | None = None
        self._layers = MapLayers()
        self._words = SurfaceWords(self)
        self._mouse: QPointF | None = None
        self._hover_text = ""
        self._slice: SliceAxis | None = None
        self._known_sheet: MapSheet | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing is painted under the map in vain
        theme.theme_changed.connect(self._forget)

    def show_picture(self, picture: SurfacePicture) -> None:
        """Show this instead of what was there before."""
        self._picture = picture
        self._layers.show(picture)
        self.update()

    def set_hover_text(self, text: str) -> None:
        """What stands beside the mouse; "" for nothing."""
        if text != self._hover_text:
            self._hover_text = text
            self.update()

    def set_slice(self, axis: SliceAxis | None) -> None:
        """Draw the line through the marker along which only w, or only b, changes."""
        self._slice = axis
        self.update()

    @property
    def frame(self) -> MapFrame | None:
        """Where (w, b) lies in pixels; None before there is a picture."""
        if self._picture is None:
            return None
        return MapFrame(self._sheet().layout.area, self._picture.range)

    def summary(self) -> str:
        """Marker and least loss in words."""
        is_fixed = self._picture is not None and self._picture.is_marker_fixed
        return self._words.summary(self._picture, "" if is_fixed else self.tr("Arrow keys move the marker."))

    def table(self) -> Table:
        """The loss at every place of the grid."""
        return Table(("w", "b", "loss")) if self._picture is None else surface_table(self._picture)

    def sizeHint(self) -> QSize:
        """Room for ticks and contours."""
        return QSize(USUAL_SIDE_PX, USUAL_SIDE_PX)

    def minimumSizeHint(self) -> QSize:
        """The least on which a valley can be told from its walls."""
        return QSize(LEAST_SIDE_PX, LEAST_SIDE_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw all layers anew."""
        self._forget()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw everything, from the ground up."""
        picture, frame = self._picture, self.frame
        with QPainter(self) as painter:
            if picture is None or frame is None:
                painter.fillRect(self.rect(), self._ground())
                return
            sheet, layers = self._sheet(), self._layers
            if is_drawing(painter) or pixel_ratio(painter) != sheet.ratio:
                sheet, layers = replace(sheet, ratio=pixel_ratio(painter)), MapLayers()
                layers.show(picture)
            layers.paint(painter, sheet)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(frame.area)
            self._paint_thick_contour(painter, sheet.palette)
            self._paint_marks(painter, picture, frame, sheet.palette)
            painter.setClipping(False)
            self._paint_surroundings(painter, picture, sheet)

    def _ground(self) -> QColor:
        """The window's background."""
        return self.palette().color(self.backgroundRole())

    def _paint_thick_contour(self, painter: QPainter, palette: SurfacePalette) -> None:
        number = self._contour_under_mouse()
        contours = self._layers.contours
        if number is not None and contours is not None:
            draw_thick_contour(painter, contours, number, self._layers.scale, palette)

    def _paint_marks(
        self, painter: QPainter, picture: SurfacePicture, frame: MapFrame, palette: SurfacePalette
    ) -> None:
        self._paint_slice(painter, frame.pixel_of(picture.marker), frame, palette)
        for path in picture.paths:
            marks.draw_path(painter, frame.pixels_of(path.points), palette, path)
        for path in picture.paths:
            if path.has_end_mark:
                marks.draw_end(painter, frame.pixel_of(tuple(path.points[-1].tolist())), palette, path.colour)
        if picture.best is not None and frame.holds(picture.best):
            marks.draw_best(painter, frame.pixel_of(picture.best), palette)
        centre = frame.pixel_of(picture.marker)
        if not frame.holds(picture.marker):
            edge = frame.pixel_of(frame.nearest_inside(picture.marker))
            marks.draw_outside_marker(painter, edge, centre - edge, palette)
            return
        if picture.arrow is not None:
            tip = (picture.marker[0] + picture.arrow[0], picture.marker[1] + picture.arrow[1])
            marks.draw_arrow(painter, centre, frame.pixel_of(tip), palette)
        marks.draw_marker(painter, centre, palette)

    def _paint_slice(self, painter: QPainter, at: QPointF, frame: MapFrame, palette: SurfacePalette) -> None:
        if self._slice is None:
            return
        area = frame.area
        ends = (QPointF(area.left(), at.y()), QPointF(area.right(), at.y()))
        if self._slice == "b":
            ends = (QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()))
        painter.setPen(palette.line_pen(palette.casing(), 1.0))
        painter.drawLine(*ends)
        painter.setPen(palette.line_pen(palette.marker_colour(), -0.5, is_dashed=True))
        painter.drawLine(*ends)

    def _paint_surroundings(self, painter: QPainter, picture: SurfacePicture, sheet: MapSheet) -> None:
        palette, layout = sheet.palette, sheet.layout
        title_font = palette.title_font()
        painter.setFont(title_font)
        painter.setPen(palette.colour("text"))
        metrics, place = QFontMetrics(title_font), QRectF(layout.title)
        place.setLeft(max(min(place.left(), place.right() - metrics.horizontalAdvance(picture.title) - 1), 0.0))
        painter.drawText(place, metrics.elidedText(picture.title, Qt.TextElideMode.ElideRight, int(place.width())))
        if shows_focus(self):
            paint_focus_around(painter, layout.area, palette.theme)
        if self._mouse is not None:
            marks.draw_read_out(painter, self._read_out(), self._mouse, layout.area, palette)

    def _read_out(self) -> str:
        number, contours = self._contour_under_mouse(), self._layers.contours
        if number is None or contours is None:
            return self._hover_text
        contour = self.tr("contour {loss}").format(loss=shown_number(float(contours.levels[number])))
        return f"{self._hover_text}\n{contour}".strip()

    def _contour_under_mouse(self) -> int | None:
        contours = self._layers.contours
        return None if self._mouse is None or contours is None else contours.level_at(self._mouse)

    def _sheet(self) -> MapSheet:
        """Made anew only when what it depends on has changed: it is asked for several times in each move."""
        palette = SurfacePalette(self._theme.theme, self.font())
        depends_on = self.size(), self.devicePixelRatioF(), palette, self._ground()
        known = self._known_sheet
        if known is None or (known.size, known.ratio, known.palette, known.ground) != depends_on:
            size, ratio, palette, ground = depends_on
            known = MapSheet(size, ratio, map_layout(QSizeF(size), palette), palette, ground)
            self._known_sheet = known
        return known

    def _forget(self) -> None:
        self._layers.forget()
        self.update()
