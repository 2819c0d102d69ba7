"""LessonPanel: what is said and asked, hands that are counted, and the buttons that lead on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.lessons.lesson import Lesson, Prediction, Step, Words
from lossviz.panels.lesson_panel import LessonPanel
from lossviz.stores.lesson_store import LessonStore, Phase
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.lessons.option_card import OptionCard
from lossviz.widgets.theme import ThemeSource, load_theme

PREDICT = Prediction(
    Words("How much?", "多少？"), (Words("one", "一"), Words("two", "二")), 2, Words("It is two.", "是二。"), ()
)
LESSON = Lesson(
    "key",
    Words("The lesson", "这一课"),
    Words("To see", "看"),
    5,
    (
        Step(Words("First", "第一"), "fit", Words("Look.", "看。")),
        Step(Words("Second", "第二"), "fit", Words("Guess.", "猜。"), predict=PREDICT),
    ),
)


@pytest.fixture
def store() -> LessonStore:
    return LessonStore()


class Rig:
    """The strip at the foot of a window."""

    def __init__(self, qtbot: QtBot, store: LessonStore, language: str = "en") -> None:
        self.clock = FrameClock()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.panel = LessonPanel(self.clock, ThemeSource(load_theme("light")), store, language)
        column = QVBoxLayout(self.window)
        column.addStretch(1)
        column.addWidget(self.panel)
        self.window.resize(1000, 700)
        with qtbot.waitExposed(self.window):
            self.window.show()

    def button(self, name: str) -> QPushButton:
        (found,) = self.panel.findChildren(QPushButton, f"lesson.{name}")
        return found

    def text(self, name: str) -> str:
        (found,) = self.panel.findChildren(QLabel, f"lesson.{name}")
        return found.text()

    def card(self, number: int) -> OptionCard:
        (found,) = self.panel.findChildren(OptionCard, f"lesson.option_{number}")
        return found


@pytest.fixture
def rig(qtbot: QtBot, store: LessonStore) -> Iterator[Rig]:
    rig = Rig(qtbot, store)
    yield rig
    rig.clock.stop()


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def test_it_takes_no_room_until_a_lesson_is_given(rig: Rig, store: LessonStore, qtbot: QtBot) -> None:
    assert not rig.panel.isVisible()
    store.begin(LESSON)
    qtbot.waitUntil(lambda: rig.text("caption") == "Look.")
    assert rig.text("step") == "1 of 2  ·  First"
    assert "To see" in rig.text("goal")
    store.end()
    assert not rig.panel.isVisible()


def test_a_lesson_is_given_by_its_buttons(rig: Rig, store: LessonStore, qtbot: QtBot) -> None:
    store.begin(LESSON)
    qtbot.waitUntil(lambda: rig.text("caption") == "Look.")
    assert not rig.button("back").isEnabled()
    click(rig.button("next"))
    qtbot.waitUntil(rig.button("reveal").isVisible)
    assert not rig.button("next").isVisible()
    assert rig.text("question") == "How much?"
    assert not any(label.isVisible() for label in rig.panel.findChildren(QLabel, "lesson.because"))
    click(rig.button("reveal"))
    qtbot.waitUntil(lambda: rig.text("because") == "It is two.")
    assert [rig.card(number).look.is_right for number in (1, 2)] == [False, True]
    assert not rig.button("next").isEnabled()
    click(rig.button("back"))
    qtbot.waitUntil(lambda: rig.text("caption") == "Look.")
    click(rig.button("end"))
    assert store.lesson is None


def test_hands_are_counted_by_pressing_and_taken_back(rig: Rig, store: LessonStore, qtbot: QtBot) -> None:
    store.begin(LESSON, 1)
    qtbot.waitUntil(lambda: rig.card(2).isVisible() and rig.card(2).look.text == "two")
    click(rig.card(2))
    click(rig.card(2))
    rig.card(1).setFocus()
    QTest.keyClick(rig.card(1), Qt.Key.Key_Space)
    assert list(store.tally) == [1, 2]
    qtbot.waitUntil(lambda: rig.card(2).look.hands == 2)
    (fewer,) = rig.panel.findChildren(QToolButton, "lesson.fewer_2")
    click(fewer)
    assert list(store.tally) == [1, 1]
    assert "Hands: 2" in rig.card(2).accessibleName()
    assert store.phase is Phase.ASKED


def test_exploring_leaves_only_the_way_back(rig: Rig, store: LessonStore, qtbot: QtBot) -> None:
    store.begin(LESSON, 1)
    qtbot.waitUntil(rig.button("explore").isVisible)
    high = rig.panel.height()
    click(rig.button("explore"))
    qtbot.waitUntil(rig.button("resume").isVisible)
    qtbot.waitUntil(lambda: rig.panel.height() < high)
    assert "exploring" in rig.text("step")
    assert [rig.button(name).isVisible() for name in ("next", "back", "reveal", "explore")] == [False] * 4
    click(rig.button("resume"))
    assert not store.is_exploring
    qtbot.waitUntil(rig.button("reveal").isVisible)


def test_texts_are_in_the_language_of_the_window(qtbot: QtBot, store: LessonStore) -> None:
    rig = Rig(qtbot, store, "zh_CN")
    store.begin(LESSON, 1)
    qtbot.waitUntil(lambda: rig.text("caption") == "猜。")
    assert (rig.text("question"), rig.card(1).look.text) == ("多少？", "一")
    rig.clock.stop()


def test_a_long_caption_scrolls_and_leaves_most_of_the_window_to_the_pages(
    rig: Rig, store: LessonStore, qtbot: QtBot
) -> None:
    long = Lesson("key", Words("a"), Words("b"), 5, (Step(Words("c"), "fit", Words("word " * 380)),))
    store.begin(long)
    qtbot.waitUntil(lambda: len(rig.text("caption")) > 1000)
    rig.window.resize(600, 500)
    qtbot.waitUntil(lambda: rig.panel.height() < 0.6 * 500)
    assert rig.window.height() == 500


def test_the_key_that_reveals_does_not_lose_the_focus(rig: Rig, store: LessonStore, qtbot: QtBot) -> None:
    three = Lesson("key", Words("a"), Words("b"), 5, (*LESSON.steps[::-1], LESSON.steps[0]))
    store.begin(three)
    qtbot.waitUntil(rig.button("reveal").isVisible)
    rig.button("reveal").setFocus()
    QTest.keyClick(rig.button("reveal"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: rig.button("next").hasFocus())
    QTest.keyClick(rig.button("next"), Qt.Key.Key_Space)
    assert store.index == 1
