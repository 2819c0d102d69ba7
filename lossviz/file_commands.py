"""The commands of the file menu that open and write what a page works on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from lossviz.page_factory import Pages
from lossviz.shell.commands import Command

translate = QCoreApplication.translate


def file_commands(pages: Callable[[], Pages]) -> list[Command]:
    """pages: those of the window at the time of use."""
    command = partial(Command, menu="file", group=2)
    return [
        command(
            "file.open_run",
            text=translate("commands", "Open &run…"),
            help=translate("commands", "Open a network that was trained and saved"),
            run=lambda: pages().mnist.buttons.load_button.click(),
        ),
        command(
            "file.save_run",
            text=translate("commands", "Save r&un…"),
            help=translate("commands", "Save the network that is being trained, with its curves"),
            run=lambda: pages().mnist.buttons.save_button.click(),
        ),
        command(
            "file.open_image",
            text=translate("commands", "Open &image…"),
            help=translate("commands", "Put a picture of a digit on the canvas"),
            run=lambda: pages().mnist.canvas.open_button.click(),
            shortcuts=("Ctrl+I",),
        ),
        command(
            "file.open_cases",
            text=translate("commands", "Open &cases…"),
            help=translate("commands", "Open a table of cases for the Fit page"),
            run=lambda: pages().fit.data.open_button.click(),
        ),
    ]
