"""The menus, filled from the table of commands."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu, QMenuBar

from lossviz.shell.command_action import CommandAction
from lossviz.shell.commands import MENUS, Command, CommandTable, Menu


class Menus(QObject):
    """File, Edit, View, Run, Lessons and Help; a menu without commands on the page in front is not shown."""

    def __init__(self, bar: QMenuBar, run: Callable[[Command], object]) -> None:
        super().__init__(bar)
        self._bar = bar
        self._run = run
        self._page = ""
        self._menus: dict[Menu, QMenu] = {}
        self._actions: list[CommandAction] = []

    def fill(self, table: CommandTable) -> None:
        """Show these commands and no others."""
        self._empty()
        titles = self.titles()
        for name in MENUS:
            menu = _menu_in(self._bar, titles[name])
            menu.setObjectName(f"menu.{name}")
            menu.setToolTipsVisible(False)  # the status bar says it
            menu.aboutToShow.connect(self._on_about_to_show)
            menu.aboutToHide.connect(self._on_about_to_hide)
            self._menus[name] = menu
            self._fill_menu(menu, [command for command in table if command.menu == name], table)
        self.show_page(self._page)

    def show_page(self, page: str) -> None:
        """Offer what can be done on the page of this name."""
        self._page = page
        for action in self._actions:
            action.show_page(page)
        for name, menu in self._menus.items():
            is_offered = any(action.command.menu == name and action.isVisible() for action in self._actions)
            menu.menuAction().setVisible(is_offered)

    def refresh(self) -> None:
        """Ask every command whether it is checked."""
        for action in self._actions:
            action.show_checked()

    def _empty(self) -> None:
        for menu in self._menus.values():
            self._bar.removeAction(menu.menuAction())
            menu.setObjectName("")  # it lives until the event loop turns
            menu.deleteLater()
        for action in self._actions:
            action.setObjectName("")
            action.setShortcuts([])
            action.deleteLater()
        self._menus.clear()
        self._actions.clear()

    def _fill_menu(self, menu: QMenu, commands: list[Command], table: CommandTable) -> None:
        submenus: dict[str, QMenu] = {"": menu}
        commands = sorted(commands, key=lambda command: command.group)
        for before, command in zip([None, *commands], commands, strict=False):
            if before is not None and command.group != before.group:
                menu.addSeparator()
            if command.submenu not in submenus:
                submenus[command.submenu] = _menu_in(menu, command.submenu)
            action = CommandAction(command, table, self._run, self)
            submenus[command.submenu].addAction(action)
            self._actions.append(action)

    @Slot()
    def _on_about_to_show(self) -> None:
        for action in self._actions:
            action.show_checked()
            action.show_enabled()
            action.show_text()

    @Slot()
    def _on_about_to_hide(self) -> None:
        for action in self._actions:
            action.let_keys_through()

    def titles(self) -> dict[Menu, str]:
        """What the menus are called, in their order."""
        return {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "view": self.tr("&View"),
            "run": self.tr("&Run"),
            "lessons": self.tr("&Lessons"),
            "help": self.tr("&Help"),
        }


def _menu_in(place: QMenuBar | QMenu, title: str) -> QMenu:
    """A menu made here: of one that Qt makes Python would keep its half for ever after it has been deleted."""
    menu = QMenu(title, place)
    place.addMenu(menu)
    return menu
