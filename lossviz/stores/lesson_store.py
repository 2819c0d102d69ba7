"""The lesson that is being given: which step, what has been revealed, and the hands that were counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal

from lossviz.core.lessons.lesson import Lesson, Step
from lossviz.core.lessons.lesson_checks import MOST_HANDS
from lossviz.stores.store import Store


class Phase(Enum):
    """SHOWING: nothing is asked. ASKED: something is hidden until it is revealed. REVEALED: the answer is told."""

    SHOWING = auto()
    ASKED = auto()
    REVEALED = auto()


@dataclass(frozen=True)
class Progress:
    """How far a lesson has come: to be taken up again later."""

    lesson: Lesson | None
    index: int
    revealed: frozenset[int]
    tallies: Mapping[int, tuple[int, ...]]


class LessonStore(Store):
    """Goes through a lesson as a clicker does: on to the answer, on to the next step, and back."""

    lesson_changed = Signal()  # begun, ended or edited
    step_changed = Signal()  # another step, or the same one set up anew
    phase_changed = Signal()
    tally_changed = Signal()
    exploring_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lesson: Lesson | None = None
        self._index = 0
        self._revealed: set[int] = set()
        self._tallies: dict[int, tuple[int, ...]] = {}
        self._is_exploring = False

    @property
    def lesson(self) -> Lesson | None:
        """The lesson; None while none is given."""
        return self._lesson

    @property
    def index(self) -> int:
        """Which step, from 0."""
        return self._index

    @property
    def step(self) -> Step | None:
        """The step; None while no lesson is given."""
        return self._lesson.steps[self._index] if self._lesson else None

    @property
    def phase(self) -> Phase:
        """Whether the step asks something, and whether it has been answered."""
        if self.step is None or self.step.predict is None:
            return Phase.SHOWING
        return Phase.REVEALED if self._index in self._revealed else Phase.ASKED

    @property
    def is_exploring(self) -> bool:
        """Whether the learner has left the lesson's path for a while."""
        return self._is_exploring

    @property
    def has_next(self) -> bool:
        """Whether there is anything to go on to."""
        return self._lesson is not None and (self.phase is Phase.ASKED or self._index + 1 < len(self._lesson.steps))

    @property
    def has_previous(self) -> bool:
        """Whether there is a step before."""
        return self._lesson is not None and self._index > 0

    @property
    def tally(self) -> tuple[int, ...]:
        """The hands for each option of the step's question; empty where nothing is asked."""
        predict = self.step.predict if self.step else None
        if predict is None:
            return ()
        return self._tallies.get(self._index, (0,) * len(predict.options))

    @property
    def lesson_with_tally(self) -> Lesson | None:
        """The lesson with all hands that were counted since it began."""
        return self._lesson.with_tallies(self._tallies) if self._lesson else None

    @property
    def progress(self) -> Progress:
        """Where the lesson stands."""
        return Progress(self._lesson, self._index, frozenset(self._revealed), dict(self._tallies))

    def take_up(self, progress: Progress) -> None:
        """Go on where a lesson stood, or give none if none was given."""
        with self.editing():
            self._lesson, self._index = progress.lesson, progress.index
            self._revealed, self._tallies = set(progress.revealed), dict(progress.tallies)
            self._set_exploring(False)
            self._tell(self.lesson_changed)
            self._tell_step()

    def begin(self, lesson: Lesson, index: int = 0) -> None:
        """Give this lesson, from a step on; nothing is revealed and nobody counted yet."""
        self.take_up(Progress(lesson, min(max(index, 0), len(lesson.steps) - 1), frozenset(), {}))

    def end(self) -> None:
        """Give no lesson."""
        if self._lesson is not None:
            self.take_up(Progress(None, 0, frozenset(), {}))

    def next(self) -> None:
        """Reveal what is asked; else go to the next step, if there is one."""
        if self._is_exploring:
            self.resume()
        elif self.phase is Phase.ASKED:
            self.reveal()
        elif self.has_next:
            self.go_to(self._index + 1)

    def back(self) -> None:
        """Go to the step before, as it was left."""
        if self._is_exploring:
            self.resume()
        elif self.has_previous:
            self.go_to(self._index - 1)

    def go_to(self, index: int) -> None:
        """Show the step of this index, set up anew."""
        if self._lesson is not None and 0 <= index < len(self._lesson.steps):
            with self.editing():
                self._index = index
                self._set_exploring(False)
                self._tell_step()

    def reveal(self) -> None:
        """Tell the answer and uncover what was hidden."""
        if self.phase is Phase.ASKED:
            self._revealed.add(self._index)
            self._tell(self.phase_changed)

    def leave(self) -> None:
        """Let the learner do as they please until `resume`."""
        if self._lesson is not None:
            self._set_exploring(True)

    def resume(self) -> None:
        """Come back to the step, set up anew."""
        if self._is_exploring:
            self.go_to(self._index)

    def add_hands(self, option: int, by: int = 1) -> None:
        """Count one hand more, or fewer, for an option, from 0; never fewer than none."""
        tally = self.tally
        if 0 <= option < len(tally):
            self.set_hands(option, tally[option] + by)

    def set_hands(self, option: int, hands: int) -> None:
        """Put the number of hands for an option, from 0."""
        tally = self.tally
        if not 0 <= option < len(tally):
            return
        hands = min(max(hands, 0), MOST_HANDS)
        if hands != tally[option]:
            self._tallies[self._index] = (*tally[:option], hands, *tally[option + 1 :])
            self._tell(self.tally_changed)

    def _set_exploring(self, is_exploring: bool) -> None:
        if is_exploring != self._is_exploring:
            self._is_exploring = is_exploring
            self._tell(self.exploring_changed)

    def _tell_step(self) -> None:
        for signal in (self.step_changed, self.phase_changed, self.tally_changed):
            self._tell(signal)
