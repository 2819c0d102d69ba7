"""A clicker's keys while a lesson is given: they lead through it, whichever control of the window has the focus."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from lossviz.shell.main_window import MainWindow
from lossviz.stores.lesson_store import LessonStore

_COMMANDS: dict[int, str] = {Qt.Key.Key_PageDown: "lessons.next", Qt.Key.Key_PageUp: "lessons.back"}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class LessonKeys(QObject):
    """Hears them before the focused control of the pages or of the strip; what lies above the window keeps its own."""

    def __init__(self, application: QApplication, window: MainWindow, lesson: LessonStore) -> None:
        super().__init__(window)
        self._window = window
        self._lesson = lesson
        application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a step instead of what the control would do."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or self._lesson.lesson is None:
            return super().eventFilter(watched, event)
        command = _COMMANDS.get(event.key())
        if command is None or event.modifiers() not in _PLAIN:
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat():
            self._window.run_command(self._window.commands[command])
        return True

    @Slot("QWidget*", "QWidget*")
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and shiboken6.isValid(before):
            before.removeEventFilter(self)
        centre = self._window.centralWidget() if shiboken6.isValid(self._window) else None  # it dies with a focus
        if now is not None and centre is not None and centre.isAncestorOf(now):
            now.installEventFilter(self)
