"""The command palette: everything that can be done, found by a few letters and done by keyboard alone."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from lossviz.shell.command_palette import CommandPalette
from lossviz.shell.palette_search import PaletteEntry, matching


class Rig:
    """A window with a field, a palette, and what was done."""

    def __init__(self, qtbot: QtBot) -> None:
        self.done: list[str] = []
        self.window = QMainWindow()
        self.field = QLineEdit()
        self.window.setCentralWidget(self.field)
        self.palette = CommandPalette(self.window, self.entries)
        self.window.resize(1024, 768)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.field.setFocus()

    def entries(self) -> list[PaletteEntry]:
        return [
            entry(
                "Play the descent", "Run · Fit", "Let it take steps.", partial(self.done.append, "play"), "run.fit_play"
            ),
            entry("Step", "Run · Fit", "Take one step.", partial(self.done.append, "step"), "run.fit_step"),
            entry("保存", "文件", "写入一个文件。", partial(self.done.append, "save"), "file.save_session"),
            PaletteEntry("Stop", "Run", "End the run.", partial(self.done.append, "stop"), can_run=False),
        ]

    def titles(self) -> list[str]:
        return [
            item.text(0)
            for index in range(self.palette.list.topLevelItemCount())
            if (item := self.palette.list.topLevelItem(index))
        ]


def entry(title: str, where: str, help_text: str, run: partial[None], words: str) -> PaletteEntry:
    return PaletteEntry(title, where, help_text, run, words=words)


@pytest.fixture
def rig(qtbot: QtBot) -> Rig:
    return Rig(qtbot)


def test_a_few_letters_and_enter_do_it(rig: Rig) -> None:
    rig.palette.open()
    QTest.keyClicks(rig.palette.search, "desc")
    assert rig.titles() == ["Play the descent"]
    QTest.keyClick(rig.palette.search, Qt.Key.Key_Return)
    assert rig.done == ["play"]
    assert not rig.palette.is_open


def test_down_chooses_the_next_one_while_the_keyboard_stays_in_the_search_line(rig: Rig) -> None:
    rig.palette.open()
    QTest.keyClick(rig.palette.search, Qt.Key.Key_Down)
    assert rig.palette.search.hasFocus()
    QTest.keyClick(rig.palette.search, Qt.Key.Key_Enter)
    assert rig.done == ["step"]


def test_up_and_down_stop_at_the_ends(rig: Rig) -> None:
    rig.palette.open()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        QTest.keyClick(rig.palette.search, key)
    QTest.keyClick(rig.palette.search, Qt.Key.Key_Return)
    assert rig.done == ["play"]


def test_escape_closes_and_gives_the_keyboard_back(rig: Rig) -> None:
    rig.palette.open()
    assert rig.palette.search.hasFocus()
    QTest.keyClick(rig.palette.search, Qt.Key.Key_Escape)
    assert not rig.palette.is_open
    assert rig.field.hasFocus()
    assert rig.done == []


def test_tab_does_not_lead_to_what_lies_behind(rig: Rig) -> None:
    rig.palette.open()
    QTest.keyClick(rig.palette.search, Qt.Key.Key_Tab)
    assert rig.palette.search.hasFocus()


def test_the_key_that_is_the_same_in_every_language_is_found_too(rig: Rig) -> None:
    rig.palette.open()
    QTest.keyClicks(rig.palette.search, "save session")
    assert rig.titles() == ["保存"]
    rig.palette.search.setText("文件")
    assert rig.titles() == ["保存"]


def test_what_cannot_be_done_now_is_shown_and_says_so_and_enter_leaves_it(rig: Rig) -> None:
    rig.palette.open()
    QTest.keyClicks(rig.palette.search, "stop")
    assert rig.titles() == ["Stop"]
    assert "Not possible now" in rig.palette.help.text()
    QTest.keyClick(rig.palette.search, Qt.Key.Key_Return)
    assert rig.done == []
    assert rig.palette.is_open


def test_what_nothing_is_called_is_said(rig: Rig) -> None:
    rig.palette.open()
    QTest.keyClicks(rig.palette.search, "zzz")
    assert rig.titles() == []
    assert "Nothing is called that" in rig.palette.help.text()
    QTest.keyClick(rig.palette.search, Qt.Key.Key_Return)
    assert rig.palette.is_open


def test_a_click_runs_what_it_is_on_and_one_beside_the_palette_closes_it(rig: Rig) -> None:
    rig.palette.open()
    item = rig.palette.list.topLevelItem(1)
    assert item is not None
    place = rig.palette.list.visualItemRect(item).center()
    QTest.mouseClick(rig.palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rig.done == ["step"]
    rig.palette.open()
    veil = rig.palette.parentWidget()
    assert veil is not None
    QTest.mouseClick(veil, Qt.MouseButton.LeftButton, pos=veil.rect().bottomLeft())
    assert not rig.palette.is_open


@pytest.mark.parametrize("size", [(1024, 768), (1000, 640), (1920, 1080)])
def test_it_stays_inside_the_window(rig: Rig, size: tuple[int, int]) -> None:
    rig.palette.open()
    rig.window.resize(*size)
    veil = rig.palette.parentWidget()
    assert veil is not None
    assert veil.size() == rig.window.size()
    assert veil.rect().contains(rig.palette.geometry())


def test_its_parts_have_names_for_a_screen_reader(rig: Rig) -> None:
    rig.palette.open()
    assert rig.palette.accessibleName()
    assert rig.palette.search.accessibleName()
    assert rig.palette.list.accessibleName()
    assert "Play the descent" in rig.palette.search.accessibleDescription()


def test_the_likeliest_comes_first() -> None:
    def one(title: str, help_text: str = "", *, can_run: bool = True) -> PaletteEntry:
        return PaletteEntry(title, "", help_text, str, can_run=can_run)

    entries = [
        one("Reset", "Start again."),
        one("The start"),
        one("Restart"),
        one("Start", can_run=False),
        one("Start it"),
    ]
    found = [entry.title for entry in matching(entries, "start")]
    assert found == ["Start it", "The start", "Restart", "Reset", "Start"]
    assert matching(entries, "") == entries[:3] + entries[4:] + [entries[3]]
    assert matching(entries, "START  it")[0].title == "Start it"


def test_titles_and_names_of_panels_come_before_what_is_only_said_of_a_command() -> None:
    entries = [
        PaletteEntry("全部重置", "编辑", "让 lossviz 回到最初的样子。", str, words="edit.reset_all"),
        PaletteEntry("关于 lossviz", "帮助", "显示版本。", str, words="help.about"),
        PaletteEntry("损失：目录", "面板", "转到面板。", str, words="panel tab", name="losses.catalogue"),
        PaletteEntry("播放", "运行", "走几步。", str, words="run.loss_play"),
    ]
    found = [entry.title for entry in matching(entries, "loss")]
    assert found == ["损失：目录", "关于 lossviz", "播放", "全部重置"]
