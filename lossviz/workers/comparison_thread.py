"""The thread that a comparison runs on; each of its variants has one of its own besides."""

import logging
from dataclasses import dataclass

import torch
from PySide6.QtCore import QThread, Signal

from lossviz.core.data.digits import Digits
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.names import DeviceName
from lossviz.core.system_reasons import first_words
from lossviz.core.training.devices import choose_device
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.side_by_side import VariantRun, prepare_variants, train_side_by_side
from lossviz.core.training.variants import Variant, of_seed
from lossviz.workers.thread_priority import yield_to_the_window

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class ComparisonJob:
    """What a thread is asked to do. threads: of the processor, for all variants together."""

    variants: tuple[Variant, ...]
    seeds: int
    digits: Digits
    wanted_device: DeviceName
    threads: int
    control: RunControl


class ComparisonThread(QThread):
    """Runs one job: seed after seed, all variants of a seed together.

    `seed_prepared` and `seed_ended` once for each seed that is begun; then exactly one of `ended` and `failed`.
    """

    seed_prepared = Signal(object)  # tuple of VariantRun
    seed_ended = Signal()
    ended = Signal()
    failed = Signal(object)  # LossvizError

    def __init__(self, job: ComparisonJob) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        """Compare until the job is done, stopped or broken; no exception leaves the thread."""
        try:
            self._compare()
        except LossvizError as error:
            self.failed.emit(error)
        except Exception as error:
            _logger.exception("the comparison broke")
            self.failed.emit(_broken(error))
        else:
            self.ended.emit()

    def _compare(self) -> None:
        job = self._job
        torch.set_num_threads(job.threads)  # counts for this thread alone
        yield_to_the_window()
        device = choose_device(job.wanted_device)
        for repeat in range(job.seeds):
            if not job.control.checkpoint():
                return
            self._train_seed(prepare_variants(of_seed(job.variants, repeat), job.digits, device, job.control))

    def _train_seed(self, runs: tuple[VariantRun, ...]) -> None:
        self.seed_prepared.emit(runs)
        train_side_by_side(runs, self._job.control, self._job.threads)
        self.seed_ended.emit()


def _broken(error: Exception) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The comparison broke off."),
        QT_TRANSLATE_NOOP("errors", "An unexpected error came up in the training: {reason}."),
        QT_TRANSLATE_NOOP(
            "errors", "The results of the seeds before are kept. Start it again, or with fewer variants."
        ),
        reason=first_words(error),
    )
