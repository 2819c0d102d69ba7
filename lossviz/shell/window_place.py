"""Where a window opens: where it was left, as long as that can be seen and is large enough."""

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

SMALLEST = QSize(1000, 640)
_USUAL = QSize(1280, 800)
_FRAME_PX = 40  # about as high as a title bar, which nobody can measure before the window is there
_GRIP_PX = 48  # of the window's upper edge have to be on a screen for a hand to move it


def put_in_place(window: QWidget, geometry: QByteArray) -> None:
    """Open `window` as `geometry` (of QWidget.saveGeometry) says, or in its usual size.

    Whatever the bytes are, the window is then at least as large as its least size or the screen, and can be moved.
    """
    screen = window.screen().availableGeometry()
    window.resize(_USUAL.boundedTo(screen.size() - QSize(0, _FRAME_PX)))
    if geometry.isEmpty() or not window.restoreGeometry(geometry):
        return
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    wanted = window.geometry()
    place = clamped(wanted, screens)
    if place != wanted and not window.isFullScreen():
        window.setGeometry(place)


def clamped(wanted: QRect, screens: list[QRect]) -> QRect:
    """`wanted`, not smaller than SMALLEST nor larger than its screen, and with its upper edge in reach.

    Its screen: the one that shows most of it, else the first.
    """
    screen = max(screens, key=lambda screen: _shared_area(screen, wanted))
    size = wanted.size().expandedTo(SMALLEST).boundedTo(screen.size().expandedTo(SMALLEST))
    place = QRect(wanted.topLeft(), size)
    edge = QRect(place.left(), place.top(), place.width(), _GRIP_PX)
    if any(_is_in_reach(edge, one) for one in screens):
        return place
    left = min(max(place.left(), screen.left()), max(screen.left(), screen.right() + 1 - size.width()))
    top = min(max(place.top(), screen.top()), max(screen.top(), screen.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def _shared_area(screen: QRect, place: QRect) -> int:
    shared = screen.intersected(place)
    return shared.width() * shared.height() if shared.isValid() else 0


def _is_in_reach(edge: QRect, screen: QRect) -> bool:
    shared = screen.intersected(edge)
    return shared.width() >= 2 * _GRIP_PX and shared.height() >= _GRIP_PX // 2 and edge.top() >= screen.top()
