"""MainWindow: pages, what is remembered, and an orderly end."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import lossviz
from lossviz.shell.commands import Command
from lossviz.shell.main_window import MainWindow, PageEntry
from lossviz.shell.window_commands import window_commands
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


def opened(
    qtbot: QtBot, settings: SettingsStore, shut_down: ShutDown = at_once, commands: Sequence[Command] = ()
) -> MainWindow:
    pages = [PageEntry("first", "First", QWidget()), PageEntry("second", "Second", QWidget())]
    window = MainWindow(pages, settings, shut_down)
    window.set_commands([*commands, *window_commands(window, settings)])
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def action(window: MainWindow, key: str) -> QAction:
    (found,) = window.findChildren(QAction, f"command.{key}")
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
from lossviz.shell.commands import Command
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
    assert action(window, "view.theme_light").isChecked()
    action(window, "view.theme_dark").trigger()
    assert settings.theme_name == "dark"
    assert not action(window, "view.theme_light").isChecked()
    action(window, "view.theme_system").trigger()
    assert settings.theme_name == ""


def test_the_language_is_chosen_in_the_menu(qtbot: QtBot, settings: SettingsStore) -> None:
    window = opened(qtbot, settings)
    assert action(window, "view.language_system").isChecked()
    action(window, "view.language_zh_CN").trigger()
    assert settings.language == "zh_CN"
    assert action(window, "view.language_zh_CN").isChecked()


def test_quit_closes(qtbot: QtBot, settings: SettingsStore) -> None:
    window = opened(qtbot, settings)
    assert action(window, "file.quit").menuRole() is QAction.MenuRole.QuitRole
    action(window, "file.quit").trigger()
    assert not window.isVisible()


def test_full_screen_and_back(qtbot: QtBot, settings: SettingsStore) -> None:
    window = opened(qtbot, settings)
    action(window, "view.full_screen").trigger()
    assert window.windowState() & Qt.WindowState.WindowFullScreen
    action(window, "view.full_screen").trigger()
    assert not window.windowState() & Qt.WindowState.WindowFullScreen


def test_other_pages_take_the_place_of_those_before_and_the_front_one_stays_in_front(
    qtbot: QtBot, settings: SettingsStore
) -> None:
    window = opened(qtbot, settings)
    window.show_page("second")
    old = window.entries[0].widget
    ended: list[bool] = []
    old.destroyed.connect(lambda: ended.append(True))
    window.show_pages([PageEntry("second", "二", QWidget()), PageEntry("third", "三", QWidget())])
    assert window.page == "second"
    assert [window.pages.tabText(index) for index in range(window.pages.count())] == ["二", "三"]
    qtbot.waitUntil(lambda: bool(ended))


def test_a_menu_is_not_there_while_nothing_in_it_can_be_done_on_the_page(qtbot: QtBot, settings: SettingsStore) -> None:
    done: list[str] = []
    step = Command("run.step", "run", "&Step", "Steps.", lambda: done.append("step"), ("Ctrl+.",), page="second")
    window = opened(qtbot, settings, commands=[step])
    menu = window.menuBar().findChild(QMenu, "menu.run")
    assert isinstance(menu, QMenu)
    assert not menu.menuAction().isVisible()
    QTest.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert done == []
    window.show_page("second")
    assert menu.menuAction().isVisible()
    QTest.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert done == ["step"]


def test_two_pages_can_have_one_shortcut(qtbot: QtBot, settings: SettingsStore) -> None:
    done: list[str] = []
    plays = [
        Command(f"run.{page}", "run", page, page, partial(done.append, page), ("Ctrl+Space",), page=page)
        for page in ("first", "second")
    ]
    window = opened(qtbot, settings, commands=plays)
    for page in ("first", "second"):
        window.show_page(page)
        QTest.keyClick(window, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert done == ["first", "second"]


def test_a_menu_asks_what_can_be_done_when_it_opens_and_a_key_when_it_is_pressed(
    qtbot: QtBot, settings: SettingsStore
) -> None:
    done: list[str] = []
    can = [False]
    pause = Command(
        "run.pause", "run", "&Pause", "Pauses.", lambda: done.append("pause"), ("Ctrl+P",), is_enabled=lambda: can[-1]
    )
    window = opened(qtbot, settings, commands=[pause])
    menu = window.menuBar().findChild(QMenu, "menu.run")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert not action(window, "run.pause").isEnabled()
    menu.aboutToHide.emit()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert done == []
    can.append(True)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert done == ["pause"]


def test_space_belongs_to_the_focused_control_if_that_wants_it(qtbot: QtBot, settings: SettingsStore) -> None:
    done: list[str] = []
    play = Command("run.play", "run", "&Play", "Plays.", lambda: done.append("play"), ("Ctrl+Space", "Space"))
    window = opened(qtbot, settings, commands=[play])
    button, field, plain = QPushButton("Press"), QLineEdit(), QWidget()
    plain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda: done.append("button"))
    rows = QVBoxLayout(window.entries[0].widget)
    for widget in (button, field, plain):
        rows.addWidget(widget)
        widget.show()
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Space)
    assert done == ["button", "play"]
    assert field.text() == " "


def test_commands_that_are_replaced_leave_nothing_behind(qtbot: QtBot, settings: SettingsStore) -> None:
    done: list[str] = []

    def play(name: str) -> Command:
        return Command("run.play", "run", "&Play", "Plays.", partial(done.append, name), ("Ctrl+Space",))

    window = opened(qtbot, settings, commands=[play("old")])
    window.set_commands([play("new")])
    assert [menu.title() for menu in window.menuBar().findChildren(QMenu) if menu.objectName() == "menu.run"]
    assert len(window.findChildren(QAction, "command.run.play")) == 1
    QTest.keyClick(window, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert done == ["new"]


def test_the_window_says_which_command_was_run(qtbot: QtBot, settings: SettingsStore) -> None:
    window = opened(qtbot, settings)
    with qtbot.waitSignal(window.command_run) as heard:
        action(window, "view.page_second").trigger()
    assert heard.args == ["view.page_second"]
    assert window.page == "second"
    assert action(window, "view.page_second").isChecked()


def test_every_command_says_in_the_status_bar_what_it_does(qtbot: QtBot, settings: SettingsStore) -> None:
    window = opened(qtbot, settings)
    for command in window.commands:
        assert action(window, command.key).statusTip() == command.help
        assert command.help.endswith(".")
