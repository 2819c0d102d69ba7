"""Starts, steers and follows a comparison: the one who moves the comparison store's state."""

import time
from dataclasses import replace

import numpy as np
import torch
from PySide6.QtCore import QObject, Slot

from lossviz.core.data.digits import Digits
from lossviz.core.errors import LossvizError
from lossviz.core.evaluation.confusion import confusion_counts
from lossviz.core.training.classifier import Classifier
from lossviz.core.training.losses import predicted_digits
from lossviz.core.training.metric_log import Evaluation
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.run_states import BUSY, RunAction, RunState, available_actions
from lossviz.core.training.side_by_side import VariantRun
from lossviz.core.training.training_run import FrozenRun, freeze
from lossviz.stores.comparison_store import ComparisonStore, SeedResult, VariantRecord
from lossviz.stores.data_store import DataStore
from lossviz.stores.opinion_store import OpinionStore
from lossviz.stores.training_store import TrainingStore
from lossviz.workers.comparison_thread import ComparisonJob, ComparisonThread
from lossviz.workers.pull_schedule import PullSchedule
from lossviz.workers.run_forms import are_finite
from lossviz.workers.steering import Steering


class ComparisonController(QObject):
    """Between the stores and the comparison's thread. All methods belong to the window's thread."""

    def __init__(
        self, comparison: ComparisonStore, opinions: OpinionStore, training: TrainingStore, data: DataStore
    ) -> None:
        super().__init__()
        self._comparison = comparison
        self._opinions = opinions
        self._training = training
        self._data = data
        self._steering = Steering(comparison)
        self._job: ComparisonJob | None = None
        self._runs: tuple[VariantRun, ...] = ()
        self._pulls = PullSchedule(0)

    @property
    def can_start(self) -> bool:
        """Whether there are data, and nothing is being trained."""
        is_free = RunAction.START in available_actions(self._comparison.state)
        return is_free and self._data.digits is not None and self._training.state not in BUSY

    def start(self) -> None:
        """Carry out the plan, if nothing is being trained already."""
        digits = self._data.digits
        if digits is None or not self.can_start:
            return
        plan, training = self._comparison.plan, self._training
        control = RunControl(training.settings.learning_rate)
        self._job = ComparisonJob(plan.variants, plan.seeds, digits, training.wanted_device, training.threads, control)
        self._runs = ()
        self._opinions.clear()
        self._training.set_comparing(is_comparing=True)
        with self._comparison.editing():
            self._comparison.begin(len(digits.validation), len(digits.test))
        thread = ComparisonThread(self._job)
        thread.seed_prepared.connect(self._on_seed_prepared)
        thread.seed_ended.connect(self._on_seed_ended)
        thread.ended.connect(self._on_ended)
        thread.failed.connect(self._on_failed)
        self._steering.begin(thread, control)

    def toggle_pause(self) -> None:
        """Pause a comparison that runs, resume a paused one."""
        self._steering.toggle_pause()

    def stop(self) -> None:
        """End the comparison; the seeds that have been run to their end count."""
        self._steering.stop()

    def collect(self) -> bool:
        """Pull what the variants' threads have left; called once a frame. True while there may be more to come."""
        if not self._steering.is_at_work:
            return False
        now = time.perf_counter()
        if self._pulls.is_due(now):
            self._collect_rows(now)
            for run in self._runs:
                run.frozen_out.ask()
        self._collect_news()
        return self._comparison.state is not RunState.PAUSED

    def shut_down(self, patience_ms: int = 3000) -> bool:
        """Stop and wait for the thread; True if it has ended. The window may then close."""
        return self._steering.shut_down(patience_ms)

    @Slot(object)
    def _on_seed_prepared(self, runs: tuple[VariantRun, ...]) -> None:
        self._runs, self._pulls = runs, PullSchedule(0)
        records = tuple(VariantRecord(one.variant, one.run.log, one.run.leg) for one in runs)
        with self._comparison.editing():
            self._comparison.put_records(records)
            if self._comparison.state is RunState.STARTING:
                self._comparison.set_state(RunState.RUNNING)

    @Slot()
    def _on_seed_ended(self) -> None:
        self._collect_news()
        for run in self._runs:
            self._show_weights(run, freeze(run.run))
        records = self._comparison.records
        if all(record.ending and (record.ending.is_completed or record.ending.problem) for record in records):
            self._comparison.append_results(tuple(_result(record) for record in records))

    @Slot()
    def _on_ended(self) -> None:
        self._finish(RunState.IDLE)

    @Slot(object)
    def _on_failed(self, error: LossvizError) -> None:
        self._finish(RunState.FAILED, error)

    def _finish(self, state: RunState, error: LossvizError | None = None) -> None:
        self._steering.join()
        self._job = None
        self._training.set_comparing(is_comparing=False)
        self._comparison.set_state(state, error)
        self._comparison.note_growth()

    def _collect_rows(self, now: float) -> None:
        rows = sum(len(run.run.log) for run in self._runs)
        evaluations = sum(len(run.run.log.evaluations) for run in self._runs)
        if self._pulls.has_grown(now, rows, evaluations):
            self._comparison.note_growth()

    def _collect_news(self) -> None:
        """Weights for the canvas, confusion matrices, and who has ended."""
        digits = self._job.digits if self._job else None
        if digits is None:
            return
        records = tuple(
            _renewed(record, run, digits) for record, run in zip(self._comparison.records, self._runs, strict=True)
        )
        if any(new is not old for new, old in zip(records, self._comparison.records, strict=True)):
            self._comparison.put_records(records)
        for run in self._runs:
            if frozen := run.frozen_out.take():
                self._show_weights(run, frozen)

    def _show_weights(self, one: VariantRun, frozen: FrozenRun) -> None:
        """Let the variant answer with them, unless it is about to end for their sake."""
        if not are_finite(frozen.weights):
            return
        key, settings = one.variant.key, one.variant.settings
        shown = self._opinions.classifier(key)
        if shown and shown.scale == one.data.scale:  # another seed draws other digits
            self._opinions.set_weights(key, frozen.weights, frozen.step)
            return
        classifier = Classifier(settings.network, settings.loss, one.data.scale, frozen.weights)
        self._opinions.put_classifier(key, classifier, frozen.step)


def _renewed(record: VariantRecord, run: VariantRun, digits: Digits) -> VariantRecord:
    """The record with what its thread has left since; the same one if that is nothing."""
    said = run.outputs_out.validation.take()
    if said and np.isfinite(said.outputs).all():
        predicted = predicted_digits(torch.from_numpy(said.outputs)).numpy()
        record = replace(record, confusion=confusion_counts(digits.validation.labels, predicted))
    return record if record.ending is run.ending else replace(record, ending=run.ending)


def _result(record: VariantRecord) -> SeedResult:
    if record.has_diverged:
        return SeedResult(record.variant.settings.seed, None, None)
    test = record.ending.test if record.ending else None
    return SeedResult(record.variant.settings.seed, _last(record), test)


def _last(record: VariantRecord) -> Evaluation | None:
    return record.log.evaluations[-1] if record.log.evaluations else None
