"""Which part of the axes a curve plot shows: all data, until the mouse pans or zooms; linked plots the same steps."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from lossviz.widgets.curves.canvas import CurveCanvas
from lossviz.widgets.curves.data import RunCurve
from lossviz.widgets.curves.ranges import AxisRange, needed_values, step_range, value_range

EMPTY_VALUES = AxisRange(-0.02, 1.08)  # with room for the number at the top


class ShownRange(QObject):
    """Sets the range of one canvas. What is drawn follows: in full after `fitted`, at other places after `moved`."""

    fitted = Signal()
    moved = Signal()

    def __init__(self, canvas: CurveCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._linked: list[ShownRange] = []
        self._runs: tuple[RunCurve, ...] = ()
        self._smoothing = 0
        self._is_log = False
        self._ignores_outliers = True
        self._is_fitted = True
        self._has_range = False
        canvas.view_moved.connect(self._on_view_moved)

    @property
    def is_fitted(self) -> bool:
        """Whether the axes follow the data."""
        return self._is_fitted

    @property
    def last_step(self) -> int:
        """Of all runs here and in linked plots; 0 without any."""
        return max((run.last_step for shown in (self, *self._linked) for run in shown._runs), default=0)

    def show_runs(self, runs: Sequence[RunCurve], smoothing: int) -> None:
        """Follow these runs, if the data are followed."""
        self._runs, self._smoothing = tuple(runs), smoothing
        if self._is_fitted:
            self._follow_data()

    def set_log(self, is_log: bool) -> None:
        """Put values on a logarithmic axis, or a linear one."""
        self._is_log = is_log
        self._fit_values()

    def set_ignore_outliers(self, ignores_outliers: bool) -> None:
        """Let the few outermost values lie outside, or not."""
        self._ignores_outliers = ignores_outliers
        self._fit_values()

    def fit(self) -> None:
        """Show all of the data, and follow them from here on; linked plots too."""
        for shown in (self, *self._linked):
            shown._is_fitted, shown._has_range = True, False
        for shown in (self, *self._linked):
            shown.fitted.emit()

    def link(self, other: "ShownRange") -> None:
        """Show the same steps as `other` from here on, and it the same as this."""
        if other is self or other in self._linked:
            return
        self._linked.append(other)
        other._linked.append(self)
        other._is_fitted = self._is_fitted
        self.fitted.emit()
        other._take_steps(self._canvas.frame.steps)

    def _follow_data(self) -> None:
        frame = self._canvas.frame
        needed = needed_values(self._runs, self._smoothing, self._ignores_outliers, self._is_log)
        keeps = self._has_range and frame.is_log == self._is_log
        steps = step_range(self.last_step, frame.steps if self._has_range else None)
        values = EMPTY_VALUES if needed is None else value_range(needed, frame.values if keeps else None, self._is_log)
        self._canvas.show_range(steps, values, self._is_log)
        self._has_range = needed is not None
        for shown in self._linked:
            shown._take_steps(steps)

    def _fit_values(self) -> None:
        needed = needed_values(self._runs, self._smoothing, self._ignores_outliers, self._is_log)
        values = EMPTY_VALUES if needed is None else value_range(needed, None, self._is_log)
        self._canvas.show_range(self._canvas.frame.steps, values, self._is_log)
        self.fitted.emit()

    def _take_steps(self, steps: AxisRange) -> None:
        frame = self._canvas.frame
        if steps != frame.steps:
            self._canvas.show_range(steps, frame.values, frame.is_log)
            self.moved.emit()

    def _on_view_moved(self) -> None:
        self._is_fitted = False
        for shown in self._linked:
            shown._is_fitted = False
            shown._take_steps(self._canvas.frame.steps)
        self.moved.emit()
