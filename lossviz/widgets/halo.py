"""A ring around the mouse pointer, so that the last row of a class room sees where it points."""

import time

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QCursor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from lossviz.widgets.theme import ThemeSource

RING_PX = 40.0
_PULSE_PX = 64.0  # how wide the ring of a click becomes
_PULSE_S = 0.3
_LOOK_MS = 16
_SIDE_PX = 76


class Halo(QWidget):
    """Lies over its parent and takes none of its mouse events; a click sends a second ring outwards.

    The ring is drawn while the pointer is over the parent, from its first movement on.
    The pointer is looked at once a frame: no mouse event reaches a widget that lies over nothing of its own.
    is_moving: whether a click's ring grows; otherwise the ring is drawn bolder while a button is held.
    """

    def __init__(self, parent: QWidget, theme: ThemeSource, *, is_moving: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("present.halo")
        self._theme = theme
        self._is_moving = is_moving
        self._first_at: QPoint | None = None  # of the pointer, when first shown
        self._has_moved = False
        self._is_lit = False
        self._is_held = False
        self._clicked_at = float("-inf")
        self._is_pulsing = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(_SIDE_PX, _SIDE_PX)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._follow)
        theme.theme_changed.connect(self.update)

    @property
    def centre(self) -> QPoint:
        """Where the ring is, in the parent's pixels."""
        return self.geometry().topLeft() + QPoint(_SIDE_PX // 2, _SIDE_PX // 2)

    @property
    def is_lit(self) -> bool:
        """Whether the ring is drawn."""
        return self._is_lit

    @property
    def is_pulsing(self) -> bool:
        """Whether the ring of a click is on its way."""
        return self._is_pulsing

    @property
    def is_held(self) -> bool:
        """Whether a mouse button is down."""
        return self._is_held

    def set_moving(self, *, is_moving: bool) -> None:
        """Let the ring of a click grow, or not."""
        self._is_moving = is_moving

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the pointer from now on."""
        super().showEvent(event)
        if self._first_at is None:
            self._first_at = QCursor.pos()
        self._timer.start()
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring, light on both sides so that it is seen on every ground."""
        del event
        if not self._is_lit:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter, RING_PX, 1.0)
        if self._is_pulsing:
            share = min((time.monotonic() - self._clicked_at) / _PULSE_S, 1.0)
            self._paint_ring(painter, RING_PX + share * (_PULSE_PX - RING_PX), 1.0 - share)

    def _paint_ring(self, painter: QPainter, width_px: float, opacity: float) -> None:
        theme = self._theme.theme
        line_px = theme.sizes.line_px * (1.6 if self._is_held else 1.0)
        middle = QPointF(_SIDE_PX / 2, _SIDE_PX / 2)
        painter.setOpacity(opacity)
        for colour, pen_px in ((theme.colours.surface, line_px + 3.0), (theme.colours.accent, line_px)):
            painter.setPen(QPen(QColor(colour), pen_px))
            painter.drawEllipse(middle, width_px / 2, width_px / 2)

    @Slot()
    def _follow(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        pointer = QCursor.pos()
        at = parent.mapFromGlobal(pointer)
        if at != self.centre:
            self.setGeometry(QRect(at - QPoint(_SIDE_PX // 2, _SIDE_PX // 2), self.size()))
            self.raise_()
        self._has_moved = self._has_moved or pointer != self._first_at
        self._light(is_lit=self._has_moved and parent.rect().contains(at))
        self._watch_buttons()

    def _light(self, *, is_lit: bool) -> None:
        if is_lit is not self._is_lit:
            self._is_lit = is_lit
            self.update()

    def _watch_buttons(self) -> None:
        is_held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if is_held and not self._is_held and self._is_moving:
            self._clicked_at = time.monotonic()
        was_pulsing, was_held = self._is_pulsing, self._is_held
        self._is_pulsing = time.monotonic() - self._clicked_at < _PULSE_S
        self._is_held = is_held
        if self._is_pulsing or was_pulsing or was_held != is_held:
            self.update()
