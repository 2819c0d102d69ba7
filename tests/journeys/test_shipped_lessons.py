"""Every step of every lesson that ships, in the real window: it fits this version and shows what it says."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import TimeoutError as TimedOut
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.lessons.lesson import Step
from lossviz.core.lessons.lesson_file import read
from lossviz.core.lessons.shipped import lesson_paths
from lossviz.stores.lesson_store import Phase
from lossviz.widgets.lessons.cover import Cover
from tests.support.given_away import is_seen
from tests.support.lesson_rig import LessonRig, lesson_rig, text_of

SMALL = (1024, 768)
SOON_MS = 5000


@pytest.fixture
def rig(assembly: Assembly, qtbot: QtBot) -> LessonRig:
    assembly.window.resize(*SMALL)
    return lesson_rig(assembly, qtbot)


@pytest.mark.parametrize("path", lesson_paths(), ids=lambda path: path.stem)
def test_every_step_fits_this_version_forwards_and_backwards_with_the_clicker_alone(path: Path, rig: LessonRig) -> None:
    lesson = read(path)
    rig.begin(lesson)
    faults = [*step_faults(rig)]
    while rig.store.index + 1 < len(lesson.steps):
        rig.and_wait(rig.store.next)
        faults += step_faults(rig)
    assert not rig.store.has_next
    while rig.store.has_previous:
        rig.and_wait(rig.store.back)
        faults += step_faults(rig)
    rig.store.end()
    assert faults == []
    assert [str(error) for error in rig.errors] == []
    assert rig.assembly.window.findChildren(Cover, "lesson.cover") == []


def test_the_menu_offers_them_in_order_with_their_minutes(assembly: Assembly) -> None:
    lessons = assembly.classroom.lessons
    texts = {action.objectName(): action.text() for action in assembly.window.findChildren(QAction)}
    offered = [text for name, text in texts.items() if name.startswith("command.lessons.give_")]
    assert len(offered) == len(lesson_paths())
    assert offered == [f"{place}. {lesson.title.en} ({lesson.minutes} min)" for place, lesson in enumerate(lessons, 1)]


def step_faults(rig: LessonRig) -> Iterator[str]:
    """What is wrong with the step that stands there; a question in it is answered."""
    step = rig.store.step
    assert step
    for fault in (*_question_faults(rig, step), *_sight_faults(rig, step)):
        yield f"step {rig.store.index + 1}: {fault}"


def _question_faults(rig: LessonRig, step: Step) -> Iterator[str]:
    if rig.assembly.window.page != step.page:
        yield f"the page {rig.assembly.window.page} is in front"
    if step.predict and rig.store.phase is Phase.ASKED:
        seen = [name for name in step.predict.hide if is_seen(rig.widget(name))]
        if step.predict.hide and not seen:
            yield "nothing is hidden that could be seen"
        yield from (f"{name} is not covered" for name in seen if not is_covered(rig.widget(name)))
        rig.store.next()
        yield from (f"{name} stays covered" for name in step.predict.hide if is_covered(rig.widget(name)))


def _sight_faults(rig: LessonRig, step: Step) -> Iterator[str]:
    for name in (*step.press, *step.look_at, *step.shows):
        if not is_seen(rig.widget(name)):
            yield f"{name} cannot be seen"
    for name, text in step.shows.items():
        try:
            rig.qtbot.waitUntil(partial(_shows, rig.widget(name), text), timeout=SOON_MS)
        except TimedOut:
            yield f"{name} shows {text_of(rig.widget(name))!r}, not {text!r}"


def _shows(widget: QWidget, text: str) -> bool:
    return text in text_of(widget)


def is_covered(widget: QWidget) -> bool:
    return any(cover.isVisible() for cover in widget.findChildren(Cover, "lesson.cover"))
