"""Trains the variants of a comparison together: each on a thread of its own, by the very loop that trains one alone."""

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace

import torch

from lossviz.core.data.digits import Digits
from lossviz.core.errors import LossvizError
from lossviz.core.latest_value import LatestValue
from lossviz.core.training.devices import DeviceChoice
from lossviz.core.training.loop import Ending
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.memory_recovery import made_on, train_within_memory
from lossviz.core.training.metric_log import Evaluation, MetricLog
from lossviz.core.training.part_outputs import OutputSlots
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import LossName
from lossviz.core.training.training_data import TensorPart, TrainingData, prepare_data
from lossviz.core.training.training_run import FrozenRun, TrainingRun, new_run
from lossviz.core.training.variants import Variant, common_start


@dataclass(frozen=True)
class VariantEnding:
    """How one variant ended. test: None unless it was completed. problem: why it broke off, as by divergence."""

    is_completed: bool
    test: Evaluation | None = None
    problem: LossvizError | None = None


@dataclass(eq=False)
class VariantRun:
    """One variant on its way. ending: None while it is; set by its thread, read by anybody."""

    variant: Variant
    run: TrainingRun
    data: TrainingData
    control: RunControl
    frozen_out: LatestValue[FrozenRun] = field(default_factory=LatestValue)
    outputs_out: OutputSlots = field(default_factory=OutputSlots)
    ending: VariantEnding | None = None


def prepare_variants(
    variants: Sequence[Variant], digits: Digits, device: DeviceChoice, control: RunControl
) -> tuple[VariantRun, ...]:
    """New runs of all variants, ready to start: alike in their first weights and their batches, sharing the images.

    device: the CPU takes its place where its memory does not do.
    control: pauses, resumes and stops them all; each keeps its own learning rate.

    Raises: LossvizError if a batch is larger than the training part.
    """
    runs, _ = made_on(device, lambda one: _all_prepared(variants, digits, one, control))
    _check_common_start(runs)
    return runs


def train_side_by_side(runs: Sequence[VariantRun], control: RunControl, threads: int) -> None:
    """Take all runs to their last step, or as far as `control` allows; each run's `ending` says how it went.

    control: the one they were prepared with.
    threads: of the processor, for all runs together; each gets its share, one at least. With one thread each, a run's
    numbers are those of the same run alone on one thread, to the last bit. A run that diverges ends alone.
    """
    share = max(1, threads // len(runs))
    with ThreadPoolExecutor(len(runs), "variant", torch.set_num_threads, (share,)) as pool:
        futures = [pool.submit(_train_one, run) for run in runs]
        _stop_if_one_breaks(futures, control)
    for future in futures:
        future.result()


def _all_prepared(
    variants: Sequence[Variant], digits: Digits, device: torch.device, control: RunControl
) -> tuple[VariantRun, ...]:
    shared = prepare_data(digits, variants[0].settings, device)
    return tuple(_prepared(variant, shared, device, control) for variant in variants)


def _prepared(variant: Variant, shared: TrainingData, device: torch.device, control: RunControl) -> VariantRun:
    settings = variant.settings
    run = new_run(settings, device, MetricLog())
    data = _with_targets(shared, settings.loss)
    run.plan_leg(settings.epochs, len(data.train))
    return VariantRun(variant, run, data, _SharedControl(settings.learning_rate, control))


def _with_targets(data: TrainingData, loss: LossName) -> TrainingData:
    """The same images, with what another loss compares with."""
    train_part, validation, test = (_aimed(part, loss) for part in (data.train, data.validation, data.test))
    return replace(data, train=train_part, validation=validation, test=test)


def _aimed(part: TensorPart, loss: LossName) -> TensorPart:
    return replace(part, targets=LOSSES[loss].targets(part.labels))


def _check_common_start(runs: Sequence[VariantRun]) -> None:
    """Raises: ValueError if two runs of one network and initialisation begin differently in a layer of equal shape."""
    first, *others = runs
    for other in others:
        if other.run.settings.network != first.run.settings.network:
            continue
        mine, theirs = first.run.network, other.run.network
        alike = set(common_start([mine, theirs]))
        for (name, parameter), counterpart in zip(mine.named_parameters(), theirs.parameters(), strict=True):
            if parameter.shape == counterpart.shape and name not in alike:
                raise ValueError(f"{name} differs before the first step")


def _train_one(one: VariantRun) -> None:
    try:
        outcome = train_within_memory(one, one.control, one.frozen_out, outputs_out=one.outputs_out)
    except LossvizError as error:  # the others go on
        one.ending = VariantEnding(is_completed=False, problem=error)
    else:
        one.ending = VariantEnding(outcome.ending is Ending.COMPLETED, outcome.test)


def _stop_if_one_breaks(futures: list[Future[None]], control: RunControl) -> None:
    """What no run should raise is a fault of ours: there is nothing to be compared any more."""
    finished, _ = wait(futures, return_when=FIRST_EXCEPTION)
    if any(future.exception() for future in finished):
        control.stop()


class _SharedControl(RunControl):
    """Waits and ends where the comparison's control says so."""

    def __init__(self, learning_rate: float, shared: RunControl) -> None:
        super().__init__(learning_rate)
        self._shared = shared

    def checkpoint(self, before_holding: Callable[[], None] = lambda: None) -> bool:
        """As the shared one's."""
        return self._shared.checkpoint(before_holding)
