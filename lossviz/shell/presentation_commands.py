"""What can be asked of projector mode."""

from PySide6.QtCore import QCoreApplication

from lossviz.shell.commands import Command
from lossviz.shell.presentation import Presentation
from lossviz.stores.settings_store import SettingsStore

translate = QCoreApplication.translate

_GROUP = 2


def presentation_commands(presentation: Presentation, settings: SettingsStore) -> list[Command]:
    """For the View menu: present what is in front, choose what to present and where, keep still."""
    return [
        Command(
            "view.present",
            "view",
            translate("commands", "&Present"),
            translate("commands", "Fill a screen with what is in front, in large type; Esc comes back."),
            presentation.present_front,
            shortcuts=("F5",),
            group=_GROUP,
        ),
        Command(
            "view.present_choose",
            "view",
            translate("commands", "P&resent…"),
            translate("commands", "Choose one or two panels and a screen to fill with them."),
            presentation.choose,
            shortcuts=("Shift+F5",),
            group=_GROUP,
        ),
        Command(
            "view.reduced_motion",
            "view",
            translate("commands", "Less &motion"),
            translate("commands", "Let nothing move that was not set in motion by hand."),
            lambda: settings.set_reduced_motion(is_reduced=not settings.reduced_motion),
            is_checked=lambda: settings.reduced_motion,
            group=_GROUP,
        ),
    ]
