"""The 3-D view that needs no graphics card."""

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent

from lossviz.widgets.plots.paint_target import is_drawing, pixel_ratio
from lossviz.widgets.surfaces.axes_box import AxesBox
from lossviz.widgets.surfaces.camera import View
from lossviz.widgets.surfaces.colour_image import argb_image
from lossviz.widgets.surfaces.palette import SurfacePalette
from lossviz.widgets.surfaces.terrain_raster import SightLines, draw_terrain, sight_lines
from lossviz.widgets.surfaces.view_base import SurfaceView
from lossviz.widgets.theme import ThemeSource

_MOST_OF_A_DRAWING = 2.0  # pixels of its image for one of the window


class SoftwareSurfaceView(SurfaceView):
    """A loss surface in three dimensions, drawn by the processor."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self._lines: SightLines | None = None
        self._lines_of: View | None = None
        self._image: QImage | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the surface anew."""
        self._look_changed()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the surface before it and the marks on that."""
        box = self._box()
        if box is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _draw_box(painter, box, self.view(), self._palette())
            self._draw_surface(painter)
            self._paint_over(painter, box)

    def _draw_surface(self, painter: QPainter) -> None:
        ratio = _MOST_OF_A_DRAWING if is_drawing(painter) else pixel_ratio(painter)
        view = self._device_view(ratio)
        if self._lines_of != view:
            self._lines, self._lines_of, self._image = sight_lines(view), view, None
        if self._lines is None or self._terrain is None:
            return
        if self._image is None:
            self._image = argb_image(
                draw_terrain(self._terrain, self._lines, self._palette().wall_colours()), is_see_through=True
            )
            self._image.setDevicePixelRatio(ratio)
        painter.drawImage(QPointF(self._lines.left, self._lines.top) / ratio, self._image)

    def _device_view(self, ratio: float) -> View:
        """In pixels of what is painted on, which may be finer than the widget's."""
        view = self.view()
        return View(view.camera, view.width_px * ratio, view.height_px * ratio)

    def _surface_changed(self) -> None:
        self._image = None
        self.update()

    def _marks_changed(self) -> None:
        self.update()

    def _look_changed(self) -> None:
        self._image = None
        self.update()


def _draw_box(painter: QPainter, box: AxesBox, view: View, palette: SurfacePalette) -> None:
    painter.setPen(palette.thin_pen("border"))
    ends = view.pixels_of(box.lines.reshape(-1, 3)).reshape(-1, 4)
    painter.drawLines([QLineF(*line) for line in ends.tolist()])
