"""Starts, steers and follows the training: the one who moves the training store's state."""

import time
from dataclasses import replace
from pathlib import Path

import torch
from PySide6.QtCore import QObject, Signal, Slot

from lossviz.core.data.digits import Digits
from lossviz.core.errors import LossvizError
from lossviz.core.training.checkpoints import made_with
from lossviz.core.training.devices import CPU_INSTEAD
from lossviz.core.training.loop import Outcome
from lossviz.core.training.memory_recovery import told
from lossviz.core.training.metric_log import MemoryRelief, MetricLog
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.run_history import RunHistory
from lossviz.core.training.run_states import RunAction, RunState, available_actions
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.snapshots import Snapshots
from lossviz.core.training.step_recorder import Diverged
from lossviz.core.training.thread_counts import useful_threads
from lossviz.core.training.training_run import FrozenRun, freeze
from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.evaluation_store import EvaluationStore
from lossviz.stores.training_store import RunRecord, Speed, TrainingStore
from lossviz.workers.pull_schedule import PullSchedule
from lossviz.workers.run_answers import RunAnswers
from lossviz.workers.run_forms import PresentNetwork, another_goes_on, nothing_to_save, record_of, source_of
from lossviz.workers.run_saver import RunSaver
from lossviz.workers.snapshot_keeping import make_room, snapshots_of
from lossviz.workers.training_thread import Prepared, TrainingJob, TrainingThread


class TrainingController(QObject):
    """Between the stores and the training thread. All methods belong to the window's thread."""

    saved = Signal(object)  # Path, which holds the present run
    earlier_saved = Signal(object)  # Path, which holds another run of this sitting
    save_failed = Signal(object)  # LossvizError
    memory_ran_out = Signal(object)  # LossvizError, which says how the run goes on

    def __init__(
        self,
        training: TrainingStore,
        data: DataStore,
        classifiers: ClassifierStore,
        evaluations: EvaluationStore | None = None,
    ) -> None:
        super().__init__()
        self._training = training
        self._data = data
        self._classifiers = classifiers
        self._answers = RunAnswers(classifiers, evaluations or EvaluationStore())
        self._saver = RunSaver()
        self._thread: TrainingThread | None = None
        self._job: TrainingJob | None = None
        self._network: PresentNetwork | None = None
        self._pulls = PullSchedule(0)
        self._saver.saved.connect(self.saved)
        self._saver.earlier_saved.connect(self.earlier_saved)
        self._saver.failed.connect(self.save_failed)
        training.settings_changed.connect(self._on_settings_changed)

    def start(self) -> None:
        """Begin a run with the settings on the controls, or go on with the last one where that is chosen."""
        digits = self._data.digits
        if digits is None or not self._training.is_free:
            return
        self._job = self._next_job(digits)
        self._pulls = PullSchedule(len(self._job.log))
        self._answers.begin()
        self._training.set_state(RunState.STARTING)
        self._thread = TrainingThread(self._job)
        self._thread.prepared.connect(self._on_prepared)
        self._thread.relieved.connect(self._on_relieved)
        self._thread.ended.connect(self._on_ended)
        self._thread.failed.connect(self._on_failed)
        self._thread.start()

    def toggle_pause(self) -> None:
        """Pause a running training, resume a paused one."""
        actions = available_actions(self._training.state)
        if self._job and RunAction.PAUSE in actions:
            self._job.control.pause()
            self._training.set_state(RunState.PAUSED)
        elif self._job and RunAction.RESUME in actions:
            self._pulls.pause_speed()
            self._job.control.resume()
            self._training.set_state(RunState.RUNNING)

    def stop(self) -> None:
        """End the training; the network is kept."""
        if self._job and RunAction.STOP in available_actions(self._training.state):
            self._training.set_state(RunState.STOPPING)
            self._job.control.stop()

    def save(self, path: Path, with_history: bool = False) -> None:
        """Write the present or last run to `path`, as soon as its network can be copied; tells by signal.

        with_history: with the snapshots of its network on the way.
        """
        if self._network is None or self._training.run is None:
            self.save_failed.emit(nothing_to_save())
            return
        self._saver.ask(path, with_history)
        if not self._is_training_present_run:
            self._saver.write(self._training.run, self._network, freeze(self._network.run))

    def save_listed(self, number: int, path: Path) -> None:
        """Write any run of this sitting to `path`: the present one as `save` does, an earlier one as it ended."""
        if self._training.run and self._training.run.number == number:
            self.save(path)
        else:
            self._saver.write_earlier(number, path)

    def write_at_rest(self, path: Path) -> None:
        """Write the present run, if it has a network, after `shut_down`: no thread is there any more to copy it."""
        if self._training.run and self._network:
            self._saver.ask(path, with_history=False)
            self._saver.write(self._training.run, self._network, freeze(self._network.run))

    def adopt(self, saved: SavedRun) -> None:
        """Make a run from a file the present one: its curves, settings and network, ready to go on.

        Raises: LossvizError while another run goes on.
        """
        if self._thread is not None:
            raise another_goes_on()
        run = saved.resumed(torch.device("cpu"))
        record = record_of(self._next_number(), run, saved)
        self._keep_present(record.number)
        self._network = PresentNetwork(run, saved.scale, saved.made_with.get("device", ""))
        with self._training.editing():
            self._training.set_settings(saved.settings.changed(learning_rate=run.learning_rate))
            self._training.put_run(record)
        make_room(self._training.runs)
        self._classifiers.set_trained(saved.classifier(), source_of(record, run.step))

    def collect(self) -> bool:
        """Pull what the training thread has left; called once a frame. True while there may be more to come."""
        if self._job is None or self._thread is None:
            return False
        now = time.perf_counter()
        is_due = self._pulls.is_due(now)
        if is_due:
            self._collect_rows(now)
        if is_due or self._saver.is_waiting:
            self._job.frozen_out.ask()
        self._collect_outputs()
        frozen = self._job.frozen_out.take()
        if self._network and frozen is None and self._saver.is_waiting and self._job.control.is_holding:
            frozen = freeze(self._network.run)
        if frozen:
            self._hand_on(frozen)
        return self._saver.is_waiting or self._training.state is not RunState.PAUSED

    def shut_down(self, patience_ms: int = 3000) -> bool:
        """Stop and wait for the thread; True if it has ended. The window may then close."""
        if self._thread is None or self._job is None:
            return True
        self._job.control.stop()
        return self._thread.wait(patience_ms)

    @property
    def _is_training_present_run(self) -> bool:
        """Whether the thread is at work on the run that is shown; a new run is shown once it stands ready."""
        run, job = self._training.run, self._job
        return self._thread is not None and run is not None and job is not None and run.number == job.number

    def _next_job(self, digits: Digits) -> TrainingJob:
        training, run = self._training, self._training.run
        if training.continues and run and self._network:
            number, settings, log, earlier = run.number, run.settings, run.log, self._network.run
            snapshots = snapshots_of(run)
        else:
            number, settings, log, earlier = self._next_number(), training.settings, MetricLog(), None
            snapshots = Snapshots()
        control, epochs = RunControl(training.settings.learning_rate), training.settings.epochs
        return TrainingJob(
            number,
            settings,
            epochs,
            digits,
            training.wanted_device,
            useful_threads(settings, training.threads),
            log,
            control,
            earlier,
            snapshots=snapshots,
        )

    def _next_number(self) -> int:
        return max((run.number for run in self._training.runs), default=0) + 1

    @Slot(object)
    def _on_prepared(self, prepared: Prepared) -> None:
        run, job = prepared.run, self._job
        if job is None or prepared.number != job.number:
            return
        self._keep_present(job.number)
        self._network = PresentNetwork(run, prepared.scale, prepared.device.label)
        history, versions = RunHistory(prepared.scale, job.snapshots), made_with(prepared.device.label)
        record = RunRecord(
            job.number, run.settings, job.digits.identity, run.log, run.leg, history=history, made_with=versions
        )
        with self._training.editing():
            self._training.set_device(prepared.device)
            self._training.put_run(record)
            make_room(self._training.runs)
            if self._training.state is RunState.STARTING:
                self._training.set_state(RunState.RUNNING)

    @Slot(int, object)
    def _on_relieved(self, number: int, relief: MemoryRelief) -> None:
        record, network = self._training.run, self._network
        if record is None or network is None or record.number != number:
            return
        if relief.kind == "cpu":
            label = f"{network.device_label}; {CPU_INSTEAD.label}"
            self._network = replace(network, device_label=label)
            self._training.set_device(CPU_INSTEAD)
            record = replace(record, made_with=made_with(label))
        self._training.put_run(record)
        self.memory_ran_out.emit(told(relief, record.settings.batch_size))

    @Slot(int, object)
    def _on_ended(self, _number: int, outcome: Outcome) -> None:
        record = self._training.run
        if self._network and record and self._is_training_present_run:
            self._training.put_run(replace(record, test=outcome.test))
            frozen = freeze(self._network.run)
            snapshots_of(record).add(frozen.step, frozen.weights)
            self._hand_on(frozen)
        self._collect_outputs()
        self._finish(RunState.IDLE)

    @Slot(int, object)
    def _on_failed(self, _number: int, error: LossvizError) -> None:
        record = self._training.run
        self._collect_outputs()
        if record and isinstance(error, Diverged):
            self._network = None  # its weights are of no use any more
            self._classifiers.set_asks_trained(asks_trained=False)
            self._training.put_run(replace(record, has_network=False))
        self._save_what_is_left()
        self._finish(RunState.FAILED, error)

    def _save_what_is_left(self) -> None:
        record, network = self._training.run, self._network
        if not self._saver.is_waiting:
            return
        if record and network:
            self._saver.write(record, network, freeze(network.run))
        else:
            self._saver.give_up()

    def _finish(self, state: RunState, error: LossvizError | None = None) -> None:
        if self._thread:
            self._thread.wait()
            self._thread.deleteLater()
        self._thread = None
        with self._training.editing():
            self._training.set_state(state, error)
            self._training.note_growth(None)

    def _collect_rows(self, now: float) -> None:
        run = self._training.run
        if run is None or self._network is None or self._training.state is RunState.PAUSED:
            return
        if self._pulls.has_grown(now, len(run.log), len(run.log.evaluations)):
            rate = self._pulls.steps_per_second
            left = (run.leg.last_step - len(run.log)) / rate if rate else None
            self._training.note_growth(Speed(rate * run.settings.batch_size, left))

    def _collect_outputs(self) -> None:
        record, job = self._training.run, self._job
        if record and job and self._is_training_present_run:
            self._answers.show_outputs(record, job)

    def _hand_on(self, frozen: FrozenRun) -> None:
        """To the canvas, and into the file that somebody may have asked for."""
        record, network = self._training.run, self._network
        if record and network:
            self._answers.show_weights(record, network, frozen)
            self._saver.write(record, network, frozen)

    def _keep_present(self, next_number: int) -> None:
        record, network = self._training.run, self._network
        if record and network and record.number != next_number:
            self._saver.keep(record, network)

    @Slot()
    def _on_settings_changed(self) -> None:
        if self._job and self._thread:
            self._job.control.learning_rate = self._training.settings.learning_rate
