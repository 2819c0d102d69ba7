"""Whatever the window shows can be translated: in a language that marks every letter, no plain word is left."""

import re

import pytest
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from tests.support.assembly import Home, home, settle
from tests.support.pseudo_locale import marked, pseudo_locale
from tests.support.visible_texts import SeenText, painted_texts, texts_of

__all__ = ["home"]

# Names and symbols that are the same in every language.
_NAMES = (
    *("lossviz", "MNIST", "MSE", "BCE", "CE", "KL", "ReLU", "SGD", "Adam", "AdamW", "CPU", "GPU", "CUDA", "NaN"),
    *("PyTorch", "TensorFlow", "PaddlePaddle", "scikit-learn", "OpenGL", "BCELoss", "BCEWithLogitsLoss"),
    *(
        "CrossEntropyLoss",
        "NLLLoss",
        "LogSoftmax",
        "English",
        "CSV",
        "SVG",
        "PNG",
        "MB",
        "Ctrl",
        "Shift",
        "Alt",
        "Del",
        "ln",
        "exp",
        "inf",
    ),
)
_SAME_EVERYWHERE = re.compile(
    r"</?[a-z][^<>]*>"  # tags
    r"|\w+Error: .*"  # what PyTorch itself says
    r"|F\.\w+\(.*\)|[A-Za-z]\w*(?:\.\w+)+(?:\([^()]*\))?"  # code
    r"|e\^\([^)]*\)"  # formulas
    r"|\d(?:e[+-]\d+|x)\d*"
    rf"|(?<![A-Za-z])(?:{'|'.join(_NAMES)})(?![A-Za-z])"
)
_WORD = re.compile(r"[A-Za-z]{2,}")
_CODE = ("QPlainTextEdit in",)
_OF_LESSONS = ("action command.lessons.give_",)  # a lesson's file has its own words for each language
_QTS_OWN = ("QToolButton in ScrollLeftButton", "QToolButton in ScrollRightButton", "action  ")  # translated by Qt


def plain_words(seen: SeenText) -> list[str]:
    """What nobody looked up."""
    if seen.where.startswith((*_CODE, *_OF_LESSONS, *_QTS_OWN)):
        return []
    return _WORD.findall(_SAME_EVERYWHERE.sub(" ", seen.text))


def look_everywhere(assembly: Assembly, qtbot: QtBot) -> None:
    """Bring every tab of every page to the front, and have it painted."""
    window = assembly.window
    for page in range(window.pages.count()):
        window.pages.setCurrentIndex(page)
        settle(assembly, qtbot)
        window.grab()
        for tabs in window.pages.currentWidget().findChildren(QTabWidget):
            for index in range(tabs.count()):
                tabs.setCurrentIndex(index)
                settle(assembly, qtbot)
                tabs.grab()


def test_no_page_tab_menu_or_picture_has_a_text_that_cannot_be_translated(
    home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pseudo_locale():
        assembly = home.open(qtbot)
        with painted_texts(monkeypatch) as painted:
            look_everywhere(assembly, qtbot)
        seen = {*texts_of(assembly.window), *painted}
    assert len(seen) > 1000
    assert sorted(f"{one.where}: {words} in {one.text}" for one in seen if (words := plain_words(one))) == []


@pytest.mark.parametrize("text", ["Run", "{count} cases", "<b>loss</b>", "Ŀȯṡṡ of MSE", "1e-3 per step"])
def test_an_english_word_would_be_found(text: str) -> None:
    assert plain_words(SeenText("QLabel in fit.note text", text))


@pytest.mark.parametrize(
    "text", ["−ln p", "0.3", "1e-05", "ḋBCE/ḋẇ = +0.7", "w", "KL(p‖q)", "IndexError: Target 3", "MNIST"]
)
def test_symbols_and_names_would_not(text: str) -> None:
    assert not plain_words(SeenText("QLabel in fit.note text", text))


def test_fields_and_tags_stay_as_they_are() -> None:
    assert marked("&Save <b>{count:.2f}</b> of {path}") == "&Ṡȧṿė <b>{count:.2f}</b> ȯḟ {path}"


def test_a_change_of_language_reaches_everything_in_the_window(home: Home, qtbot: QtBot) -> None:
    assembly = home.open(qtbot)
    with pseudo_locale():
        assembly.translation.language_changed.emit()
        settle(assembly, qtbot)
        seen = set(texts_of(assembly.window))
    assert sorted(f"{one.where}: {words} in {one.text}" for one in seen if (words := plain_words(one))) == []
