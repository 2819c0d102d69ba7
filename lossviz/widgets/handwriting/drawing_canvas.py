"""The square on which digits are drawn: shows ink and pictures that it is given, reports gestures as signals."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
)

from lossviz.widgets.drag_watch import watch_drags
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.handwriting.canvas_surface import CanvasSurface, Tool
from lossviz.widgets.pictures.picture_mime import image_in, local_file_in, may_hold_picture
from lossviz.widgets.theme import ThemeSource

__all__ = ["DrawingCanvas", "Tool"]

_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class DrawingCanvas(CanvasSurface):
    """A square canvas. All places and lengths are in the unit square: x to the right, y down, the side is 1.

    It keeps no ink of its own: whoever listens to the gestures says with `show_strokes` what is to be seen.
    """

    stroke_started = Signal(float, float)
    stroke_extended = Signal(float, float)
    gesture_finished = Signal()  # of the pen or of the eraser
    erased_at = Signal(float, float)
    file_dropped = Signal(str)
    image_dropped = Signal(object)  # a QImage

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self._gesture: Tool | None = None
        self._button = Qt.MouseButton.NoButton
        self._last = (0.0, 0.0)
        self._set_up()
        self._keyboard.put_down.connect(self._on_pen_put_down)
        self._keyboard.moved.connect(self._continue)
        self._keyboard.lifted.connect(self._end)

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Drawing canvas"))
        self.setAccessibleDescription(self.summary())
        offer_export(self, self, has_right_button_of_its_own=True)  # it erases
        watch_drags(self)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def _on_pen_put_down(self, x: float, y: float) -> None:
        self._begin(self._tool, x, y)

    def _begin(self, gesture: Tool, x: float, y: float) -> None:
        self._gesture = gesture
        self._last = (x, y)
        (self.stroke_started if gesture is Tool.PEN else self.erased_at).emit(x, y)

    def _continue(self, x: float, y: float) -> None:
        if (x, y) == self._last or self._gesture is None:
            return
        if self._gesture is Tool.PEN:
            self.stroke_extended.emit(x, y)
        else:
            self._erase_towards(x, y)
        self._last = (x, y)

    def _erase_towards(self, x: float, y: float) -> None:
        """Report places so close to each other that the eraser's circle misses nothing between them."""
        from_x, from_y = self._last
        distance = math.hypot(x - from_x, y - from_y)
        steps = max(1, math.ceil(distance / max(self._eraser_radius, 0.01)))
        for step in range(1, steps + 1):
            part = step / steps
            self.erased_at.emit(from_x + part * (x - from_x), from_y + part * (y - from_y))

    def _end(self) -> None:
        self._gesture = None
        self._button = Qt.MouseButton.NoButton
        self.gesture_finished.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw (left) or to erase (right)."""
        margin = self._theme.theme.sizes.gap_px
        near = QRectF(self.square).adjusted(-margin, -margin, margin, margin).contains(event.position())
        tools = {Qt.MouseButton.LeftButton: self._tool, Qt.MouseButton.RightButton: Tool.ERASER}
        if self._button != Qt.MouseButton.NoButton or event.button() not in tools or not near:
            event.ignore()
            return
        self._keyboard.hide()
        self._button = event.button()
        self._begin(tools[event.button()], *self._unit(event.position()))
        self._show_eraser_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on drawing or erasing, through every point that the event carries."""
        if self._button != Qt.MouseButton.NoButton:
            if event.buttons() & self._button:
                for point in event.points():
                    self._continue(*self._unit(point.position()))
            else:  # a dialog or another window took the release
                self._end()
        self._show_eraser_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish the gesture that this button began."""
        if event.button() == self._button:
            self._continue(*self._unit(event.position()))
            self._end()
            self._show_eraser_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the eraser's circle."""
        self._show_eraser_at(None)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take the pen's keys before they act as shortcuts of the window."""
        is_offer = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_offer and isinstance(event, QKeyEvent) and self._keyboard.claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the keyboard's pen, put it down or lift it."""
        if self._button == Qt.MouseButton.NoButton and self._keyboard.claims(event):
            self._keyboard.press(event)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Lift the keyboard's pen if Space was held to draw."""
        self._keyboard.release(event)
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the keyboard's pen to those who came by keyboard."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD:
            self._keyboard.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lift the keyboard's pen."""
        super().focusOutEvent(event)
        self._keyboard.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Finish what the hidden canvas could not see the end of."""
        super().hideEvent(event)
        self._abandon()

    def changeEvent(self, event: QEvent) -> None:
        """Finish what a disabled canvas could not see the end of."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange and not self.isEnabled():
            self._abandon()

    def _show_eraser_at(self, place_px: QPointF | None) -> None:
        """Show the eraser's circle there if what is in use is the eraser."""
        in_use = self._tool if self._gesture is None else self._gesture
        shown_before = self._eraser_place_px
        self._eraser_place_px = place_px if in_use is Tool.ERASER else None
        if self._eraser_place_px != shown_before:
            self.update()

    def _abandon(self) -> None:
        self._show_eraser_at(None)
        self._keyboard.hide()
        if self._gesture is not None:
            self._end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept one local file or a picture, and show it."""
        if may_hold_picture(event.mimeData()):
            self._set_drop_target(is_welcome=True)
            _accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Go on accepting."""
        _accept_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stop showing that a drop is welcome."""
        self._set_drop_target(is_welcome=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Report the file, or else the picture."""
        self._set_drop_target(is_welcome=False)
        path, image = local_file_in(event.mimeData()), image_in(event.mimeData())
        if path is None and image is None:
            return
        _accept_copy(event)
        if path is not None:
            self.file_dropped.emit(path)
        else:
            self.image_dropped.emit(image)

    def _set_drop_target(self, *, is_welcome: bool) -> None:
        self._is_drop_target = is_welcome
        self.update()


def _accept_copy(event: QDropEvent) -> None:
    """Accept as a copy: the source must not think that its file has been moved."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
