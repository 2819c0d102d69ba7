"""How long a curve plot of 1200 x 800 pixels takes for an update and its paint.

    python -m tests.benchmarks.curve_redraw

Each update brings one more step, as in training. Milliseconds on the clock and, between brackets,
of this thread's processor, which other programs disturb less: medians of interleaved rounds.
"""

import os
import sys
import time
import tracemalloc

import numpy as np
from PySide6.QtWidgets import QApplication

from lossviz.core.training.metric_log import MetricLog
from lossviz.widgets.curves.data import RunCurve
from lossviz.widgets.curves.plot import CurvePlot
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.curve_runs import falling_loss, first_steps, run_of

STEP_COUNTS = (1_000, 10_000, 100_000, 1_000_000)
ROUNDS = 60
# For every number of steps and view, (clock, processor) of each round.
Times = dict[tuple[int, str], list[tuple[float, float]]]
VIEWS = ("whole run", "zoomed to a third", "zoomed to 1000 steps")


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    plots = {(count, view): _plot(count, view) for count in STEP_COUNTS for view in VIEWS}
    runs = {count: _runs(count) for count in STEP_COUNTS}
    times_ms: Times = {case: [] for case in plots}
    for round_number in range(ROUNDS):
        for (count, view), plot in plots.items():
            *ghosts, run = runs[count]
            grown = first_steps(run, count + round_number)
            times_ms[count, view].append(_update_ms(plot, [*ghosts, grown]))
        application.processEvents()
    _print(times_ms)


def _runs(count: int) -> list[RunCurve]:
    evaluations = [(count * i // 10, 1.0 / i) for i in range(1, 11)]
    ghosts = [
        run_of(falling_loss(count, seed=key), key=key, name=f"run {key}", is_ghost=True, evaluations=evaluations)
        for key in (1, 2, 3)
    ]
    longer = run_of(falling_loss(count + ROUNDS, seed=4), key=4, name="run 4", evaluations=evaluations, marks_every=200)
    return [*ghosts, longer]


def _plot(count: int, view: str) -> CurvePlot:
    plot = CurvePlot(ThemeSource(load_theme("light")), "Loss", "cross-entropy", "step")
    plot.resize(1200, 800)
    plot.set_smoothing(50)
    plot.show()
    *ghosts, run = _runs(count)
    plot.show_runs([*ghosts, first_steps(run, count)])
    if view != VIEWS[0]:
        width = count / 3 if view == VIEWS[1] else 1000
        plot.canvas.view_box.setRange(xRange=(count / 2 - width / 2, count / 2 + width / 2), padding=0)
        plot.canvas.view_box.sigRangeChangedManually.emit([True, True])
    return plot


def _update_ms(plot: CurvePlot, runs: list[RunCurve]) -> tuple[float, float]:
    begin, thread_begin = time.perf_counter(), time.thread_time()
    plot.show_runs(runs)
    plot.canvas.viewport().repaint()
    return 1000 * (time.perf_counter() - begin), 1000 * (time.thread_time() - thread_begin)


def _print(times_ms: Times) -> None:
    sys.stdout.write(f"{'steps':>9}  " + "".join(f"{view:>26}" for view in VIEWS) + "\n")
    for count in STEP_COUNTS:
        cells = [_cell(times_ms[count, view]) for view in VIEWS]
        sys.stdout.write(f"{count:>9}  " + "".join(f"{cell:>26}" for cell in cells) + "\n")
    most, least = (np.median(times_ms[count, VIEWS[0]], axis=0)[1] for count in (STEP_COUNTS[-1], STEP_COUNTS[0]))
    sys.stdout.write(f"a million steps against a thousand: {most / least:.1f} times the processor time\n")
    sys.stdout.write(
        f"memory of a logged step, at most while the log grows: {_bytes_a_step(STEP_COUNTS[-1]):.0f} bytes\n"
    )


def _bytes_a_step(count: int) -> float:
    """The most that a log of so many steps ever takes, a step."""
    columns = np.zeros(1000)
    tracemalloc.start()
    log = MetricLog()
    for _ in range(count // len(columns)):
        log.extend(columns, columns)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / count


def _cell(times_ms: list[tuple[float, float]]) -> str:
    clock, processor = np.median(times_ms, axis=0)
    return f"{clock:.1f} ({processor:.1f})"


if __name__ == "__main__":
    main()
