"""The lesson that is being written: what it holds so far, where its file is, and what is not saved yet."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal

from lossviz.core.lessons.lesson import Lesson, Step, Words
from lossviz.stores.store import Store

_KEY = "my_lesson"
_MINUTES = 10


class LessonDraftStore(Store):
    """Holds a lesson that may still lack this and that, and which of its steps is being edited."""

    lesson_changed = Signal()
    selection_changed = Signal()
    file_changed = Signal()  # another file, or saved

    def __init__(self) -> None:
        super().__init__()
        self._lesson = empty_lesson()
        self._saved = self._lesson
        self._path: Path | None = None
        self._index = 0

    @property
    def lesson(self) -> Lesson:
        """What there is so far."""
        return self._lesson

    @property
    def index(self) -> int:
        """Which step is being edited, from 0."""
        return self._index

    @property
    def step(self) -> Step:
        """The step that is being edited."""
        return self._lesson.steps[self._index]

    @property
    def path(self) -> Path | None:
        """Where it was opened from or saved to; None for a new one."""
        return self._path

    @property
    def is_changed(self) -> bool:
        """Whether something is not saved."""
        return self._lesson != self._saved

    def begin(self, lesson: Lesson, path: Path | None = None) -> None:
        """Edit this lesson from now on."""
        with self.editing():
            self._saved, self._path = lesson, path
            self._index = 0
            self._set_lesson(lesson)
            self._tell(self.selection_changed)
            self._tell(self.file_changed)

    def mark_saved(self, path: Path) -> None:
        """The lesson stands in this file as it is now."""
        self._saved, self._path = self._lesson, path
        self._tell(self.file_changed)

    def discard(self) -> None:
        """Go back to what was saved."""
        self.begin(self._saved, self._path)

    def change(self, lesson: Lesson) -> None:
        """Put a changed lesson in the place of the one before; the same step stays selected."""
        if lesson != self._lesson:
            self._set_lesson(lesson)

    def change_step(self, step: Step) -> None:
        """Put a changed step in the place of the selected one."""
        self.change(self._lesson.with_step(self._index, step))

    def select(self, index: int) -> None:
        """Edit another step."""
        index = min(max(index, 0), len(self._lesson.steps) - 1)
        if index != self._index:
            self._index = index
            self._tell(self.selection_changed)

    def add_step(self, step: Step) -> None:
        """Add a step behind the selected one, and select it."""
        with self.editing():
            place = self._index + 1
            steps = self._lesson.steps
            self._set_lesson(replace(self._lesson, steps=(*steps[:place], step, *steps[place:])))
            self.select(place)

    def remove_step(self) -> None:
        """Take the selected step away; the last one stays."""
        steps = self._lesson.steps
        if len(steps) > 1:
            with self.editing():
                self._set_lesson(replace(self._lesson, steps=(*steps[: self._index], *steps[self._index + 1 :])))
                self._index = min(self._index, len(steps) - 2)
                self._tell(self.selection_changed)

    def move_step(self, by: int) -> None:
        """Move the selected step so many places on."""
        place = self._index + by
        steps = list(self._lesson.steps)
        if 0 <= place < len(steps):
            with self.editing():
                steps.insert(place, steps.pop(self._index))
                self._set_lesson(replace(self._lesson, steps=tuple(steps)))
                self.select(place)

    def _set_lesson(self, lesson: Lesson) -> None:
        self._lesson = lesson
        self._tell(self.lesson_changed)


def empty_lesson() -> Lesson:
    """A lesson with one step and no words."""
    return Lesson(_KEY, Words(), Words(), _MINUTES, (empty_step("fit"),))


def empty_step(page: str) -> Step:
    """A step on this page without words."""
    return Step(Words(), page, Words())
