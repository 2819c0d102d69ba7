"""No file is replaced under a name that nobody was asked about."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from lossviz.widgets.save_dialog import asked_save_path


def asked(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answers: list[str], proposed: str
) -> tuple[Path | None, list[str]]:
    """What comes of these answers, and which names were proposed."""
    names: list[str] = []

    def answer(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        names.append(name)
        return answers[len(names) - 1], ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    return asked_save_path(parent, "Save", proposed, "Tables (*.csv)", ".csv"), names


@pytest.mark.parametrize("name", ["a.csv", "a.CSV"])
def test_a_whole_name_is_taken_as_it_is(
    name: str, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_text("the dialog has asked about it")
    path, names = asked(qtbot, monkeypatch, [str(tmp_path / name)], "x.csv")
    assert (path, names) == (tmp_path / name, ["x.csv"])


def test_a_name_gets_its_suffix(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(qtbot, monkeypatch, [str(tmp_path / "a")], "x.csv") == (tmp_path / "a.csv", ["x.csv"])


@pytest.mark.parametrize("second", ["a.csv", ""])
def test_where_the_suffix_makes_the_name_of_a_file_that_is_there_it_is_asked_again(
    second: str, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_text("old")
    again = str(tmp_path / second) if second else ""
    path, names = asked(qtbot, monkeypatch, [str(tmp_path / "a"), again], "x.csv")
    assert path == (tmp_path / "a.csv" if second else None)
    assert names == ["x.csv", str(tmp_path / "a.csv")]


def test_a_short_suffix_gives_way_to_the_whole(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.json"), ""))
    parent = QWidget()
    qtbot.addWidget(parent)
    assert asked_save_path(parent, "Save", "x", "", ".lossviz.json", ".json") == tmp_path / "a.lossviz.json"
