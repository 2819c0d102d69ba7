"""What can be asked of the window itself: pages, look, language, full screen, the end."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from lossviz.core.names import LANGUAGE_NAMES, THEME_NAMES
from lossviz.shell.cjk_fonts import chinese_family
from lossviz.shell.commands import Command
from lossviz.shell.main_window import MainWindow
from lossviz.stores.settings_store import SettingsStore

translate = QCoreApplication.translate


def window_commands(window: MainWindow, settings: SettingsStore) -> list[Command]:
    """For File and View."""
    return [
        *_going_to_pages(window),
        *_themes(settings),
        *_languages(settings),
        _full_screen(window),
        _quit(window),
    ]


def toggle_full_screen(window: MainWindow) -> None:
    """Fill the screen, or be as before."""
    window.showNormal() if window.isFullScreen() else window.showFullScreen()


def _full_screen(window: MainWindow) -> Command:
    return Command(
        "view.full_screen",
        menu="view",
        text=translate("commands", "&Full screen"),
        help=translate("commands", "Fill the screen with the window, or go back to its size before."),
        run=partial(toggle_full_screen, window),
        shortcuts=("F11",),
        standard=QKeySequence.StandardKey.FullScreen,
        is_checked=window.isFullScreen,
        group=3,
    )


def _quit(window: MainWindow) -> Command:
    return Command(
        "file.quit",
        menu="file",
        text=translate("commands", "&Quit"),
        help=translate("commands", "Close the window; what runs is stopped in good order."),
        run=window.close,
        shortcuts=("Ctrl+Q",),
        standard=QKeySequence.StandardKey.Quit,
        group=99,
    )


def _going_to_pages(window: MainWindow) -> list[Command]:
    command = partial(Command, menu="view", submenu=translate("commands", "&Go to page"))
    help_text = translate("commands", "Bring the page {page} to the front.")
    return [
        command(
            f"view.page_{entry.name}",
            text=entry.title,
            help=help_text.format(page=entry.title),
            run=partial(window.show_page, entry.name),
            shortcuts=(f"Ctrl+{number}",),
            is_checked=partial(_is_in_front, window, entry.name),
        )
        for number, entry in enumerate(window.entries, 1)
    ]


def _is_in_front(window: MainWindow, page: str) -> bool:
    return window.page == page


def _themes(settings: SettingsStore) -> list[Command]:
    command = partial(Command, menu="view", group=1, submenu=translate("commands", "&Theme"))
    texts = {
        "": (
            translate("commands", "As the &system"),
            translate("commands", "Be light or dark as the rest of the desktop is."),
        ),
        "light": (translate("commands", "&Light"), translate("commands", "Dark type on a light ground.")),
        "dark": (translate("commands", "&Dark"), translate("commands", "Light type on a dark ground.")),
        "projector": (
            translate("commands", "&Projector"),
            translate("commands", "Light, with strong contrast and thick lines, for a projector and a bright room."),
        ),
    }
    return [
        command(
            f"view.theme_{name or 'system'}",
            text=texts[name][0],
            help=texts[name][1],
            run=partial(settings.set_theme_name, name),
            is_checked=partial(_is_theme, settings, name),
        )
        for name in ("", *THEME_NAMES)
    ]


def _is_theme(settings: SettingsStore, name: str) -> bool:
    return settings.theme_name == name


def _languages(settings: SettingsStore) -> list[Command]:
    submenu, chinese = translate("commands", "&Language / 语言"), "简体中文"
    if not chinese_family():  # there would be boxes
        submenu, chinese = translate("commands", "&Language"), translate("commands", "Simplified Chinese")
    texts = {"": translate("commands", "As the &system"), "en": "English", "zh_CN": chinese}
    help_text = translate("commands", "Show everything in this language, from now on.")
    command = partial(Command, menu="view", group=1, submenu=submenu)
    return [
        command(
            f"view.language_{name or 'system'}",
            text=texts[name],
            help=help_text,
            run=partial(settings.set_language, name),
            is_checked=partial(_is_language, settings, name),
        )
        for name in ("", *LANGUAGE_NAMES)
    ]


def _is_language(settings: SettingsStore, name: str) -> bool:
    return settings.language == name
