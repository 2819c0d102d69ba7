"""A command as Qt wants it for menus and shortcuts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from lossviz.shell.commands import Command, CommandTable, is_bare, native_text
from lossviz.widgets.controls import plain_tip

_ROLES = {
    "file.quit": QAction.MenuRole.QuitRole,
    "help.about": QAction.MenuRole.AboutRole,
}


class CommandAction(QAction):
    """In the menu it shows what is so; its keys ask only when they are pressed."""

    def __init__(
        self, command: Command, table: CommandTable, run: Callable[[Command], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.command = command
        self._run = run
        self.setObjectName(f"command.{command.key}")
        self.setStatusTip(command.help)
        self.setToolTip(plain_tip(command.help))
        self.setMenuRole(_ROLES.get(command.key, QAction.MenuRole.NoRole))
        self.setCheckable(command.is_checked is not None)
        self._show_keys(table)
        self.show_checked()
        self.triggered.connect(self._on_triggered)

    def show_page(self, page: str) -> None:
        """Be there only on the pages that the command belongs to."""
        self.setVisible(self.command.works_on(page))

    def show_checked(self) -> None:
        """Show whether it is checked now."""
        if self.command.is_checked:
            self.setChecked(self.command.is_checked())

    def show_enabled(self) -> None:
        """Show whether it can be chosen now."""
        self.setEnabled(self.command.can_run)

    def show_text(self) -> None:
        """Show what it would do now."""
        if self.command.text_now:
            self.setText((self.command.text_now() or self.command.text) + self._key_text)

    def let_keys_through(self) -> None:
        """Be enabled whatever is so now: Qt drops the keys of what is not, and what they ask for may change unseen."""
        self.setEnabled(True)

    def _show_keys(self, table: CommandTable) -> None:
        """Keys that a focused control may want are only written beside the text; the window listens for them."""
        sequences = table.sequences(self.command)
        shortcuts = [sequence for sequence in sequences if not is_bare(sequence)]
        self._key_text = f"\t{native_text(sequences[0])}" if sequences and not shortcuts else ""
        self.setText(self.command.text + self._key_text)
        self.setShortcuts(shortcuts)

    @Slot()
    def _on_triggered(self) -> None:
        self._run(self.command)
        self.show_checked()
