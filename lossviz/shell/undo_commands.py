"""Undo and redo as commands."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from lossviz.shell.commands import Command
from lossviz.shell.undo_history import UndoHistory


def undo_commands(history: UndoHistory) -> list[Command]:
    """For Edit."""
    translate = QCoreApplication.translate
    return [
        Command(
            "edit.undo",
            "edit",
            translate("commands", "&Undo"),
            translate("commands", "Take back what you changed last, on whichever page."),
            history.undo,
            standard=QKeySequence.StandardKey.Undo,
            is_enabled=lambda: history.can_undo,
        ),
        Command(
            "edit.redo",
            "edit",
            translate("commands", "&Redo"),
            translate("commands", "Make again what you took back last."),
            history.redo,
            shortcuts=("Ctrl+Y",),
            standard=QKeySequence.StandardKey.Redo,
            is_enabled=lambda: history.can_redo,
        ),
    ]
