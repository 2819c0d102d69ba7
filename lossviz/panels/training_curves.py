"""Loss and accuracy of the present run, live, over those of earlier runs."""

from collections.abc import Callable

import numpy as np
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout

from lossviz.core.training.metric_log import Column
from lossviz.core.training.settings import PRESETS
from lossviz.stores.run_list_store import RunListStore
from lossviz.stores.timeline_store import TimelineStore
from lossviz.stores.training_store import RunRecord, TrainingStore
from lossviz.widgets.controls import caption_for, row_of
from lossviz.widgets.curves.data import RunCurve
from lossviz.widgets.curves.plot import CurvePlot
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.number_boxes import CountBox
from lossviz.widgets.panel import Panel
from lossviz.widgets.picture_files import PictureSource
from lossviz.widgets.remembered import remembered
from lossviz.widgets.run_names import run_name
from lossviz.widgets.theme import ThemeSource

MOST_SMOOTHING = 10_000
COURSE_PRINTS_EVERY = 200  # batches; the course prints its loss at these steps


class TrainingCurves(Panel):
    """Two plots with one step axis and one crosshair, and a line at the step that is looked back at.

    run_list: says which runs are drawn and what they are called; without one, they all are.
    """

    def __init__(
        self,
        clock: FrameClock,
        theme: ThemeSource,
        training: TrainingStore,
        run_list: RunListStore | None = None,
        timeline: TimelineStore | None = None,
    ) -> None:
        super().__init__(clock)
        self._training = training
        self._timeline = timeline or TimelineStore(training)
        self._run_list = run_list or RunListStore(training)
        self._theme = theme
        self._build()
        for signal in (training.runs_changed, training.state_changed, self._run_list.list_changed):
            signal.connect(self.mark_dirty)
        training.log_grown.connect(self.mark_dirty_in_turn)
        self._timeline.step_changed.connect(self._on_step_changed)

    def _build(self) -> None:
        step = self.tr("step (batches)")
        self.loss_plot = CurvePlot(self._theme, self.tr("Loss"), self.tr("loss"), step)
        self.loss_plot.setObjectName("mnist.loss_plot")
        self.accuracy_plot = CurvePlot(
            self._theme, self.tr("Accuracy"), self.tr("accuracy (%)"), step, is_accuracy=True
        )
        self.accuracy_plot.setObjectName("mnist.accuracy_plot")
        self.loss_plot.set_hint(self.tr("Press Start: the loss of every batch appears here."))
        self.accuracy_plot.set_hint(self.tr("… and the share of digits that the network reads right."))
        self.loss_plot.link_x(self.accuracy_plot)
        self.loss_plot.align_title(self.accuracy_plot)
        self.loss_plot.step_hovered.connect(self.accuracy_plot.show_cursor)
        self.accuracy_plot.step_hovered.connect(self.loss_plot.show_cursor)
        for plot in (self.loss_plot, self.accuracy_plot):
            plot.run_toggled.connect(self._on_run_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.loss_plot, 1)
        column.addWidget(self.accuracy_plot, 1)
        column.addLayout(self._build_tools())

    def _build_tools(self) -> QHBoxLayout:
        smoothing = CountBox(0, MOST_SMOOTHING)
        smoothing.setObjectName("mnist.smoothing")
        smoothing.setAccessibleName(self.tr("Smoothing"))
        smoothing.setSpecialValueText(self.tr("off"))
        smoothing.setToolTip(self.tr("The bold curve is the mean of so many last batches."))
        smoothing.valueChanged.connect(self._on_smoothing_changed)
        smoothing.setValue(20)
        caption = caption_for(smoothing, self.tr("Smoothing"))
        fit = QPushButton(self.tr("Fit view"))
        fit.setObjectName("mnist.fit_curves")
        fit.setToolTip(self.tr("Show the whole run again (double click on a plot)"))
        fit.clicked.connect(self.loss_plot.fit_view)
        log_loss = self._switch("log_loss", self.tr("Log axis"), self.loss_plot.set_log_y)
        outliers = self._switch("ignore_outliers", self.tr("Hide outliers"), self._on_ignore_outliers_toggled)
        outliers.setChecked(True)
        return row_of(caption, smoothing, log_loss, outliers, None, fit)

    def redraw(self) -> None:
        """Show all runs as their logs are now."""
        runs = self._run_list.shown_runs
        hidden = [run for run in self._run_list.runs if not self._run_list.is_shown(run.number)]
        self.loss_plot.show_runs(*([self._loss_curve(run) for run in part] for part in (runs, hidden)))
        self.accuracy_plot.show_runs(*([self._accuracy_curve(run) for run in part] for part in (runs, hidden)))
        self._show_mark()

    def picture_sources(self) -> tuple[PictureSource, ...]:
        """What can be saved as a picture of the curves."""
        loss, accuracy = self.loss_plot, self.accuracy_plot
        return (
            PictureSource(self.tr("Loss and accuracy"), "curves", (loss, accuracy), self.redraw),
            PictureSource(self.tr("Loss"), "loss", (loss,), self.redraw),
            PictureSource(self.tr("Accuracy"), "accuracy", (accuracy,), self.redraw),
        )

    def _loss_curve(self, run: RunRecord) -> RunCurve:
        columns = run.log.columns()
        values = [evaluation.loss for evaluation in run.log.evaluations]
        is_course_run = run.settings == PRESETS["course_run"]
        return self._curve(
            run, columns.losses, columns.loss_sums, values, COURSE_PRINTS_EVERY if is_course_run else None
        )

    def _accuracy_curve(self, run: RunRecord) -> RunCurve:
        columns = run.log.columns()
        values = [evaluation.accuracy for evaluation in run.log.evaluations]
        return self._curve(run, columns.accuracies, columns.accuracy_sums, values, None)

    def _curve(
        self,
        run: RunRecord,
        batch_values: Column,
        batch_sums: Column,
        evaluation_values: list[float],
        marks_every: int | None,
    ) -> RunCurve:
        steps = [evaluation.step for evaluation in run.log.evaluations][: len(evaluation_values)]
        return RunCurve(
            key=run.number,
            name=self._name(run),
            colour="",
            is_ghost=run is not self._training.run,
            batch_values=batch_values,
            batch_sums=batch_sums,
            evaluation_steps=np.array(steps, np.int64),
            evaluation_values=np.array(evaluation_values[: len(steps)]),
            marks_every=marks_every,
            look=self._run_list.look(run.number),
        )

    def _name(self, run: RunRecord) -> str:
        given = self._run_list.given_name(run.number)
        return run_name(given, run.number, run.settings, tells_loss=self._run_list.losses_differ)

    def _switch(self, name: str, text: str, on_toggled: Callable[[bool], None]) -> QCheckBox:
        box = remembered(QCheckBox(text))
        box.setObjectName(f"mnist.{name}")
        box.toggled.connect(on_toggled)
        return box

    def hideEvent(self, event: QHideEvent) -> None:
        """Be drawn no more, the mark of the timeline included."""
        super().hideEvent(event)
        self._clock.forget(self._show_mark)

    def _on_step_changed(self) -> None:
        if self.isVisible():
            self._clock.mark_dirty(self._show_mark)

    def _on_run_toggled(self, number: int) -> None:
        self._run_list.set_shown(number, not self._run_list.is_shown(number))

    def _show_mark(self) -> None:
        self.loss_plot.show_mark(self._timeline.step)
        self.accuracy_plot.show_mark(self._timeline.step)

    def _on_smoothing_changed(self, window: int) -> None:
        self.loss_plot.set_smoothing(window)
        self.accuracy_plot.set_smoothing(window)

    def _on_ignore_outliers_toggled(self, is_on: bool) -> None:
        self.loss_plot.set_ignore_outliers(is_on)
        self.accuracy_plot.set_ignore_outliers(is_on)
