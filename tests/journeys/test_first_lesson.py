"""The first lesson, given in front of a class with nothing but a clicker, in either language."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QLabel, QScrollArea, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.lessons.lesson import Step, Words
from lossviz.core.names import LANGUAGE_NAMES, Language
from lossviz.shell.presentation_window import PresentationWindow
from lossviz.stores.lesson_store import Phase
from lossviz.widgets.lessons.cover import Cover
from tests.support.assembly import PATIENCE_MS, Home, settle
from tests.support.tellings import Tellings
from tests.support.tiny_runs import TINY_RUN

PROJECTOR = (1280, 720)
LEAST_TYPE_PX = 24
COUNTED_HANDS = 2


@dataclass
class Class:
    """A window with the presenter's window over it, and somebody with a clicker."""

    assembly: Assembly
    language: Language
    qtbot: QtBot

    @property
    def screen(self) -> PresentationWindow:
        window = self.assembly.presentation.window
        assert window is not None
        return window

    @property
    def step(self) -> Step:
        step = self.assembly.classroom.lesson.step
        assert step is not None
        return step

    @property
    def phase(self) -> Phase:
        return self.assembly.classroom.lesson.phase

    def click(self, key: Qt.Key) -> None:
        """Press a key of the clicker, and wait until everything is drawn."""
        lesson, ready = self.assembly.classroom.lesson, Tellings(self.assembly.classroom.player.step_ready)
        index = lesson.index
        self.qtbot.waitUntil(self.screen.isActiveWindow)
        QTest.keyClick(self.screen, key)
        if lesson.index != index:
            self.qtbot.waitUntil(lambda: ready.count > 0, timeout=PATIENCE_MS)
        settle(self.assembly, self.qtbot)

    def said(self, words: Words) -> str:
        return words.in_language(self.language)

    def shown_text(self, name: str) -> str:
        """What a label of the strip says; nothing if it cannot be seen."""
        (label,) = self.screen.findChildren(QLabel, name)
        return label.text() if label.isVisible() else ""


@pytest.fixture(params=LANGUAGE_NAMES)
def lecture(request: pytest.FixtureRequest, home: Home, qtbot: QtBot) -> Iterator[Class]:
    """The first lesson has begun, and F5 has been pressed."""
    assembly = Assembly(home.application, home.surroundings, TINY_RUN, "cpu", "light", request.param)
    qtbot.addWidget(assembly.window)
    with qtbot.waitExposed(assembly.window):
        assembly.window.show()
    room = assembly.classroom
    ready = Tellings(room.player.step_ready)
    room.begin(room.lessons[0])
    qtbot.waitUntil(lambda: ready.count > 0, timeout=PATIENCE_MS)
    QTest.keyClick(assembly.window, Qt.Key.Key_F5)
    lecture = Class(assembly, request.param, qtbot)
    lecture.screen.showNormal()
    lecture.screen.resize(*PROJECTOR)
    settle(assembly, qtbot)
    yield lecture
    assembly.presentation.leave()


def test_the_first_lesson_is_given_with_a_clicker_alone(lecture: Class) -> None:
    room = lecture.assembly.classroom
    steps = room.lessons[0].steps
    before = look_of(lecture.assembly)
    faults = []
    for number in range(1, len(steps) + 1):
        assert room.lesson.index == number - 1
        faults += [f"step {number}: {fault}" for fault in screen_faults(lecture)]
        if lecture.phase is Phase.ASKED:
            lecture.click(Qt.Key.Key_PageDown)
            faults += [f"step {number}, told: {fault}" for fault in screen_faults(lecture)]
        if number < len(steps):
            lecture.click(Qt.Key.Key_PageDown)
    assert faults == []
    assert not room.lesson.has_next
    lecture.click(Qt.Key.Key_PageUp)
    assert room.lesson.index == len(steps) - 2
    assert list(screen_faults(lecture)) == []
    QTest.keyClick(lecture.screen, Qt.Key.Key_Escape)
    assert not lecture.assembly.presentation.is_presenting
    assert look_of(lecture.assembly) == before


def test_black_hides_a_question_and_the_next_key_only_goes_on(lecture: Class) -> None:
    lecture.click(Qt.Key.Key_PageDown)
    assert lecture.phase is Phase.ASKED
    lecture.click(Qt.Key.Key_B)
    assert lecture.screen.is_black
    lecture.click(Qt.Key.Key_B)
    assert not lecture.screen.is_black
    assert lecture.phase is Phase.ASKED
    for _ in range(COUNTED_HANDS):
        lecture.click(Qt.Key.Key_1)
    assert lecture.assembly.classroom.lesson.tally == (COUNTED_HANDS, 0, 0)
    lecture.click(Qt.Key.Key_PageDown)
    assert list(screen_faults(lecture)) == []


def screen_faults(lecture: Class) -> Iterator[str]:
    """What a class could not see as it should, on the step that stands there."""
    yield from _text_faults(lecture)
    yield from _cover_faults(lecture)
    if lecture.assembly.presentation.panels_shown != lecture.step.show[:2]:
        yield f"shows {lecture.assembly.presentation.panels_shown}"
    for part in _written(lecture.screen):
        if QFontInfo(part.font()).pixelSize() < LEAST_TYPE_PX:
            yield f"{part.objectName()} is written too small"


def _text_faults(lecture: Class) -> Iterator[str]:
    predict, is_told = lecture.step.predict, lecture.phase is Phase.REVEALED
    wanted = {
        "lesson.caption": "" if is_told else lecture.said(lecture.step.caption),
        "lesson.question": lecture.said(predict.question) if predict else "",
        "lesson.because": lecture.said(predict.because) if predict and is_told else "",
    }
    for name, text in wanted.items():
        if lecture.shown_text(name) != text:
            yield f"{name} says {lecture.shown_text(name)!r}"
    (body,) = lecture.screen.findChildren(QScrollArea, "lesson.body")
    if body.verticalScrollBar().maximum() > 0:
        yield "the strip has to be scrolled"


def _cover_faults(lecture: Class) -> Iterator[str]:
    predict = lecture.step.predict
    hidden = predict.hide if predict and lecture.phase is Phase.ASKED else ()
    for name in predict.hide if predict else ():
        for widget in lecture.screen.stage.findChildren(QWidget, name):
            if widget.isVisible() and bool(_covers(widget)) is not (name in hidden):
                yield f"{name} is {'open' if name in hidden else 'covered'}"
    if not hidden and _covers(lecture.assembly.window):
        yield "something is covered in the window of the teacher"


def _covers(around: QWidget) -> list[Cover]:
    return [cover for cover in around.findChildren(Cover, "lesson.cover") if cover.isVisible()]


def _written(window: QWidget) -> list[QWidget]:
    parts = window.findChildren(QWidget)
    return [part for part in parts if part.isVisible() and not isinstance(part, QScrollBar | QAbstractSlider)]


def look_of(assembly: Assembly) -> tuple[object, ...]:
    """How the window of the teacher looks, whatever is taught in it."""
    window = assembly.window
    theme = assembly.theme.source.theme
    return (window.geometry(), window.page, theme, window.font(), window.palette(), window.isVisible())
