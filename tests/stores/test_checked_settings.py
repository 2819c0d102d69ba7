"""CheckedSettings: a settings file that would run code when it is read is put aside unread."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from lossviz.stores.checked_settings import holds_objects
from lossviz.stores.settings_store import SettingsStore

START = b"@Variant("
WAYS_TO_WRITE_IT: dict[str, Callable[[bytes], bytes]] = {
    "as Qt does": lambda content: content,
    "a letter as a number": lambda content: content.replace(START, b"\\x40Variant("),
    "an octal number": lambda content: content.replace(START, b"\\100Variant("),
    "a number too large": lambda content: content.replace(START, b"\\x10040Variant("),
    "an escape without meaning": lambda content: content.replace(START, b"@V\\qariant("),
    "on two lines": lambda content: content.replace(START, b"@Var\\\niant("),
    "quotation marks within": lambda content: content.replace(START, b'@Var""iant('),
    "in a list": lambda content: content.replace(START, b"one, @Variant("),
    "as a date": lambda content: content.replace(START, b"@DateTime("),
}


class _RunsWhenRead:
    def __init__(self, trace: Path) -> None:
        self._trace = trace

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self._trace),)


def opened(path: Path) -> SettingsStore:
    return SettingsStore(QSettings(str(path), QSettings.Format.IniFormat))


@pytest.fixture
def crafted(tmp_path: Path) -> bytes:
    settings = QSettings(str(tmp_path / "written.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/theme", "dark")
    settings.setValue("window/view", _RunsWhenRead(tmp_path / "trace"))
    settings.sync()
    return (tmp_path / "written.ini").read_bytes()


def test_qt_runs_what_stands_in_a_settings_file(crafted: bytes, tmp_path: Path) -> None:
    (tmp_path / "read.ini").write_bytes(crafted)
    assert QSettings(str(tmp_path / "read.ini"), QSettings.Format.IniFormat).value("window/theme") == "dark"
    assert (tmp_path / "trace").exists()  # otherwise the tests below could not fail


@pytest.mark.parametrize("way", WAYS_TO_WRITE_IT)
def test_nothing_in_a_settings_file_is_run(crafted: bytes, tmp_path: Path, way: str) -> None:
    content, path = WAYS_TO_WRITE_IT[way](crafted), tmp_path / "lossviz.ini"
    path.write_bytes(content)
    store = opened(path)
    assert (store.theme_name, store.view_state, store.recent_files) == ("", {}, ())
    store.set_theme_name("light")
    store.save()
    assert opened(path).theme_name == "light"
    assert (tmp_path / "lossviz.refused.ini").read_bytes() == content
    assert not (tmp_path / "trace").exists()


def test_where_it_cannot_be_put_aside_it_is_neither_read_nor_written(
    crafted: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(path))

    path = tmp_path / "lossviz.ini"
    path.write_bytes(crafted)
    monkeypatch.setattr(Path, "replace", refuse)
    store = opened(path)
    store.set_theme_name("light")
    store.save()
    assert store.theme_name == ""
    assert path.read_bytes() == crafted
    assert not (tmp_path / "trace").exists()


def test_what_lossviz_writes_is_harmless(tmp_path: Path) -> None:
    store = opened(tmp_path / "lossviz.ini")
    store.set_window_geometry(QByteArray(bytes(range(256))))
    store.set_view_state({"@x": [1, 2], "a": True})
    store.add_recent_file(tmp_path / "@ \u6570\u636e, one;two.csv")
    (tmp_path / "@ two").touch()
    store.add_recent_file(tmp_path / "@ two")
    store.save()
    assert not holds_objects(tmp_path / "lossviz.ini")
    assert not holds_objects(tmp_path / "none.ini")


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")
def test_nobody_waits_for_the_end_of_a_pipe(tmp_path: Path) -> None:
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "lossviz.ini")
    assert not holds_objects(tmp_path / "lossviz.ini")
