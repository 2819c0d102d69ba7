"""The thread that a training runs on."""

import logging
import os
import threading
from dataclasses import dataclass, field

import torch
from PySide6.QtCore import QThread, Signal

from lossviz.core.data.digits import Digits
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.training.devices import DeviceChoice, DeviceName, choose_device
from lossviz.core.training.latest_value import LatestValue
from lossviz.core.training.loop import Outcome, train
from lossviz.core.training.metric_log import MetricLog
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.training_data import InputScale, prepare_data
from lossviz.core.training.training_run import FrozenRun, TrainingRun, new_run

NICENESS = 5

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


@dataclass(frozen=True, eq=False)
class Prepared:
    """What is known once a job's data and network stand ready."""

    number: int
    run: TrainingRun
    device: DeviceChoice
    scale: InputScale


class TrainingThread(QThread):
    """Runs one job. `prepared` at most once; then exactly one of `ended` and `failed`, with the run's number."""

    prepared = Signal(object)  # Prepared
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
        _yield_to_the_window()
        device = choose_device(job.wanted_device)
        data = prepare_data(job.digits, job.settings, device.device)
        run = job.earlier or new_run(job.settings, device.device, job.log)
        run.move_to(device.device)
        run.plan_leg(job.epochs, len(data.train))
        self.prepared.emit(Prepared(job.number, run, device, data.scale))
        return train(run, data, job.control, job.frozen_out)


def _yield_to_the_window() -> None:
    """Let the window's thread go first where both want a core; threads that torch starts from here inherit it."""
    if hasattr(os, "setpriority") and os.uname().sysname == "Linux":  # elsewhere it would slow the whole process
        thread = threading.get_native_id()
        # Nobody but the administrator may ask for less niceness than there is already.
        os.setpriority(os.PRIO_PROCESS, thread, max(NICENESS, os.getpriority(os.PRIO_PROCESS, thread)))


def _broken(error: Exception) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The run broke off."),
        QT_TRANSLATE_NOOP("errors", "An unexpected error came up in the training: {reason}."),
        QT_TRANSLATE_NOOP("errors", "What it had learned by then is kept. Start it again, or try the device “cpu”."),
        reason=str(error).splitlines()[0] if str(error) else type(error).__name__,
    )
