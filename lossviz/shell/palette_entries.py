"""What the command palette offers: every command, every panel, and the entries of the lists of presets."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from lossviz.shell.commands import Command, full_text
from lossviz.shell.main_window import MainWindow
from lossviz.shell.palette_search import PaletteEntry
from lossviz.widgets.joints import titled
from lossviz.widgets.panel_entry import PanelEntry

PRESET_LISTS = ("fit.scenario", "softmax.preset", "losses.distribution_preset", "overfit.preset", "mnist.preset")

translate = QCoreApplication.translate


def command_entries(window: MainWindow) -> list[PaletteEntry]:
    """The commands of the window: those of the page in front first, then those of everywhere and of other pages."""
    nearness = {window.page: 0, "": 1}
    commands = sorted(window.commands, key=lambda command: nearness.get(command.page, 2))
    return [_command_entry(window, command) for command in commands]


def panel_entries(
    window: MainWindow, panels: Iterable[PanelEntry], show_panel: Callable[[str], object]
) -> list[PaletteEntry]:
    """A way to each panel, whichever tabs it is behind."""
    where, help_text = (
        translate("palette", "Panel"),
        translate("palette", "Go to the panel {panel} of the page {page}."),
    )
    return [
        PaletteEntry(
            titled(_title_of(window, entry.name.partition(".")[0]), entry.title),
            where,
            help_text.format(panel=entry.title, page=_title_of(window, entry.name.partition(".")[0])),
            partial(show_panel, entry.name),
            words="panel tab",
            name=entry.name,
        )
        for entry in panels
    ]


def preset_entries(window: MainWindow) -> list[PaletteEntry]:
    """What the pages' lists of presets hold, each with its page."""
    lists = [box for name in PRESET_LISTS for box in window.findChildren(QComboBox, name)]
    return [entry for box in lists for entry in _entries_of(window, box)]


def _command_entry(window: MainWindow, command: Command) -> PaletteEntry:
    parts = [window.menu_titles()[command.menu], _title_of(window, command.page)]
    return PaletteEntry(
        full_text(command),
        " · ".join(part for part in parts if part),
        command.help,
        partial(_run, window, command),
        keys="  ".join(window.commands.keys_told(command)),
        words=command.key,
        can_run=command.can_run,
    )


def _run(window: MainWindow, command: Command) -> None:
    if command.page:
        window.show_page(command.page)
    window.run_command(command)


def _title_of(window: MainWindow, page: str) -> str:
    return next((entry.title for entry in window.entries if entry.name == page), "")


def _entries_of(window: MainWindow, box: QComboBox) -> list[PaletteEntry]:
    page = box.objectName().partition(".")[0]
    title, where = _title_of(window, page), translate("palette", "Preset")
    help_text = translate("palette", "Choose {preset} on the page {page}.")
    return [
        PaletteEntry(
            titled(title, box.itemText(index)),
            where,
            help_text.format(preset=box.itemText(index), page=title),
            partial(_choose, window, box.objectName(), index),
            words=f"{box.itemData(index)} preset scenario",
            name=box.objectName(),
        )
        for index in range(box.count())
        if box.itemData(index)
    ]


def _choose(window: MainWindow, name: str, index: int) -> None:
    window.show_page(name.partition(".")[0])
    for box in window.findChildren(QComboBox, name):
        box.setCurrentIndex(index)
        box.activated.emit(index)
