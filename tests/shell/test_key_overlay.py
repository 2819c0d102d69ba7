"""The sheet of keys is made from the table of commands, so that it cannot tell anything else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from lossviz.shell.commands import Command, CommandTable, Menu
from lossviz.shell.key_overlay import KeyGroup, KeyOverlay, key_groups

PAGES = [("fit", "Fit"), ("mnist", "MNIST")]


def command(key: str, text: str, *shortcuts: str, page: str = "", submenu: str = "") -> Command:
    menu: Menu = "file" if key.startswith("file") else "run"
    return Command(key, menu, text, f"{text}.", str, shortcuts, page=page, submenu=submenu)


def table() -> CommandTable:
    return CommandTable(
        [
            command("file.open", "&Open…", "Ctrl+O"),
            command("file.no_key", "No &key"),
            command("run.play", "&Play", "Ctrl+Space", "Space", page="fit"),
            command("run.pause", "&Pause", "Space", page="mnist"),
        ]
    )


def groups(front: str = "fit") -> list[KeyGroup]:
    return key_groups(table(), {"file": "File", "run": "Run"}, PAGES, front)


@pytest.mark.usefixtures("qapp")
def test_every_command_with_a_key_is_there_once_and_none_without() -> None:
    told = [(group.title, keys, text) for group in groups() for keys, text in group.rows]
    assert ("On the page Fit", ("Ctrl+Space", "Space"), "Play") in told
    assert ("File", ("Ctrl+O",), "Open") in told
    assert sum(text == "Pause" for _, _, text in told) == 1
    assert not any(text == "No key" for _, _, text in told)


@pytest.mark.usefixtures("qapp")
def test_the_commands_of_a_submenu_share_a_row() -> None:
    pages = [
        command(f"run.page_{number}", str(number), f"Ctrl+{number}", submenu="&Go to page") for number in (1, 2, 3)
    ]
    (group,) = (group for group in key_groups(CommandTable(pages), {"run": "Run"}, [], "") if group.title == "Run")
    assert group.rows == ((("Ctrl+1", "…", "Ctrl+3"), "Go to page"),)


@pytest.mark.usefixtures("qapp")
def test_the_page_in_front_comes_first() -> None:
    assert groups("fit")[0].title == "On the page Fit"
    assert groups("mnist")[0].title == "On the page MNIST"


@pytest.mark.usefixtures("qapp")
def test_what_works_on_the_page_in_front_is_together_and_so_are_the_other_pages() -> None:
    titles = [group.title for group in groups("fit")]
    assert titles == ["On the page Fit", "Where the focus is", "In a plot", "In a table", "File", "On the page MNIST"]


class Rig:
    """A window of the size of an old projector, with the sheet."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        self.field = QLineEdit()
        self.window.setCentralWidget(self.field)
        self.keys = KeyOverlay(self.window, groups)
        self.window.resize(1024, 768)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.field.setFocus()


@pytest.fixture
def rig(qtbot: QtBot) -> Rig:
    return Rig(qtbot)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_escape_closes_it_and_so_do_the_keys_that_open_it(rig: Rig, key: Qt.Key) -> None:
    rig.keys.open()
    assert rig.keys.sheet.hasFocus()
    QTest.keyClick(rig.keys.sheet, key)
    assert not rig.keys.is_open
    assert rig.field.hasFocus()


def test_nothing_is_cut_off_at_1024_by_768(rig: Rig, qtbot: QtBot) -> None:
    rig.keys.open()
    sheet = rig.keys.sheet.widget()
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.size() == rig.keys.sheet.viewport().size())
    for label in sheet.findChildren(QLabel):
        assert label.width() >= label.minimumSizeHint().width(), label.text()
        assert sheet.rect().contains(label.geometry()), label.text()


def test_a_screen_reader_is_told_all_of_it(rig: Rig) -> None:
    rig.keys.open()
    assert rig.keys.accessibleName()
    assert "Ctrl+Space, Space: Play" in rig.keys.sheet.accessibleDescription()


def test_it_can_be_opened_again(rig: Rig) -> None:
    for _ in range(2):
        rig.keys.open()
        rig.keys.open()
        rig.keys.dismiss()
        rig.keys.dismiss()
    assert rig.field.hasFocus()


def test_it_closes_where_what_had_the_keyboard_before_is_gone(rig: Rig, qtbot: QtBot) -> None:
    rig.keys.open()
    rig.window.setCentralWidget(QLineEdit())
    qtbot.waitUntil(lambda: not isValid(rig.field))
    rig.keys.dismiss()
    assert not rig.keys.is_open
