"""The append-only record of a run: a row for every step, a row for every evaluation."""

import threading
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]


@dataclass(frozen=True)
class Evaluation:
    """The whole validation (or test) part measured after `step` steps. loss: mean over images. accuracy: 0 to 1."""

    step: int
    loss: float
    accuracy: float


@dataclass(frozen=True)
class RateChange:
    """The learning rate that was chosen after `step` steps, and held from the next one on."""

    step: int
    learning_rate: float


@dataclass(frozen=True)
class MemoryRelief:
    """What was done after `step` steps, when the device's memory had run out.

    kind: half_batches: from the next step on each batch goes through the network in two halves. cpu: the run goes on
    on the CPU, with whole batches.
    """

    step: int
    kind: Literal["half_batches", "cpu"]


@dataclass(frozen=True, eq=False)
class BatchColumns:
    """The first n steps; row i is step i + 1. Views that never change, as the log only ever grows.

    losses, accuracies: (n,) of the batch that the step was taken on, before the step.
    loss_sums, accuracy_sums: (n + 1,) running sums from 0, so that a mean over any window is two look-ups.
    """

    losses: Column
    accuracies: Column
    loss_sums: Column
    accuracy_sums: Column


class MetricLog:
    """Written by the training thread, read by anybody. 32 bytes a step."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._length = 0
        self._values = np.zeros((2, 1024))  # losses, accuracies
        self._sums = np.zeros((2, 1025))
        self._evaluations: tuple[Evaluation, ...] = ()
        self._rate_changes: tuple[RateChange, ...] = ()
        self._memory_reliefs: tuple[MemoryRelief, ...] = ()

    def __len__(self) -> int:
        return self._length

    def append(self, loss: float, accuracy: float) -> None:
        """Record one step."""
        with self._lock:
            row = self._length
            if row == self._values.shape[1]:
                self._grow(row + 1)
            self._values[0, row] = loss
            self._values[1, row] = accuracy
            self._sums[0, row + 1] = self._sums[0, row] + loss
            self._sums[1, row + 1] = self._sums[1, row] + accuracy
            self._length = row + 1

    def extend(self, losses: Column, accuracies: Column) -> None:
        """Record several steps, (k,) each."""
        with self._lock:
            start, end = self._length, self._length + len(losses)
            if end > self._values.shape[1]:
                self._grow(end)
            self._values[:, start:end] = losses, accuracies
            self._sums[:, start + 1 : end + 1] = self._sums[:, start, None] + np.cumsum([losses, accuracies], axis=1)
            self._length = end

    def append_evaluation(self, evaluation: Evaluation) -> None:
        """Record what the validation part says after some step."""
        with self._lock:
            self._evaluations = (*self._evaluations, evaluation)

    @property
    def evaluations(self) -> tuple[Evaluation, ...]:
        """All evaluations so far, oldest first."""
        return self._evaluations

    def append_rate_change(self, change: RateChange) -> None:
        """Record that somebody chose another learning rate on the way."""
        with self._lock:
            self._rate_changes = (*self._rate_changes, change)

    @property
    def rate_changes(self) -> tuple[RateChange, ...]:
        """Where the learning rate was changed, oldest first; before the first one it was that of the settings."""
        return self._rate_changes

    def append_memory_relief(self, relief: MemoryRelief) -> None:
        """Record how the run got by with less memory."""
        with self._lock:
            self._memory_reliefs = (*self._memory_reliefs, relief)

    @property
    def memory_reliefs(self) -> tuple[MemoryRelief, ...]:
        """Where memory ran out, oldest first."""
        return self._memory_reliefs

    def columns(self) -> BatchColumns:
        """All steps so far, without copying them."""
        with self._lock:
            rows, values, sums = self._length, self._values, self._sums
        return BatchColumns(values[0, :rows], values[1, :rows], sums[0, : rows + 1], sums[1, : rows + 1])

    def until(self, step: int) -> "MetricLog":
        """A log of its own with the first `step` steps and what was evaluated by then."""
        columns = self.columns()
        log = MetricLog()
        log.extend(columns.losses[:step], columns.accuracies[:step])
        log._evaluations = tuple(evaluation for evaluation in self._evaluations if evaluation.step <= step)
        log._rate_changes = tuple(change for change in self._rate_changes if change.step < step)
        log._memory_reliefs = tuple(relief for relief in self._memory_reliefs if relief.step <= step)
        return log

    def _grow(self, rows: int) -> None:
        capacity = max(rows, 2 * self._values.shape[1])
        used = self._length
        values, sums = np.zeros((2, capacity)), np.zeros((2, capacity + 1))
        values[:, :used] = self._values[:, :used]
        sums[:, : used + 1] = self._sums[:, : used + 1]
        self._values, self._sums = values, sums
