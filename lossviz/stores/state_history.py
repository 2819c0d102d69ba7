"""Earlier and later states of a value, for undo and redo."""

from typing import Generic, TypeVar

MOST_STATES = 100

State = TypeVar("State")


class StateHistory(Generic[State]):
    """Knows the states around the present one, which its owner keeps."""

    def __init__(self) -> None:
        self._past: list[State] = []
        self._future: list[State] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier state to go back to."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether an undo can be taken back."""
        return bool(self._future)

    def remember(self, before: State) -> None:
        """The state is about to be another than this one; what was undone is forgotten."""
        self._past = [*self._past, before][-MOST_STATES:]
        self._future = []

    def undo(self, present: State) -> State:
        """The state before the last change; the present one where there was none."""
        return self._travel(self._past, self._future, present)

    def redo(self, present: State) -> State:
        """The state before the last undo; the present one where there was none."""
        return self._travel(self._future, self._past, present)

    @staticmethod
    def _travel(source: list[State], target: list[State], present: State) -> State:
        if not source:
            return present
        target.append(present)
        return source.pop()
