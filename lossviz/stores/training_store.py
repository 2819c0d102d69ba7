"""The settings on the controls, the state of the training, and the runs of this sitting."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from lossviz.core.data.digits import DataIdentity
from lossviz.core.errors import LossvizError
from lossviz.core.names import DeviceName
from lossviz.core.training.devices import DeviceChoice
from lossviz.core.training.metric_log import Evaluation, MetricLog
from lossviz.core.training.run_history import RunHistory
from lossviz.core.training.run_states import BUSY, TRANSITIONS, RunState
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.training_run import Leg
from lossviz.stores.data_store import DataStore
from lossviz.stores.store import Store


@dataclass(frozen=True, eq=False)
class RunRecord:
    """A run as the window shows it; the log grows while the run goes on.

    number: counts the runs of this sitting from 1. leg: the stretch that progress is measured on.
    test: the test part after the last step, None until then.
    has_network: whether a network with finite weights stands at the end of the log, to be continued and saved.
    history: what the network was on the way; it grows with the log. made_with: versions and device by their names.
    """

    number: int
    settings: TrainingSettings
    data: DataIdentity
    log: MetricLog
    leg: Leg
    test: Evaluation | None = None
    has_network: bool = True
    history: RunHistory | None = None
    made_with: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Speed:
    """images_per_second: lately. seconds_left: None while nothing can be said."""

    images_per_second: float
    seconds_left: float | None


class TrainingStore(Store):
    """Owns what the training panels show. Only the training controller moves `state`, `runs`, `speed` and `device`."""

    settings_changed = Signal()
    state_changed = Signal()
    runs_changed = Signal()
    log_grown = Signal()
    device_changed = Signal()

    def __init__(self, data: DataStore, settings: TrainingSettings, wanted_device: DeviceName, threads: int) -> None:
        super().__init__()
        self._data = data
        self._settings = settings
        self._wanted_device: DeviceName = wanted_device
        self._threads = threads
        self._continues = False
        self._state = RunState.IDLE
        self._is_comparing = False
        self._runs: tuple[RunRecord, ...] = ()
        self._device: DeviceChoice | None = None
        self._speed: Speed | None = None
        self._problem: LossvizError | None = None

    @property
    def settings(self) -> TrainingSettings:
        """What the controls say."""
        return self._settings

    @property
    def wanted_device(self) -> DeviceName:
        """What the controls say about the processor."""
        return self._wanted_device

    @property
    def threads(self) -> int:
        """How many threads a run on the CPU may use; see `useful_threads`."""
        return self._threads

    @property
    def continues(self) -> bool:
        """Whether Start goes on with the last run, where the settings allow it."""
        return self._continues and self.can_continue

    @property
    def is_to_continue(self) -> bool:
        """Whether Start was asked to go on with the last run, also where that is not possible."""
        return self._continues

    @property
    def can_continue(self) -> bool:
        """Whether the last run can go on with the settings on the controls and the data in use."""
        run, digits = self.run, self._data.digits
        if run is None or digits is None or not run.has_network or not len(run.log):
            return False
        return self._settings.can_continue(run.settings) and digits.identity.sha256 == run.data.sha256

    @property
    def state(self) -> RunState:
        """What the training is doing."""
        return self._state

    @property
    def is_free(self) -> bool:
        """Whether a run can begin and the data can be changed: nothing is being trained or compared."""
        return self._state not in BUSY and not self._is_comparing

    @property
    def run(self) -> RunRecord | None:
        """The present run, or the last one."""
        return self._runs[-1] if self._runs else None

    @property
    def runs(self) -> tuple[RunRecord, ...]:
        """All runs of this sitting, oldest first."""
        return self._runs

    @property
    def device(self) -> DeviceChoice | None:
        """The processor of the present or last run; None before the first."""
        return self._device

    @property
    def speed(self) -> Speed | None:
        """How fast the present run goes; None when none does."""
        return self._speed

    @property
    def problem(self) -> LossvizError | None:
        """Why the last run failed; None if it did not."""
        return self._problem

    def set_settings(self, settings: TrainingSettings) -> None:
        """Show and use `settings` from now on."""
        if settings != self._settings:
            self._settings = settings
            self._tell(self.settings_changed)

    def set_comparing(self, is_comparing: bool) -> None:
        """Note that runs are being compared, or no longer are."""
        if is_comparing != self._is_comparing:
            self._is_comparing = is_comparing
            self._tell(self.state_changed)

    def set_wanted_device(self, name: DeviceName) -> None:
        """Ask for this processor at the next start."""
        if name != self._wanted_device:
            self._wanted_device = name
            self._tell(self.settings_changed)

    def set_threads(self, threads: int) -> None:
        """Use so many threads from the next start on.

        Raises: ValueError if there are none.
        """
        if threads < 1:
            raise ValueError(f"{threads} threads cannot train")
        if threads != self._threads:
            self._threads = threads
            self._tell(self.settings_changed)

    def set_continues(self, continues: bool) -> None:
        """Let Start go on with the last run."""
        if continues != self._continues:
            self._continues = continues
            self._tell(self.settings_changed)

    def set_state(self, state: RunState, problem: LossvizError | None = None) -> None:
        """Move to `state`. problem: why, for FAILED.

        Raises: ValueError if the transition table does not allow it, which is a programming error.
        """
        if state not in TRANSITIONS[self._state]:
            raise ValueError(f"no way from {self._state} to {state}")
        self._state = state
        self._problem = problem
        self._tell(self.state_changed)

    def put_run(self, run: RunRecord) -> None:
        """Put a newer record in the place of the one with its number, or append it as the present run."""
        if any(old.number == run.number for old in self._runs):
            self._runs = tuple(run if run.number == old.number else old for old in self._runs)
        else:
            self._runs = (*self._runs, run)
        self._tell(self.runs_changed)

    def set_device(self, device: DeviceChoice) -> None:
        """Say which processor was found."""
        if device != self._device:
            self._device = device
            self._tell(self.device_changed)

    def note_growth(self, speed: Speed | None) -> None:
        """Say that the present run's log has new rows."""
        self._speed = speed
        self._tell(self.log_grown)
