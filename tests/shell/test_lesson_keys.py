"""LessonKeys: while a lesson is given a clicker leads through it, whichever control has the focus."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.lessons.lesson import Lesson, Step, Words
from lossviz.stores.lesson_store import LessonStore
from tests.support.assembly import assembly, home, settle
from tests.support.given_away import is_seen

__all__ = ["assembly", "home"]


@pytest.fixture
def lesson(assembly: Assembly) -> Iterator[LessonStore]:
    store = assembly.classroom.lesson
    yield store
    store.end()


def two_steps(page: str) -> Lesson:
    words = Words.plain("Look.")
    return Lesson("tried", words, words, 3, tuple(Step(words, page, words) for _ in range(2)))


def takers(page: QWidget) -> list[QWidget]:
    """All that can be seen and takes the keyboard."""
    parts = (part for part in page.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return [part for part in parts if part.isEnabled() and is_seen(part)]


@pytest.mark.parametrize("page", ["fit", "softmax", "losses", "overfit", "mnist"])
def test_page_down_and_up_go_through_a_lesson_and_change_no_control(
    assembly: Assembly, lesson: LessonStore, qtbot: QtBot, page: str
) -> None:
    lesson.begin(two_steps(page))
    settle(assembly, qtbot)
    before, deaf = assembly.engine.states.state(), []
    for taker in takers(assembly.pages.named(page)):
        taker.setFocus()
        places = []
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            QTest.keyClick(taker, key)
            places.append(lesson.index)
        if places != [1, 1, 0]:
            deaf.append((taker.objectName() or type(taker).__name__, places))
    assert deaf == []
    assert assembly.engine.states.state() == before


def test_a_clicker_leads_through_a_lesson_in_the_presenter_whatever_has_the_focus(
    assembly: Assembly, lesson: LessonStore, qtbot: QtBot
) -> None:
    lesson.begin(two_steps("fit"))
    assembly.presentation.present(("losses.catalogue", "losses.card"))
    window = assembly.presentation.window
    assert window
    qtbot.waitUntil(window.isActiveWindow)
    settle(assembly, qtbot)
    deaf = []
    for taker in takers(window):
        taker.setFocus()
        QTest.keyClick(taker, Qt.Key.Key_PageDown)
        if lesson.index != 1:
            deaf.append(taker.objectName())
        lesson.go_to(0)
    assembly.presentation.leave()
    assert deaf == []


def test_without_a_lesson_and_in_the_lesson_editor_the_keys_are_the_field_s(
    assembly: Assembly, lesson: LessonStore, qtbot: QtBot
) -> None:
    assembly.window.show_page("overfit")
    (degree,) = assembly.window.findChildren(QSpinBox, "overfit.degree")
    degree.setFocus()
    before = degree.value()
    QTest.keyClick(degree, Qt.Key.Key_PageUp)
    assert degree.value() > before
    lesson.begin(two_steps("fit"))
    editor = assembly.classroom.show_editor()
    qtbot.waitUntil(editor.isActiveWindow)
    (minutes,) = editor.findChildren(QSpinBox, "lesson.editor_minutes")
    minutes.setFocus()
    QTest.keyClick(minutes, Qt.Key.Key_PageUp)
    assert lesson.index == 0
    assembly.classroom.draft.discard()
    editor.close()


def test_the_palette_keeps_its_keys_while_a_lesson_is_given(assembly: Assembly, lesson: LessonStore) -> None:
    lesson.begin(two_steps("fit"))
    palette = assembly.aids.palette
    palette.open()
    first = palette.list.currentItem()
    QTest.keyClick(palette.search, Qt.Key.Key_PageDown)
    assert lesson.index == 0
    assert palette.list.currentItem() is not first
    palette.dismiss()
