"""The session's commands in the file menu: names are asked for once, and recent files are those that are there."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.training.run_states import RunState
from lossviz.shell.commands import Command, CommandTable
from lossviz.shell.session_commands import session_commands
from tests.support.session_rig import SessionRig


class Menu:
    """opened: what was handed on to be opened."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.rig = SessionRig(folder)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.opened: list[Path] = []

    def table(self) -> CommandTable:
        return CommandTable(session_commands(self.window, self.rig.desk, self.rig.settings, self.opened.append))

    def run(self, key: str) -> None:
        self.table()[key].run()

    def recent(self) -> list[Command]:
        return [command for command in self.table() if command.key.startswith("file.recent_")]


@pytest.fixture
def menu(qtbot: QtBot, tmp_path: Path) -> Menu:
    return Menu(qtbot, tmp_path)


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    """Let the dialogs give this name; the names that they proposed are noted."""
    proposed: list[str] = []

    def ask(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return ("" if path is None else str(path), "")

    for dialog in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, dialog, ask)
    return proposed


def test_what_is_chosen_is_opened(menu: Menu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, tmp_path / "one.lossviz.json")
    menu.run("file.open_session")
    assert menu.opened == [tmp_path / "one.lossviz.json"]


def test_nothing_is_done_where_nothing_is_chosen(menu: Menu, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, None)
    menu.run("file.open_session")
    menu.run("file.save_session")
    assert (menu.opened, menu.rig.desk.path) == ([], None)


@pytest.mark.parametrize("chosen", ["lecture", "lecture.json", "lecture.lossviz.json"])
def test_a_name_is_asked_for_once_and_gets_its_ending(
    menu: Menu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    asked = answer(monkeypatch, tmp_path / chosen)
    menu.run("file.save_session")
    menu.run("file.save_session")
    assert len(asked) == 1
    assert menu.rig.desk.path == tmp_path / "lecture.lossviz.json"
    assert (tmp_path / "lecture.lossviz.json").is_file()
    menu.run("file.save_session_as")
    assert asked[1:] == [str(tmp_path / "lecture.lossviz.json")]


def test_recent_files_are_offered_newest_first_as_long_as_they_are_there(menu: Menu, tmp_path: Path) -> None:
    for name in ("a & b.csv", "run.pt", "gone.pt"):
        (tmp_path / name).touch()
        menu.rig.settings.add_recent_file(tmp_path / name)
    (tmp_path / "gone.pt").unlink()
    assert [command.text for command in menu.recent()] == ["&1 run.pt", "&2 a && b.csv"]
    menu.recent()[1].run()
    assert menu.opened == [tmp_path / "a & b.csv"]
    menu.run("file.forget_recent")
    assert menu.recent() == []
    assert "file.forget_recent" not in menu.table()


def test_reset_waits_for_a_training(menu: Menu) -> None:
    menu.rig.polynomial.set_degree(1)
    assert menu.table()["file.reset"].can_run
    menu.run("file.reset")
    assert menu.rig.polynomial.degree == 4
    menu.rig.training.set_state(RunState.STARTING)
    assert not menu.table()["file.reset"].can_run
