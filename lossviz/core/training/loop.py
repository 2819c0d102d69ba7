"""The training loop: forward, loss, backward, update."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.training.latest_value import LatestValue
from lossviz.core.training.losses import LOSSES, predicted_digits
from lossviz.core.training.metric_log import Evaluation, MetricLog
from lossviz.core.training.networks import build_network
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.schedules import pace
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.training_data import TensorPart, TrainingData, epoch_images, shuffled_batches

Weights = dict[str, Tensor]

EVALUATION_CHUNK = 250  # images; 1000 take 2.4 times as long, as they leave the processor's cache
LARGEST_OUTPUT = 1e5  # a thousand times what softmax can still tell from certainty; healthy networks stay under 100
READ_SECONDS = 0.015  # losses stay on the device for so long, then are read together


class Ending(Enum):
    """How a training ended, other than by an error."""

    COMPLETED = "completed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Outcome:
    """test: the test part measured with the final weights; None for a run that was stopped."""

    ending: Ending
    test: Evaluation | None = None


@dataclass(frozen=True, eq=False)
class FrozenRun:
    """What a run had become after `step` steps: copies in main memory that training will not change."""

    step: int
    weights: Weights
    optimizer_state: dict[str, Any]


class Diverged(LossvizError):
    """The loss or the network's outputs have left all bounds."""

    def __init__(self, step: int, learning_rate: float) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("errors", "The run stopped at step {step}: its numbers have left all bounds."),
            QT_TRANSLATE_NOOP(
                "errors",
                "With a learning rate of {learning_rate:g} each step overshoots the valley, and the network's outputs "
                "have become so large that the loss can teach it nothing more.",
            ),
            QT_TRANSLATE_NOOP("errors", "Start again with a smaller learning rate, for example a tenth of it."),
            step=step,
            learning_rate=learning_rate,
        )


@dataclass(frozen=True)
class Leg:
    """The stretch between two presses of Start, which the schedule spans. images: in an epoch."""

    first_step: int = 0
    last_step: int = 0
    images: int = 0


@dataclass(eq=False)
class TrainingRun:
    """A network on its way: all that is needed to go on from where it stands. step: steps taken."""

    settings: TrainingSettings
    network: nn.Sequential
    optimizer: torch.optim.Optimizer
    log: MetricLog
    step: int = 0
    leg: Leg = Leg()

    def plan_leg(self, epochs: int, images: int) -> None:
        """Aim at the end of the present leg, `epochs` long; one whose end has been reached is followed by a new one."""
        steps = epochs * steps_per_epoch(images, self.settings.batch_size)
        is_under_way = self.step < min(self.leg.last_step, self.leg.first_step + steps)
        first = self.leg.first_step if is_under_way else self.step
        self.leg = Leg(first, first + steps, images)

    def move_to(self, device: torch.device) -> None:
        """Go on with the run on `device`."""
        if next(self.network.parameters()).device.type == device.type:
            return
        state = self.optimizer.state_dict()
        self.network.to(device)
        self.optimizer = build_optimizer(self.settings, self.network)
        self.optimizer.load_state_dict(state)


def new_run(settings: TrainingSettings, device: torch.device, log: MetricLog) -> TrainingRun:
    """A run that has not taken a step, drawn from the seed in its settings; it will write to the empty `log`."""
    generator = torch.Generator().manual_seed(settings.seed)
    outputs = LOSSES[settings.loss].outputs
    network = build_network(settings.network, outputs, settings.initialisation, generator).to(device)
    return TrainingRun(settings, network, build_optimizer(settings, network), log)


def build_optimizer(settings: TrainingSettings, network: nn.Module) -> torch.optim.Optimizer:
    """The optimiser over all of the network's parameters."""
    parameters = list(network.parameters())
    rate, fused = settings.learning_rate, parameters[0].device.type in {"cpu", "cuda"}
    if settings.optimizer == "adam":
        return torch.optim.Adam(parameters, lr=rate, fused=fused)
    if settings.optimizer == "adamw":
        return torch.optim.AdamW(parameters, lr=rate, fused=fused)
    momentum = 0.9 if settings.optimizer == "momentum" else 0.0
    return torch.optim.SGD(parameters, lr=rate, momentum=momentum, fused=fused)


def steps_per_epoch(images: int, batch_size: int) -> int:
    """Batches in an epoch; the last may be smaller."""
    return -(-images // batch_size)


def train(
    run: TrainingRun,
    data: TrainingData,
    control: RunControl,
    frozen_out: LatestValue[FrozenRun],
    on_evaluation: Callable[[Evaluation], None] = lambda _: None,
) -> Outcome:
    """Take the run to its last step, or as far as `control` allows.

    After every epoch the validation part is measured, recorded and reported through `on_evaluation`.
    Whenever `frozen_out` wants one, a copy of the run is left there.

    Raises: Diverged if the loss stops being a finite number.
    """
    part, epoch_steps = data.train, steps_per_epoch(len(data.train), run.settings.batch_size)
    if _misses_evaluation(run, part) and not _validate(run, data.validation, control, on_evaluation):
        return Outcome(Ending.STOPPED)
    while run.step < run.leg.last_step:
        images = epoch_images(data, run.settings, run.step // epoch_steps, control.checkpoint)
        if images is None or not _train_epoch(run, images, part, control, frozen_out):
            return Outcome(Ending.STOPPED)
        if not _validate(run, data.validation, control, on_evaluation):
            return Outcome(Ending.STOPPED)
    test = evaluate(run, data.test, control)
    return Outcome(Ending.COMPLETED if test else Ending.STOPPED, test)


def _train_epoch(
    run: TrainingRun, images: Tensor, part: TensorPart, control: RunControl, frozen_out: LatestValue[FrozenRun]
) -> bool:
    """Take the steps that are left of an epoch; False if the run was stopped meanwhile."""
    settings, network, optimizer, loss_kind = run.settings, run.network, run.optimizer, LOSSES[run.settings.loss]
    with _StepRecorder(run, control) as recorder:
        for batch in _rest_of_epoch(run, part):
            if not control.checkpoint(recorder.flush):
                return False
            _set_pace(run, control.learning_rate)
            outputs = network(images[batch])  # (batch, outputs)
            loss = loss_kind.mean(outputs, part.targets[batch], settings.averaging)
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            optimizer.step()
            recorder.record(loss, outputs, part.labels[batch])
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
    run: TrainingRun, part: TensorPart, control: RunControl, on_evaluation: Callable[[Evaluation], None]
) -> bool:
    """Measure the validation part, record and report it; False if the run was stopped meanwhile.

    Raises: Diverged if its loss is not a finite number: then the last step has spoilt the weights.
    """
    evaluation = evaluate(run, part, control)
    if evaluation is None:
        return False
    if not math.isfinite(evaluation.loss):
        raise Diverged(run.step, control.learning_rate)
    run.log.append_evaluation(evaluation)
    on_evaluation(evaluation)
    return True


@torch.inference_mode()
def evaluate(run: TrainingRun, part: TensorPart, control: RunControl) -> Evaluation | None:
    """Loss and accuracy over all of `part`; None if the run was stopped meanwhile."""
    loss_kind, averaging = LOSSES[run.settings.loss], run.settings.averaging
    loss_sum = torch.zeros((), device=part.labels.device)
    hits = torch.zeros((), dtype=torch.int64, device=part.labels.device)
    for start in range(0, len(part), EVALUATION_CHUNK):
        if not control.checkpoint():
            return None
        chunk = slice(start, start + EVALUATION_CHUNK)
        outputs, labels = run.network(part.images[chunk]), part.labels[chunk]
        loss_sum += loss_kind.mean(outputs, part.targets[chunk], averaging) * len(labels)
        hits += (predicted_digits(outputs) == labels).sum()
    return Evaluation(run.step, float(loss_sum) / len(part), int(hits) / len(part))


def freeze(run: TrainingRun) -> FrozenRun:
    """Copy what a run has become. To be called by the thread that trains it, or while it stands still."""
    weights = {name: tensor.detach().to("cpu", copy=True) for name, tensor in run.network.state_dict().items()}
    return FrozenRun(run.step, weights, _on_cpu(run.optimizer.state_dict()))


def _on_cpu(state: Any) -> Any:
    """A copy of an optimiser's state: nested dicts and lists with the tensors in main memory."""
    if isinstance(state, Tensor):
        return state.detach().to("cpu", copy=True)
    if isinstance(state, dict):
        return {key: _on_cpu(value) for key, value in state.items()}
    return [_on_cpu(value) for value in state] if isinstance(state, list) else state


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


class _StepRecorder:
    """Collects the numbers of each step where they were computed and reads them together, a few times a second.

    However its block ends, the log then has every step that was taken.
    """

    def __init__(self, run: TrainingRun, control: RunControl) -> None:
        self._run = run
        self._control = control
        self._losses: list[Tensor] = []
        self._hits: list[Tensor] = []
        self._largest: list[Tensor] = []
        self._next_read = time.perf_counter() + READ_SECONDS

    def __enter__(self) -> "_StepRecorder":
        return self

    def __exit__(self, *_error: object) -> None:
        self.flush()

    def record(self, loss: Tensor, outputs: Tensor, labels: Tensor) -> None:
        """Note one step that has just been taken."""
        self._run.step += 1
        self._losses.append(loss.detach())
        outputs = outputs.detach()
        self._hits.append((predicted_digits(outputs) == labels).float().mean())
        self._largest.append(torch.linalg.vector_norm(outputs, ord=math.inf))
        if time.perf_counter() >= self._next_read:
            self.flush()

    def flush(self) -> None:
        """Write what has been noted to the log.

        Raises: Diverged at the first step whose numbers have left all bounds, which is the last one written.
        """
        if not self._losses:
            return
        columns = torch.stack([torch.stack(column) for column in (self._losses, self._hits, self._largest)])
        losses, accuracies, largest = columns.cpu().double().numpy()  # Apple GPUs know no float64
        for column in (self._losses, self._hits, self._largest):
            column.clear()
        is_sound = np.isfinite(losses) & (largest < LARGEST_OUTPUT)
        rows = len(losses) if is_sound.all() else int(is_sound.argmin()) + 1
        self._run.log.extend(losses[:rows], accuracies[:rows])
        if not is_sound.all():
            raise Diverged(len(self._run.log), self._control.learning_rate)
        self._next_read = time.perf_counter() + READ_SECONDS
