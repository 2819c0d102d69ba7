"""The window: tabs, menus, status bar, and an orderly end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QTabWidget, QVBoxLayout, QWidget

from lossviz.shell import view_state
from lossviz.shell.commands import Command, CommandTable, Menu, plain_text
from lossviz.shell.menus import Menus
from lossviz.shell.window_place import SMALLEST, put_in_place
from lossviz.stores.settings_store import SettingsStore

_RETRY_MS = 100
_BANNER_AIR_PX = (12, 6, 12, 6)


@dataclass(frozen=True)
class PageEntry:
    """A page in the tabs. name: its objectName and its name on the command line."""

    name: str
    title: str
    widget: QWidget


class MainWindow(QMainWindow):
    """Shows pages. `shut_down` is asked to end everything that runs; the window closes once it says True."""

    command_run = Signal(str)  # the key of a command that was chosen, by whatever way

    def __init__(self, pages: Sequence[PageEntry], settings: SettingsStore, shut_down: Callable[[], bool]) -> None:
        super().__init__()
        self._settings = settings
        self._shut_down = shut_down
        self._may_close: Callable[[], bool] = lambda: True
        self._entries: tuple[PageEntry, ...] = ()
        self._status_panel: QWidget | None = None
        self.setObjectName("lossviz")
        self.setMinimumSize(SMALLEST)
        self.pages = QTabWidget()
        self.pages.setObjectName("pages")
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setDrawBase(False)
        self.commands = CommandTable([])
        self._menus = Menus(self.menuBar(), self.run_command)
        self._lay_out()
        self.show_pages(pages)
        self.pages.currentChanged.connect(self._on_page_changed)
        self._retry = QTimer(self)
        self._retry.setInterval(_RETRY_MS)
        self._retry.timeout.connect(self.close)
        put_in_place(self, settings.window_geometry)

    @property
    def page(self) -> str:
        """The name of the page in front; empty without pages."""
        front = self.pages.currentWidget()
        return next((entry.name for entry in self._entries if entry.widget is front), "")

    @property
    def entries(self) -> tuple[PageEntry, ...]:
        """The pages, in the order of the tabs."""
        return self._entries

    def show_pages(self, entries: Sequence[PageEntry]) -> None:
        """Show these pages instead of those before, which end; the page in front stays in front, by its name."""
        front, before = self.page, self._entries
        self.setWindowTitle(self.tr("lossviz: loss functions to see and to drag"))
        self.pages.setAccessibleName(self.tr("Pages"))
        self._entries = tuple(entries)
        for entry in entries:
            self.pages.addTab(entry.widget, entry.title)
        self.show_page(front)
        for old in before:
            self.pages.removeTab(self.pages.indexOf(old.widget))
            old.widget.deleteLater()
        self._on_page_changed()

    def show_page(self, name: str) -> None:
        """Bring the page of this name to the front."""
        for entry in self._entries:
            if entry.name == name:
                self.pages.setCurrentWidget(entry.widget)

    def set_commands(self, commands: Sequence[Command]) -> None:
        """Offer these commands, and no others, in the menus and by their keys.

        Raises: ValueError if two cannot be told apart by key or by shortcut.
        """
        self.commands = CommandTable(commands)
        self._menus.fill(self.commands)
        self._menus.show_page(self.page)

    def menu_titles(self) -> dict[Menu, str]:
        """What the menus are called, without the marks of their mnemonics."""
        return {name: plain_text(title) for name, title in self._menus.titles().items()}

    @Slot(object)
    def run_command(self, command: Command) -> None:
        """Do it, if it works on the page in front and can be done now."""
        if command.works_on(self.page) and command.can_run:
            self.command_run.emit(command.key)
            command.run()
            self._menus.refresh()

    def add_banner(self, banner: QWidget) -> None:
        """Put a widget between the menus and the pages, below those that are there, with the air that pages have."""
        banner.setContentsMargins(*_BANNER_AIR_PX)
        self._banners.addWidget(banner)

    def add_foot(self, foot: QWidget) -> None:
        """Put a widget between the pages and the status bar, below those that are there."""
        self._feet.addWidget(foot)

    def show_status_panel(self, panel: QWidget) -> None:
        """Keep `panel` on the right of the status bar, in the place of the one before, which ends."""
        if self._status_panel:
            self.statusBar().removeWidget(self._status_panel)
            self._status_panel.deleteLater()
        self._status_panel = panel
        self.statusBar().addPermanentWidget(panel)
        panel.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that no focused control wanted may ask for a command."""
        command = self.commands.bare_key_command(event.keyCombination(), self.page)
        if command is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            self.run_command(command)

    def ask_before_closing(self, may_close: Callable[[], bool]) -> None:
        """From now on close only if this says yes: something may not be saved."""
        self._may_close = may_close

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once nothing runs any more; until then be gone from sight and try again."""
        if not self._may_close():
            event.ignore()
            return
        if not self._shut_down():
            event.ignore()
            self.hide()
            self._retry.start()
            return
        self._settings.set_window_geometry(self.saveGeometry())
        self._settings.set_view_state(view_state.remember(self))
        self._settings.save()
        event.accept()
        if self._retry.isActive():
            self._retry.stop()
            QCoreApplication.quit()  # to Qt the end of a window that is hidden is not the end of the last window

    def _lay_out(self) -> None:
        self._banners, self._feet = QVBoxLayout(), QVBoxLayout()
        centre = QWidget()
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._banners)
        rows.addWidget(self.pages, 1)
        rows.addLayout(self._feet)
        self.setCentralWidget(centre)

    @Slot()
    def _on_page_changed(self) -> None:
        self._menus.show_page(self.page)
