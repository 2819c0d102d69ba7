"""All that is known of a run, and whether its parts go together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from lossviz.core.data.digits import DataIdentity
from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.training.classifier import Classifier, empty_network
from lossviz.core.training.metric_log import Evaluation, MetricLog
from lossviz.core.training.settings import LIMITS, TrainingSettings
from lossviz.core.training.snapshots import Snapshot
from lossviz.core.training.training_data import InputScale
from lossviz.core.training.training_run import Leg, TrainingRun, Weights, build_optimizer

MOST_IMAGES = LIMITS["training_images"][1] + LIMITS["drawn_digits"][1]


@dataclass(frozen=True, eq=False)
class SavedRun:
    """All that is known of a run, on the CPU.

    log: ends with the step whose weights these are. made_with: versions and device, for people to read.
    snapshots: what the network was on the way, oldest first; none unless they were asked for.
    """

    settings: TrainingSettings
    scale: InputScale
    data: DataIdentity
    weights: Weights
    log: MetricLog
    leg: Leg
    test: Evaluation | None
    made_with: dict[str, str]
    optimizer_state: dict[str, Any]
    snapshots: tuple[Snapshot, ...] = ()

    def classifier(self) -> Classifier:
        """The network as it was saved."""
        return Classifier(self.settings.network, self.settings.loss, self.scale, self.weights)

    def resumed(self, device: torch.device) -> TrainingRun:
        """The run, ready to go on from where it was saved."""
        network = empty_network(self.settings.network, self.settings.loss).train()
        network.load_state_dict(self.weights)
        network.to(device)
        optimizer = build_optimizer(self.settings, network)
        # The groups are the fresh optimiser's: what they hold follows from the settings and the device.
        optimizer.load_state_dict({**optimizer.state_dict(), "state": self.optimizer_state["state"]})
        return TrainingRun(self.settings, network, optimizer, self.log, len(self.log), self.leg)


def problem_of_weights(run: SavedRun) -> tuple[str, str] | None:
    """Why the weights cannot be those of the run's network, and the first layer for which; None if they can."""
    expected = empty_network(run.settings.network, run.settings.loss).state_dict()
    for name in sorted(set(expected) ^ set(run.weights), key=str):
        return QT_TRANSLATE_NOOP("errors", "Its weights are of another network ({layer})."), name
    for name, tensor in run.weights.items():
        if tensor.shape != expected[name].shape or tensor.dtype != expected[name].dtype:
            return QT_TRANSLATE_NOOP("errors", "Its layer {layer} is of another size."), name
        if not bool(torch.isfinite(tensor).all()):
            return QT_TRANSLATE_NOOP("errors", "Its layer {layer} holds numbers that are not finite."), name
    return None


def check_history(run: SavedRun) -> None:
    """Raises: ValueError if the steps, the evaluations, the leg and the scale do not go together."""
    steps, leg = len(run.log), run.leg
    evaluations = (*run.log.evaluations, *([run.test] if run.test else []))
    if not all(0 <= evaluation.step <= steps and 0 <= evaluation.accuracy <= 1 for evaluation in evaluations):
        raise ValueError(evaluations)
    most_steps = LIMITS["epochs"][1] * MOST_IMAGES
    if not (0 <= leg.first_step <= steps <= leg.last_step <= leg.first_step + most_steps):
        raise ValueError(leg)
    for changes in (run.log.rate_changes, run.log.memory_reliefs):
        places = [change.step for change in changes]
        if places != sorted(places) or not all(0 <= place <= steps for place in places):
            raise ValueError(places)
    lowest, highest = LIMITS["learning_rate"]
    if not all(lowest <= change.learning_rate <= highest for change in run.log.rate_changes):
        raise ValueError(run.log.rate_changes)
    if not 0 <= leg.images <= MOST_IMAGES or run.scale.deviation <= 0:
        raise ValueError(leg, run.scale)


def check_optimizer_state(run: SavedRun) -> None:
    """Raises: ValueError if the state is neither empty nor what the run's optimiser keeps for its network after a step.

    TypeError, AttributeError: if it is no such thing at all.
    """
    network = empty_network(run.settings.network, run.settings.loss)
    optimizer = build_optimizer(run.settings, network)
    for parameter in network.parameters():
        parameter.grad = torch.zeros_like(parameter)
    optimizer.step()
    state = run.optimizer_state["state"]
    if not isinstance(state, dict):
        raise TypeError(type(state))
    if state and _shapes(state) != _shapes(optimizer.state_dict()["state"]):
        raise ValueError(state.keys())
    if not is_finite(state):
        raise ValueError("not finite")


def is_finite(state: Mapping[int, Mapping[str, Tensor]]) -> bool:
    """Whether an optimiser could go on from what it keeps for each parameter."""
    return all(bool(torch.isfinite(tensor).all()) for tensors in state.values() for tensor in tensors.values())


def _shapes(state: dict[int, dict[str, Tensor]]) -> dict[tuple[int, str], tuple[torch.dtype, tuple[int, ...]]]:
    return {
        (index, name): (tensor.dtype, tuple(tensor.shape))
        for index, tensors in state.items()
        for name, tensor in tensors.items()
    }
