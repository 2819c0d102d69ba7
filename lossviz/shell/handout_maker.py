"""Goes through a lesson step by step, keeps a picture of each, and writes the handout; the window stays alive."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from lossviz.core.errors import LossvizError
from lossviz.core.lessons.lesson import Lesson
from lossviz.shell.handout import write_handout
from lossviz.shell.lesson_player import LessonPlayer, States
from lossviz.stores.lesson_store import LessonStore, Progress

_SETTLE_MS = 120  # some frames, for what a step has set going


@dataclass
class _Work:
    """progress, states: what stood before, and stands again afterwards."""

    path: Path
    lesson: Lesson
    language: str
    progress: Progress
    states: Mapping[str, object]
    pictures: list[QImage] = field(default_factory=list)


class HandoutMaker(QObject):
    """picture: of the page as it stands. One handout at a time."""

    progressed = Signal(int, int)  # steps done, steps in all
    finished = Signal(object)  # Path
    failed = Signal(object)  # LossvizError
    ended = Signal()  # finished, failed or cancelled

    def __init__(self, store: LessonStore, player: LessonPlayer, states: States, picture: Callable[[], QImage]) -> None:
        super().__init__(player)
        self._store = store
        self._states = states
        self._picture = picture
        self._work: _Work | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SETTLE_MS)
        self._pause.timeout.connect(self._on_settled)
        player.step_ready.connect(self._on_step_ready)

    @property
    def is_working(self) -> bool:
        """Whether a handout is being made."""
        return self._work is not None

    def make(self, path: Path, lesson: Lesson, language: str) -> None:
        """Begin; `ended` tells when all is done and everything stands as before."""
        if self._work is None:
            self._work = _Work(path, lesson, language, self._store.progress, self._states.state())
            self.progressed.emit(0, len(lesson.steps))
            self._store.begin(lesson)

    @Slot()
    def cancel(self) -> None:
        """Write nothing, and set everything as it was."""
        self._end()

    @Slot()
    def _on_step_ready(self) -> None:
        if self._work:
            self._pause.start()

    @Slot()
    def _on_settled(self) -> None:
        work = self._work
        if work is None:
            return
        work.pictures.append(self._picture())
        self.progressed.emit(len(work.pictures), len(work.lesson.steps))
        if self._work is None:  # cancelled by whoever heard of it
            return
        if len(work.pictures) < len(work.lesson.steps):
            self._store.go_to(len(work.pictures))
            return
        self._write(work)
        self._end()

    def _write(self, work: _Work) -> None:
        try:
            write_handout(work.path, work.lesson, work.language, work.pictures)
        except LossvizError as error:
            self.failed.emit(error)
            return
        self.finished.emit(work.path)

    def _end(self) -> None:
        work, self._work = self._work, None
        self._pause.stop()
        if work is None:
            return
        self._states.set_state(work.states)
        self._store.take_up(work.progress)
        self.ended.emit()
