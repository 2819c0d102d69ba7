"""The training loop: forward, loss, backward, update."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import torch
from torch import Tensor

from lossviz.core.latest_value import LatestValue
from lossviz.core.training.batch_pass import pass_batch
from lossviz.core.training.losses import LOSSES, predicted_digits
from lossviz.core.training.metric_log import Evaluation, RateChange
from lossviz.core.training.part_outputs import OutputSlots, PartOutputs
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.schedules import pace
from lossviz.core.training.step_recorder import Diverged, StepRecorder
from lossviz.core.training.training_data import ImageInputs, TensorPart, TrainingData, epoch_images, shuffled_batches
from lossviz.core.training.training_run import FrozenRun, TrainingRun, freeze, steps_per_epoch

EVALUATION_CHUNK = 250  # images; 1000 take 2.4 times as long, as they leave the processor's cache


class Ending(Enum):
    """How a training ended, other than by an error."""

    COMPLETED = "completed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Outcome:
    """test: the test part measured with the final weights; None for a run that was stopped."""

    ending: Ending
    test: Evaluation | None = None


def train(
    run: TrainingRun,
    data: TrainingData,
    control: RunControl,
    frozen_out: LatestValue[FrozenRun],
    on_evaluation: Callable[[Evaluation], None] = lambda _: None,
    outputs_out: OutputSlots | None = None,
) -> Outcome:
    """Take the run to its last step, or as far as `control` allows.

    After every epoch the validation part is measured, recorded and reported through `on_evaluation`.
    Whenever `frozen_out` wants one, a copy of the run is left there. What the network said of each image is left in
    `outputs_out`.

    Raises: Diverged if the loss or the outputs leave all bounds.
    """
    part, epoch_steps = data.train, steps_per_epoch(len(data.train), run.settings.batch_size)
    said = outputs_out or OutputSlots()
    if _misses_evaluation(run, part) and not _validate(run, data.validation, control, said, on_evaluation):
        return Outcome(Ending.STOPPED)
    while run.step < run.leg.last_step:
        images = epoch_images(data, run.settings, run.step // epoch_steps, control.checkpoint)
        if images is None or not _train_epoch(run, images, part, control, frozen_out):
            return Outcome(Ending.STOPPED)
        if not _validate(run, data.validation, control, said, on_evaluation):
            return Outcome(Ending.STOPPED)
    test = evaluate(run, data.test, control, said.test)
    return Outcome(Ending.COMPLETED if test else Ending.STOPPED, test)


def _train_epoch(
    run: TrainingRun, images: ImageInputs, part: TensorPart, control: RunControl, frozen_out: LatestValue[FrozenRun]
) -> bool:
    """Take the steps that are left of an epoch; False if the run was stopped meanwhile."""
    parameters = list(run.network.parameters())
    with StepRecorder(run, control, part.labels) as recorder:
        for batch in _rest_of_epoch(run, part):
            if not control.checkpoint(recorder.flush):
                return False
            rate = control.learning_rate
            if rate != run.learning_rate:
                run.log.append_rate_change(RateChange(run.step, rate))
            _set_pace(run, rate)
            passed = pass_batch(run, parameters, images, part, batch)
            for parameter, gradient in zip(parameters, passed.gradients, strict=True):
                parameter.grad = gradient
            run.optimizer.step()
            recorder.record(passed.loss, passed.outputs, batch)
            if frozen_out.is_wanted:
                recorder.flush()
                frozen_out.put(freeze(run))
    return True


def _rest_of_epoch(run: TrainingRun, part: TensorPart) -> tuple[Tensor, ...]:
    """The batches between the run's step and the end of its epoch, or of its leg where that comes first."""
    batch_size = run.settings.batch_size
    epoch, taken = divmod(run.step, steps_per_epoch(len(part), batch_size))
    batches = shuffled_batches(part, batch_size, run.settings.seed, epoch)
    return batches[taken : taken + run.leg.last_step - run.step]


def _misses_evaluation(run: TrainingRun, part: TensorPart) -> bool:
    """Whether the run was stopped at the end of an epoch, before the validation part had been measured."""
    measured = run.log.evaluations[-1].step if run.log.evaluations else 0
    return run.step > measured and run.step % steps_per_epoch(len(part), run.settings.batch_size) == 0


def _validate(
    run: TrainingRun,
    part: TensorPart,
    control: RunControl,
    said: OutputSlots,
    on_evaluation: Callable[[Evaluation], None],
) -> bool:
    """Measure the validation part, record and report it; False if the run was stopped meanwhile.

    Raises: Diverged if its loss is not a finite number: then the last step has spoilt the weights.
    """
    evaluation = evaluate(run, part, control, said.validation)
    if evaluation is None:
        return False
    if not math.isfinite(evaluation.loss):
        raise Diverged(run.step, control.learning_rate)
    run.log.append_evaluation(evaluation)
    on_evaluation(evaluation)
    return True


@torch.inference_mode()
def evaluate(
    run: TrainingRun, part: TensorPart, control: RunControl, outputs_out: LatestValue[PartOutputs] | None = None
) -> Evaluation | None:
    """Loss and accuracy over all of `part`; None if the run was stopped meanwhile.

    In full precision whatever the run trains in: as the network will answer wherever it is opened.
    outputs_out: where the outputs that they were computed from are left.
    """
    loss_kind, averaging = LOSSES[run.settings.loss], run.settings.averaging
    loss_sum = torch.zeros((), device=part.labels.device)
    hits = torch.zeros((), dtype=torch.int64, device=part.labels.device)
    said = []
    size = EVALUATION_CHUNK // run.batch_parts
    for start in range(0, len(part), size):
        if not control.checkpoint():
            return None
        chunk = slice(start, start + size)
        outputs, labels = run.network(part.images.within(chunk)), part.labels[chunk]
        loss_sum += loss_kind.mean(outputs, part.targets[chunk], averaging) * len(labels)
        hits += (predicted_digits(outputs) == labels).sum()
        said.append(outputs)
    if outputs_out:
        outputs_out.put(PartOutputs(run.step, torch.cat(said).cpu().numpy()))
    return Evaluation(run.step, float(loss_sum) / len(part), int(hits) / len(part))


def _set_pace(run: TrainingRun, learning_rate: float) -> None:
    now = pace(run.settings.schedule, run.step - run.leg.first_step, run.leg.last_step - run.leg.first_step)
    group = run.optimizer.param_groups[0]
    group["lr"] = learning_rate * now.rate_factor
    if now.momentum is None:
        return
    if "betas" in group:
        group["betas"] = (now.momentum, group["betas"][1])
    elif group["momentum"]:
        group["momentum"] = now.momentum
