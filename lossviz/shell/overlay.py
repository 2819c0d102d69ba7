"""What lies on the window for a moment: it has the keyboard, Escape closes it, and the focus goes back."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

_MARGIN_PX = 16
FRAME_PX = 2
_STYLE = """
QFrame#{name} {{ background: palette(base); border: {frame}px solid palette(highlight); border-radius: 6px; }}
QWidget#{name}_veil {{ background: rgba(0, 0, 0, 110); }}
"""


class Overlay(QFrame):
    """Above everything in the window, behind which a veil lies; a click on the veil closes it, too."""

    closed = Signal()

    def __init__(self, window: QWidget, name: str) -> None:
        self._veil = _Veil(window, f"{name}_veil")
        super().__init__(self._veil)
        self._before: QWidget | None = None
        self.setObjectName(name)
        self._veil.setStyleSheet(_STYLE.format(name=name, frame=FRAME_PX))
        self._veil.resized.connect(self._place)
        self._veil.pressed.connect(self.dismiss)

    @property
    def is_open(self) -> bool:
        """Whether it can be seen and used."""
        return self._veil.isVisible()

    def open(self) -> None:
        """Show it and take the keyboard."""
        if not self.is_open:
            self._before = QApplication.focusWidget()
        self._veil.cover()
        self._place()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Be gone, and give the keyboard back."""
        if not self.is_open:
            return
        self._veil.hide()
        if self._before is not None and shiboken6.isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def wanted_size(self, room: QSize) -> QSize:
        """How large to be, where there is `room`."""
        return self.sizeHint().boundedTo(room)

    def first_focus(self) -> QWidget:
        """Who hears the keyboard first."""
        return self

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab leads nowhere else while this is open."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; no other key means anything to what lies behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on this is none on the veil."""
        event.accept()

    def _place(self) -> None:
        room = self._veil.rect().adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        size = self.wanted_size(room.size())
        left = room.left() + (room.width() - size.width()) // 2
        self.setGeometry(QRect(QPoint(left, room.top()), size))


class _Veil(QWidget):
    """Covers the window, whatever size it takes."""

    resized = Signal()
    pressed = Signal()

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()
        window.installEventFilter(self)

    def cover(self) -> None:
        """Lie on the whole window."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
            self.resized.emit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing behind hears of it."""
        event.accept()
        self.pressed.emit()
