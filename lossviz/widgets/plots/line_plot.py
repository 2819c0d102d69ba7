"""Curves y = f(x), with dots, rules and handles that can be dragged."""

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.drag_watch import watch_drags
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.line_painting import LinePainting
from lossviz.widgets.plots.picture import Curve, Dots, Handle, PlotPicture, Rule
from lossviz.widgets.plots.plot_drag import PlotDrag
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.plots.plot_hover import PlotHover
from lossviz.widgets.plots.plot_keys import PlotKeys
from lossviz.widgets.plots.plot_layout import scene_of
from lossviz.widgets.plots.plot_mouse import PlotMouse, cursor_over
from lossviz.widgets.plots.plot_pointing import Pointing
from lossviz.widgets.plots.plot_scene import PlotScene
from lossviz.widgets.plots.plot_table import plot_table
from lossviz.widgets.plots.plot_view import PlotView
from lossviz.widgets.plots.plot_words import PlotWords
from lossviz.widgets.plots.spots import Spot, place_of
from lossviz.widgets.theme import ThemeSource

__all__ = ("AxisRange", "Curve", "Dots", "Handle", "LinePlot", "PlotPicture", "Rule")


class LinePlot(QWidget):
    """Shows a PlotPicture; tells what the user does to it, and changes nothing itself.

    Mouse: drag a handle or a dot; elsewhere the values of the curves are read.
    Keys: PageDown, PageUp and Enter choose a handle or a dot; the arrows move it by a hundredth of the axis, with Ctrl
    by a thousandth; with nothing chosen Left and Right read along the curves; Escape chooses nothing.
    """

    handle_dragged = Signal(str, float, float)  # key, x, y
    handle_drag_ended = Signal(str)
    dot_dragged = Signal(str, int, float, float)  # key, index, x, y
    dot_drag_started = Signal(str, int)
    dot_drag_ended = Signal()
    dot_hovered = Signal(object)  # (key, index), or None for none

    def __init__(self, theme: ThemeSource, x_title: str = "", y_title: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._titles = (x_title, y_title)
        self._picture = PlotPicture()
        self._view = PlotView()
        self._scene: PlotScene | None = None
        self._words = PlotWords(self)
        self._painting = LinePainting(self._words)
        self._drag = PlotDrag(self)
        self._mouse, self._keys = PlotMouse(self._drag), PlotKeys(self._drag)
        self._pointer: QPointF | None = None
        self._hover = PlotHover(self)
        self._prepare()
        self._connect()

    def show_plot(self, picture: PlotPicture) -> None:
        """Show this. A range that fits itself holds still while something is dragged."""
        self._picture = picture
        self._view.follow(picture, is_held=self._drag.held is not None)
        self._forget_missing_spots()
        self._refresh()

    def set_titles(self, x_title: str, y_title: str) -> None:
        """Of the axes; an empty one takes no room."""
        if (x_title, y_title) != self._titles:
            before, self._titles = self._words.name(self._titles), (x_title, y_title)
            if self.accessibleName() == before:
                self.setAccessibleName(self._words.name(self._titles))
            self._refresh()

    @property
    def picture(self) -> PlotPicture:
        """What is shown."""
        return self._picture

    def summary(self) -> str:
        """All that is shown in words; it is also the accessible description."""
        return self._words.summary(self._picture, self._titles)

    def table(self) -> Table:
        """Every point that is shown."""
        return plot_table(self._picture)

    @property
    def reading(self) -> str:
        """What the box beside the mouse says: x and the curves' values, or where the chosen spot is. Empty if none."""
        pointing, picture = self._pointing(), self._picture
        if pointing.told is not None:
            return "\n".join(self._words.spot(picture, pointing.told, self._titles))
        read_at = pointing.read_at
        if read_at is None:
            return ""
        return self._words.reading(picture, pointing.scene.frame.x_at(read_at.x()), self._titles[0])

    @property
    def chosen(self) -> tuple[str, int | None] | None:
        """What the arrow keys move: (key, None) of a handle, (key, index) of a dot."""
        spot = self._keys.chosen
        return None if spot is None else (spot.key, spot.index)

    @property
    def x_range(self) -> AxisRange:
        """In view."""
        return self._view.x

    @property
    def y_range(self) -> AxisRange:
        """In view."""
        return self._view.y

    def position(self, x: float, y: float) -> QPointF:
        """Where a point of the axes stands in this widget."""
        return self._shown().frame.point_px(x, y)

    def handle_position(self, key: str) -> QPointF:
        """Where a handle stands in this widget. Raises: LookupError if there is none of that key."""
        return self._spot_position(Spot(key))

    def dot_position(self, key: str, index: int) -> QPointF:
        """Where a dot stands in this widget. Raises: LookupError if it is not in view."""
        return self._spot_position(Spot(key, index))

    def sizeHint(self) -> QSize:
        """Wide enough for ten ticks."""
        return QSize(480, 300)

    def minimumSizeHint(self) -> QSize:
        """Small, but readable."""
        return QSize(200, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the plot."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painting.paint(painter, self._pointing(), self.size(), self._font())
            paint_focus(painter, self, self._theme.theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._keys.release()
            self._keys.chosen = self._mouse.press(self._shown(), event.position())
            self._keys.reading_x = None
            self._hover.point_at(self._keys.chosen)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it, or read the values under the mouse."""
        self._pointer = event.position()
        self._keys.reading_x = None
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._mouse.move(self._shown(), event.position())
        else:
            self._hover.point_at(self._shown().spot_at(event.position()))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.release()
            self._hover.point_at(self._shown().spot_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Read nothing any more."""
        super().leaveEvent(event)
        self._pointer = None
        self._hover.point_at(None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if self._mouse.is_holding or not self._keys.press(self._shown(), event):
            super().keyPressEvent(event)
            return
        self._pointer = None
        self._hover.point_at(self._keys.chosen)
        self.update()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """End the move that a held key has made."""
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat() and not self._mouse.is_holding:
            self._keys.release()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus; by Tab it comes with something to move."""
        super().focusInEvent(event)
        is_by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if is_by_tab and self._keys.chosen is None:
            self._keys.choose_next(self._shown(), 1)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key that is let go elsewhere is not heard of here."""
        super().focusOutEvent(event)
        self._keys.release()
        if self._pointer is None:
            self._hover.point_at(None)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go: a button that is let go now is not heard of here."""
        super().hideEvent(event)
        self._mouse.release()
        self._keys.release()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new room."""
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._refresh()

    def _prepare(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setAccessibleName(self._words.name(self._titles))
        offer_export(self, self)
        watch_drags(self)

    def _connect(self) -> None:
        drag = self._drag
        drag.handle_dragged.connect(self.handle_dragged)
        drag.handle_drag_ended.connect(self.handle_drag_ended)
        drag.dot_drag_started.connect(self.dot_drag_started)
        drag.dot_dragged.connect(self.dot_dragged)
        drag.dot_drag_ended.connect(self.dot_drag_ended)
        self._hover.dot_hovered.connect(self.dot_hovered)
        self._hover.changed.connect(self._on_hover_changed)
        drag.ended.connect(self._on_drag_ended)
        self._theme.theme_changed.connect(self._refresh)

    def _on_drag_ended(self) -> None:
        self._view.follow(self._picture, is_held=False)
        self._refresh()

    def _refresh(self) -> None:
        self._scene = None
        self.update()

    def _shown(self) -> PlotScene:
        if self._scene is None:
            size = QSizeF(self.size())
            self._scene = scene_of(self._picture, self._view, size, self._theme.theme, self._titles, self._font())
        return self._scene

    def _font(self) -> QFont:
        return small_font(self.font(), self._theme.theme)

    def _pointing(self) -> Pointing:
        keys, is_focused = self._keys, self.hasFocus()
        return Pointing(
            self._shown(),
            self._pointer,
            self._hover.spot,
            keys.chosen if is_focused else None,
            keys.reading_x if is_focused else None,
            self._drag.held is not None,
        )

    def _on_hover_changed(self) -> None:
        self.setCursor(cursor_over(self._shown(), self._hover.spot))
        self.update()

    def _forget_missing_spots(self) -> None:
        if self._keys.chosen is not None and place_of(self._picture, self._keys.chosen) is None:
            self._keys.chosen = None
        if self._hover.spot is not None and place_of(self._picture, self._hover.spot) is None:
            self._hover.point_at(None)

    def _spot_position(self, spot: Spot) -> QPointF:
        pixel = self._shown().spot_px(spot)
        if pixel is None:
            raise LookupError(f"{spot} is not in view")
        return pixel
