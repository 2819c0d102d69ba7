"""The lessons that come with lossviz."""

from functools import cache
from pathlib import Path

from lossviz.core.errors import LossvizError
from lossviz.core.lessons.lesson import Lesson
from lossviz.core.lessons.lesson_file import SUFFIX, read
from lossviz.resource_files import resource_path

FOLDER = "lessons"


@cache  # they are values, and each window offers them
def shipped_lessons() -> tuple[tuple[Lesson, ...], tuple[LossvizError, ...]]:
    """All of them in the order of their numbers, and what is wrong with those that cannot be read."""
    lessons: list[Lesson] = []
    errors: list[LossvizError] = []
    for path in lesson_paths():
        try:
            lessons.append(read(path))
        except LossvizError as error:
            errors.append(error)
    return tuple(sorted(lessons, key=lambda lesson: (lesson.number, lesson.key))), tuple(errors)


def lesson_paths() -> tuple[Path, ...]:
    """The files, by name."""
    return tuple(sorted(resource_path(FOLDER).glob(f"*{SUFFIX}")))
