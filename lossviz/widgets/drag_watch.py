"""Escape while the left button is down: the plot lets go, and what the drag has done is taken back.

A plot cannot know what its drags have changed elsewhere. So it tells its window when one begins and when one is taken
back, and whoever keeps the states puts back those of the beginning.
"""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_LEFT = Qt.MouseButton.LeftButton
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_BEGUN, _TAKEN_BACK = (QEvent.Type(QEvent.registerEventType()) for _ in range(2))


class DragBegun(QEvent):
    """Sent to the plot and to its window before the press has done anything."""

    def __init__(self) -> None:
        super().__init__(_BEGUN)


class DragTakenBack(QEvent):
    """Sent to the plot and to its window, before and after the plot has let go."""

    def __init__(self) -> None:
        super().__init__(_TAKEN_BACK)


class _Phase(Enum):
    IDLE = auto()
    HELD = auto()
    OVER = auto()  # taken back, and the button is still down


def watch_drags(plot: QWidget) -> None:
    """Let Escape take back what the left button drags in a plot or a slider, as if it had not been pressed."""
    plot.installEventFilter(_DragWatch(plot))


class _DragWatch(QObject):
    """Watches one plot."""

    def __init__(self, plot: QWidget) -> None:
        super().__init__(plot)
        self._plot = plot
        self._phase = _Phase.IDLE
        self._place = QPointF()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event is not to reach the plot."""
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._phase is not _Phase.IDLE:
            return self._escape(event)
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> bool:
        self._place = event.position()
        if event.button() == _LEFT and event.type() in _PRESSES:
            self._phase = _Phase.HELD
            self._tell(DragBegun())
            return False
        was_over = self._phase is _Phase.OVER
        if not event.buttons() & _LEFT:
            self._phase = _Phase.IDLE  # let go, here or where it was not heard of
        is_moving_on = event.button() == Qt.MouseButton.NoButton and self._phase is _Phase.OVER
        return was_over and (is_moving_on or event.button() == _LEFT)

    def _escape(self, event: QKeyEvent) -> bool:
        """No shortcut hears of it either, also not while the key repeats itself."""
        event.accept()
        if event.type() == QEvent.Type.KeyPress and self._phase is _Phase.HELD:
            self._take_back()
        return True

    def _take_back(self) -> None:
        """Twice: what lets go may have its present state recorded, and may set something once more, as a click does."""
        self._phase = _Phase.IDLE
        self._tell(DragTakenBack())
        self._let_go()
        self._tell(DragTakenBack())
        self._phase = _Phase.OVER

    def _let_go(self) -> None:
        place, no_button = self._plot.mapToGlobal(self._place), Qt.MouseButton.NoButton
        kind, no_keys = QEvent.Type.MouseButtonRelease, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self._plot, QMouseEvent(kind, self._place, place, _LEFT, no_button, no_keys))

    def _tell(self, event: QEvent) -> None:
        for hearer in (self._plot, self._plot.window()):
            QApplication.sendEvent(hearer, event)
