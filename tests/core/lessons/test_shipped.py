"""The lessons that ship: complete in both languages, each under its own key and number."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from lossviz.core.lessons.lesson import Lesson, Words
from lossviz.core.lessons.lesson_file import read
from lossviz.core.lessons.shipped import lesson_paths, shipped_lessons


def words_of(lesson: Lesson) -> Iterator[Words]:
    yield from (lesson.title, lesson.goal)
    for step in lesson.steps:
        yield from (step.title, step.caption)
        if step.predict:
            yield from (step.predict.question, *step.predict.options, step.predict.because)


@pytest.mark.parametrize("path", lesson_paths(), ids=lambda path: path.stem)
def test_a_lesson_has_every_text_in_both_languages(path: Path) -> None:
    assert [words for words in words_of(read(path)) if not words.en or not words.zh_CN] == []


def test_a_lesson_is_called_as_its_file_and_has_a_number_of_its_own() -> None:
    lessons, errors = shipped_lessons()
    assert [str(error) for error in errors] == []
    assert {lesson.key for lesson in lessons} == {path.stem for path in lesson_paths()}
    assert [number for number, count in Counter(lesson.number for lesson in lessons).items() if count > 1] == []


def test_lessons_come_in_the_order_of_their_numbers() -> None:
    numbers = [lesson.number for lesson in shipped_lessons()[0]]
    assert numbers == sorted(numbers)
    assert all(numbers)
