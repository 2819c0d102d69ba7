"""The landscape around a network: what is asked for, what is known of it, and how it is shown."""

from typing import Literal

from PySide6.QtCore import Signal

from lossviz.core.errors import LossvizError
from lossviz.core.landscape.evaluation import Place
from lossviz.core.landscape.settings import LandscapeSettings
from lossviz.core.landscape.survey import Landscape, SurveyProgress
from lossviz.stores.store import Store

LandscapeState = Literal["idle", "running", "done", "cancelled", "failed"]


class LandscapeStore(Store):
    """Owns the settings, the last landscape and its look. Only the landscape controller moves `state` and `landscape`.

    A landscape that was cancelled stays, as far as it was.
    """

    settings_changed = Signal()
    state_changed = Signal()
    landscape_changed = Signal()
    progress_changed = Signal()
    view_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._settings = LandscapeSettings()
        self._state: LandscapeState = "idle"
        self._landscape: Landscape | None = None
        self._share = 0.0
        self._problem: LossvizError | None = None
        self._is_3d = False
        self._is_quantile = True
        self._shown: tuple[int, int] | None = None  # a run and a step of it

    @property
    def settings(self) -> LandscapeSettings:
        """Of the next landscape."""
        return self._settings

    @property
    def state(self) -> LandscapeState:
        """Of the computing."""
        return self._state

    @property
    def is_running(self) -> bool:
        """Whether a landscape is being computed."""
        return self._state == "running"

    @property
    def landscape(self) -> Landscape | None:
        """What is known; None before the first."""
        return self._landscape

    @property
    def share(self) -> float:
        """How much of the work is done, 0 to 1."""
        return self._share

    @property
    def problem(self) -> LossvizError | None:
        """Why there is no landscape; None if there is no reason."""
        return self._problem

    @property
    def is_3d(self) -> bool:
        """Whether it is shown in space."""
        return self._is_3d

    @property
    def is_quantile(self) -> bool:
        """Whether each colour covers the same area."""
        return self._is_quantile

    @property
    def marker(self) -> Place:
        """Where on the plane the weights are that are looked at: the present ones, or those of `show_step`.

        What is looked at of another run is nowhere on the plane.
        """
        if self._landscape is None or self._shown is None:
            return 0.0, 0.0
        path, subject, (run_number, step) = self._landscape.path, self._landscape.subject, self._shown
        if not len(path.steps) or run_number != subject.run_number or step >= subject.step:
            return 0.0, 0.0
        a, b = path.places[abs(path.steps - step).argmin()].tolist()
        return a, b

    def set_settings(self, settings: LandscapeSettings) -> None:
        """For the next landscape."""
        if settings != self._settings:
            self._settings = settings
            self._tell(self.settings_changed)

    def set_3d(self, is_3d: bool) -> None:
        """Show it in space or from above."""
        if is_3d != self._is_3d:
            self._is_3d = is_3d
            self._tell(self.view_changed)

    def set_quantile(self, is_quantile: bool) -> None:
        """Colour by rank or by value."""
        if is_quantile != self._is_quantile:
            self._is_quantile = is_quantile
            self._tell(self.view_changed)

    def show_step(self, run_number: int, step: int) -> None:
        """Put the marker where the path was nearest to this step of a run, if that is the run it was computed of."""
        self._show((run_number, step))

    def show_present(self) -> None:
        """Put the marker on the present weights."""
        self._show(None)

    def begin(self) -> None:
        """A landscape is being computed; the one before stays until the first grid of the new one is there."""
        self._share, self._problem = 0.0, None
        self._set_state("running")

    def set_progress(self, progress: SurveyProgress) -> None:
        """It is so far."""
        self._share = progress.share
        if progress.landscape is not self._landscape and progress.landscape.whole_step is not None:
            self._landscape = progress.landscape
            self._tell(self.landscape_changed)
        self._tell(self.progress_changed)

    def finish(self, is_complete: bool) -> None:
        """The computing has ended, or was cancelled."""
        self._set_state("done" if is_complete else "cancelled")

    def fail(self, problem: LossvizError) -> None:
        """The computing could not begin, or broke off by itself; what was there stays."""
        self._problem = problem
        self._set_state("failed")

    def _show(self, shown: tuple[int, int] | None) -> None:
        if shown != self._shown:
            self._shown = shown
            self._tell(self.view_changed)

    def _set_state(self, state: LandscapeState) -> None:
        self._state = state
        self._tell(self.state_changed)
