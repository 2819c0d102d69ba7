"""Sessions: one window's file menu, banner and drops, and what is left when it is killed or closed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.errors import LossvizError
from lossviz.shell.commands import Command, CommandTable
from lossviz.shell.main_window import MainWindow, PageEntry
from lossviz.shell.session_desk import Outside
from lossviz.shell.sessions import Sessions
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.theme import ThemeSource, load_theme
from lossviz.workers.run_forms import RunFile
from tests.support.session_rig import SessionRig


class Window:
    """A window of two pages, the first of which has tabs; opened: what was handed on to be opened."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.rig = SessionRig(folder)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("first.tabs")
        for title in ("One", "Two"):
            self.tabs.addTab(QWidget(), title)
        pages = [PageEntry("first", "First", self.tabs), PageEntry("second", "Second", QWidget())]
        self.window = MainWindow(pages, self.rig.settings, lambda: True)
        qtbot.addWidget(self.window)
        self.opened: list[Path] = []
        self.clock = FrameClock()
        rig, kept_in = self.rig, folder / "kept"
        outside = Outside(
            self.opened.append, lambda run, _path: rig.controller.adopt(run), self.opened.append, lambda: None
        )
        self.sessions = Sessions(
            self.window, rig.table, rig.training, rig.data, rig.settings, outside, self.opened.append, kept_in
        )
        self.sessions.show_banner(self.clock, ThemeSource(load_theme("light")))
        self.window.show()

    def banners(self) -> list[QWidget]:
        """The messages that can be seen."""
        return [one for one in self.window.findChildren(QWidget, "message") if one.isVisible()]

    def command(self, key: str) -> Command:
        return next(command for command in self.sessions.commands() if command.key == key)

    def close(self) -> None:
        self.sessions.end()
        self.clock.stop()


Make = Callable[[str], Window]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Make]:
    windows: list[Window] = []

    def make(folder: str) -> Window:
        windows.append(Window(qtbot, tmp_path / folder))
        return windows[-1]

    yield make
    for window in windows:
        window.close()


def test_page_and_tabs_come_back_in_another_window(opened: Make, tmp_path: Path) -> None:
    one, other = opened("here"), opened("there")
    one.tabs.setCurrentIndex(1)
    one.window.show_page("second")
    one.rig.polynomial.set_degree(8)
    assert one.sessions.desk.save(tmp_path / "one.lossviz.json")
    assert str(tmp_path / "one.lossviz.json") in one.window.statusBar().currentMessage()
    assert other.sessions.desk.open(tmp_path / "one.lossviz.json")
    assert (other.tabs.currentIndex(), other.window.page, other.rig.polynomial.degree) == (1, "second", 8)


def test_what_was_saved_or_opened_is_offered_as_recent(qtbot: QtBot, opened: Make, tmp_path: Path) -> None:
    window = opened("here")
    with qtbot.waitSignal(window.sessions.commands_changed):
        window.sessions.desk.save(tmp_path / "one.lossviz.json")
    (tmp_path / "run.pt").touch()
    window.sessions.note_run(RunFile(tmp_path / "run.pt", 1, 20, "ab"))
    table = CommandTable(window.sessions.commands())
    assert [table[f"file.recent_{number}"].text for number in (1, 2)] == ["&1 run.pt", "&2 one.lossviz.json"]


def test_what_is_refused_is_said_above_the_pages_in_a_new_banner_too(qtbot: QtBot, opened: Make) -> None:
    window = opened("here")
    window.sessions.refuse(LossvizError("That was not opened.", "Why.", "What to do."))
    qtbot.waitUntil(lambda: len(window.banners()) == 1)
    before = window.banners()
    window.sessions.show_banner(window.clock, ThemeSource(load_theme("dark")))
    qtbot.waitUntil(lambda: len(window.banners()) == 1 and window.banners() != before)


def test_a_window_that_was_not_closed_is_offered_to_the_next(qtbot: QtBot, opened: Make, tmp_path: Path) -> None:
    before = SessionRig(tmp_path)
    before.polynomial.set_degree(11)
    (tmp_path / "here" / "kept").mkdir(parents=True)
    before.page = "second"
    before.desk.save(tmp_path / "here" / "kept" / "running-1.lossviz.json")
    window = opened("here")
    window.sessions.begin(offers=False)
    assert window.sessions.messages.message is None
    window.sessions.end()
    window.sessions.begin()
    qtbot.waitUntil(lambda: len(window.banners()) == 1)
    (button,) = window.window.findChildren(QPushButton, "remedy.restore_session")
    button.click()
    assert (window.rig.polynomial.degree, window.window.page) == (11, "second")
    window.sessions.end()
    assert [file.name for file in (tmp_path / "here" / "kept").glob("*.json")] == ["last.lossviz.json"]


def test_the_last_sitting_can_be_continued_when_there_was_one(opened: Make) -> None:
    window = opened("here")
    window.sessions.begin()
    assert not window.command("file.continue_last").can_run
    window.rig.polynomial.set_degree(9)
    window.window.show_page("second")
    window.sessions.end()
    following = opened("here")
    following.sessions.begin()
    assert following.rig.polynomial.degree != 9
    assert following.banners() == []
    command = following.command("file.continue_last")
    assert command.can_run
    command.run()
    assert (following.rig.polynomial.degree, following.window.page) == (9, "second")
