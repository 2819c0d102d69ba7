"""Earlier and later states of the cases, for undo and redo."""

from lossviz.core.fit.cases import Cases

MOST_STATES = 100


class CaseHistory:
    """Knows the states around the present one, which its owner keeps."""

    def __init__(self) -> None:
        self._past: list[Cases] = []
        self._future: list[Cases] = []

    @property
    def can_undo(self) -> bool:
        """Whether there are earlier cases to go back to."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether an undo can be taken back."""
        return bool(self._future)

    def remember(self, before: Cases) -> None:
        """The cases are about to be others than these; what was undone is forgotten."""
        self._past = [*self._past, before][-MOST_STATES:]
        self._future = []

    def undo(self, present: Cases) -> Cases:
        """The cases before the last change; the present ones where there was none."""
        return _move(self._past, self._future, present)

    def redo(self, present: Cases) -> Cases:
        """The cases before the last undo; the present ones where there was none."""
        return _move(self._future, self._past, present)


def _move(source: list[Cases], target: list[Cases], present: Cases) -> Cases:
    if not source:
        return present
    target.append(present)
    return source.pop()
