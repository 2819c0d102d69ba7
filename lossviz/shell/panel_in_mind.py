"""What a person turned to last in the pages of the main window: by a click, with the keyboard, or by its tab."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QTabBar, QTabWidget, QWidget

from lossviz.shell.main_window import MainWindow


class PanelInMind(QObject):
    """Clicks are heard where they reach the window: neither labels nor tabs take the focus, nor do most panels."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last: QWidget | None = None
        self._focused: QWidget | None = None
        window.installEventFilter(self)
        self._listen()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def widget(self) -> QWidget | None:
        """It, or what a clicked tab holds; None if a person has turned to nothing that is still there."""
        last = self._last
        if last is None or not shiboken6.isValid(last):
            return self._window.focusWidget()
        tabs = last.parentWidget()
        return tabs.currentWidget() if isinstance(last, QTabBar) and isinstance(tabs, QTabWidget) else last

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what is clicked; until the window has a handle wait for it."""
        if watched is self._window:
            if event.type() is QEvent.Type.Show:
                self._listen()
        elif event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._note(self._window.childAt(event.position().toPoint()))
        return super().eventFilter(watched, event)

    def _listen(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            self._window.removeEventFilter(self)
            handle.installEventFilter(self)

    def _note(self, widget: QWidget | None) -> None:
        if widget is not None and self._is_of_a_page(widget):
            self._last = widget

    def _is_of_a_page(self, widget: QWidget) -> bool:
        """A window that dies tells of the focus once more."""
        return shiboken6.isValid(self._window) and self._window.pages.isAncestorOf(widget)

    @Slot("QWidget*", "QWidget*")
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A window that becomes active gives the focus back to where it was: nobody has turned to that."""
        if now is not None and now is not self._focused and self._is_of_a_page(now):
            self._focused = self._last = now
