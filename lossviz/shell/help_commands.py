"""Help: all keys, what is on the screen, the palette, what lossviz is, and what somebody who helps wants to know."""

from collections.abc import Callable
from dataclasses import dataclass
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
        Command(
            "view.palette",
            "view",
            translate("commands", "&Command palette…"),
            translate("commands", "Find anything that can be done by typing a few words of it."),
            palette.open,
            ("Ctrl+Shift+P",),
        ),
        Command(
            "help.keys",
            "help",
            translate("commands", "All &keys"),
            translate("commands", "Show every key on one sheet."),
            sheets.keys.open,
            ("F1", "?"),
        ),
        Command(
            "help.explain",
            "help",
            translate("commands", "&What is what"),
            translate("commands", "Say what each control on the page is for, and in words what the plots show."),
            sheets.explanations.open,
            ("Shift+F1",),
        ),
        Command(
            "help.diagnosis",
            "help",
            translate("commands", "&Copy diagnostic info"),
            translate("commands", "Put versions, processors and places on the clipboard, for somebody who is to help."),
            lambda: _copy(window, diagnosis()),
            group=1,
        ),
        Command(
            "help.crash_reports",
            "help",
            translate("commands", "Open the folder of crash &reports"),
            translate("commands", "Show what was written down when something went wrong; nothing of it was sent."),
            lambda: open_folder(crashes),
            group=1,
        ),
        Command(
            "help.licences",
            "help",
            translate("commands", "&Licences"),
            translate("commands", "Show the licences of lossviz and of what it is made with."),
            lambda: AboutDialog(window, "licences").open(),
            group=2,
        ),
        Command(
            "help.about",
            "help",
            translate("commands", "&About lossviz"),
            translate("commands", "Show which version this is and what it is made with."),
            lambda: AboutDialog(window).open(),
            group=2,
        ),
    ]


def _copy(window: MainWindow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    window.statusBar().showMessage(translate("commands", "The diagnostic info is on the clipboard."))
