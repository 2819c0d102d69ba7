"""MainWindow: pages, what is remembered, and an orderly end."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import lossviz
from lossviz.shell.main_window import MainWindow, PageEntry
from lossviz.stores.settings_store import SettingsStore

ShutDown = Callable[[], bool]


class SlowEnd:
    """Has ended when it is asked for the third time."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked >= 3


def at_once() -> bool:
    return True


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(QSettings(str(tmp_path / "lossviz.ini"), QSettings.Format.IniFormat))


def opened(qtbot: QtBot, settings: SettingsStore, shut_down: ShutDown = at_once) -> MainWindow:
    pages = [PageEntry("first", "First", QWidget()), PageEntry("second", "Second", QWidget())]
    window = MainWindow(pages, settings, shut_down)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def action(window: MainWindow, text: str) -> QAction:
    (found,) = (one for menu in window.menuBar().findChildren(QMenu) for one in menu.actions() if one.text() == text)
    return found


def test_pages_are_tabs_that_are_found_by_name(qtbot: QtBot, settings: SettingsStore) -> None:
    window = opened(qtbot, settings)
    assert window.pages.objectName() == "pages"
    assert window.pages.accessibleName()
    window.show_page("second")
    assert window.pages.tabText(window.pages.currentIndex()) == "Second"
    window.show_page("no such page")
    assert window.pages.tabText(window.pages.currentIndex()) == "Second"


def test_a_window_is_never_too_small_for_its_pages_nor_larger_than_the_screen(
    qtbot: QtBot, settings: SettingsStore
) -> None:
    window = opened(qtbot, settings)
    assert window.minimumWidth() <= 1024
    assert window.minimumHeight() <= 768
    available = window.screen().availableGeometry()
    assert window.width() <= max(available.width(), window.minimumWidth())


def test_closing_while_something_runs_hides_the_window_and_tries_again(qtbot: QtBot, settings: SettingsStore) -> None:
    ending = SlowEnd()
    window = opened(qtbot, settings, ending)
    assert not window.close()
    assert not window.isVisible()
    assert settings.window_geometry.isEmpty()
    qtbot.waitUntil(lambda: not settings.window_geometry.isEmpty())
    assert ending.asked == 3


def test_the_program_ends_when_a_window_closes_only_after_a_while(tmp_path: Path) -> None:
    program = f"""
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from lossviz.shell.main_window import MainWindow, PageEntry
from lossviz.stores.settings_store import SettingsStore
from tests.shell.test_main_window import SlowEnd
application = QApplication([])
settings = SettingsStore(QSettings({str(tmp_path / "lossviz.ini")!r}, QSettings.Format.IniFormat))
window = MainWindow([PageEntry("page", "Page", QWidget())], settings, SlowEnd())
window.show()
QTimer.singleShot(0, window.close)
raise SystemExit(application.exec())
"""
    checkout = Path(lossviz.__file__).parents[1]
    finished = subprocess.run([sys.executable, "-c", program], cwd=checkout, timeout=60, check=False)
    assert finished.returncode == 0


def test_the_windows_place_comes_back_in_the_next_sitting(qtbot: QtBot, settings: SettingsStore) -> None:
    first = opened(qtbot, settings)
    first.resize(1000, 655)
    assert first.close()
    second = opened(qtbot, settings)
    assert (second.width(), second.height()) == (1000, 655)


def test_a_damaged_place_does_no_harm(qtbot: QtBot, settings: SettingsStore) -> None:
    settings.set_window_geometry(QByteArray(b"\x01\xd9\xd0\xcb\x00\x03 no geometry"))
    assert opened(qtbot, settings).isVisible()


def test_the_theme_is_chosen_in_the_menu(qtbot: QtBot, settings: SettingsStore) -> None:
    settings.set_theme_name("light")
    window = opened(qtbot, settings)
    assert action(window, "&Light").isChecked()
    action(window, "&Dark").trigger()
    assert settings.theme_name == "dark"
    assert not action(window, "&Light").isChecked()
    action(window, "As the &system").trigger()
    assert settings.theme_name == ""


def test_the_file_menu_does_what_it_was_given_and_leaves(qtbot: QtBot, settings: SettingsStore) -> None:
    window = opened(qtbot, settings)
    done: list[str] = []
    window.add_file_actions([("&Open", "Ctrl+O", lambda: done.append("open"))])
    action(window, "&Open").trigger()
    assert done == ["open"]
    assert action(window, "&Open").shortcut().toString() == "Ctrl+O"
    action(window, "&Quit").trigger()
    assert not window.isVisible()


def test_full_screen_and_back(qtbot: QtBot, settings: SettingsStore) -> None:
    window = opened(qtbot, settings)
    action(window, "&Full screen").trigger()
    assert window.windowState() & Qt.WindowState.WindowFullScreen
    action(window, "&Full screen").trigger()
    assert not window.windowState() & Qt.WindowState.WindowFullScreen


def test_about_names_the_version(qtbot: QtBot, settings: SettingsStore, monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[str] = []
    monkeypatch.setattr(QMessageBox, "about", lambda _parent, _title, text: texts.append(text))
    action(opened(qtbot, settings), "&About lossviz").trigger()
    assert lossviz.__version__ in texts[0]
