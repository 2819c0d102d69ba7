"""SettingsStore: what was chosen comes back; what is damaged gives the default."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from lossviz.stores.settings_store import SettingsStore
from tests.support.tellings import Tellings


def store_at(file: Path) -> SettingsStore:
    return SettingsStore(QSettings(str(file), QSettings.Format.IniFormat))


def test_choices_come_back_in_the_next_sitting(tmp_path: Path) -> None:
    file = tmp_path / "lossviz.ini"
    store = store_at(file)
    store.set_theme_name("dark")
    store.set_data_folder(Path("/数据/mnist, 2"))
    store.set_window_geometry(QByteArray(b"\x00\x01geometry\xff"))
    store.save()
    again = store_at(file)
    assert again.theme_name == "dark"
    assert again.data_folder == str(Path("/数据/mnist, 2"))
    assert again.window_geometry == QByteArray(b"\x00\x01geometry\xff")


def test_the_first_sitting_has_the_defaults(tmp_path: Path) -> None:
    store = store_at(tmp_path / "lossviz.ini")
    assert (store.theme_name, store.data_folder, store.window_geometry.isEmpty()) == ("", "", True)


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\xfe garbage \x80",
        b"[window]\ntheme=purple\ngeometry=12\n[data]\nfolder=@Size(3 4)\n",
        b"[window]\ntheme=light, dark\ngeometry=@ByteArray\n[data]\nfolder=a, b\n",
        b"[window",
    ],
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "lossviz.ini"
    file.write_bytes(content)
    store = store_at(file)
    assert store.theme_name == ""
    assert store.data_folder == ""
    assert store.window_geometry.isEmpty()


def test_a_theme_is_told_when_it_changes_and_an_unknown_one_is_refused(tmp_path: Path) -> None:
    store = store_at(tmp_path / "lossviz.ini")
    told = Tellings(store.theme_changed)
    store.set_theme_name("")
    store.set_theme_name("light")
    store.set_theme_name("light")
    assert told.count == 1
    with pytest.raises(ValueError, match="purple"):
        store.set_theme_name("purple")
    assert (store.theme_name, told.count) == ("light", 1)


def test_a_data_folder_can_be_forgotten(tmp_path: Path) -> None:
    store = store_at(tmp_path / "lossviz.ini")
    store.set_data_folder(Path("somewhere"))
    store.set_data_folder(None)
    assert store.data_folder == ""


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = store_at(tmp_path / "file" / "lossviz.ini")
    store.set_theme_name("dark")
    store.save()
    assert store.theme_name == "dark"
