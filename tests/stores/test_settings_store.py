"""SettingsStore: what was chosen comes back; what is damaged gives the default."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from lossviz.stores.settings_store import MOST_RECENT_FILES, SettingsStore
from tests.support.tellings import Tellings


def store_at(file: Path) -> SettingsStore:
    return SettingsStore(QSettings(str(file), QSettings.Format.IniFormat))


def test_choices_come_back_in_the_next_sitting(tmp_path: Path) -> None:
    file = tmp_path / "lossviz.ini"
    store = store_at(file)
    store.set_theme_name("dark")
    store.set_language("zh_CN")
    store.set_data_folder(Path("/数据/mnist, 2"))
    store.set_window_geometry(QByteArray(b"\x00\x01geometry\xff"))
    store.save()
    again = store_at(file)
    assert again.theme_name == "dark"
    assert again.language == "zh_CN"
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
        b"[window]\nlanguage=zh_TW\n",
        b"[window",
    ],
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "lossviz.ini"
    file.write_bytes(content)
    store = store_at(file)
    assert (store.theme_name, store.language) == ("", "")
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


def test_a_language_is_told_when_it_changes_and_an_unknown_one_is_refused(tmp_path: Path) -> None:
    store = store_at(tmp_path / "lossviz.ini")
    told = Tellings(store.language_changed)
    store.set_language("")
    store.set_language("zh_CN")
    store.set_language("zh_CN")
    assert told.count == 1
    with pytest.raises(ValueError, match="Klingon"):
        store.set_language("Klingon")
    assert (store.language, told.count) == ("zh_CN", 1)


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


def test_recent_files_come_back_newest_first_without_those_that_are_gone(tmp_path: Path) -> None:
    names = [f"{number}, 数据.csv" for number in range(MOST_RECENT_FILES + 3)]
    store = store_at(tmp_path / "lossviz.ini")
    told = Tellings(store.recent_files_changed)
    for name in names:
        (tmp_path / name).touch()
        store.add_recent_file(tmp_path / name)
    store.add_recent_file(tmp_path / names[5])
    (tmp_path / names[-1]).unlink()
    store.save()
    again = store_at(tmp_path / "lossviz.ini")
    newest = [names[5], *reversed([name for name in names if name != names[5]])][:MOST_RECENT_FILES]
    assert [path.name for path in again.recent_files] == newest
    assert [path.name for path in again.recent_files_there()] == [name for name in newest if name != names[-1]]
    assert told.count == len(names) + 1
    again.forget_recent_files()
    assert again.recent_files == ()


def test_one_recent_file_is_a_list_of_one(tmp_path: Path) -> None:
    store = store_at(tmp_path / "lossviz.ini")
    store.add_recent_file(tmp_path / "one.pt")
    store.save()
    assert store_at(tmp_path / "lossviz.ini").recent_files == (tmp_path / "one.pt",)


@pytest.mark.parametrize("value", [3, [3, None], "", b"bytes"])
def test_a_damaged_list_of_recent_files_is_an_empty_one(tmp_path: Path, value: object) -> None:
    settings = QSettings(str(tmp_path / "lossviz.ini"), QSettings.Format.IniFormat)
    settings.setValue("files/recent", value)
    assert SettingsStore(settings).recent_files == ()


def test_the_arrangement_of_the_window_comes_back(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "lossviz.ini"), QSettings.Format.IniFormat)
    store = SettingsStore(settings)
    assert store.view_state == {}
    store.set_view_state({"fit.left_tabs": 2, "fit.splitter": [300, 200], "名": True})
    store.save()
    again = SettingsStore(QSettings(str(tmp_path / "lossviz.ini"), QSettings.Format.IniFormat))
    assert again.view_state == {"fit.left_tabs": 2, "fit.splitter": [300, 200], "名": True}


@pytest.mark.parametrize("garbage", ["", "[1, 2]", "{", "NaN", "[" * 100_000, 7])
def test_a_damaged_arrangement_is_none(tmp_path: Path, garbage: object) -> None:
    settings = QSettings(str(tmp_path / "lossviz.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/view", garbage)
    assert SettingsStore(settings).view_state == {}


def test_a_place_whose_name_is_no_text_is_not_remembered_as_another(tmp_path: Path) -> None:
    store = store_at(tmp_path / "lossviz.ini")
    odd = tmp_path / "one\udcff"
    store.add_recent_file(tmp_path)
    store.add_recent_file(odd)
    store.set_data_folder(odd)
    assert store.recent_files == (tmp_path,)
    assert store.data_folder == ""
