"""The commands of the file menu that open and save sessions, and that set everything as it is at the start."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from lossviz.core.sessions.session_file import SUFFIX
from lossviz.shell.commands import Command
from lossviz.shell.session_desk import SessionDesk
from lossviz.stores.settings_store import SettingsStore
from lossviz.widgets.save_dialog import asked_save_path

MOST_NAME = 60  # characters of a file in the menu

translate = QCoreApplication.translate


@dataclass(frozen=True)
class SessionDialogs:
    """Asks for names of files. open_file: whatever kind it is of."""

    window: QWidget
    desk: SessionDesk
    open_file: Callable[[Path], object]

    def open(self) -> None:
        """Ask what to open."""
        title = translate("commands", "Open a session")
        kinds = [self._kind(), translate("commands", "All files (*)")]
        chosen, _ = QFileDialog.getOpenFileName(self.window, title, self._folder(), ";;".join(kinds))
        if chosen:
            self.open_file(Path(chosen))

    def save(self) -> None:
        """Save under the name that the session has, or ask for one."""
        if self.desk.path:
            self.desk.save(self.desk.path)
        else:
            self.save_as()

    def save_as(self) -> None:
        """Ask for a name and save."""
        title, name = translate("commands", "Save the session"), translate("commands", "session")
        proposed = str(self.desk.path or Path(self._folder(), name + SUFFIX))
        chosen = asked_save_path(self.window, title, proposed, self._kind(), SUFFIX, ".json")
        if chosen:
            self.desk.save(chosen)

    def _folder(self) -> str:
        return str(self.desk.path.parent) if self.desk.path else ""

    @staticmethod
    def _kind() -> str:
        return translate("commands", "lossviz sessions (*.lossviz.json)")


def session_commands(
    window: QWidget, desk: SessionDesk, settings: SettingsStore, open_file: Callable[[Path], object]
) -> list[Command]:
    """To be asked for anew when `settings.recent_files_changed`. open_file: opens any file by what it is."""
    dialogs = SessionDialogs(window, desk, open_file)
    return [_open(dialogs), *_recent(settings, open_file), *_save(dialogs), _reset(desk)]


def continue_command(is_enabled: Callable[[], bool], run: Callable[[], object]) -> Command:
    """Goes on where the last sitting ended."""
    return Command(
        "file.continue_last",
        menu="file",
        text=translate("commands", "Continue the &last sitting"),
        help=translate("commands", "Put all pages back as they were when lossviz was closed, the last run included."),
        run=run,
        is_enabled=is_enabled,
    )


def _open(dialogs: SessionDialogs) -> Command:
    return Command(
        "file.open_session",
        menu="file",
        text=translate("commands", "&Open session…"),
        help=translate("commands", "Put everything back as it was when a session was saved."),
        run=dialogs.open,
        shortcuts=("Ctrl+O",),
        standard=QKeySequence.StandardKey.Open,
    )


def _save(dialogs: SessionDialogs) -> list[Command]:
    command = partial(Command, menu="file")
    return [
        command(
            "file.save_session",
            text=translate("commands", "&Save session"),
            help=translate("commands", "Save what is set on all pages, to go on from there another time."),
            run=dialogs.save,
            shortcuts=("Ctrl+S",),
            standard=QKeySequence.StandardKey.Save,
        ),
        command(
            "file.save_session_as",
            text=translate("commands", "Save session &as…"),
            help=translate("commands", "Save what is set on all pages under another name."),
            run=dialogs.save_as,
            shortcuts=("Ctrl+Shift+S",),
            standard=QKeySequence.StandardKey.SaveAs,
        ),
    ]


def _reset(desk: SessionDesk) -> Command:
    return Command(
        "file.reset",
        menu="file",
        text=translate("commands", "Reset e&verything"),
        help=translate("commands", "Set all pages as they are when lossviz is started."),
        run=desk.reset,
        is_enabled=partial(_can_open, desk),
        group=1,
    )


def _recent(settings: SettingsStore, open_file: Callable[[Path], object]) -> list[Command]:
    command = partial(Command, menu="file", submenu=translate("commands", "Open &recent"))
    help_text = translate("commands", "Open {path}.")
    files = settings.recent_files_there()
    commands = [
        command(
            f"file.recent_{number}",
            text=f"&{number % 10} {_in_menu(path.name)}",
            help=help_text.format(path=path),
            run=partial(open_file, path),
        )
        for number, path in enumerate(files, 1)
    ]
    forget = command(
        "file.forget_recent",
        text=translate("commands", "&Clear this list"),
        help=translate("commands", "Forget which files were opened; the files themselves stay."),
        run=settings.forget_recent_files,
    )
    return [*commands, forget] if commands else []


def _can_open(desk: SessionDesk) -> bool:
    return desk.can_open


def _in_menu(name: str) -> str:
    short = name if len(name) <= MOST_NAME else name[: MOST_NAME - 1] + "…"
    return short.replace("&", "&&")
