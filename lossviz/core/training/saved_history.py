"""The snapshots of a run as part of its file, and whether those in a file can be what they claim."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from lossviz.core.training.classifier import empty_network
from lossviz.core.training.flat_weights import WeightLayout
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.part_outputs import OutputsF32
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.snapshots import Snapshot


def contents_of(snapshots: Sequence[Snapshot]) -> dict[str, Tensor]:
    """What the file keeps of them, at least one and of one network.

    steps: (k,). weights: (k, n). output_steps: (e,), of those that know what the network said. outputs: (e, m, c).
    """
    evaluated = [(snapshot.step, snapshot.outputs) for snapshot in snapshots if snapshot.outputs is not None]
    outputs = np.stack([said for _, said in evaluated]) if evaluated else np.zeros((0, 0, 0), np.float32)
    return {
        "steps": torch.tensor([snapshot.step for snapshot in snapshots]),
        "weights": torch.stack([snapshot.flat for snapshot in snapshots]),
        "output_steps": torch.tensor([step for step, _ in evaluated], dtype=torch.int64),
        "outputs": torch.from_numpy(outputs),
    }


def snapshots_in(
    contents: dict[str, Any], settings: TrainingSettings, last_step: int, most_images: float
) -> tuple[Snapshot, ...]:
    """The snapshots of a run with `settings` that took `last_step` steps.

    most_images: that a validation part can have.

    Raises: LookupError, TypeError or ValueError if they cannot be such a run's.
    """
    layout = WeightLayout.of(empty_network(settings.network, settings.loss).state_dict())
    steps, weights = _tensor(contents["steps"], torch.int64, 1), _tensor(contents["weights"], torch.float32, 2)
    _check_steps(steps, last_step)
    if weights.shape != (len(steps), layout.length):
        raise ValueError(weights.shape)
    said = _outputs(contents, settings, most_images)
    if not len(steps) or not set(said) <= set(steps.tolist()):
        raise ValueError(steps)
    return tuple(
        Snapshot(step, layout, flat.clone(), said.get(step))  # copies: each can be dropped by itself
        for step, flat in zip(steps.tolist(), weights, strict=True)
    )


def _outputs(contents: dict[str, Any], settings: TrainingSettings, most_images: float) -> dict[int, OutputsF32]:
    """By step."""
    steps = _tensor(contents["output_steps"], torch.int64, 1)
    outputs = _tensor(contents["outputs"], torch.float32, 3)
    _check_increasing(steps)
    if not len(steps):
        return {}
    if outputs.shape[::2] != (len(steps), LOSSES[settings.loss].outputs) or not 0 < outputs.shape[1] <= most_images:
        raise ValueError(outputs.shape)
    return {step: rows.clone().numpy() for step, rows in zip(steps.tolist(), outputs, strict=True)}


def _tensor(values: Any, dtype: torch.dtype, dimensions: int) -> Tensor:
    if not isinstance(values, Tensor) or values.dtype != dtype or values.dim() != dimensions:
        raise TypeError(type(values))
    # One that is not contiguous may stand for far more numbers than the file has bytes.
    if values.device.type != "cpu" or not values.is_contiguous() or not bool(torch.isfinite(values).all()):
        raise ValueError(values.shape)
    return values.detach()


def _check_steps(steps: Tensor, last_step: int) -> None:
    _check_increasing(steps)
    if len(steps) and not 0 <= int(steps[0]) <= int(steps[-1]) <= last_step:
        raise ValueError(steps)


def _check_increasing(steps: Tensor) -> None:
    # Compared, not subtracted: differences of the largest numbers would overflow.
    if not bool((steps[1:] > steps[:-1]).all()):
        raise ValueError(steps)
