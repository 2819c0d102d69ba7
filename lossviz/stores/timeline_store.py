"""Where somebody looks on a run's way through training."""

from bisect import bisect_left

from PySide6.QtCore import Signal

from lossviz.core.training.part_outputs import PartOutputs
from lossviz.core.training.snapshots import BUDGET_BYTES, Snapshot
from lossviz.core.training.training_run import Weights, steps_per_epoch
from lossviz.stores.store import Store
from lossviz.stores.training_store import RunRecord, TrainingStore


class TimelineStore(Store):
    """Owns the run and the snapshot that are looked at; which ones there are is the training's business.

    It is the present run unless an earlier one was chosen; a new run is looked at as soon as there is one. A snapshot
    that is looked at stays at hand, even when it is thinned out of the run's history meanwhile.
    """

    step_changed = Signal()
    snapshots_changed = Signal()
    playing_changed = Signal()
    saving_changed = Signal()

    def __init__(self, training: TrainingStore) -> None:
        super().__init__()
        self._training = training
        self._present_number: int | None = None
        self._earlier_number: int | None = None
        self._snapshots: tuple[Snapshot, ...] = ()
        self._last_step = 0
        self._looked_at: Snapshot | None = None
        self._is_playing = False
        self._saves_history = False
        training.runs_changed.connect(self._follow_training)
        training.log_grown.connect(self._follow_training)
        self._follow_training()

    @property
    def run(self) -> RunRecord | None:
        """The run whose way it is."""
        return self._earlier or self._training.run

    @property
    def is_of_present_run(self) -> bool:
        """Whether it is the way of the present run, or the last one."""
        return self._earlier is None

    @property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """What there is to be looked at, oldest first."""
        return self._snapshots

    @property
    def looked_at(self) -> Snapshot | None:
        """What is looked at; None: the run as it is now."""
        return self._looked_at

    @property
    def step(self) -> int | None:
        """Of what is looked at; None: the run as it is now."""
        return self._looked_at.step if self._looked_at else None

    @property
    def last_step(self) -> int:
        """Where the run stands now."""
        return self._last_step

    @property
    def epoch_steps(self) -> int:
        """Steps in an epoch of the run; 0 where nobody knows."""
        run = self.run
        return steps_per_epoch(run.leg.images, run.settings.batch_size) if run else 0

    @property
    def is_playing(self) -> bool:
        """Whether the steps go by by themselves."""
        return self._is_playing

    @property
    def bytes_used(self) -> int:
        """By the snapshots of the present run, which is the one that is saved."""
        run = self._training.run
        return run.history.snapshots.bytes_used if run and run.history else 0

    @property
    def bytes_of_all(self) -> int:
        """By the snapshots of all runs of this sitting, which share `budget_bytes`."""
        return sum(run.history.snapshots.bytes_used for run in self._training.runs if run.history)

    @property
    def budget_bytes(self) -> int:
        """What the snapshots of all runs may take."""
        return BUDGET_BYTES

    @property
    def saves_history(self) -> bool:
        """Whether a run is to be saved with its snapshots."""
        return self._saves_history

    def set_saves_history(self, saves_history: bool) -> None:
        """Save runs with or without their snapshots from now on."""
        if saves_history != self._saves_history:
            self._saves_history = saves_history
            self._tell(self.saving_changed)

    def choose_run(self, number: int) -> None:
        """Look at the end of an earlier run; of the present one, or one without snapshots: at the run as it is now."""
        with self.editing():
            self.look_at(None)
            self._earlier_number = number
            if self._earlier is None:
                self._earlier_number = None
                return
            self._follow_training()
            self.look_at(self._snapshots[-1].step)

    def look_at(self, step: int | None) -> None:
        """Look at the snapshot nearest to `step`.

        None, or the newest of a present run that can go on: the present run as it is now.
        """
        with self.editing():
            snapshot = None if step is None else self._nearest(step)
            if snapshot is not self._looked_at:
                self._looked_at = snapshot
                self._tell(self.step_changed)
            if snapshot is None:
                self.set_playing(is_playing=False)
                if self._earlier_number is not None:
                    self._earlier_number = None
                    self._follow_training()

    def move(self, count: int) -> None:
        """Look at a snapshot so many further on, or back where `count` is negative."""
        steps = [snapshot.step for snapshot in self._snapshots]
        if not steps:
            return
        here = len(steps) - 1 if self.step is None else bisect_left(steps, self.step)
        self.look_at(steps[min(max(here + count, 0), len(steps) - 1)])

    def set_playing(self, is_playing: bool) -> None:
        """Let the steps go by by themselves, from the first where the run as it is now was looked at."""
        is_playing = is_playing and len(self._snapshots) > 1
        with self.editing():
            if is_playing and (self._looked_at is None or self._looked_at is self._snapshots[-1]):
                self.look_at(self._snapshots[0].step)
            if is_playing != self._is_playing:
                self._is_playing = is_playing
                self._tell(self.playing_changed)

    def path(self) -> list[tuple[int, Weights]]:
        """The run's way: steps and weights, not to be changed; oldest first."""
        return [(snapshot.step, snapshot.weights) for snapshot in self._snapshots]

    def outputs_at(self, step: int) -> PartOutputs | None:
        """What the network said of the validation part at its last evaluation up to `step`; None before the first."""
        run = self.run
        evaluated = run.history.snapshots.last_evaluated(step) if run and run.history else None
        if evaluated is None or evaluated.outputs is None:
            return None
        return PartOutputs(evaluated.step, evaluated.outputs)

    def _nearest(self, step: int) -> Snapshot | None:
        run = self.run
        nearest = run.history.snapshots.nearest(step) if run and run.history else None
        if nearest is None or run is None or not self._snapshots or self._earlier:
            return nearest
        return None if run.has_network and nearest.step >= self._snapshots[-1].step else nearest

    @property
    def _earlier(self) -> RunRecord | None:
        """The earlier run that was chosen, as long as there is one of this number with snapshots."""
        number, present = self._earlier_number, self._training.run
        if number is None or (present and present.number == number):
            return None
        runs = (run for run in self._training.runs if run.number == number)
        return next((run for run in runs if run.history and len(run.history.snapshots)), None)

    def _follow_training(self) -> None:
        present = self._training.run
        number = present.number if present else None
        is_gone = self._earlier_number is not None and self._earlier is None
        with self.editing():
            if number != self._present_number or is_gone:
                self._present_number = number
                self.look_at(None)
            run = self.run
            snapshots = run.history.snapshots.all if run and run.history else ()
            last_step = len(run.log) if run else 0
            if snapshots is not self._snapshots or last_step != self._last_step:
                self._snapshots, self._last_step = snapshots, last_step
                self._tell(self.snapshots_changed)
