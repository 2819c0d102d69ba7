"""The list of runs as a person keeps it: names, which ones are drawn and how, which ones were deleted."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from lossviz.core.training.run_states import BUSY, RunState
from lossviz.stores.store import Store
from lossviz.stores.training_store import RunRecord, TrainingStore

LOOKS = 6  # of earlier runs; more cannot be told apart in one plot
LONGEST_NAME = 80


@dataclass(frozen=True)
class _Deletion:
    """What one press of a button took. shown: those of them that were drawn."""

    numbers: frozenset[int]
    shown: tuple[int, ...]

    def without(self, number: int) -> "_Deletion":
        return _Deletion(self.numbers - {number}, tuple(other for other in self.shown if other != number))


class RunListStore(Store):
    """Owns what is the same for all views of the runs; the runs themselves belong to the training store.

    A deleted run is out of every view until `undo_delete`, or until it is trained further.
    """

    list_changed = Signal()

    def __init__(self, training: TrainingStore) -> None:
        super().__init__()
        self._training = training
        self._names: dict[int, str] = {}
        self._known: frozenset[int] = frozenset()
        self._shown: tuple[int, ...] = ()  # the one that was shown last comes last
        self._looks: dict[int, int] = {}
        self._deletions: tuple[_Deletion, ...] = ()
        training.runs_changed.connect(self._on_runs_changed)
        training.state_changed.connect(self._on_state_changed)
        self._on_runs_changed()

    @property
    def runs(self) -> tuple[RunRecord, ...]:
        """All runs that are not deleted, oldest first."""
        deleted = self._deleted
        return tuple(run for run in self._training.runs if run.number not in deleted)

    @property
    def shown_runs(self) -> tuple[RunRecord, ...]:
        """The runs whose curves are drawn, oldest first; of earlier ones `LOOKS` at the most."""
        return tuple(run for run in self.runs if run.number in self._shown)

    @property
    def losses_differ(self) -> bool:
        """Whether the loss tells one run of the list from another."""
        return len({run.settings.loss for run in self.runs}) > 1

    @property
    def can_undo(self) -> bool:
        """Whether there is a deletion to take back."""
        return bool(self._deletions)

    @property
    def number_in_training(self) -> int | None:
        """The run that the training is at work on; None if it rests."""
        run = self._training.run
        return run.number if run and self._training.state in BUSY else None

    def given_name(self, number: int) -> str:
        """What the run was called by a person; "" if by nobody."""
        return self._names.get(number, "")

    def look(self, number: int) -> int | None:
        """Which of the `LOOKS` of earlier runs the run is drawn with; None for that of the present run."""
        return None if self._is_present(number) else self._looks.get(number, number % LOOKS)

    def is_shown(self, number: int) -> bool:
        """Whether the run's curves are drawn."""
        return number in self._shown

    def rename(self, number: int, name: str) -> None:
        """Call a run by this name; by its number and loss again if there is nothing in it."""
        cleaned = " ".join(name.split())[:LONGEST_NAME]
        if cleaned != self.given_name(number):
            self._names = {**self._names, number: cleaned}
            self._tell(self.list_changed)

    def set_shown(self, number: int, is_shown: bool) -> None:
        """Draw a run's curves or leave them out. With one too many, the one that was shown first makes room."""
        if is_shown == self.is_shown(number):
            return
        rest = tuple(other for other in self._shown if other != number)
        self._show((*rest, number) if is_shown else rest)

    def delete(self, numbers: Iterable[int]) -> None:
        """Take runs out of every view; the one in training stays."""
        listed = {run.number for run in self.runs}
        gone = frozenset(numbers) & listed - {self.number_in_training}
        if gone:
            was_shown = tuple(number for number in self._shown if number in gone)
            self._deletions = (*self._deletions, _Deletion(gone, was_shown))
            self._show(tuple(number for number in self._shown if number not in gone))

    def undo_delete(self) -> None:
        """Bring back what the last deletion took, as it was."""
        if self._deletions:
            *rest, back = self._deletions
            self._deletions = tuple(rest)
            self._show((*self._shown, *back.shown))

    @property
    def _deleted(self) -> frozenset[int]:
        return frozenset(number for deletion in self._deletions for number in deletion.numbers)

    def _is_present(self, number: int) -> bool:
        run = self._training.run
        return run is not None and run.number == number

    def _show(self, shown: tuple[int, ...]) -> None:
        """Keep the present run and as many earlier ones as there are looks, each of which gets its own."""
        earlier = [number for number in shown if not self._is_present(number)]
        leaving = set(earlier[: max(0, len(earlier) - LOOKS)])
        self._shown = tuple(number for number in shown if number not in leaving)
        self._looks = {**self._looks, **self._free_looks(earlier[-LOOKS:])}
        self._tell(self.list_changed)

    def _free_looks(self, earlier: list[int]) -> dict[int, int]:
        """A look for each, no two alike; a run keeps the one that it had if it can."""
        looks: dict[int, int] = {}
        for number in sorted(earlier, key=lambda number: (number not in self._looks, number)):
            wanted = self._looks.get(number, number % LOOKS)
            looks[number] = next(look for look in (wanted, *range(LOOKS)) if look not in looks.values())
        return looks

    @Slot()
    def _on_runs_changed(self) -> None:
        numbers = frozenset(run.number for run in self._training.runs)
        new = sorted(numbers - self._known)
        self._known = numbers
        self._show((*self._shown, *new))

    @Slot()
    def _on_state_changed(self) -> None:
        """A deleted run that is trained further is wanted again."""
        number = self.number_in_training
        if number in self._deleted and self._training.state is RunState.RUNNING:
            self._forget_deletion_of(number)
            self._show((*self._shown, number))

    def _forget_deletion_of(self, number: int) -> None:
        deletions = (deletion.without(number) for deletion in self._deletions)
        self._deletions = tuple(deletion for deletion in deletions if deletion.numbers)
