"""The cases and the models that are to tell their classes apart, on one plot that can be taken hold of."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.drag_watch import DragBegun, DragTakenBack, watch_drags
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.fit.case_keys import CaseKeys
from lossviz.widgets.fit.case_mouse import CaseMouse
from lossviz.widgets.fit.case_painting import CasePainting
from lossviz.widgets.fit.case_picture import CasePicture
from lossviz.widgets.fit.case_table import case_table
from lossviz.widgets.fit.case_targets import CaseScene, TargetKind
from lossviz.widgets.fit.case_view import CaseView
from lossviz.widgets.fit.case_words import CasePlotWords
from lossviz.widgets.fit.curve_handles import HandleName
from lossviz.widgets.fit.handle_keys import HandleKeys
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource

__all__ = ("CasePicture", "CasePlot")

_CURSORS: dict[TargetKind, Qt.CursorShape] = {
    "case": Qt.CursorShape.PointingHandCursor,
    "midpoint": Qt.CursorShape.SizeHorCursor,
    "steepness": Qt.CursorShape.SizeHorCursor,
    "threshold": Qt.CursorShape.SizeVerCursor,
}
_NOTCH = 120.0


class CasePlot(QWidget):
    """Shows a CasePicture; tells what the user does to it, and changes nothing but its own view.

    Mouse: drag a case, the curve by its two handles, the threshold, or the view; click selects, double click on an
    empty place adds; the wheel zooms the sizes.
    Keys: Left and Right select; with Shift they move the case, with Ctrl too in small steps; Up and Down change its
    class; Insert adds, Delete removes, Escape deselects, Home shows all. Curve and threshold: see HandleKeys.
    """

    case_drag_started = Signal(int)
    case_dragged = Signal(int, float, float)  # the case, its size, its class 0.0 or 1.0
    case_drag_ended = Signal()
    case_selected = Signal(object)  # int, or None for none
    case_hovered = Signal(object)  # int, or None for none
    case_added = Signal(float, float)  # size, class
    case_removed = Signal(int)
    threshold_dragged = Signal(float)  # 0 to 1
    sigmoid_drag_started = Signal()
    sigmoid_dragged = Signal(object)  # Parameters
    sigmoid_drag_ended = Signal()
    view_changed = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._picture: CasePicture | None = None
        self._view = CaseView()
        self._scene: CaseScene | None = None
        self._scene_size = QSize()
        self._words = CasePlotWords(self)
        self._painting = CasePainting(self._words)
        self._mouse = CaseMouse(self)
        self._keys = CaseKeys(self)
        self._handle_keys = HandleKeys(self)
        self._prepare()
        self._connect()

    def show_picture(self, picture: CasePicture) -> None:
        """Show this; the view follows new cases unless it was moved by hand or a case is being dragged."""
        before, self._picture = self._picture, picture
        self._view.follow(before, picture)
        self._refresh()

    def fit_view(self) -> None:
        """Show all cases, from now on too."""
        if self._picture is not None:
            self._view.fit(self._picture.cases.x)
            self._on_view_changed()

    @property
    def is_fitted(self) -> bool:
        """Whether the view follows the cases."""
        return self._view.is_fitted

    @property
    def view(self) -> AxisRange:
        """The sizes in view."""
        return self._view.sizes

    def case_position(self, index: int) -> QPointF:
        """Where a case stands in this widget. Raises: LookupError if nothing is shown yet."""
        return self._shown_scene().places.centre_px(index)

    def handle_position(self, name: HandleName) -> QPointF:
        """Where a handle of the curve stands in this widget. Raises: LookupError if nothing is shown yet."""
        scene = self._shown_scene()
        return next(scene.handle_px(handle) for handle in scene.handles if handle.name == name)

    def position(self, x: float, y: float) -> QPointF:
        """Where a point of the axes stands in this widget. Raises: LookupError if nothing is shown yet."""
        return self._shown_scene().frame.point_px(x, y)

    def summary(self) -> str:
        """The cases, the models and how they do, in words."""
        return self._words.summary(self._picture)

    def table(self) -> Table:
        """The cases, and what each model says of them."""
        return Table(("x", "y")) if self._picture is None else case_table(self._picture)

    def sizeHint(self) -> QSize:
        """As the course shows it."""
        return QSize(720, 420)

    def minimumSizeHint(self) -> QSize:
        """Small, but readable."""
        return QSize(280, round(200 * self._theme.theme.sizes.enlargement))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the plot."""
        theme = self._theme.theme
        scene = self._current_scene()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(small_font(self.font(), theme))
            if scene is None:
                painter.fillRect(self.rect(), QColor(theme.colours.surface))
                return
            self._painting.paint(painter, scene, self.size(), self._mouse.held, self._handle_keys.chosen)
            paint_focus(painter, self, theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is under the mouse."""
        scene = self._current_scene()
        if event.button() == Qt.MouseButton.LeftButton and scene is not None:
            self._mouse.press(scene, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it, or tell what is under the mouse."""
        scene = self._current_scene()
        if scene is None:
            return
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._mouse.move(scene, event.position())
        else:
            self._mouse.point(scene, event.position())
            self.setCursor(_CURSORS.get(scene.target_at(event.position()).kind, Qt.CursorShape.ArrowCursor))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        scene = self._current_scene()
        if event.button() == Qt.MouseButton.LeftButton and scene is not None:
            self._mouse.release(scene)
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Add a case where nothing is."""
        scene = self._current_scene()
        if event.button() == Qt.MouseButton.LeftButton and scene is not None:
            self._mouse.double_click(scene, event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom the sizes."""
        scene = self._current_scene()
        if scene is not None and event.angleDelta().y():
            self._mouse.turn_wheel(scene, event.position(), event.angleDelta().y() / _NOTCH)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse points at no case."""
        super().leaveEvent(event)
        scene = self._current_scene()
        if scene is not None:
            self._mouse.point(scene, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        scene = self._current_scene()
        if scene is None or not (self._handle_keys.press(scene, event) or self._keys.press(scene, event)):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """End the move that a held key has made."""
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self._keys.release()
            self._handle_keys.release()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key that is let go elsewhere is not heard of here."""
        super().focusOutEvent(event)
        self._keys.release()
        self._handle_keys.choose(None)

    def customEvent(self, event: QEvent) -> None:
        """A drag that is taken back has not moved the view."""
        if isinstance(event, DragBegun):
            self._view.remember()
        elif isinstance(event, DragTakenBack):
            self._view.go_back()
            self._on_view_changed()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._refresh()

    def _prepare(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Cases and models"))
        offer_export(self, self)
        watch_drags(self)
        self._theme.theme_changed.connect(self._refresh)
        self._theme.theme_changed.connect(self.updateGeometry)

    def _connect(self) -> None:
        mouse, keys, handle_keys = self._mouse, self._keys, self._handle_keys
        for source in (mouse, keys):
            source.case_drag_started.connect(self.case_drag_started)
            source.case_dragged.connect(self.case_dragged)
            source.case_drag_ended.connect(self.case_drag_ended)
            source.case_added.connect(self.case_added)
            source.case_selected.connect(self._on_selected)
        keys.case_removed.connect(self.case_removed)
        keys.fit_asked.connect(self.fit_view)
        mouse.case_hovered.connect(self._on_hovered)
        handle_keys.chosen_changed.connect(self.update)
        for holder in (mouse, handle_keys):
            holder.threshold_dragged.connect(self.threshold_dragged)
            holder.sigmoid_drag_started.connect(self.sigmoid_drag_started)
            holder.sigmoid_dragged.connect(self.sigmoid_dragged)
            holder.sigmoid_drag_ended.connect(self.sigmoid_drag_ended)
        mouse.view_changed.connect(self._on_view_moved)

    def _on_selected(self, index: int | None) -> None:
        """Shown at once: the next key may come before the next picture."""
        if self._picture is not None:
            self._picture = replace(self._picture, selected=index)
            self._refresh()
        self.case_selected.emit(index)

    def _on_hovered(self, index: int | None) -> None:
        if self._picture is not None:
            self._picture = replace(self._picture, hovered=index)
            self._refresh()
        self.case_hovered.emit(index)

    def _on_view_moved(self, view: AxisRange) -> None:
        self._view.move(view)
        self._on_view_changed()

    def _on_view_changed(self) -> None:
        self._refresh()
        self.view_changed.emit()

    def _refresh(self) -> None:
        self._scene = None
        self.update()

    def _current_scene(self) -> CaseScene | None:
        """The picture in its frame, which depends on the size of the widget."""
        if self._picture is None:
            return None
        theme = self._theme.theme
        if self._scene is None or self._scene_size != self.size():
            font = small_font(self.font(), theme)
            frame = self._painting.frame(self._picture, self._view.sizes, self.size(), theme, font)
            self._scene, self._scene_size = CaseScene(self._picture, frame, theme), self.size()
        return self._scene

    def _shown_scene(self) -> CaseScene:
        scene = self._current_scene()
        if scene is None:
            raise LookupError("nothing is shown yet")
        return scene
