"""A network on its way through training, and copies of what it has become."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from lossviz.core.training.losses import LOSSES
from lossviz.core.training.metric_log import MetricLog
from lossviz.core.training.networks import build_network
from lossviz.core.training.settings import TrainingSettings

Weights = dict[str, Tensor]


@dataclass(frozen=True, eq=False)
class FrozenRun:
    """What a run had become after `step` steps: copies in main memory that training will not change."""

    step: int
    weights: Weights
    optimizer_state: dict[str, Any]


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

    @property
    def learning_rate(self) -> float:
        """The one chosen last."""
        return self.log.rate_changes[-1].learning_rate if self.log.rate_changes else self.settings.learning_rate

    @property
    def device(self) -> torch.device:
        """Where its network is."""
        return next(self.network.parameters()).device

    @property
    def batch_parts(self) -> int:
        """In how many parts a batch goes through the network: two where the memory did not do for one."""
        reliefs = self.log.memory_reliefs
        return 2 if reliefs and reliefs[-1].kind == "half_batches" else 1

    def plan_leg(self, epochs: int, images: int) -> None:
        """Aim at the end of the present leg, `epochs` long; one whose end has been reached is followed by a new one."""
        steps = epochs * steps_per_epoch(images, self.settings.batch_size)
        is_under_way = self.step < min(self.leg.last_step, self.leg.first_step + steps)
        first = self.leg.first_step if is_under_way else self.step
        self.leg = Leg(first, first + steps, images)

    def move_to(self, device: torch.device) -> None:
        """Go on with the run on `device`."""
        if self.device.type == device.type:
            return
        state = self.optimizer.state_dict()
        self.network.to(device)
        optimizer = build_optimizer(self.settings, self.network)
        optimizer.load_state_dict(state)
        self.optimizer = optimizer


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
