"""The diagnostic info tells what somebody who is to help would ask for."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

import lossviz
from lossviz.shell.crash_files import write_report
from lossviz.shell.diagnostics import Places, diagnosis, settings_state


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "lossviz.ini", tmp_path / "mnist", tmp_path / "built-in", tmp_path / "crashes")


def test_it_tells_versions_processors_and_places(places: Places, qtbot: QtBot) -> None:
    del qtbot
    text = diagnosis(places, 3)
    for told in (f"lossviz: {lossviz.__version__}", "Python: 3.", "PyTorch: ", "Qt: 6.", "Qt platform: ", "OpenGL: "):
        assert told in text
    assert "threads for training: 3" in text
    assert str(places.settings) in text
    assert "nothing downloaded" in text
    assert f"Crash reports: {places.crashes} (none)" in text
    assert all(": " in line or "=" in line for line in text.splitlines())


def test_it_names_the_last_crash(places: Places, qtbot: QtBot) -> None:
    del qtbot
    report = write_report(places.crashes, "ZeroDivisionError", [])
    assert f"the last one is {report.name}" in diagnosis(places, 1)


def test_the_state_of_the_settings_is_told(tmp_path: Path) -> None:
    path = tmp_path / "lossviz.ini"
    assert settings_state(path).startswith("no file")
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    settings.setValue("window/theme", "dark")
    settings.sync()
    assert settings_state(path) == "1 settings"


def test_settings_that_cannot_be_read_are_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "lossviz.ini"
    path.mkdir()
    assert settings_state(path).startswith("cannot be read")


def test_settings_that_would_run_code_are_told_unread(tmp_path: Path) -> None:
    path = tmp_path / "lossviz.ini"
    path.write_text("[window]\ntheme=@Variant(x)\n")
    assert settings_state(path).startswith("somebody else's")
