"""What a network was on its way through training: copies of its weights within a budget of memory."""

import threading
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from lossviz.core.training.flat_weights import WeightLayout
from lossviz.core.training.part_outputs import OutputsF32
from lossviz.core.training.snapshot_thinning import thinned
from lossviz.core.training.training_run import Weights

BUDGET_BYTES = 256_000_000  # 3 100 snapshots of the Course CNN
OVERHEAD_BYTES = 1_000  # of the objects around the numbers: 670 measured


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The network after `step` steps.

    layout, flat: its weights, (n,) float32 in main memory, which nobody changes. outputs: what it said of each image of
    the validation part, where it was asked just then.
    """

    step: int
    layout: WeightLayout
    flat: Tensor
    outputs: OutputsF32 | None = None

    @property
    def weights(self) -> Weights:
        """Views into `flat`, not to be changed."""
        return self.layout.weights(self.flat)

    @property
    def nbytes(self) -> int:
        """Memory that it takes."""
        return self.flat.nbytes + (0 if self.outputs is None else self.outputs.nbytes) + OVERHEAD_BYTES


class Snapshots:
    """The snapshots of one run, oldest first; any thread may add and read.

    The budget is never exceeded. Whenever it would be, those go that are missed least: the newest stay dense, those of
    an evaluation stay longer, the first and the last stay as long as both fit.
    """

    def __init__(self, budget_bytes: int = BUDGET_BYTES) -> None:
        self._lock = threading.Lock()
        self._budget_bytes = budget_bytes
        self._kept: tuple[Snapshot, ...] = ()
        self._bytes_used = 0
        self._layout: WeightLayout | None = None

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def all(self) -> tuple[Snapshot, ...]:
        """All that are kept; the same object as long as none came and none went."""
        return self._kept

    @property
    def steps(self) -> tuple[int, ...]:
        """The steps that they were taken after, ascending."""
        return tuple(snapshot.step for snapshot in self._kept)

    @property
    def bytes_used(self) -> int:
        """Memory that they take."""
        return self._bytes_used

    @property
    def budget_bytes(self) -> int:
        """Memory that they may take."""
        return self._budget_bytes

    def set_budget(self, budget_bytes: int) -> None:
        """Take no more memory than this from now on."""
        with self._lock:
            self._budget_bytes = budget_bytes
            self._keep(list(self._kept), self._bytes_used)

    def add(self, step: int, weights: Weights, outputs: OutputsF32 | None = None) -> bool:
        """Keep a copy of the weights after `step` steps; False if they are not finite numbers, then nothing is kept.

        outputs: what the network said of the validation part, not to be changed any more. A second snapshot of a step
        takes the place of the first, whose outputs stay if it has none.

        Raises: ValueError if the weights are of another network than those before.
        """
        layout = self._layout or WeightLayout.of(weights)
        flat = layout.flatten(weights)
        if not bool(torch.isfinite(flat).all()):
            return False
        self.put(Snapshot(step, layout, flat, outputs))
        return True

    def put(self, snapshot: Snapshot) -> None:
        """Keep this one, without copying it.

        Raises: ValueError if it is of another network than those before.
        """
        with self._lock:
            if self._layout not in (None, snapshot.layout):
                raise ValueError(f"a snapshot of {snapshot.layout.names} among those of {self._layout}")
            self._layout = snapshot.layout
            kept = list(self._kept)
            place = bisect_left(kept, snapshot.step, key=lambda old: old.step)
            old = kept[place] if place < len(kept) and kept[place].step == snapshot.step else None
            if old is None:
                kept.insert(place, snapshot)
            elif snapshot.outputs is None:
                kept[place] = replace(snapshot, outputs=old.outputs)
            else:
                kept[place] = snapshot
            used = self._bytes_used + kept[place].nbytes - (old.nbytes if old else 0)
            self._keep(kept, used)

    def fill(self, snapshots: Sequence[Snapshot]) -> None:
        """Keep these, all of one network and oldest first, and no others, without copying them."""
        with self._lock:
            self._layout = snapshots[0].layout if snapshots else None
            self._keep(list(snapshots), sum(snapshot.nbytes for snapshot in snapshots))

    def nearest(self, step: int) -> Snapshot | None:
        """The one taken closest to `step`, the earlier of two; None if there is none."""
        kept = self._kept
        place = bisect_left(kept, step, key=lambda snapshot: snapshot.step)
        around = kept[max(place - 1, 0) : place + 1]
        return min(around, key=lambda snapshot: abs(snapshot.step - step), default=None)

    def last_evaluated(self, step: int) -> Snapshot | None:
        """The last up to `step` that knows what the network said of the validation part; None before the first."""
        kept = self._kept
        until = bisect_right(kept, step, key=lambda snapshot: snapshot.step)
        return next((snapshot for snapshot in reversed(kept[:until]) if snapshot.outputs is not None), None)

    def _keep(self, kept: list[Snapshot], used: int) -> None:
        """As many of them as the budget allows. used: by all of them. Called with the lock held."""
        if used > self._budget_bytes:
            steps = np.array([snapshot.step for snapshot in kept], np.int64)
            sizes = np.array([snapshot.nbytes for snapshot in kept], np.int64)
            is_evaluated = np.array([snapshot.outputs is not None for snapshot in kept])
            kept = [kept[place] for place in thinned(steps, sizes, is_evaluated, self._budget_bytes)]
            used = sum(snapshot.nbytes for snapshot in kept)
        self._kept, self._bytes_used = tuple(kept), used
