"""The table of commands: nothing in it can be mistaken for something else."""

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from lossviz.shell.commands import Command, CommandTable, is_bare, plain_text

pytestmark = pytest.mark.usefixtures("qapp")


def nothing() -> None: ...


def command(key: str, *shortcuts: str, page: str = "") -> Command:
    return Command(key, "run", key, "Does nothing.", nothing, shortcuts, page=page)


def test_two_commands_cannot_have_one_key() -> None:
    with pytest.raises(ValueError, match=r"run\.a"):
        CommandTable([command("run.a"), command("run.a")])


@pytest.mark.parametrize(("first", "second"), [("", ""), ("fit", "fit"), ("", "fit"), ("fit", "")])
def test_one_key_press_cannot_mean_two_things_on_a_page(first: str, second: str) -> None:
    with pytest.raises(ValueError, match=r"Ctrl\+P would mean both"):
        CommandTable([command("run.a", "Ctrl+P", page=first), command("run.b", "Ctrl+P", page=second)])


def test_a_key_press_can_mean_another_thing_on_another_page() -> None:
    table = CommandTable([command("run.a", "Space", page="fit"), command("run.b", "Space", page="mnist")])
    found = table.bare_key_command(QKeyCombination(Qt.Key.Key_Space), "mnist")
    assert found is not None
    assert found.key == "run.b"
    assert table.bare_key_command(QKeyCombination(Qt.Key.Key_Space), "softmax") is None


def test_a_standard_key_collides_as_any_other_does() -> None:
    save = Command("file.save", "file", "Save", "Saves.", nothing, standard=QKeySequence.StandardKey.Save)
    with pytest.raises(ValueError, match="would mean both"):
        CommandTable([save, command("run.a", "Ctrl+S")])


def test_what_a_platform_adds_to_a_standard_key_yields_to_what_a_command_asks_for() -> None:
    copies = QKeySequence.keyBindings(QKeySequence.StandardKey.Copy)
    extra = next(keys for keys in copies[1:])
    copy = Command("edit.copy", "edit", "Copy", "Copies.", nothing, standard=QKeySequence.StandardKey.Copy)
    table = CommandTable([copy, command("run.a", extra.toString())])
    assert extra not in table.sequences(copy)
    assert copies[0] in table.sequences(copy)


@pytest.mark.parametrize(
    ("keys", "bare"),
    [
        *((keys, True) for keys in ("Space", "?", "Del", "Shift+E", "Esc", "PgUp")),
        *((keys, False) for keys in ("F1", "Shift+F10", "Ctrl+Space", "Alt+Left", "Ctrl+K, E")),
    ],
)
def test_bare_keys_are_those_that_a_control_may_want(keys: str, bare: bool) -> None:
    assert is_bare(QKeySequence(keys)) is bare


def test_a_question_mark_is_one_whether_or_not_shift_makes_it() -> None:
    table = CommandTable([command("help.keys", "?")])
    for modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        assert table.bare_key_command(QKeyCombination(modifiers, Qt.Key.Key_Question), "") is table["help.keys"]


def test_a_letter_with_shift_is_another_key() -> None:
    table = CommandTable([command("run.eraser", "E")])
    shifted = QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_E)
    assert table.bare_key_command(shifted, "") is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [("&Open run…", "Open run"), ("Save && close", "Save & close"), ("文件(&F)", "文件"), ("打开(&O)…", "打开")],
)
def test_a_text_is_read_without_the_mark_of_its_mnemonic(text: str, plain: str) -> None:
    assert plain_text(text) == plain


def test_the_table_is_asked_by_page(qtbot: QtBot) -> None:
    del qtbot
    table = CommandTable([command("run.a", page="fit"), command("run.b")])
    assert [one.key for one in table.on_page("fit")] == ["run.a", "run.b"]
    assert [one.key for one in table.on_page("mnist")] == ["run.b"]
    assert "run.a" in table
    assert len(table) == 2
