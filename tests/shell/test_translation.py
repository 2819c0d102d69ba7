"""Translation: the window speaks the chosen language or the system's, at once, or says why it does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QSettings
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from lossviz.shell import translation
from lossviz.shell.cjk_fonts import chinese_family
from lossviz.shell.translation import Translation, language_of, locale_of
from lossviz.stores.settings_store import SettingsStore
from tests.support.assembly import application_restored
from tests.support.tellings import Tellings
from tests.support.translated import compile_texts

_FAMILY = "A Chinese Font"


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(QSettings(str(tmp_path / "lossviz.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def application(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    """On an English system with a Chinese font."""
    monkeypatch.setattr(translation, "chinese_family", lambda: _FAMILY)
    monkeypatch.setattr(translation, "system_languages", lambda: ["en-Latn-US", "en"])
    with application_restored(qapp):
        yield qapp


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A .qm with one text."""
    file = compile_texts(tmp_path, {("Test", "Losses"): "损失函数"})
    monkeypatch.setattr(translation, "resource_path", lambda _relative: file)
    return file


def said() -> str:
    return QCoreApplication.translate("Test", "Losses")


def said_by_qt() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


@pytest.mark.usefixtures("compiled")
def test_a_chosen_language_is_spoken_at_once_standard_buttons_included(
    application: QApplication, settings: SettingsStore
) -> None:
    spoken = Translation(application, settings)
    told = Tellings(spoken.language_changed)
    assert (spoken.language, said(), said_by_qt()) == ("en", "Losses", "Cancel")
    settings.set_language("zh_CN")
    assert (spoken.language, said(), said_by_qt(), told.count) == ("zh_CN", "损失函数", "取消", 1)
    settings.set_language("en")
    assert (spoken.language, said(), said_by_qt(), told.count) == ("en", "Losses", "Cancel", 2)


@pytest.mark.usefixtures("compiled")
def test_whoever_hears_of_a_change_finds_the_texts_exchanged(
    application: QApplication, settings: SettingsStore
) -> None:
    spoken, heard = Translation(application, settings), []
    spoken.language_changed.connect(lambda: heard.append(said()))
    settings.set_language("zh_CN")
    assert heard == ["损失函数"]


@pytest.mark.usefixtures("compiled")
def test_a_choice_that_changes_nothing_is_not_told(application: QApplication, settings: SettingsStore) -> None:
    spoken = Translation(application, settings)
    told = Tellings(spoken.language_changed)
    settings.set_language("en")
    assert told.count == 0


@pytest.mark.usefixtures("compiled")
def test_a_language_for_this_start_lasts_until_another_is_chosen(
    application: QApplication, settings: SettingsStore
) -> None:
    spoken = Translation(application, settings, "zh_CN")
    assert (spoken.language, settings.language) == ("zh_CN", "")
    settings.set_language("en")
    assert spoken.language == "en"


@pytest.mark.usefixtures("compiled")
def test_without_a_choice_the_system_decides(
    application: QApplication, settings: SettingsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "system_languages", lambda: ["zh-Hans-CN", "zh-CN", "zh-Hans", "zh"])
    spoken = Translation(application, settings)
    assert (spoken.language, said()) == ("zh_CN", "损失函数")


@pytest.mark.parametrize(
    ("languages", "language"),
    [
        (["zh-Hans-CN", "zh-CN", "zh-Hans", "zh"], "zh_CN"),
        (["zh-CN"], "zh_CN"),
        (["zh_CN"], "zh_CN"),
        (["zh-Hans-SG"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW"], "en"),
        (["zh-HK"], "en"),
        (["de-Latn-DE", "de-DE", "de"], "en"),
        (["en-GB", "zh-Hans-CN"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_simplified_chinese_systems_get_chinese_and_all_others_english(languages: list[str], language: str) -> None:
    assert language_of(languages) == language


def test_without_the_compiled_file_it_stays_english_and_says_what_to_do(
    application: QApplication, settings: SettingsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(relative: str) -> Path:
        raise FileNotFoundError(relative)

    monkeypatch.setattr(translation, "resource_path", missing)
    spoken = Translation(application, settings)
    told = Tellings(spoken.language_changed)
    assert spoken.problem is None
    settings.set_language("zh_CN")
    assert (spoken.language, told.count) == ("en", 1)
    assert "scripts.translations --release" in str(spoken.problem)
    settings.set_language("en")
    assert (spoken.problem, told.count) == (None, 2)


def test_a_damaged_compiled_file_is_told_of(application: QApplication, settings: SettingsStore, compiled: Path) -> None:
    compiled.write_bytes(b"no translations")
    spoken = Translation(application, settings, "zh_CN")
    assert spoken.language == "en"
    assert "damaged" in str(spoken.problem)


@pytest.mark.usefixtures("compiled")
def test_without_a_chinese_font_it_stays_english_and_says_what_to_install(
    application: QApplication, settings: SettingsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "chinese_family", lambda: "")
    spoken = Translation(application, settings, "zh_CN")
    assert (spoken.language, said()) == ("en", "Losses")
    assert "Install a font" in str(spoken.problem)


@pytest.mark.usefixtures("compiled")
def test_chinese_characters_come_from_one_font_and_latin_ones_from_the_usual(
    application: QApplication, settings: SettingsStore
) -> None:
    usual, latin = application.font().families(), QFontInfo(application.font()).family()
    spoken = Translation(application, settings)
    settings.set_language("zh_CN")
    assert spoken.problem is None
    assert application.font().families() == [latin, _FAMILY]
    settings.set_language("en")
    assert application.font().families() == usual


@pytest.mark.usefixtures("compiled")
def test_bold_latin_is_not_a_thickened_chinese_font(
    application: QApplication, settings: SettingsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not (family := chinese_family()):
        pytest.skip("no font on this computer has Chinese characters")
    monkeypatch.setattr(translation, "chinese_family", lambda: family)
    bold = QFont(application.font())
    bold.setBold(True)
    in_english = QFontInfo(bold).family()
    spoken = Translation(application, settings, "zh_CN")
    bold.setFamilies(application.font().families())
    assert (spoken.problem, QFontInfo(bold).family()) == (None, in_english)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.usefixtures("compiled")
def test_numbers_have_a_decimal_point_and_no_separators_in_both_languages(
    application: QApplication, settings: SettingsStore, language: str
) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    spoken = Translation(application, settings, language)
    assert spoken.language == language
    assert QLocale().toString(12345.5, "f", 1) == "12345.5"
    assert QLocale() == locale_of(language)
