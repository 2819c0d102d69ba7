"""Runs for the tests and the benchmark of the curve plot."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lossviz.widgets.curves.data import RunCurve


def run_of(
    values: Sequence[float] | NDArray[np.float64],
    *,
    key: int = 1,
    name: str = "run 1",
    colour: str = "",
    is_ghost: bool = False,
    evaluations: Sequence[tuple[int, float]] = (),
    marks_every: int | None = None,
) -> RunCurve:
    """A run with these batch values and (step, value) evaluations."""
    batch_values = np.asarray(values, dtype=np.float64)
    with np.errstate(over="ignore", invalid="ignore"):
        batch_sums = np.concatenate(([0.0], np.cumsum(batch_values)))
    return RunCurve(
        key=key,
        name=name,
        colour=colour,
        is_ghost=is_ghost,
        batch_values=batch_values,
        batch_sums=batch_sums,
        evaluation_steps=np.array([step for step, _ in evaluations], dtype=np.int64),
        evaluation_values=np.array([value for _, value in evaluations], dtype=np.float64),
        marks_every=marks_every,
    )


def falling_loss(count: int, *, seed: int = 0, final: float = 0.1) -> NDArray[np.float64]:
    """A noisy loss that falls from 2.3 to about `final` in `count` steps."""
    progress = np.arange(count) / count
    level: NDArray[np.float64] = final + (2.3 - final) * np.exp(-8 * progress)
    return level * np.exp(0.25 * np.random.default_rng(seed).standard_normal(count))


def first_steps(run: RunCurve, count: int) -> RunCurve:
    """The same run when it had done `count` steps, over the same memory."""
    seen = int(np.searchsorted(run.evaluation_steps, count, side="right"))
    return RunCurve(
        run.key,
        run.name,
        run.colour,
        run.is_ghost,
        run.batch_values[:count],
        run.batch_sums[: count + 1],
        run.evaluation_steps[:seen],
        run.evaluation_values[:seen],
        run.marks_every,
    )
