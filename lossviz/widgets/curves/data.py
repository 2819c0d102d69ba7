"""The numbers of one training run, as a curve plot reads them."""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class RunCurve:
    """One run's values by step. Arrays are views and are never copied here.

    key: tells runs apart; the arrays of one key only ever grow.
    colour: "#rrggbb", or "" for the theme's own: one for the run in training, one for each earlier run.
    batch_values: (n,), value i belongs to step i + 1. A value that is not finite ends the run.
    batch_sums: (n + 1,), running sums of batch_values that begin with 0.
    evaluation_steps, evaluation_values: (k,), steps ascending.
    marks_every: hollow marks stand on the curve at every so many steps; None for no marks.
    look: which of the looks of earlier runs an earlier run has; None for the one that its key falls on.
    """

    key: int
    name: str
    colour: str
    is_ghost: bool
    batch_values: NDArray[np.float64]
    batch_sums: NDArray[np.float64]
    evaluation_steps: NDArray[np.int64]
    evaluation_values: NDArray[np.float64]
    marks_every: int | None = None
    look: int | None = None

    @property
    def step_count(self) -> int:
        """Steps run so far, the one that diverged included."""
        return len(self.batch_values)

    @property
    def last_step(self) -> int:
        """The last step that has a value of either kind."""
        return max(self.step_count, int(self.evaluation_steps[-1]) if len(self.evaluation_steps) else 0)

    @property
    def finite_count(self) -> int:
        """Leading batch values that are finite."""
        if np.isfinite(self.batch_sums[-1]):
            return self.step_count
        # A sum that has left the finite numbers never comes back, so the first such sum is found by bisection.
        counts = range(self.step_count + 1)
        return bisect_left(counts, 1, key=lambda count: int(not np.isfinite(self.batch_sums[count]))) - 1

    @property
    def has_diverged(self) -> bool:
        """Whether the run ended in a value that is not finite."""
        return self.finite_count < self.step_count

    def batch_value(self, step: int) -> float | None:
        """The batch value of `step`, None where there is none."""
        return float(self.batch_values[step - 1]) if 1 <= step <= self.step_count else None

    def running_means(self, steps: NDArray[np.int64], window: int) -> NDArray[np.float64]:
        """The mean of the last `window` values up to each of `steps`; of all values so far where there are fewer."""
        begins = np.maximum(steps - max(window, 1), 0)
        means: NDArray[np.float64] = (self.batch_sums[steps] - self.batch_sums[begins]) / (steps - begins)
        return means

    def running_mean(self, step: int, window: int) -> float | None:
        """The running mean at one step, None where there is none."""
        if not 1 <= step <= self.finite_count:
            return None
        return float(self.running_means(np.array([step], dtype=np.int64), window)[0])

    def finite_evaluations(self) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Steps and values of the evaluations that gave a finite value."""
        is_finite = np.isfinite(self.evaluation_values)
        return self.evaluation_steps[is_finite], self.evaluation_values[is_finite]

    def nearest_evaluation(self, step: int) -> tuple[int, float] | None:
        """(step, value) of the evaluation nearest to `step`, the earlier of two as near."""
        if not len(self.evaluation_steps):
            return None
        nearest = int(np.argmin(np.abs(self.evaluation_steps - step)))
        return int(self.evaluation_steps[nearest]), float(self.evaluation_values[nearest])
