"""The pictures of the run in training and of an earlier run inside a curve plot."""

from typing import Protocol

import pyqtgraph as pg

from lossviz.widgets.curves.data import RunCurve
from lossviz.widgets.curves.frame import PlotFrame
from lossviz.widgets.curves.lines import (
    NO_POINTS,
    Points,
    evaluation_line,
    marked_points,
    mean_line,
    raw_line,
    without_crowding,
)
from lossviz.widgets.curves.markers import CurveMarkers
from lossviz.widgets.curves.style import CurveStyle

# Qt strokes a wide line piece by piece 30 times faster than as one path (1 200 noisy points: 1.2 against 35 ms). Joins
# and dashes need the path, so only lines of few points are drawn as one; an earlier run has one point in 3 pixels.
MEAN_COLUMN_PX = 2
GHOST_COLUMN_PX = 3
MOST_PATH_POINTS = 150
MOST_SMOOTH_RAW_POINTS = 600


class RunLayer(Protocol):
    """One run's items inside the plot."""

    def apply_style(self, run: RunCurve, style: CurveStyle, window: int) -> None:
        """Colours and widths for `run`."""

    def draw(self, run: RunCurve, frame: PlotFrame, window: int) -> None:
        """Show what of `run` lies in `frame`; `window` is that of the running mean, 0 for none."""

    def remove(self) -> None:
        """Leave the plot."""


class CurrentRunLayer:
    """Batch values, running mean, marks and validation of the run that counts."""

    def __init__(self, view: pg.ViewBox) -> None:
        self._view = view
        self._raw = _line(view, height=0)
        self._mean = _line(view, height=3)
        self._marks = _markers(view, height=4)
        self._validation = _line(view, height=5)
        self._evaluations = _markers(view, height=6)
        self._least_mark_px = 1.0
        self._marker_px = 1.0

    def apply_style(self, run: RunCurve, style: CurveStyle, window: int) -> None:
        """Colours and widths for `run`."""
        self._raw.setPen(style.raw_pen(run, is_faint=window > 0))
        self._mean.setPen(style.mean_pen(run))
        self._marks.set_look(style.small_marker_px, style.background(), style.run_colour(run), style.rim_px)
        self._validation.setPen(style.validation_pen())
        self._evaluations.set_look(style.marker_px, style.validation_colour(), style.background(), style.rim_px)
        self._least_mark_px, self._marker_px = 2.0 * style.small_sample_marker_px, float(style.sample_marker_px)

    def draw(self, run: RunCurve, frame: PlotFrame, window: int) -> None:
        """Show what of `run` lies in `frame`; `window` is that of the running mean, 0 for none."""
        steps, values = raw_line(run, frame)
        self._raw.setData(steps, values, antialias=len(steps) <= MOST_SMOOTH_RAW_POINTS)
        _set_wide_line(self._mean, mean_line(run, frame, window, MEAN_COLUMN_PX) if window else NO_POINTS)
        self._marks.set_points(*marked_points(run, frame, window, self._least_mark_px))
        evaluations = evaluation_line(run, frame)
        _set_wide_line(self._validation, evaluations)
        self._evaluations.set_points(*without_crowding(evaluations, frame, self._marker_px))

    def remove(self) -> None:
        """Leave the plot."""
        for item in (self._raw, self._mean, self._marks, self._validation, self._evaluations):
            self._view.removeItem(item)


class GhostRunLayer:
    """Running mean and validation of an earlier run."""

    def __init__(self, view: pg.ViewBox) -> None:
        self._view = view
        self._mean = _line(view, height=1)
        self._evaluations = _markers(view, height=2)
        self._marker_px = 1.0

    def apply_style(self, run: RunCurve, style: CurveStyle, window: int) -> None:
        """Colours and widths for `run`; `window` makes no difference here."""
        del window
        self._mean.setPen(style.mean_pen(run))
        self._evaluations.set_look(style.small_marker_px, style.run_colour(run), style.run_colour(run), style.rim_px)
        self._marker_px = float(style.small_sample_marker_px)

    def draw(self, run: RunCurve, frame: PlotFrame, window: int) -> None:
        """Show what of `run` lies in `frame`; `window` is that of the running mean, 0 for none."""
        self._mean.setData(*mean_line(run, frame, window, GHOST_COLUMN_PX))
        self._evaluations.set_points(*without_crowding(evaluation_line(run, frame), frame, self._marker_px))

    def remove(self) -> None:
        """Leave the plot."""
        self._view.removeItem(self._mean)
        self._view.removeItem(self._evaluations)


def _set_wide_line(item: pg.PlotCurveItem, points: Points) -> None:
    item.setSegmentedLineMode("off" if len(points[0]) <= MOST_PATH_POINTS else "on")
    item.setData(*points)


def _line(view: pg.ViewBox, height: int) -> pg.PlotCurveItem:
    item = pg.PlotCurveItem(skipFiniteCheck=True, antialias=True)
    item.setSegmentedLineMode("off")
    item.setZValue(height)
    view.addItem(item, ignoreBounds=True)
    return item


def _markers(view: pg.ViewBox, height: int) -> CurveMarkers:
    item = CurveMarkers()
    item.setZValue(height)
    view.addItem(item, ignoreBounds=True)
    return item
