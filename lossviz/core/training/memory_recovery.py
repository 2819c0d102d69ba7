"""What a run does when the memory of its device runs out: its batches in two halves, then the CPU.

Neither changes what the run computes: steps and batches are those of its settings, and the numbers equal those of the
run with memory enough to rounding. What was done, and after which step, stands in the run's log and in its file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

import torch

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.latest_value import LatestValue
from lossviz.core.training.devices import CPU_INSTEAD, DeviceChoice
from lossviz.core.training.loop import Outcome, train
from lossviz.core.training.metric_log import Evaluation, MemoryRelief
from lossviz.core.training.part_outputs import OutputSlots
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.training_data import TrainingData, moved_data
from lossviz.core.training.training_run import FrozenRun, TrainingRun

Made = TypeVar("Made")

# As torch says it on CUDA and Apple GPUs, of its libraries there, and on the CPU. Not all of it is OutOfMemoryError.
_SYMPTOMS = ("out of memory", "_ALLOC_FAILED", "not enough memory")


class InTraining(Protocol):
    """A run and what it works on. Nobody else holds the data, so that those on a full device can go."""

    run: TrainingRun
    data: TrainingData


@dataclass(eq=False)
class RunAndData:
    """One that trains alone."""

    run: TrainingRun
    data: TrainingData


def train_within_memory(
    training: InTraining,
    control: RunControl,
    frozen_out: LatestValue[FrozenRun],
    on_evaluation: Callable[[Evaluation], None] = lambda _: None,
    outputs_out: OutputSlots | None = None,
    on_relief: Callable[[MemoryRelief], None] = lambda _: None,
) -> Outcome:
    """As `train`; where memory runs out the step, or the evaluation, is done again with less.

    on_relief: told of it once the run's log has it.

    Raises: Diverged as `train`. LossvizError if the memory of the CPU does not do either.
    """
    while True:
        try:
            return train(training.run, training.data, control, frozen_out, on_evaluation, outputs_out)
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            reason = next(filter(str.strip, str(error).splitlines()), type(error).__name__)
        # Not before the handler has ended: the error's traceback holds the tensors of the step that failed.
        on_relief(_relieve(training, reason))


def made_on(choice: DeviceChoice, make: Callable[[torch.device], Made]) -> tuple[Made, DeviceChoice]:
    """What `make` makes on the device, or on the CPU where the device's memory does not do, and where it was made."""
    try:
        return make(choice.device), choice
    except RuntimeError as error:
        if choice.device.type == "cpu" or not is_out_of_memory(error):
            raise
    _give_back_unused(choice.device)
    return make(CPU_INSTEAD.device), CPU_INSTEAD


def is_out_of_memory(error: Exception) -> bool:
    """Whether torch raises it where a device has no memory left."""
    return isinstance(error, torch.OutOfMemoryError) or any(symptom in str(error) for symptom in _SYMPTOMS)


def told(relief: MemoryRelief, batch_size: int) -> LossvizError:
    """A relief in words."""
    if relief.kind == "half_batches":
        why = QT_TRANSLATE_NOOP(
            "errors",
            "From here on each batch of {batch_size} images goes through the network in two halves, and their "
            "gradients are put together: the steps are the same.",
        )
    else:
        why = QT_TRANSLATE_NOOP(
            "errors", "From here on the run goes on on the CPU, with the same batches, so that only its speed changes."
        )
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The memory of the device ran out at step {step:,}."),
        why,
        QT_TRANSLATE_NOOP("errors", "Nothing needs to be done. A smaller batch size needs less memory."),
        step=relief.step,
        batch_size=batch_size,
    )


def _relieve(training: InTraining, reason: str) -> MemoryRelief:
    run, device = training.run, training.run.device
    relief = _next_relief(run)
    if relief is None:
        raise _too_little(run, reason)
    if run.step == 0:  # an optimiser that broke off in its first step may have made half of its state
        run.optimizer.state.clear()
    if relief.kind == "cpu":
        run.move_to(CPU_INSTEAD.device)
        training.data = moved_data(training.data, CPU_INSTEAD.device)
    _give_back_unused(device)
    run.log.append_memory_relief(relief)
    return relief


def _next_relief(run: TrainingRun) -> MemoryRelief | None:
    if run.batch_parts == 1 and run.settings.batch_size > 1:
        return MemoryRelief(run.step, "half_batches")
    return None if run.device.type == "cpu" else MemoryRelief(run.step, "cpu")


def _give_back_unused(device: torch.device) -> None:
    """Let other programs have what torch keeps for later."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()


def _too_little(run: TrainingRun, reason: str) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The run stopped at step {step:,}: there is not enough memory."),
        QT_TRANSLATE_NOOP(
            "errors", "It ran out for batches of {batch_size} images in two halves as well. PyTorch says: “{reason}”."
        ),
        QT_TRANSLATE_NOOP(
            "errors", "What it had learned by then is kept. Choose a smaller batch size and start again."
        ),
        step=run.step,
        batch_size=run.settings.batch_size,
        reason=reason,
    )
