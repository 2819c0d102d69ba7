"""Starts, steers and follows the training: the one who moves the training store's state."""

import time
from dataclasses import replace
from pathlib import Path

import torch
from PySide6.QtCore import QObject, Signal, Slot

from lossviz.core.errors import LossvizError
from lossviz.core.training.checkpoints import made_with
from lossviz.core.training.devices import CPU_INSTEAD
from lossviz.core.training.loop import Outcome
from lossviz.core.training.memory_recovery import told
from lossviz.core.training.metric_log import MemoryRelief
from lossviz.core.training.run_states import RunState
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.step_recorder import Diverged
from lossviz.core.training.training_run import FrozenRun, freeze
from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.evaluation_store import EvaluationStore
from lossviz.stores.training_store import RunRecord, Speed, TrainingStore
from lossviz.workers.file_queue import FileQueue
from lossviz.workers.next_job import next_job, next_number
from lossviz.workers.pull_schedule import PullSchedule
from lossviz.workers.run_answers import RunAnswers
from lossviz.workers.run_forms import (
    PresentNetwork,
    another_goes_on,
    nothing_to_save,
    record_of,
    record_of_job,
    source_of,
)
from lossviz.workers.run_saver import RunSaver
from lossviz.workers.snapshot_keeping import make_room, snapshots_of
from lossviz.workers.steering import Steering
from lossviz.workers.training_thread import Prepared, TrainingJob, TrainingThread


class TrainingController(QObject):
    """Between the stores and the training thread. All methods belong to the window's thread."""

    saved = Signal(object)  # RunFile, of any run of this sitting
    save_failed = Signal(object)  # LossvizError
    memory_ran_out = Signal(object)  # LossvizError, which says how the run goes on

    def __init__(
        self,
        training: TrainingStore,
        data: DataStore,
        classifiers: ClassifierStore,
        files: FileQueue,
        evaluations: EvaluationStore | None = None,
    ) -> None:
        super().__init__()
        self._training = training
        self._data = data
        self._classifiers = classifiers
        self._answers = RunAnswers(classifiers, evaluations or EvaluationStore())
        self._saver = RunSaver(files)
        self._steering = Steering(training)
        self._job: TrainingJob | None = None
        self._network: PresentNetwork | None = None
        self._pulls = PullSchedule(0)
        self._saver.saved.connect(self.saved)
        self._saver.failed.connect(self.save_failed)
        training.settings_changed.connect(self._on_settings_changed)

    def start(self) -> None:
        """Begin a run with the settings on the controls, or go on with the last one where that is chosen."""
        digits = self._data.digits
        if digits is None or not self._training.is_free:
            return
        self._job = next_job(self._training, digits, self._network)
        self._pulls = PullSchedule(len(self._job.log))
        self._answers.begin()
        self._training.set_state(RunState.STARTING)
        thread = TrainingThread(self._job)
        thread.prepared.connect(self._on_prepared)
        thread.relieved.connect(self._on_relieved)
        thread.ended.connect(self._on_ended)
        thread.failed.connect(self._on_failed)
        self._steering.begin(thread, self._job.control)

    def toggle_pause(self) -> None:
        """Pause a running training, resume a paused one."""
        if self._training.state is RunState.PAUSED:
            self._pulls.pause_speed()
        self._steering.toggle_pause()

    def stop(self) -> None:
        """End the training; the network is kept."""
        self._steering.stop()

    def save(self, path: Path, with_history: bool = False) -> None:
        """Write the present or last run to `path` as it is when its network can next be copied; tells by signal.

        with_history: with the snapshots of its network on the way.
        """
        if self._network is None or self._training.run is None:
            self.save_failed.emit(nothing_to_save())
            return
        self._saver.ask(path, with_history)
        if not self._is_training_present_run:
            self._saver.write_what_is_left(self._training.run, self._network)

    def save_listed(self, number: int, path: Path) -> None:
        """Write any run of this sitting to `path`: the present one as `save` does, an earlier one as it ended."""
        if self._training.run and self._training.run.number == number:
            self.save(path)
        else:
            self._saver.write_earlier(number, path)

    def write_at_rest(self, path: Path) -> None:
        """Write the present run, if it has a network, after `shut_down`: no thread is there any more to copy it."""
        if self._training.run and self._network:
            self._saver.write_at_rest(path, self._training.run, self._network)

    def adopt(self, saved: SavedRun) -> RunRecord:
        """Make a run from a file the present one: its curves, settings and network, ready to go on.

        Raises: LossvizError while another run goes on.
        """
        if self.is_at_work:
            raise another_goes_on()
        run = saved.resumed(torch.device("cpu"))
        record = record_of(next_number(self._training), run, saved)
        self._keep_present(record.number)
        self._network = PresentNetwork(run, saved.scale, saved.made_with.get("device", ""))
        with self._training.editing():
            self._training.set_settings(saved.settings.changed(learning_rate=run.learning_rate))
            self._training.put_run(record)
        make_room(self._training.runs)
        self._classifiers.set_trained(saved.classifier(), source_of(record, run.step))
        return record

    def collect(self) -> bool:
        """Pull what the training thread has left; called once a frame. True while there may be more to come."""
        job, network = self._job, self._network
        if job is None or not self.is_at_work:
            return False
        if network and self._is_training_present_run:  # what a run leaves before it is the present one is its own
            self._pull(job, network)
        return self._saver.is_waiting or self._training.state is not RunState.PAUSED

    def shut_down(self, patience_ms: int = 3000) -> bool:
        """Stop and wait for the thread; True if it has ended, and what was to be saved is on its way to its file."""
        has_ended = self._steering.shut_down(patience_ms)
        if has_ended:
            self._saver.write_what_is_left(self._training.run, self._network)
        return has_ended

    @property
    def is_at_work(self) -> bool:
        """Whether a network is being trained, from the start until the last word of the thread."""
        return self._steering.is_at_work

    @property
    def _is_training_present_run(self) -> bool:
        """Whether the thread is at work on the run that is shown; a new run is shown once it stands ready."""
        run, job = self._training.run, self._job
        return self.is_at_work and run is not None and job is not None and run.number == job.number

    @Slot(object)
    def _on_prepared(self, prepared: Prepared) -> None:
        job = self._job
        if job is None or prepared.number != job.number:
            return
        self._keep_present(job.number)
        self._network = PresentNetwork(prepared.run, prepared.scale, prepared.device.label)
        with self._training.editing():
            self._training.set_device(prepared.device)
            self._training.put_run(record_of_job(job, prepared))
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
        self._saver.write_what_is_left(self._training.run, self._network)
        self._finish(RunState.FAILED, error)

    def _finish(self, state: RunState, error: LossvizError | None = None) -> None:
        self._steering.join()
        with self._training.editing():
            self._training.set_state(state, error)
            self._training.note_growth(None)

    def _pull(self, job: TrainingJob, network: PresentNetwork) -> None:
        now = time.perf_counter()
        is_due = self._pulls.is_due(now)
        if is_due:
            self._collect_rows(now)
        if is_due or self._saver.is_waiting:
            job.frozen_out.ask()
        self._collect_outputs()
        frozen = job.frozen_out.take()
        if frozen is None and self._saver.is_waiting and job.control.is_holding:
            frozen = freeze(network.run)
        if frozen:
            self._hand_on(frozen)

    def _collect_rows(self, now: float) -> None:
        run = self._training.run
        if run is None or self._training.state is RunState.PAUSED:
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
        if self._job and self.is_at_work:
            self._job.control.learning_rate = self._training.settings.learning_rate
