"""Puts everything back as it was when a drag began that Escape has taken back."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from lossviz.shell.undo_history import UndoHistory
from lossviz.widgets.drag_watch import DragBegun, DragTakenBack


class DragUndo(QObject):
    """Hears of the drags in the windows that it watches."""

    def __init__(self, history: UndoHistory) -> None:
        super().__init__(history)
        self._history = history

    def watch(self, window: QWidget) -> None:
        """Look after the drags in this window."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event is not to reach the window: they all do."""
        if isinstance(event, DragBegun):
            self._history.mark()
        elif isinstance(event, DragTakenBack):
            self._history.go_back()
        return super().eventFilter(watched, event)
