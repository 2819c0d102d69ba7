"""The streaming plot of training curves: the run in training, earlier runs behind it, a crosshair, linked axes."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lossviz.core.tables import Table
from lossviz.widgets.controls import plain_label
from lossviz.widgets.curves.canvas import CurveCanvas
from lossviz.widgets.curves.cursor import CurveCursor
from lossviz.widgets.curves.data import RunCurve
from lossviz.widgets.curves.hint import CurveHint
from lossviz.widgets.curves.legend import CurveLegend
from lossviz.widgets.curves.mark import StepMark
from lossviz.widgets.curves.picture import CurvePicture
from lossviz.widgets.curves.run_table import curve_table
from lossviz.widgets.curves.shown_range import ShownRange
from lossviz.widgets.curves.style import CurveStyle
from lossviz.widgets.curves.words import CurveWords, focused_run
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.theme import ThemeSource

KEY_STEPS_SHARE = 0.01


class CurvePlot(QWidget):
    """Curves of one quantity by step. is_accuracy: more is better, and shares of 1 are read in per cent.

    The axes follow the data until the mouse pans or zooms; a double click, the Home key or `fit_view` makes them follow
    again. The crosshair moves with the mouse or with the left and right keys.
    """

    step_hovered = Signal(object)  # the step under the mouse as an int, None when there is none
    run_toggled = Signal(int)  # the key of a run whose name in the legend was clicked

    def __init__(
        self, theme: ThemeSource, title: str, y_label: str, x_label: str, *, is_accuracy: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._style = CurveStyle(theme.theme)
        self._words = CurveWords(is_accuracy=is_accuracy)
        self._runs: tuple[RunCurve, ...] = ()
        self._hidden_runs: tuple[RunCurve, ...] = ()
        self._smoothing = 0
        self._line_scale: float | None = None
        self._beside: tuple[CurvePlot, ...] = ()
        self._cursor_step: int | None = None
        self.canvas = CurveCanvas(x_label, y_label, in_per_cent=is_accuracy)
        self._build(title)
        self._connect()
        self._apply_theme()

    def show_runs(self, runs: Sequence[RunCurve], hidden: Sequence[RunCurve] = ()) -> None:
        """Draw these runs instead of those before. hidden: runs that only the legend has."""
        self._runs, self._hidden_runs = tuple(runs), tuple(hidden)
        self._redraw()

    def set_log_y(self, is_log: bool) -> None:
        """Whether values stand on a logarithmic axis; those that are not positive fall out of it at the bottom."""
        self._range.set_log(is_log)

    def set_ignore_outliers(self, ignores_outliers: bool) -> None:
        """Whether the few outermost values may lie outside the axis, where they would squash the rest."""
        self._range.set_ignore_outliers(ignores_outliers)

    def set_smoothing(self, window: int) -> None:
        """Draw the mean of so many last steps over the batch values; 0 for none."""
        self._smoothing = max(window, 0)
        self._redraw()

    def set_line_scale(self, scale: float | None) -> None:
        """Draw lines so many pixels wide for each of the theme's, as a picture of more pixels needs; None: as the
        screen needs it.
        """
        self._line_scale = scale
        self._apply_theme()

    def set_hint(self, text: str) -> None:
        """What stands in the middle while there is no value."""
        self._hint.set_text(text)

    def fit_view(self) -> None:
        """Show all of the data, and follow them from now on; linked plots too."""
        self._range.fit()

    @property
    def is_fitted(self) -> bool:
        """Whether the axes follow the data."""
        return self._range.is_fitted

    def link_x(self, other: "CurvePlot") -> None:
        """Let both plots show the same steps from now on."""
        self._range.link(other._range)

    def align_title(self, other: "CurvePlot") -> None:
        """Let both legends begin at the same place: so they break into the same rows, and both plots are as high."""
        for one, beside in ((self, other), (other, self)):
            one._beside = (*one._beside, beside)
        self._fit_title()

    def show_cursor(self, step: int | None) -> None:
        """Stand the crosshair at `step` and read the values there; None for no crosshair."""
        self._cursor_step = step
        run = focused_run(self._runs)
        if step is None or run is None:
            self._cursor.hide()
        else:
            text = self._words.read_out(run, step, self._smoothing)
            self._cursor.show_at(step, self._value_on_axis(run, step), text)

    def show_mark(self, step: int | None) -> None:
        """Stand a line at `step`, whatever the mouse does; None for no line."""
        self._mark.show_at(step)

    @property
    def marked_step(self) -> int | None:
        """Where the line stands; None without it."""
        return self._mark.step

    @property
    def read_out(self) -> str:
        """What the crosshair reads, one value a line; "" without a crosshair."""
        return self._cursor.text

    @property
    def legend(self) -> CurveLegend:
        """The names above the plot."""
        return self._legend

    @property
    def legend_names(self) -> list[str]:
        """The names of what is drawn, in order."""
        return self._legend.names

    def summary(self) -> str:
        """The state of the curves in a sentence, for screen readers."""
        return self._words.summary(self._runs, self._smoothing)

    def table(self) -> Table:
        """Every step of every run that is shown."""
        return curve_table(self._runs)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame of the focus around what is inside."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            paint_focus(painter, self, self._theme.theme)

    def event(self, event: QEvent) -> bool:
        """Draw finer on a finer screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._apply_theme()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the crosshair, Escape takes it away, Home fits the view."""
        stride = max(1, round(KEY_STEPS_SHARE * self.canvas.frame.steps.span))
        moves = {Qt.Key.Key_Left: -stride, Qt.Key.Key_Right: stride}
        if event.key() in moves:
            here = self._cursor_step if self._cursor_step is not None else self._range.last_step
            self._point_at(float(here + moves[Qt.Key(event.key())]))
        elif event.key() == Qt.Key.Key_Escape and self._cursor_step is not None:
            self._point_at(None)
        elif event.key() == Qt.Key.Key_Home:
            self.fit_view()
        else:
            super().keyPressEvent(event)

    def _build(self, title: str) -> None:
        self._range = ShownRange(self.canvas)
        self._picture = CurvePicture(self.canvas.view_box)
        self._mark = StepMark(self.canvas.view_box)
        self._cursor = CurveCursor(self.canvas)
        self._hint = CurveHint(self.canvas)
        self._title = plain_label(title)
        self._legend = CurveLegend(self._theme)
        self._header = QHBoxLayout()
        self._header.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        self._header.addWidget(self._legend, 1, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._header)
        self._column.addWidget(self.canvas, 1)
        self.setAccessibleName(title)
        offer_export(self, self, self.canvas.viewport())

    def _connect(self) -> None:
        self.canvas.pointed_at.connect(self._point_at)
        self._range.fitted.connect(self._redraw)
        self._range.moved.connect(self._draw)
        self.canvas.fit_asked.connect(self.fit_view)
        self.canvas.resized.connect(self._draw)
        self._legend.toggled.connect(self.run_toggled)
        self._theme.theme_changed.connect(self._apply_theme)

    def _apply_theme(self) -> None:
        theme = self._theme.theme
        scale = self.devicePixelRatioF() if self._line_scale is None else self._line_scale
        self._style = CurveStyle(theme, scale)
        small, bold = QFont(self.font()), QFont(self.font())
        small.setPixelSize(theme.sizes.font_small_px)
        bold.setPixelSize(theme.sizes.font_px)
        bold.setBold(True)
        self.canvas.apply_theme(theme, small)
        self._mark.apply_theme(theme, scale)
        self._cursor.apply_theme(theme, small, scale)
        self._hint.apply_theme(theme)
        self._title.setFont(bold)
        self._fit_title()
        self._header.setSpacing(2 * theme.sizes.gap_px)
        self._column.setSpacing(theme.sizes.gap_px // 2)
        gap, side = theme.sizes.gap_px, theme.sizes.line_px  # where the frame of the focus is
        self._column.setContentsMargins(side, gap, side, gap // 2)
        self._redraw()

    def _fit_title(self) -> None:
        titles = [plot._title for plot in (self, *self._beside)]
        widest_px = max(title.sizeHint().width() for title in titles)
        for title in titles:
            title.setMinimumWidth(widest_px)

    def _redraw(self) -> None:
        self._range.show_runs(self._runs, self._smoothing)
        self._picture.show(self._runs, self._style, self._smoothing)
        self._legend.set_entries(self._words.legend(self._runs, self._style, self._smoothing, self._hidden_runs))
        is_empty = not any(run.last_step for run in self._runs)
        self._hint.set_wanted(is_empty)
        self.canvas.show_axes(not is_empty)
        self._draw()

    def _draw(self) -> None:
        self._picture.draw(self._runs, self.canvas.frame, self._smoothing)
        self._hint.place()
        self.show_cursor(self._cursor_step)

    def _value_on_axis(self, run: RunCurve, step: int) -> float | None:
        value = run.running_mean(step, self._smoothing)
        return None if value is None else float(self.canvas.frame.on_axis(np.array([value]))[0])

    def _point_at(self, position: float | None) -> None:
        last = self._range.last_step
        step = None if position is None or not last else min(max(round(position), 1), last)
        if step != self._cursor_step:
            self.show_cursor(step)
            self.step_hovered.emit(step)
