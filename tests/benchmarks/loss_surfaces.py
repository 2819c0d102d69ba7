"""How long the Fit page's numbers take: surfaces anew and after a moved case, curvature, a whole path, single steps.

Run as `python -m tests.benchmarks.loss_surfaces`. Drawing is not part of it. One torch thread, as in the window.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from statistics import median, quantiles

import numpy as np
import torch

from lossviz.core.fit.cases import Cases, CaseWords
from lossviz.core.fit.descent import Descent
from lossviz.core.fit.descent_path import run_path
from lossviz.core.fit.descent_settings import DescentSettings
from lossviz.core.fit.logistic import LOSS_KINDS, Parameters, mean_loss
from lossviz.core.fit.surface_grid import GridRange, SurfaceGrid, automatic_range, smallest_eigenvalues

_SIZE, _CURVATURE_SIZE = 128, 64
_START = Parameters(2.0, 2.0)
_LONGEST_S = 1.5  # per figure
_WORDS = CaseWords("Size", "cm", "benign", "malignant")


def main() -> None:
    torch.set_num_threads(1)
    _write(f"{'':44}{'median ms':>12}{'p95 ms':>10}")
    for cases_count in (8, 60, 1000, 10_000):
        _report(_cases(cases_count, middle=3.0), f"{cases_count} cases")
    _report_full(_cases(60, middle=38.0), "60 cases around 38")
    _report_full(_cases(1000, middle=38.0), "1000 cases around 38")


def _report(cases: Cases, name: str) -> None:
    grid, grid_range = _report_full(cases, name)
    xs = (2.0 + 0.001 * step for step in count())
    indices = (step % len(cases) for step in count())
    _time("  one case moved once more, both losses", lambda: grid.move_case(3, next(xs), 1.0))
    _time("  another case moved, both losses", lambda: grid.move_case(next(indices), next(xs), 1.0))
    for kind in LOSS_KINDS:
        _time(
            f"  smallest eigenvalue of {kind}, {_CURVATURE_SIZE} x {_CURVATURE_SIZE}",
            partial(smallest_eigenvalues, kind, grid_range, _CURVATURE_SIZE, cases),
        )
        _time(f"  path of 150 steps, {kind}", partial(run_path, _START, DescentSettings(kind, "gd", 0.1), cases))
    descent = Descent(_START, DescentSettings("bce", "adam", 0.1), cases)
    _time("  one step by PyTorch, Adam", descent.step)


def _report_full(cases: Cases, name: str) -> tuple[SurfaceGrid, GridRange]:
    grid, grid_range = SurfaceGrid(_SIZE), automatic_range(cases, [_START])
    _write(name)
    _time("  range", lambda: automatic_range(cases, [_START]))
    _time(f"  both losses anew, {_SIZE} x {_SIZE}", lambda: grid.set(grid_range, cases))
    _time("  the line's loss", lambda: grid.values("line_mse"))
    _write(f"  largest relative error of the surfaces: {_largest_error(grid):.1e}")
    return grid, grid_range


def _largest_error(grid: SurfaceGrid) -> float:
    w, b = grid.range.w_values(_SIZE), grid.range.b_values(_SIZE)
    largest = 0.0
    for kind in LOSS_KINDS:
        values = grid.values(kind)
        for row, column in np.random.default_rng(1).integers(0, _SIZE, (200, 2)).tolist():
            exact = mean_loss(kind, Parameters(w[column], b[row]), grid.cases)
            largest = max(largest, abs(float(values[row, column]) - exact) / exact)
    return largest


def _cases(cases_count: int, middle: float) -> Cases:
    random = np.random.default_rng(0)
    x = random.normal(middle, 1.0, cases_count)
    y = (random.random(cases_count) < 1 / (1 + np.exp(-2 * (x - middle)))).astype(np.float64)
    return Cases(x, y, _WORDS)


def _time(name: str, task: Callable[[], object]) -> None:
    task()
    times: list[float] = []
    while len(times) < 5 or (sum(times) < _LONGEST_S and len(times) < 300):
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    _write(f"{name:44}{1000 * median(times):12.3f}{1000 * quantiles(times, n=20)[-1]:10.3f}")


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
