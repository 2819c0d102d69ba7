"""The points of each line and marker of a run inside a frame, few enough to be drawn several times a second."""

import math

import numpy as np
from numpy.typing import NDArray

from lossviz.widgets.curves.data import RunCurve
from lossviz.widgets.curves.decimation import column_ends, envelope, steps_in_view
from lossviz.widgets.curves.frame import PlotFrame

# Steps, and where the values stand on the frame's axis.
Points = tuple[NDArray[np.float64], NDArray[np.float64]]
NO_POINTS: Points = (np.empty(0), np.empty(0))


def raw_line(run: RunCurve, frame: PlotFrame) -> Points:
    """Every batch value, or the least and greatest of each pixel column."""
    first, last = steps_in_view(run.finite_count, frame.steps.low, frame.steps.high)
    steps, values = envelope(run.batch_values, first, last, frame.steps_per_px())
    return steps, frame.on_axis(values)


def mean_line(run: RunCurve, frame: PlotFrame, window: int, column_px: int = 1) -> Points:
    """The running mean at the end of every column of `column_px` pixels.

    Where a column holds more steps than the window, each point is the mean over its column.
    """
    first, last = steps_in_view(run.finite_count, frame.steps.low, frame.steps.high)
    steps_per_column = frame.steps_per_px(column_px)
    steps = column_ends(first, last, steps_per_column)
    means = run.running_means(steps, max(window, math.ceil(steps_per_column)))
    return steps.astype(np.float64), frame.on_axis(means)


def evaluation_line(run: RunCurve, frame: PlotFrame) -> Points:
    """The evaluations in view and one more on either side."""
    steps, values = run.finite_evaluations()
    first = max(0, int(np.searchsorted(steps, frame.steps.low)) - 1)
    last = int(np.searchsorted(steps, frame.steps.high)) + 1
    return steps[first:last].astype(np.float64), frame.on_axis(values[first:last])


def without_crowding(points: Points, frame: PlotFrame, least_px: float) -> Points:
    """`points` if they stand `least_px` apart on average, otherwise the last of them alone."""
    steps, values = points
    if len(steps) < 2 or (steps[-1] - steps[0]) / (len(steps) - 1) >= frame.steps_per_px(least_px):
        return points
    return steps[-1:], values[-1:]


def marked_points(run: RunCurve, frame: PlotFrame, window: int, least_px: float) -> Points:
    """The curve at every `marks_every` steps; at multiples of that where they would stand closer than `least_px`."""
    if run.marks_every is None:
        return NO_POINTS
    stride = run.marks_every * math.ceil(frame.steps_per_px(least_px) / run.marks_every)
    first, last = steps_in_view(run.finite_count, frame.steps.low, frame.steps.high)
    steps = np.arange(math.ceil(first / stride) * stride, last + 1, stride, dtype=np.int64)
    values = run.running_means(steps, window) if window else run.batch_values[steps - 1]
    return steps.astype(np.float64), frame.on_axis(values)
