"""What both 3-D views share: signals, camera, mouse and keys, and the marks over the surface."""

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from lossviz.core.tables import Table
from lossviz.widgets.drag_watch import DragBegun, DragTakenBack, watch_drags
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.surfaces import marks
from lossviz.widgets.surfaces.axes_box import AxesBox, axes_box
from lossviz.widgets.surfaces.camera import Camera, View, view_of
from lossviz.widgets.surfaces.map_frame import MapFrame
from lossviz.widgets.surfaces.marker_keys import key_move, key_turn, key_zoom
from lossviz.widgets.surfaces.palette import SurfacePalette
from lossviz.widgets.surfaces.picture import Place, SurfacePicture, have_same_surface
from lossviz.widgets.surfaces.surface_words import SurfaceWords, surface_table
from lossviz.widgets.surfaces.terrain import Terrain, terrain_of
from lossviz.widgets.surfaces.terrain_marks import draw_box_labels, draw_terrain_marks
from lossviz.widgets.theme import ThemeSource

DEGREES_PER_PX = 0.4
DEGREES_PER_KEY = 5.0
ZOOM_PER_NOTCH = 1.15
NOTCH = 120


class SurfaceView(QWidget):
    """A loss surface in three dimensions. A subclass draws the surface itself.

    A left drag turns it, a left drag that begins on the marker moves the marker, a click brings the marker there, the
    wheel zooms. Arrow keys move the marker as in the map, with Ctrl they turn; + and - zoom, Home looks as at first.
    """

    marker_moved = Signal(float, float)  # w, b
    hovered = Signal(object)  # (w, b) of the surface under the mouse, None when there is none
    camera_changed = Signal(object)  # the new Camera, after a gesture of the user

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._camera = self._camera_before = Camera()
        self._terrain: Terrain | None = None
        self._hover_text = ""
        self._mouse: QPointF | None = None
        self._turned_from: QPointF | None = None
        self._pressed_at: QPointF | None = None
        self._grip: QPointF | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("3-D view of the loss over w and b"))
        self._words = SurfaceWords(self)
        offer_export(self, self)
        watch_drags(self)
        theme.theme_changed.connect(self._look_changed)

    def show_picture(self, picture: SurfacePicture) -> None:
        """Show this instead of what was there before."""
        before = self._terrain
        if before is not None and have_same_surface(before.picture, picture):
            self._terrain = Terrain(picture, before.scale, before.heights, before.shades)
            self._marks_changed()
        else:
            self._terrain = terrain_of(picture)
            self._surface_changed()

    def summary(self) -> str:
        """Marker and least loss in words."""
        picture = None if self._terrain is None else self._terrain.picture
        keys = self.tr("Arrow keys move the marker, with Ctrl they turn the view.")
        if picture is not None and picture.is_marker_fixed:
            keys = self.tr("Arrow keys with Ctrl turn the view.")
        return self._words.summary(picture, keys)

    def table(self) -> Table:
        """The loss at every place of the grid."""
        return Table(("w", "b", "loss")) if self._terrain is None else surface_table(self._terrain.picture)

    @property
    def camera(self) -> Camera:
        """From where the surface is looked at."""
        return self._camera

    def set_camera(self, camera: Camera) -> None:
        """Look from there; nothing is emitted, so that two views can follow each other."""
        if camera != self._camera:
            self._camera = camera
            self._look_changed()

    def fit_view(self) -> None:
        """Look as at first, from where everything is seen."""
        self._use(Camera())

    def set_hover_text(self, text: str) -> None:
        """What stands beside the mouse; "" for nothing."""
        if text != self._hover_text:
            self._hover_text = text
            self._marks_changed()

    def view(self) -> View:
        """The camera and the size in pixels."""
        return view_of(self._camera, QSizeF(self.size()))

    def pixel_of(self, place: Place) -> QPointF | None:
        """Where the surface at (w, b) lies, also if something stands before it; None outside the range."""
        if self._terrain is None:
            return None
        point = self._terrain.point_of(place)
        return None if point[0] != point[0] else self.view().pixel_of(point)

    def place_at(self, pixel: QPointF) -> Place | None:
        """The (w, b) of the surface that is seen at a pixel; None beside the surface."""
        if self._terrain is None:
            return None
        view = self.view()
        return self._terrain.place_seen(view, *view.across_and_up(pixel))

    def sizeHint(self) -> QSize:
        """Room for the box and its labels."""
        return QSize(400, 320)

    def minimumSizeHint(self) -> QSize:
        """The least on which a shape can be seen."""
        return QSize(180, 160)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the marker, or begin to turn."""
        if event.button() is not Qt.MouseButton.LeftButton or self._terrain is None:
            return
        at = self.pixel_of(self._terrain.picture.marker)
        reach = 2 * marks.marker_radius_px(self._palette())
        if at is not None and (event.position() - at).manhattanLength() <= reach:
            self._grip = event.position() - at
        else:
            self._pressed_at = self._turned_from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the marker, turn, or read what is under the mouse."""
        pixel = event.position()
        if self._grip is not None:
            self._move_marker(self.place_at(pixel - self._grip))
        elif self._turned_from is not None:
            self._turn(pixel, self._turned_from)
        self._point_at(None if self._turned_from is not None else pixel)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; without a drag it was a click."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._pressed_at is not None:
            self._move_marker(self.place_at(event.position()))
        self._grip = self._pressed_at = self._turned_from = None

    def customEvent(self, event: QEvent) -> None:
        """A drag that is taken back has not turned the view."""
        if isinstance(event, DragBegun):
            self._camera_before = self._camera
        elif isinstance(event, DragTakenBack):
            self._use(self._camera_before)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom."""
        self._use(self._camera.moved_away(ZOOM_PER_NOTCH ** (-event.angleDelta().y() / NOTCH)))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the marker, turn, zoom, or look as at first."""
        turn, move, factor = key_turn(event), key_move(event), key_zoom(event, ZOOM_PER_NOTCH)
        if turn is not None:
            self._use(self._camera.turned(-turn[0] * DEGREES_PER_KEY, turn[1] * DEGREES_PER_KEY))
        elif move is not None and self._terrain is not None:
            self._step_marker(self._terrain.picture, move)
        elif factor is not None:
            self._use(self._camera.moved_away(factor))
        elif event.key() == Qt.Key.Key_Home:
            self.fit_view()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Read nothing any more."""
        self._point_at(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the focus ring."""
        self._marks_changed()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        self._marks_changed()
        super().focusOutEvent(event)

    def _surface_changed(self) -> None:
        """There is another surface to draw, and other marks on it."""
        raise NotImplementedError

    def _marks_changed(self) -> None:
        """The surface is the same, the marks or the focus ring are not."""
        raise NotImplementedError

    def _look_changed(self) -> None:
        """Camera or theme are not what they were."""
        raise NotImplementedError

    def _box(self) -> AxesBox | None:
        if self._terrain is None:
            return None
        return axes_box(self._terrain.picture, self._terrain.scale, self.view())

    def _palette(self) -> SurfacePalette:
        return SurfacePalette(self._theme.theme, self.font())

    def _paint_over(self, painter: QPainter, box: AxesBox) -> None:
        """Labels, marks, title, read-out and focus ring."""
        if self._terrain is None:
            return
        view, palette = self.view(), self._palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box_labels(painter, box, view, palette, self.tr("loss"))
        draw_terrain_marks(painter, self._terrain, view, palette)
        painter.setFont(palette.title_font())
        painter.setPen(palette.colour("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignTop, self._terrain.picture.title)
        if self._mouse is not None:
            marks.draw_read_out(painter, self._hover_text, self._mouse, self.rect().toRectF(), palette)
        paint_focus(painter, self, palette.theme)

    def _turn(self, pixel: QPointF, before: QPointF) -> None:
        if self._pressed_at is not None:
            if (pixel - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
                return
            self._pressed_at = None
        moved = pixel - before
        self._turned_from = pixel
        self._use(self._camera.turned(-moved.x() * DEGREES_PER_PX, moved.y() * DEGREES_PER_PX))

    def _use(self, camera: Camera) -> None:
        if camera != self._camera:
            self.set_camera(camera)
            self.camera_changed.emit(camera)

    def _step_marker(self, picture: SurfacePicture, move: tuple[float, float]) -> None:
        low_high, (w, b) = picture.range, picture.marker
        stepped = (
            w + move[0] * (low_high.w_high - low_high.w_low),
            b + move[1] * (low_high.b_high - low_high.b_low),
        )
        self._move_marker(MapFrame(self.rect().toRectF(), low_high).nearest_inside(stepped))

    def _move_marker(self, place: Place | None) -> None:
        if place is not None:
            self.marker_moved.emit(*place)

    def _point_at(self, pixel: QPointF | None) -> None:
        self._mouse = pixel
        place = None if pixel is None else self.place_at(pixel)
        if place is None:
            self.set_hover_text("")
        self.hovered.emit(place)
        if self._hover_text:
            self._marks_changed()
