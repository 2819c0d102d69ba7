"""The checks of a window's look find what is wrong with it, and nothing where nothing is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.looks.contrast import faint_paintings, faint_texts, pixels_of
from tests.support.looks.finding import Finding
from tests.support.looks.glyphs import boxes, missing_glyphs
from tests.support.looks.painted import PaintedTexts, cut_paintings, painted_texts, paintings_over_each_other
from tests.support.looks.places import displaced, scrolling, squeezed, too_large
from tests.support.looks.scene import Look
from tests.support.looks.survey import Survey
from tests.support.looks.text_room import cut_texts

LONG = "The quick brown fox jumps over the lazy dog"
UNASSIGNED = "\u0378"  # no font has it


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(600, 300)
    qtbot.addWidget(window)
    return window


def shown(window: QWidget, qtbot: QtBot) -> QWidget:
    with qtbot.waitExposed(window):
        window.show()
    return window


def kinds(findings: list[Finding]) -> set[str]:
    return {one.kind for one in findings}


def label(window: QWidget) -> QWidget:
    return QLabel(LONG, window)


def wrapped_label(window: QWidget) -> QWidget:
    made = QLabel(LONG, window)
    made.setWordWrap(True)
    return made


def button(window: QWidget) -> QWidget:
    return QPushButton(LONG, window)


def check_box(window: QWidget) -> QWidget:
    return QCheckBox(LONG, window)


def combo_box(window: QWidget) -> QWidget:
    made = QComboBox(window)
    made.addItem(LONG)
    return made


def group_box(window: QWidget) -> QWidget:
    return QGroupBox(LONG, window)


def number_field(window: QWidget) -> QWidget:
    made = QSpinBox(window)
    made.setRange(0, 10**9)
    made.setValue(123_456_789)
    return made


def table(window: QWidget) -> QWidget:
    made = QTableWidget(1, 1, window)
    made.setWordWrap(False)
    made.setItem(0, 0, QTableWidgetItem(LONG))
    made.setColumnWidth(0, 60)
    return made


def head(window: QWidget) -> QWidget:
    made = QTableWidget(1, 1, window)
    made.setHorizontalHeaderLabels([LONG])
    made.setColumnWidth(0, 60)
    return made


MAKERS = (label, wrapped_label, button, check_box, combo_box, group_box, number_field)
EACH = pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)


@EACH
def test_a_text_without_room_is_cut(make: Callable[[QWidget], QWidget], window: QWidget, qtbot: QtBot) -> None:
    make(window).setGeometry(10, 10, 60, 24)
    findings = cut_texts(shown(window, qtbot))
    assert kinds(findings) == {"cut"}
    assert any(one.text in LONG or one.text == "123456789" for one in findings)


@EACH
def test_a_text_with_room_is_not(make: Callable[[QWidget], QWidget], window: QWidget, qtbot: QtBot) -> None:
    made = make(window)
    made.setGeometry(QRect(QPoint(10, 10), made.sizeHint().expandedTo(QSize(400, 40))))
    assert cut_texts(shown(window, qtbot)) == []
    assert squeezed(window) == []


@pytest.mark.parametrize("make", [table, head], ids=lambda make: make.__name__)
def test_a_cell_or_head_without_room_is_cut(
    make: Callable[[QWidget], QTableWidget], window: QWidget, qtbot: QtBot
) -> None:
    made = make(window)
    made.setGeometry(0, 0, 400, 200)
    assert [one.text for one in cut_texts(shown(window, qtbot))] == [LONG]
    made.setColumnWidth(0, 380)
    assert cut_texts(window) == []


def test_a_text_that_is_shortened_on_purpose_has_all_of_it_in_its_tool_tip(window: QWidget, qtbot: QtBot) -> None:
    made = combo_box(window)
    made.setGeometry(10, 10, 60, 24)
    made.setToolTip(f"All of it: {LONG}")
    assert cut_texts(shown(window, qtbot)) == []


def test_what_reaches_beyond_its_parent_is_out_of_place(window: QWidget, qtbot: QtBot) -> None:
    QLabel("a", window).setGeometry(590, 10, 40, 20)
    assert kinds(displaced(shown(window, qtbot))) == {"out of place"}


def test_words_over_words_are_found(window: QWidget, qtbot: QtBot) -> None:
    QLabel("one", window).setGeometry(10, 10, 80, 20)
    QPushButton("other", window).setGeometry(50, 12, 80, 24)
    assert kinds(displaced(shown(window, qtbot))) == {"overlap"}


def test_what_is_smaller_than_its_least_size_is_squeezed(window: QWidget, qtbot: QtBot) -> None:
    button(window).setGeometry(10, 10, 40, 24)
    assert kinds(squeezed(shown(window, qtbot))) == {"squeezed"}


def test_scrolling_to_the_side_is_found(window: QWidget, qtbot: QtBot) -> None:
    area, content = QScrollArea(window), QWidget()
    content.resize(500, 50)
    area.setWidget(content)
    area.setGeometry(0, 0, 200, 200)
    text = QPlainTextEdit("x" * 200, window)
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    text.setGeometry(220, 0, 200, 200)
    assert sorted(one.widget.split()[0] for one in scrolling(shown(window, qtbot))) == ["QPlainTextEdit", "QScrollArea"]


def test_scrolling_down_is_not(window: QWidget, qtbot: QtBot) -> None:
    area, content = QScrollArea(window), QWidget()
    content.resize(150, 900)
    area.setWidget(content)
    area.setGeometry(0, 0, 200, 200)
    assert scrolling(shown(window, qtbot)) == []
    assert displaced(window) == []


def test_tabs_that_do_not_fit_are_found(window: QWidget, qtbot: QtBot) -> None:
    tabs = QTabBar(window)
    for text in ("One of the tabs", "Another of the tabs", "The last of the tabs"):
        tabs.addTab(text)
    tabs.setGeometry(0, 0, 150, 30)
    assert "scrolls" in kinds(scrolling(shown(window, qtbot)))
    tabs.setGeometry(0, 0, 600, 30)
    assert scrolling(window) == []


def test_a_window_that_does_not_fit_on_the_screen_is_found(window: QWidget) -> None:
    window.setMinimumSize(1100, 300)
    assert kinds(too_large(window, QSize(1024, 768))) == {"squeezed"}
    assert too_large(window, QSize(1200, 768)) == []


class Painting(QWidget):
    """Paints words at places, in a colour."""

    def __init__(self, parent: QWidget, *words: tuple[str, QPoint | QRect], colour: str = "black") -> None:
        super().__init__(parent)
        self.words = words
        self.colour = QColor(colour)
        self.setGeometry(20, 20, 200, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor("white"))
            painter.setPen(self.colour)
            for text, place in self.words:
                if isinstance(place, QPoint):
                    painter.drawText(place, text)
                else:
                    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)


def painted(window: QWidget, qtbot: QtBot) -> PaintedTexts:
    shown(window, qtbot)
    with painted_texts() as texts:
        window.grab()
    return texts


@pytest.mark.parametrize(
    ("place", "is_cut"),
    [
        (QPoint(20, 50), False),
        (QPoint(180, 50), True),  # over the right edge
        (QPoint(20, 4), True),  # over the upper one
        (QRect(20, 20, 160, 40), False),
        (QRect(20, 20, 30, 40), True),  # in a frame that is too small
        (QPoint(20, 500), False),  # out of sight altogether
    ],
)
def test_a_painted_word_that_is_cut_is_found(
    place: QPoint | QRect, is_cut: bool, window: QWidget, qtbot: QtBot
) -> None:
    Painting(window, ("Cross-entropy", place))
    assert bool(cut_paintings(painted(window, qtbot))) is is_cut


def test_a_painted_word_that_was_shortened_is_found_unless_its_widget_says_it(window: QWidget, qtbot: QtBot) -> None:
    made = Painting(window, ("", QPoint(20, 50)))
    with painted_texts() as texts:
        short = made.fontMetrics().elidedText(LONG, Qt.TextElideMode.ElideRight, 80)
        made.words = ((short, QPoint(20, 50)),)
        shown(window, qtbot)
        window.grab()
    (found,) = set(cut_paintings(texts))
    assert LONG in found.detail
    made.setToolTip(LONG)
    assert cut_paintings(texts) == []


def test_painted_words_over_each_other_are_found(window: QWidget, qtbot: QtBot) -> None:
    made = Painting(window, ("0.25", QPoint(20, 50)), ("0.3", QPoint(30, 52)))
    assert kinds(paintings_over_each_other(painted(window, qtbot))) == {"overlap"}
    made.words = (("0.25", QPoint(20, 50)), ("0.3", QPoint(90, 52)))
    assert paintings_over_each_other(painted(window, qtbot)) == []


def test_a_character_that_no_font_has_is_found(window: QWidget, qtbot: QtBot) -> None:
    QLabel(f"a{UNASSIGNED}b", window)
    Painting(window, (f"c{UNASSIGNED}", QPoint(20, 50)))
    findings = boxes(window, painted(window, qtbot))
    assert sorted(one.widget.split()[0] for one in findings) == ["Painting", "QLabel"]
    assert missing_glyphs("Loss −ln p ≤ 0.5", QFont()) == ""


@pytest.mark.parametrize(("colour", "is_faint"), [("#767676", False), ("#949494", True)])
def test_a_faint_text_is_found(colour: str, is_faint: bool, window: QWidget, qtbot: QtBot) -> None:
    palette = window.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor("white"))
    window.setPalette(palette)
    made = QLabel(LONG, window)
    palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
    made.setPalette(palette)
    made.setGeometry(10, 200, 400, 24)
    Painting(window, ("Cross-entropy", QPoint(20, 50)), colour=colour)
    texts = painted(window, qtbot)
    pixels = pixels_of(window)
    assert bool(faint_texts(window, pixels)) is is_faint
    assert bool(faint_paintings(window, texts.texts, pixels)) is is_faint


def test_a_survey_names_each_fault_once_with_the_first_look_that_has_it() -> None:
    survey = Survey()
    for theme, detail in (("light", "by 2 px"), ("dark", "by 3 px")):
        look = Look("fit", "losses+descent", "en", theme, (1024, 768))
        survey.add(look, [Finding("cut", "QLabel fit.slopes", "Slope", detail)])
    assert survey.lines() == [
        "cut: QLabel fit.slopes “Slope” by 2 px, in 2 looks: fit-losses+descent-en-light-1024x768"
    ]
