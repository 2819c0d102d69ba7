"""Takes the snapshots of a run from what its training leaves for others anyway."""

import math
from dataclasses import dataclass

from lossviz.core.latest_value import LatestValue
from lossviz.core.training.part_outputs import OutputSlots, PartOutputs
from lossviz.core.training.snapshots import Snapshots
from lossviz.core.training.training_run import FrozenRun, TrainingRun

GROWTH = 1.25  # from one step that is kept to the next, while nobody asks: most happens at the beginning


@dataclass(frozen=True, eq=False)
class TrainingSlots:
    """Where a training leaves copies of the run, and what the network said of the held-out parts."""

    frozen_out: LatestValue[FrozenRun]
    outputs_out: OutputSlots


def keeping(slots: TrainingSlots, run: TrainingRun, snapshots: Snapshots) -> TrainingSlots:
    """The same slots for a training of `run` that begins now: what goes through them is kept in `snapshots` as well.

    Kept are the start, the end of every epoch, whatever somebody asks for, and steps in a geometric row where nobody
    does. To be called by the thread that trains.
    """
    snapshots.add(run.step, run.network.state_dict())
    said = OutputSlots(_KeptOutputs(slots.outputs_out.validation, run, snapshots), slots.outputs_out.test)
    return TrainingSlots(_KeptRuns(slots.frozen_out, run, snapshots), said)


class _KeptRuns(LatestValue[FrozenRun]):
    def __init__(self, slot: LatestValue[FrozenRun], run: TrainingRun, snapshots: Snapshots) -> None:
        super().__init__()
        self._slot = slot
        self._run = run
        self._snapshots = snapshots
        self._due = run.step + 1

    @property
    def is_wanted(self) -> bool:
        return self._slot.is_wanted or self._run.step >= self._due

    def put(self, value: FrozenRun) -> None:
        self._snapshots.add(value.step, value.weights)
        self._due = max(value.step + 1, math.ceil(GROWTH * value.step))
        if self._slot.is_wanted:
            self._slot.put(value)


class _KeptOutputs(LatestValue[PartOutputs]):
    """The weights that said them stand still meanwhile."""

    def __init__(self, slot: LatestValue[PartOutputs], run: TrainingRun, snapshots: Snapshots) -> None:
        super().__init__()
        self._slot = slot
        self._run = run
        self._snapshots = snapshots

    def put(self, value: PartOutputs) -> None:
        self._snapshots.add(value.step, self._run.network.state_dict(), value.outputs)
        self._slot.put(value)
