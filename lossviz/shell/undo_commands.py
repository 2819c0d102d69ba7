"""Undo and redo as commands."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from lossviz.shell.commands import Command
from lossviz.shell.undo_history import UndoHistory
from lossviz.stores.undo_store import UndoStore

translate = QCoreApplication.translate


def undo_commands(history: UndoHistory, next_ones: UndoStore) -> list[Command]:
    """For Edit, whose texts say on which page something would change."""
    command = partial(Command, menu="edit")
    return [
        command(
            "edit.undo",
            text=translate("commands", "&Undo"),
            help=translate("commands", "Take back what you changed last, on whichever page."),
            run=history.undo,
            standard=QKeySequence.StandardKey.Undo,
            is_enabled=lambda: history.can_undo,
            text_now=lambda: next_ones.undo_text,
        ),
        command(
            "edit.redo",
            text=translate("commands", "&Redo"),
            help=translate("commands", "Make again what you took back last."),
            run=history.redo,
            shortcuts=("Ctrl+Y",),
            standard=QKeySequence.StandardKey.Redo,
            is_enabled=lambda: history.can_redo,
            text_now=lambda: next_ones.redo_text,
        ),
    ]
