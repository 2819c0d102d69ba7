"""What helps a person along in the whole window: palette, sheets to read, notice of crashes, diagnostic info."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from lossviz.shell.command_palette import CommandPalette
from lossviz.shell.commands import Command
from lossviz.shell.crash_notice import CrashNotice
from lossviz.shell.diagnostics import Places, diagnosis
from lossviz.shell.explanation_overlay import ExplanationOverlay
from lossviz.shell.help_commands import Sheets, help_commands
from lossviz.shell.key_overlay import KeyGroup, KeyOverlay, key_groups
from lossviz.shell.main_window import MainWindow
from lossviz.shell.palette_entries import command_entries, panel_entries, preset_entries
from lossviz.shell.palette_search import PaletteEntry
from lossviz.stores.training_store import TrainingStore
from lossviz.widgets.panel_entry import PanelEntry
from lossviz.widgets.theme import ThemeSource


class Aids(QObject):
    """Belongs to one window. panels: of the pages as they are at the time of use. show_panel: by its name."""

    def __init__(
        self,
        window: MainWindow,
        theme: ThemeSource,
        panels: Callable[[], Iterable[PanelEntry]],
        show_panel: Callable[[str], object],
        training: TrainingStore,
        places: Places,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._panels = panels
        self._show_panel = show_panel
        self._training = training
        self._places = places
        self.palette = CommandPalette(window, self._palette_entries)
        self.keys = KeyOverlay(window, self._key_groups)
        self.explanations = ExplanationOverlay(window, lambda: list(panels()))
        self.crash_notice = CrashNotice(theme)
        window.add_banner(self.crash_notice)

    def commands(self) -> list[Command]:
        """For View and Help."""
        sheets = Sheets(self.keys, self.explanations)
        return help_commands(self._window, self.palette, sheets, self._diagnosis, self._places.crashes)

    def _palette_entries(self) -> list[PaletteEntry]:
        window = self._window
        return [
            *command_entries(window),
            *panel_entries(window, self._panels(), self._show_panel),
            *preset_entries(window),
        ]

    def _key_groups(self) -> list[KeyGroup]:
        window = self._window
        pages = [(entry.name, entry.title) for entry in window.entries]
        return key_groups(window.commands, window.menu_titles(), pages, window.page)

    def _diagnosis(self) -> str:
        return diagnosis(self._places, self._training.threads)
