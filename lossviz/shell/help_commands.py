"""Help: all keys, what is on the screen, the palette, what lossviz is, and what somebody who helps wants to know."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from lossviz.shell.about_dialog import AboutDialog
from lossviz.shell.command_palette import CommandPalette
from lossviz.shell.commands import Command
from lossviz.shell.crash_notice import open_folder
from lossviz.shell.explanation_overlay import ExplanationOverlay
from lossviz.shell.key_overlay import KeyOverlay
from lossviz.shell.main_window import MainWindow

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Sheets:
    """What can be laid on the window to read."""

    keys: KeyOverlay
    explanations: ExplanationOverlay


def help_commands(
    window: MainWindow, palette: CommandPalette, sheets: Sheets, diagnosis: Callable[[], str], crashes: Path
) -> list[Command]:
    """crashes: the folder of reports."""
    return [
        _palette_command(palette),
        *_sheet_commands(sheets),
        *_mending_commands(window, diagnosis, crashes),
        *_about_commands(window),
    ]


def _palette_command(palette: CommandPalette) -> Command:
    return Command(
        "view.palette",
        menu="view",
        text=translate("commands", "&Command palette…"),
        help=translate("commands", "Find anything that can be done by typing a few words of it."),
        run=palette.open,
        shortcuts=("Ctrl+Shift+P",),
    )


def _sheet_commands(sheets: Sheets) -> list[Command]:
    command = partial(Command, menu="help")
    return [
        command(
            "help.keys",
            text=translate("commands", "All &keys"),
            help=translate("commands", "Show every key on one sheet."),
            run=sheets.keys.open,
            shortcuts=("F1", "?"),
        ),
        command(
            "help.explain",
            text=translate("commands", "&What is what"),
            help=translate("commands", "Say what each control on the page is for, and in words what the plots show."),
            run=sheets.explanations.open,
            shortcuts=("Shift+F1",),
        ),
    ]


def _mending_commands(window: MainWindow, diagnosis: Callable[[], str], crashes: Path) -> list[Command]:
    command = partial(Command, menu="help", group=1)
    return [
        command(
            "help.diagnosis",
            text=translate("commands", "&Copy diagnostic info"),
            help=translate(
                "commands", "Put versions, processors and places on the clipboard, for somebody who is to help."
            ),
            run=lambda: _copy(window, diagnosis()),
        ),
        command(
            "help.crash_reports",
            text=translate("commands", "Open the folder of crash &reports"),
            help=translate("commands", "Show what was written down when something went wrong; nothing of it was sent."),
            run=lambda: open_folder(crashes),
        ),
    ]


def _about_commands(window: MainWindow) -> list[Command]:
    command = partial(Command, menu="help", group=2)
    return [
        command(
            "help.licences",
            text=translate("commands", "&Licences"),
            help=translate("commands", "Show the licences of lossviz and of what it is made with."),
            run=lambda: AboutDialog(window, "licences").open(),
        ),
        command(
            "help.about",
            text=translate("commands", "&About lossviz"),
            help=translate("commands", "Show which version this is and what it is made with."),
            run=lambda: AboutDialog(window).open(),
        ),
    ]


def _copy(window: MainWindow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    window.statusBar().showMessage(translate("commands", "The diagnostic info is on the clipboard."))
