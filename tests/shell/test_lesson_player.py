"""LessonPlayer: a step is set up whatever was set before, and what does not fit is told with its line."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.lessons.lesson import Lesson
from lossviz.core.lessons.lesson_file import read
from lossviz.core.lessons.pressable import PRESSABLE
from lossviz.widgets.lessons.cover import Cover
from lossviz.widgets.lessons.spotlight import Spotlight
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.assembly import assembly, home, settle
from tests.support.lesson_rig import LessonRig, lesson_rig

__all__ = ["assembly", "home"]

GOOD = """\
lossviz_lesson: 1
key: tried
title: Tried
goal: To try
minutes: 3
steps:
  - title: First
    page: softmax
    show: [softmax.table, softmax.loss]
    state: {softmax: {preset: unsure}}
    caption: Look.
    look_at: [softmax.loss]
  - title: Second
    page: softmax
    state: {softmax: {temperature: 2.0}}
    caption: Guess.
    predict: {hide: [softmax.loss], question: How much?, options: [a, b], answer: 1, because: So.}
  - title: Third
    page: fit
    show: [fit.plot, fit.descent]
    state: {fit: {scenario: clean}}
    press: [fit.step]
    caption: A step.
"""


@pytest.fixture
def rig(assembly: Assembly, qtbot: QtBot) -> Iterator[LessonRig]:
    rig = lesson_rig(assembly, qtbot)
    yield rig
    rig.store.end()


def lesson(text: str = GOOD) -> Lesson:
    return read(text, "tried.yaml")


def marks(rig: LessonRig, kind: type[QWidget]) -> int:
    return sum(mark.isVisible() for mark in rig.assembly.window.findChildren(kind))


def test_a_step_brings_its_page_and_panels_to_the_front_and_frames(rig: LessonRig) -> None:
    rig.begin(lesson())
    assert rig.assembly.window.page == "softmax"
    assert (marks(rig, Spotlight), marks(rig, Cover)) == (1, 0)
    assert rig.errors == []


def test_what_was_set_before_leaves_no_trace_and_steps_build_on_each_other(rig: LessonRig) -> None:
    logits = rig.assembly.engine.softmax.logits
    rig.assembly.engine.states.set_state({"softmax": {"temperature": 5.0, "double": True}})
    rig.begin(lesson())
    assert (logits.temperature, logits.is_double) == (1.0, False)
    rig.go_to(1)
    assert logits.temperature == 2.0
    assert logits.logits.tolist() == [0.2, 0.0, 0.1]
    rig.assembly.engine.states.set_state({"softmax": {"temperature": 5.0}})
    rig.go_to(1)
    assert logits.temperature == 2.0
    rig.go_to(0)
    assert logits.temperature == 1.0


def test_what_only_a_later_step_names_is_set_back_from_the_start(rig: LessonRig) -> None:
    rig.assembly.engine.states.set_state({"fit": {"w": 7.0}})
    rig.begin(lesson())
    assert rig.assembly.engine.fit.fit.parameters.w != 7.0


def test_what_is_to_be_guessed_is_covered_from_the_start_until_it_is_revealed(rig: LessonRig) -> None:
    rig.store.begin(lesson(), 1)
    assert rig.widget("softmax.loss").findChildren(Cover) != []
    settle(rig.assembly, rig.qtbot)
    rig.store.leave()
    assert marks(rig, Cover) == 1
    rig.store.resume()
    rig.store.reveal()
    assert marks(rig, Cover) == 0


def test_buttons_are_pressed_once_the_step_is_drawn(rig: LessonRig) -> None:
    rig.begin(lesson(), 2)
    assert rig.assembly.engine.states.state()["descent"]["steps"] == 1
    assert rig.errors == []


def test_a_setting_that_is_seldom_seen_is_shown_for_a_step_that_frames_it(rig: LessonRig) -> None:
    seed = "page: mnist\n    show: [mnist.settings]\n    look_at: [mnist.seed]\n    state: {}\n    caption: The seed.\n"
    rig.begin(lesson(GOOD[: GOOD.index("page: softmax")] + seed))
    rig.qtbot.waitUntil(lambda: marks(rig, Spotlight) == 1)
    assert rig.widget("mnist.seed").isVisible()


def test_pages_that_are_built_anew_are_marked_anew(rig: LessonRig) -> None:
    rig.begin(lesson(), 1)
    rig.assembly.rebuild_pages()
    rig.player.show_marks()
    assert rig.widget("softmax.loss").findChildren(Cover) != []
    assert marks(rig, Cover) == 1


def test_other_windows_are_covered_too_as_far_as_they_have_it(rig: LessonRig, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    number = QLabel("0.5", other)
    number.setObjectName("softmax.loss")
    rig.begin(lesson(), 1)
    rig.player.add_window(other, ThemeSource(load_theme("dark")))
    assert len(number.findChildren(Cover)) == 1
    rig.store.reveal()
    assert number.findChildren(Cover, "lesson.cover") == []
    assert rig.errors == []


def test_ending_uncovers_everything_and_can_put_back_what_was_set(rig: LessonRig) -> None:
    states = rig.assembly.engine.states
    states.set_state({"softmax": {"temperature": 5.0}})
    before = states.state()["softmax"]
    rig.begin(lesson(), 1)
    rig.store.end()
    assert (marks(rig, Cover), marks(rig, Spotlight)) == (0, 0)
    assert states.state()["softmax"] != before
    rig.player.restore()
    assert states.state()["softmax"] == before
    assert rig.player.state_before is None


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("look_at: [softmax.loss]", "look_at: [softmax.los]", 12, "no control “softmax.los”"),
        ("[softmax.table, softmax.loss]", "[softmax.table, softmax.lost]", 9, "no panel “softmax.lost”"),
        ("{preset: unsure}", "{preset: sure}", 10, "softmax.preset"),
        ("{softmax: {preset", "{softmix: {preset", 10, "softmix"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line_and_the_lesson_goes_on(
    rig: LessonRig, old: str, new: str, line: int, says: str
) -> None:
    rig.begin(lesson(GOOD.replace(old, new, 1)))
    (error,) = {str(error) for error in rig.errors if says in str(error)}
    assert f"line {line}." in error
    assert "step 1 " in error
    rig.store.next()
    assert rig.store.index == 1


@pytest.mark.parametrize("name", ["fit.stop", "fit.plot_panel"])
def test_a_button_that_there_is_not_is_told_with_its_line(rig: LessonRig, name: str) -> None:
    good = lesson()
    rig.begin(good.with_step(2, replace(good.steps[2], press=(name,))), 2)
    (error,) = map(str, rig.errors)
    assert f"no button “{name}”" in error
    assert "line 22." in error


def test_all_that_a_lesson_may_press_are_buttons_that_take_nothing_away(assembly: Assembly) -> None:
    buttons = {button.objectName(): button for button in assembly.window.findChildren(QAbstractButton)}
    assert sorted(buttons.keys() & PRESSABLE) == sorted(PRESSABLE)
    assert [name for name in PRESSABLE if "…" in buttons[name].text()] == []
    danger = re.compile(
        "open|save|load|delete|export|copy|paste|download|folder|file|run_|clear$|[.]undo|[.]redo|start$"
    )
    assert [name for name in PRESSABLE if danger.search(name)] == ["losses.race_start"]


def test_a_button_that_cannot_be_pressed_is_told(rig: LessonRig) -> None:
    rig.begin(lesson(GOOD.replace("[fit.step]", "[fit.step_back]")), 2)
    assert ["cannot be pressed now" in str(error) for error in rig.errors] == [True]
