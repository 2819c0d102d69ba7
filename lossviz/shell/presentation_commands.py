"""What can be asked of projector mode."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from lossviz.shell.commands import Command
from lossviz.shell.presentation import Presentation
from lossviz.stores.settings_store import SettingsStore

translate = QCoreApplication.translate


def presentation_commands(presentation: Presentation, settings: SettingsStore) -> list[Command]:
    """For the View menu: present what is in front, choose what to present and where, keep still."""
    command = partial(Command, menu="view", group=2)
    return [
        command(
            "view.present",
            text=translate("commands", "&Present"),
            help=translate("commands", "Fill a screen with what is in front, in large type; Esc comes back."),
            run=presentation.present_front,
            shortcuts=("F5",),
        ),
        command(
            "view.present_choose",
            text=translate("commands", "Choose what to p&resent…"),
            help=translate("commands", "Choose one or two panels and a screen to fill with them."),
            run=presentation.choose,
            shortcuts=("Shift+F5",),
        ),
        command(
            "view.reduced_motion",
            text=translate("commands", "Less &motion"),
            help=translate("commands", "Let nothing move that was not set in motion by hand."),
            run=lambda: settings.set_reduced_motion(is_reduced=not settings.reduced_motion),
            is_checked=lambda: settings.reduced_motion,
        ),
    ]
