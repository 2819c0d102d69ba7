"""While a question of a lesson that ships is open, nothing in the window gives its answer away."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.lessons.lesson_file import read
from lossviz.core.lessons.shipped import lesson_paths
from lossviz.stores.lesson_store import Phase
from tests.support.assembly import until
from tests.support.given_away import answers_in_sight, telling_numbers
from tests.support.lesson_rig import LessonRig, lesson_rig

SIZES = ((1024, 768), (1920, 1080))


@pytest.fixture
def rig(assembly: Assembly, qtbot: QtBot) -> LessonRig:
    return lesson_rig(assembly, qtbot)


@pytest.mark.parametrize("path", lesson_paths(), ids=lambda path: path.stem)
def test_no_text_outside_the_covers_has_the_number_of_the_right_option(
    path: Path, rig: LessonRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson, window, given_away = read(path), rig.assembly.window, list[str]()
    rig.begin(lesson)
    for index, step in enumerate(lesson.steps):
        if not telling_numbers(step):
            continue
        rig.go_to(index)
        assert rig.store.phase is Phase.ASKED
        for size in SIZES:
            window.resize(*size)
            until(rig.assembly, rig.qtbot, partial(_has_size, window, size))
            given_away += [f"step {index + 1}, {text}" for text in answers_in_sight(window, step, monkeypatch)]
    assert given_away == []


def _has_size(window: QWidget, size: tuple[int, int]) -> bool:
    return (window.width(), window.height()) == size


def test_once_it_is_revealed_the_number_is_found_in_the_window(rig: LessonRig, monkeypatch: pytest.MonkeyPatch) -> None:
    lesson = next(lesson for lesson in map(read, lesson_paths()) if lesson.key == "surfaces_and_descent")
    rig.begin(lesson, 3)
    rig.store.reveal()
    assert telling_numbers(lesson.steps[3]) == ["1.25"]
    assert any("1.2505" in text for text in answers_in_sight(rig.assembly.window, lesson.steps[3], monkeypatch))
