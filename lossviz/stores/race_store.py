"""The race of two sums: what it is to be, how far it is, and how it ended."""

from typing import Literal

from PySide6.QtCore import Signal

from lossviz.core.by_hand.summation_race import RaceProgress, RaceResult, RaceSettings
from lossviz.core.errors import LossvizError
from lossviz.stores.store import Store

RaceState = Literal["idle", "running", "done", "cancelled", "failed"]


class RaceStore(Store):
    """Owns the settings of the next race and the outcome of the last. One that is cancelled leaves no result."""

    state_changed = Signal()
    progress_changed = Signal()
    settings_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state: RaceState = "idle"
        self._settings = RaceSettings()
        self._progress: RaceProgress | None = None
        self._result: RaceResult | None = None
        self._problem: LossvizError | None = None

    @property
    def state(self) -> RaceState:
        """Of the race."""
        return self._state

    @property
    def is_running(self) -> bool:
        """Whether the race is on."""
        return self._state == "running"

    @property
    def settings(self) -> RaceSettings:
        """Of the race that runs, or else of the next."""
        return self._settings

    @property
    def progress(self) -> RaceProgress | None:
        """How far the race is, or was when it was cancelled; None until Python has begun."""
        return self._progress

    @property
    def result(self) -> RaceResult | None:
        """Of the last race, if it went to its end."""
        return self._result

    @property
    def problem(self) -> LossvizError | None:
        """Why the race failed."""
        return self._problem

    def set_settings(self, settings: RaceSettings) -> None:
        """For the next race; not while one is running."""
        if settings != self._settings and not self.is_running:
            self._settings = settings
            self._tell(self.settings_changed)

    def begin(self) -> None:
        """A race has begun."""
        self._progress = self._result = self._problem = None
        self._set_state("running")

    def set_progress(self, progress: RaceProgress) -> None:
        """The race is so far."""
        if progress != self._progress:
            self._progress = progress
            self._tell(self.progress_changed)

    def finish(self, result: RaceResult | None) -> None:
        """The race has ended; without a result it was cancelled."""
        self._result = result
        self._set_state("done" if result else "cancelled")

    def fail(self, problem: LossvizError) -> None:
        """The race broke off by itself."""
        self._problem = problem
        self._set_state("failed")

    def _set_state(self, state: RaceState) -> None:
        self._state = state
        self._tell(self.state_changed)
