"""The map of a loss surface that can be dragged, zoomed and read with mouse and keys."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from lossviz.core.fit.grid_range import GridRange
from lossviz.widgets.drag_watch import watch_drags
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.surfaces.map_canvas import MapCanvas
from lossviz.widgets.surfaces.map_frame import MapFrame, zoomed
from lossviz.widgets.surfaces.marker_keys import key_move, key_zoom
from lossviz.widgets.surfaces.marks import marker_radius_px
from lossviz.widgets.surfaces.palette import SurfacePalette
from lossviz.widgets.surfaces.picture import Place, SurfacePicture
from lossviz.widgets.theme import ThemeSource

ZOOM_PER_NOTCH = 1.2
NOTCH = 120


class SurfaceMap(MapCanvas):
    """A left press or drag brings the marker there, a right drag pans, the wheel zooms about the mouse.

    A double click or Home asks for the range that shows everything. Arrow keys move the marker by a hundredth of the
    range, with Shift by a tenth; + and - zoom about it. The map itself moves nothing: it asks, and waits for a picture.
    """

    marker_moved = Signal(float, float)  # w, b
    hovered = Signal(object)  # (w, b) under the mouse, None when there is none
    range_changed = Signal(object)  # the GridRange that is asked for
    fit_asked = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self._grip: QPointF | None = None
        self._pan_from: tuple[QPointF, MapFrame] | None = None
        self._asked_range: GridRange | None = None
        self._before_press: Place = (0.0, 0.0)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Map of the loss over w and b"))
        offer_export(self, self)
        watch_drags(self)

    def show_picture(self, picture: SurfacePicture) -> None:
        """Show this instead of what was there before."""
        self._asked_range = None
        super().show_picture(picture)

    def fit_view(self) -> None:
        """Ask for the range that shows everything."""
        self.fit_asked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the marker, or begin to pan."""
        frame = self.frame
        if frame is None or not frame.area.contains(event.position()):
            return
        if event.button() is Qt.MouseButton.LeftButton:
            self._take_marker(event.position(), frame)
        elif event.button() in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            self._pan_from = (event.position(), frame)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the marker or the range, and read what is under the mouse."""
        frame = self.frame
        if frame is None:
            return
        if self._grip is not None:
            self._move_marker(frame.place_at(event.position() - self._grip), frame)
        elif self._pan_from is not None:
            self._pan_to(event.position(), *self._pan_from)
        is_read = self._grip is None and frame.area.contains(event.position())
        self._point_at(event.position() if is_read else None, frame)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = None
        else:
            self._pan_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Bring the marker back to where it was before the first of the two clicks, and show everything."""
        if event.button() is not Qt.MouseButton.LeftButton or self._picture is None:
            return
        if self._picture.marker != self._before_press:
            self.marker_moved.emit(*self._before_press)
        self.fit_asked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the mouse."""
        if self._picture is None:
            return
        area = self._sheet().layout.area
        place = MapFrame(area, self._wanted_range()).place_at(event.position())
        self._zoom(place, ZOOM_PER_NOTCH ** (-event.angleDelta().y() / NOTCH))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the marker, zoom, or show everything."""
        frame, picture = self.frame, self._picture
        move, factor = key_move(event), key_zoom(event, ZOOM_PER_NOTCH)
        if frame is None or picture is None:
            super().keyPressEvent(event)
        elif move is not None:
            w_span, b_span = frame.range.w_high - frame.range.w_low, frame.range.b_high - frame.range.b_low
            w, b = picture.marker
            self._move_marker((w + move[0] * w_span, b + move[1] * b_span), frame)
        elif factor is not None:
            self._zoom(frame.nearest_inside(picture.marker), factor)
        elif event.key() == Qt.Key.Key_Home:
            self.fit_view()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Read nothing any more."""
        self._point_at(None, None)
        super().leaveEvent(event)

    def _take_marker(self, pixel: QPointF, frame: MapFrame) -> None:
        if self._picture is None:
            return
        self._before_press = self._picture.marker
        offset = pixel - frame.pixel_of(self._picture.marker)
        reach = 2 * marker_radius_px(SurfacePalette(self._theme.theme, self.font()))
        is_on_marker = offset.manhattanLength() <= reach
        self._grip = offset if is_on_marker else QPointF()
        if not is_on_marker:
            self._move_marker(frame.place_at(pixel), frame)

    def _move_marker(self, place: Place, frame: MapFrame) -> None:
        self.marker_moved.emit(*frame.nearest_inside(place))

    def _pan_to(self, pixel: QPointF, start: QPointF, frame: MapFrame) -> None:
        moved = pixel - start
        self._ask_for(frame.range.shifted(-moved.x() * frame.w_per_px, moved.y() * frame.b_per_px))

    def _zoom(self, about: Place, factor: float) -> None:
        wanted = self._wanted_range()
        changed = zoomed(wanted, about, factor)
        if changed != wanted:
            self._ask_for(changed)

    def _wanted_range(self) -> GridRange:
        """What was asked for last: several turns of the wheel may come before the next picture."""
        if self._asked_range is not None or self._picture is None:
            return self._asked_range or GridRange(0.0, 1.0, 0.0, 1.0)
        return self._picture.range

    def _ask_for(self, wanted: GridRange) -> None:
        self._asked_range = wanted
        self.range_changed.emit(wanted)

    def _point_at(self, pixel: QPointF | None, frame: MapFrame | None) -> None:
        self._mouse = pixel
        if pixel is None:
            self.set_hover_text("")
        self.hovered.emit(None if pixel is None or frame is None else frame.place_at(pixel))
        self.update()
