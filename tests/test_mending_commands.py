"""What there is for when something is wrong: --diagnose, --reset-settings, --safe-mode; none needs a display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

import lossviz
from lossviz.reset_command import put_aside
from lossviz.shell.diagnostics import settings_state
from lossviz.stores.settings_store import SettingsStore
from lossviz.user_places import UserPlaces
from lossviz.widgets.surfaces.surface_view import CHOICE_VARIABLE
from lossviz.window_command import surroundings

CHECKOUT = Path(lossviz.__file__).parents[1]


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """lossviz with an empty home and no display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= {"HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "main.py", *arguments]
    return subprocess.run(
        command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.fixture
def places(tmp_path: Path) -> UserPlaces:
    return UserPlaces(tmp_path / "lossviz.ini", tmp_path / "mnist", tmp_path / "built-in", tmp_path / "state")


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS always have a display")
def test_the_diagnosis_is_printed_without_a_display_and_says_that_there_is_none(tmp_path: Path) -> None:
    ended = run(tmp_path, "--diagnose")
    assert ended.returncode == 0, ended.stderr
    for told in (f"lossviz: {lossviz.__version__}", "PyTorch: ", "Qt platform: none", "Cores: ", "Settings: "):
        assert told in ended.stdout
    assert "Window: There is no display" in ended.stdout
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the settings are not below HOME")
def test_settings_are_put_aside_and_it_is_said_where_to(tmp_path: Path) -> None:
    assert "nothing to reset" in run(tmp_path, "--reset-settings").stdout
    (settings,) = [tmp_path / ".config" / "lossviz" / "lossviz" / "lossviz.ini"]
    settings.parent.mkdir(parents=True)
    settings.write_text("[window]\ntheme=dark\n", encoding="utf-8")
    ended = run(tmp_path, "--reset-settings")
    assert ended.returncode == 0
    assert not settings.exists()
    aside = settings.with_name("lossviz.old.ini")
    assert str(aside) in ended.stdout
    assert "theme=dark" in aside.read_text(encoding="utf-8")


def test_what_was_put_aside_before_stays(tmp_path: Path) -> None:
    path = tmp_path / "lossviz.ini"
    for text in ("first", "second", "third"):
        path.write_text(text, encoding="utf-8")
        put_aside(path)
    assert {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == {
        "lossviz.old.ini": "first",
        "lossviz.old-2.ini": "second",
        "lossviz.old-3.ini": "third",
    }
    assert put_aside(path) is None


def test_safe_mode_neither_reads_nor_writes_settings(places: UserPlaces, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOICE_VARIABLE, "")
    before = QSettings(str(places.settings_file), QSettings.Format.IniFormat)
    before.setValue("data/folder", "/somewhere")
    before.sync()
    text = places.settings_file.read_bytes()
    with surroundings(places, is_safe=True) as around:
        assert around.is_safe
        assert os.environ[CHOICE_VARIABLE] == "software"
        assert around.settings.value("data/folder") is None
        around.settings.setValue("window/theme", "dark")
        around.settings.sync()
        of_this_window = Path(around.settings.fileName())
    assert not of_this_window.exists()
    assert places.settings_file.read_bytes() == text


def test_otherwise_settings_are_those_of_last_time(places: UserPlaces) -> None:
    with surroundings(places, is_safe=False) as around:
        assert Path(around.settings.fileName()) == places.settings_file
        assert around.state_folder == places.state
        assert not around.is_safe


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")
def test_nobody_waits_for_a_pipe_that_has_the_name_of_the_settings(places: UserPlaces) -> None:
    if sys.platform != "win32":
        os.mkfifo(places.settings_file)
    store = SettingsStore(places.settings())
    assert store.theme_name == ""
    store.set_theme_name("dark")
    store.save()
    assert settings_state(places.settings_file).startswith("cannot be read")
    assert places.settings_file.is_fifo()
