"""ThemeApplication: the chosen theme is on everything, at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from lossviz.core.names import THEME_NAMES
from lossviz.shell.theme_application import ThemeApplication
from lossviz.stores.settings_store import SettingsStore
from lossviz.widgets.theme import load_theme
from tests.support.assembly import application_restored
from tests.support.tellings import Tellings


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(QSettings(str(tmp_path / "lossviz.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    with application_restored(qapp):
        yield qapp


@pytest.mark.parametrize("name", THEME_NAMES)
def test_a_chosen_theme_reaches_palette_font_and_style(
    application: QApplication, settings: SettingsStore, name: str
) -> None:
    settings.set_theme_name(name)
    themes = ThemeApplication(application, settings)
    theme = load_theme(name)
    assert themes.source.theme == theme
    assert application.palette().color(QPalette.ColorRole.Window) == QColor(theme.colours.window)
    assert application.palette().color(QPalette.ColorRole.ButtonText) == QColor(theme.colours.text)
    assert application.font().pixelSize() == theme.sizes.font_px
    assert theme.colours.accent in application.styleSheet()


def test_another_choice_is_followed_at_once(application: QApplication, settings: SettingsStore) -> None:
    settings.set_theme_name("light")
    themes = ThemeApplication(application, settings)
    told = Tellings(themes.source.theme_changed)
    settings.set_theme_name("dark")
    assert told.count == 1
    assert application.palette().color(QPalette.ColorRole.Window) == QColor(load_theme("dark").colours.window)


def test_without_a_choice_the_systems_scheme_decides(application: QApplication, settings: SettingsStore) -> None:
    themes = ThemeApplication(application, settings)
    assert themes.source.theme in {load_theme("light"), load_theme("dark")}


def test_what_is_disabled_looks_so(application: QApplication, settings: SettingsStore) -> None:
    settings.set_theme_name("dark")
    themes = ThemeApplication(application, settings)
    group = QPalette.ColorGroup.Disabled
    assert application.palette().color(group, QPalette.ColorRole.Text) == QColor(themes.source.theme.colours.text_muted)
