"""The data set in use, and what is being done to get another."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from lossviz.core.data.digits import DataIdentity, Digits
from lossviz.core.errors import LossvizError
from lossviz.stores.store import Store


@dataclass(frozen=True)
class Fetching:
    """What is under way. share: 0 to 1 of a download, None while a folder is being read or digits are being drawn."""

    is_download: bool
    share: float | None


class DataStore(Store):
    """Owns the digits in use, the loading in progress, and the last thing that went wrong with it."""

    digits_changed = Signal()
    fetching_changed = Signal()
    problem_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._digits: Digits | None = None
        self._known: tuple[DataIdentity, ...] = ()
        self._fetching: Fetching | None = None
        self._problem: LossvizError | None = None

    @property
    def digits(self) -> Digits | None:
        """The data in use; None until the first set has been loaded."""
        return self._digits

    @property
    def known(self) -> tuple[DataIdentity, ...]:
        """All sets that have been loaded in this sitting, oldest first."""
        return self._known

    @property
    def fetching(self) -> Fetching | None:
        """What is being loaded, if anything."""
        return self._fetching

    @property
    def problem(self) -> LossvizError | None:
        """Why the last wish for data could not be fulfilled; None once it was."""
        return self._problem

    def set_digits(self, digits: Digits) -> None:
        """Use `digits` from now on."""
        if digits is not self._digits:
            self._digits = digits
            if digits.identity not in self._known:
                self._known = (*self._known, digits.identity)
            self._tell(self.digits_changed)

    def set_fetching(self, fetching: Fetching | None) -> None:
        """Say what is being loaded."""
        if fetching != self._fetching:
            self._fetching = fetching
            self._tell(self.fetching_changed)

    def set_problem(self, problem: LossvizError | None) -> None:
        """Say what went wrong, or that nothing did."""
        if problem is not self._problem:
            self._problem = problem
            self._tell(self.problem_changed)
