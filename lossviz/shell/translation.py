"""Speaks the chosen language, or the system's where none was chosen.

How numbers are shown: English and Chinese both write 1234.5. So every number in the window has a decimal point and no
thousands separators, whatever the habits of the system are, and what is typed, copied or exported reads as what is
shown. QLocale's default follows the language of the window, for everything that Qt writes by itself.
"""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.resource_files import resource_path
from lossviz.shell.cjk_fonts import chinese_family, no_chinese_font
from lossviz.stores.settings_store import SettingsStore

_CHINESE = "zh_CN"
_COMPILED = "i18n/zh_CN.qm"
_QTS_OWN = "qtbase_zh_CN"  # its standard buttons and dialogs
_UNSEPARATED = QLocale.NumberOption.OmitGroupSeparator | QLocale.NumberOption.RejectGroupSeparator


class Translation(QObject):
    """Owns the application's translators, its font for Chinese characters, and the default QLocale.

    for_now: a language of LANGUAGE_NAMES to begin with, until another is chosen in the window.
    """

    language_changed = Signal()  # the translators are exchanged: whatever stands in the window is to be written anew

    def __init__(self, application: QApplication, settings: SettingsStore, for_now: str = "") -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        self._for_now = for_now
        self._families = application.font().families()
        self._latin_family = QFontInfo(application.font()).family()
        self._translators: list[QTranslator] = []
        self._language = "en"
        self._problem: LossvizError | None = None
        self._speak(self._wanted())
        settings.language_changed.connect(self._on_language_chosen)

    @property
    def language(self) -> str:
        """The language of LANGUAGE_NAMES that the window speaks now."""
        return self._language

    @property
    def problem(self) -> LossvizError | None:
        """Why the window does not speak the language that it should; None if it does."""
        return self._problem

    def _wanted(self) -> str:
        return self._for_now or self._settings.language or language_of(system_languages())

    def _on_language_chosen(self) -> None:
        self._for_now = ""
        before = self._language, self._problem
        self._speak(self._wanted())
        if (self._language, self._problem) != before:
            self.language_changed.emit()

    def _speak(self, wanted: str) -> None:
        translators: list[QTranslator] = []
        families, self._problem = self._families, None
        if wanted == _CHINESE:
            try:
                families, translators = _families_for_chinese(self._latin_family), _chinese_translators()
            except LossvizError as error:
                self._problem = error
        self._language = _CHINESE if translators else "en"
        self._put_in_force(translators, families)

    def _put_in_force(self, translators: list[QTranslator], families: list[str]) -> None:
        QLocale.setDefault(locale_of(self._language))
        font = self._application.font()
        if font.families() != families:
            font.setFamilies(families)
            self._application.setFont(font)
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = translators
        for translator in translators:
            self._application.installTranslator(translator)


def system_languages() -> list[str]:
    """What the system's user reads, the preferred first, e.g. ["zh-Hans-CN", "zh-CN", "zh-Hans", "zh"]."""
    return QLocale.system().uiLanguages()


def language_of(languages: list[str]) -> str:
    """Chinese for those whose first language is Simplified Chinese, English for all others."""
    first = QLocale(languages[0]) if languages else QLocale.c()
    is_chinese = first.language() is QLocale.Language.Chinese and first.script() is QLocale.Script.SimplifiedHanScript
    return _CHINESE if is_chinese else "en"


def locale_of(language: str) -> QLocale:
    """How Qt writes numbers and dates in a language of LANGUAGE_NAMES: numbers without thousands separators."""
    locale = QLocale(language)
    locale.setNumberOptions(_UNSEPARATED)
    return locale


def _families_for_chinese(latin: str) -> list[str]:
    """The font that Latin characters have in English too, then one for the rest.

    latin: a font, not an alias such as "Sans Serif", which Qt passes over in favour of a font that it finds by name:
    many Chinese fonts have no bold face, and thickened letters lose the dots of their i.
    """
    chinese = chinese_family()
    if not chinese:
        raise no_chinese_font()
    return list(dict.fromkeys((latin, chinese)))


def _chinese_translators() -> list[QTranslator]:
    """Qt's own and lossviz's, which is asked first because it is installed last."""
    own, qts = QTranslator(), QTranslator()
    qts.load(_QTS_OWN, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    if not own.load(_compiled_file()):
        raise _not_compiled()
    return [qts, own]


def _compiled_file() -> str:
    try:
        return str(resource_path(_COMPILED))
    except FileNotFoundError:
        return ""


def _not_compiled() -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The window stays in English."),
        QT_TRANSLATE_NOOP("errors", "The file with the Chinese texts, resources/i18n/zh_CN.qm, is missing or damaged."),
        QT_TRANSLATE_NOOP(
            "errors",
            "In a checkout, make it with python -m scripts.translations --release, then choose the language again; "
            "otherwise install lossviz again.",
        ),
    )
