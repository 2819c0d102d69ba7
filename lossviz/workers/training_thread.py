"""The thread that a training runs on."""

import logging
from dataclasses import dataclass, field

import torch
from PySide6.QtCore import QThread, Signal

from lossviz.core.data.digits import Digits
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.latest_value import LatestValue
from lossviz.core.names import DeviceName
from lossviz.core.system_reasons import first_words
from lossviz.core.training.devices import DeviceChoice, choose_device
from lossviz.core.training.loop import Outcome
from lossviz.core.training.memory_recovery import RunAndData, made_on, train_within_memory
from lossviz.core.training.metric_log import MemoryRelief, MetricLog
from lossviz.core.training.part_outputs import OutputSlots
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.snapshot_taking import TrainingSlots, keeping
from lossviz.core.training.snapshots import Snapshots
from lossviz.core.training.training_data import InputScale, prepare_data
from lossviz.core.training.training_run import FrozenRun, TrainingRun, new_run
from lossviz.workers.thread_priority import yield_to_the_window

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class TrainingJob:
    """What a thread is asked to do.

    earlier: the run to go on with; None for a new one. epochs: of the coming leg.
    """

    number: int
    settings: TrainingSettings
    epochs: int
    digits: Digits
    wanted_device: DeviceName
    threads: int
    log: MetricLog
    control: RunControl
    earlier: TrainingRun | None = None
    frozen_out: LatestValue[FrozenRun] = field(default_factory=LatestValue)
    outputs_out: OutputSlots = field(default_factory=OutputSlots)
    snapshots: Snapshots = field(default_factory=Snapshots)


@dataclass(frozen=True, eq=False)
class Prepared:
    """What is known once a job's data and network stand ready."""

    number: int
    run: TrainingRun
    device: DeviceChoice
    scale: InputScale


class TrainingThread(QThread):
    """Runs one job. `prepared` at most once; then exactly one of `ended` and `failed`, with the run's number.

    `relieved` in between, as often as memory has run out.
    """

    prepared = Signal(object)  # Prepared
    relieved = Signal(int, object)  # number, MemoryRelief
    ended = Signal(int, object)  # number, Outcome
    failed = Signal(int, object)  # number, LossvizError

    def __init__(self, job: TrainingJob) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        """Train until the job is done, stopped or broken; no exception leaves the thread."""
        try:
            outcome = self._train()
        except LossvizError as error:
            self.failed.emit(self._job.number, error)
        except Exception as error:
            _logger.exception("run %d broke", self._job.number)
            self.failed.emit(self._job.number, _broken(error))
        else:
            self.ended.emit(self._job.number, outcome)

    def _train(self) -> Outcome:
        job = self._job
        torch.set_num_threads(job.threads)  # counts for this thread alone
        yield_to_the_window()
        training, device = made_on(choose_device(job.wanted_device), self._run_and_data)
        run = training.run
        run.plan_leg(job.epochs, len(training.data.train))
        self.prepared.emit(Prepared(job.number, run, device, training.data.scale))
        slots = keeping(TrainingSlots(job.frozen_out, job.outputs_out), run, job.snapshots)
        return train_within_memory(
            training, job.control, slots.frozen_out, outputs_out=slots.outputs_out, on_relief=self._tell_relief
        )

    def _run_and_data(self, device: torch.device) -> RunAndData:
        job = self._job
        data = prepare_data(job.digits, job.settings, device)
        run = job.earlier or new_run(job.settings, device, job.log)
        run.move_to(device)
        return RunAndData(run, data)

    def _tell_relief(self, relief: MemoryRelief) -> None:
        self.relieved.emit(self._job.number, relief)


def _broken(error: Exception) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The run broke off."),
        QT_TRANSLATE_NOOP("errors", "An unexpected error came up in the training: {reason}."),
        QT_TRANSLATE_NOOP("errors", "What it had learned by then is kept. Start it again, or try the device “cpu”."),
        reason=first_words(error),
    )
