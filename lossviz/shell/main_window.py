"""The window: tabs, menus, status bar, and an orderly end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox, QTabWidget, QWidget

import lossviz
from lossviz.stores.settings_store import THEME_NAMES, SettingsStore

_SMALLEST = (1000, 640)
_RETRY_MS = 100


@dataclass(frozen=True)
class PageEntry:
    """A page in the tabs. name: its objectName and its name on the command line."""

    name: str
    title: str
    widget: QWidget


class MainWindow(QMainWindow):
    """Shows pages. `shut_down` is asked to end everything that runs; the window closes once it says True."""

    def __init__(self, pages: Sequence[PageEntry], settings: SettingsStore, shut_down: Callable[[], bool]) -> None:
        super().__init__()
        self._settings = settings
        self._shut_down = shut_down
        self.setObjectName("lossviz")
        self.setWindowTitle(self.tr("lossviz: loss functions to see and to drag"))
        self.setMinimumSize(*_SMALLEST)
        self.pages = QTabWidget()
        self.pages.setObjectName("pages")
        self.pages.setAccessibleName(self.tr("Pages"))
        self.pages.setDocumentMode(True)
        self._entries = tuple(pages)
        for page in pages:
            self.pages.addTab(page.widget, page.title)
        self.setCentralWidget(self.pages)
        self.file_menu = self.menuBar().addMenu(self.tr("&File"))
        self._build_view_menu()
        self._build_help_menu()
        self._retry = QTimer(self)
        self._retry.setInterval(_RETRY_MS)
        self._retry.timeout.connect(self.close)
        self._restore_geometry()

    def add_file_actions(self, actions: Sequence[tuple[str, str, Callable[[], None]]]) -> None:
        """Fill the file menu with (text, shortcut, what it does), and the way out."""
        for text, shortcut, on_triggered in actions:
            _add_action(self.file_menu, text, shortcut, on_triggered)
        self.file_menu.addSeparator()
        leave = _add_action(self.file_menu, self.tr("&Quit"), "", self.close)
        leave.setShortcuts(QKeySequence.StandardKey.Quit)
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def show_page(self, name: str) -> None:
        """Bring the page of this name to the front."""
        for page in self._entries:
            if page.name == name:
                self.pages.setCurrentWidget(page.widget)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once nothing runs any more; until then be gone from sight and try again."""
        if not self._shut_down():
            event.ignore()
            self.hide()
            self._retry.start()
            return
        self._settings.set_window_geometry(self.saveGeometry())
        self._settings.save()
        event.accept()
        if self._retry.isActive():
            self._retry.stop()
            QCoreApplication.quit()  # to Qt the end of a window that is hidden is not the end of the last window

    def _restore_geometry(self) -> None:
        available = self.screen().availableGeometry()
        self.resize(min(1280, available.width()), min(800, available.height()))
        geometry = self._settings.window_geometry
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)  # Qt moves a window that would lie outside all screens

    def _build_view_menu(self) -> None:
        menu = self.menuBar().addMenu(self.tr("&View"))
        themes = QActionGroup(self)
        texts = {"": self.tr("As the &system"), "light": self.tr("&Light"), "dark": self.tr("&Dark")}
        for name in ("", *THEME_NAMES):
            action = QAction(texts[name], self)
            action.setCheckable(True)
            action.setChecked(self._settings.theme_name == name)
            action.triggered.connect(lambda _checked, name=name: self._settings.set_theme_name(name))
            themes.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        full_screen = _add_action(menu, self.tr("&Full screen"), "", self._toggle_full_screen)
        full_screen.setShortcuts(QKeySequence.StandardKey.FullScreen)

    def _build_help_menu(self) -> None:
        menu = self.menuBar().addMenu(self.tr("&Help"))
        about = _add_action(menu, self.tr("&About lossviz"), "", self._show_about)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    @Slot()
    def _toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    @Slot()
    def _show_about(self) -> None:
        text = self.tr("lossviz {version}: a window for teaching and learning loss functions. MIT licence.")
        QMessageBox.about(self, self.tr("About lossviz"), text.format(version=lossviz.__version__))


def _add_action(menu: QMenu, text: str, shortcut: str, on_triggered: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    if shortcut:
        action.setShortcut(QKeySequence(shortcut))
    action.triggered.connect(lambda _checked: on_triggered())
    return action
