"""The commands of the file menu that open and write what a page works on."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from lossviz.page_factory import Pages
from lossviz.shell.commands import Command

translate = QCoreApplication.translate


def file_commands(pages: Callable[[], Pages]) -> list[Command]:
    """pages: those of the window at the time of use."""
    return [
        Command(
            "file.open_run",
            "file",
            translate("commands", "Open &run…"),
            translate("commands", "Open a network that was trained and saved"),
            lambda: pages().mnist.buttons.load_button.click(),
            group=2,
        ),
        Command(
            "file.save_run",
            "file",
            translate("commands", "Save r&un…"),
            translate("commands", "Save the network that is being trained, with its curves"),
            lambda: pages().mnist.buttons.save_button.click(),
            group=2,
        ),
        Command(
            "file.open_image",
            "file",
            translate("commands", "Open &image…"),
            translate("commands", "Put a picture of a digit on the canvas"),
            lambda: pages().mnist.canvas.open_button.click(),
            shortcuts=("Ctrl+I",),
            group=2,
        ),
        Command(
            "file.open_cases",
            "file",
            translate("commands", "Open &cases…"),
            translate("commands", "Open a table of cases for the Fit page"),
            lambda: pages().fit.data.open_button.click(),
            group=2,
        ),
    ]
