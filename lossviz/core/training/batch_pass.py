"""One batch through the network and back, in one piece or in parts, in full or in mixed precision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

import torch
from torch import Tensor, nn

from lossviz.core.training.losses import LOSSES
from lossviz.core.training.training_data import ImageInputs, TensorPart
from lossviz.core.training.training_run import TrainingRun


@dataclass(frozen=True, eq=False)
class BatchPass:
    """loss: of the batch, a scalar. outputs: (batch, outputs), float32. gradients: of the loss, by parameter."""

    loss: Tensor
    outputs: Tensor
    gradients: tuple[Tensor, ...]


def pass_batch(
    run: TrainingRun, parameters: Sequence[nn.Parameter], images: ImageInputs, part: TensorPart, batch: Tensor
) -> BatchPass:
    """Forward, loss, backward.

    images: of `part`, varied or not. batch: (n,) the places of its images. A run whose memory has run out takes one
    half after the other; loss and gradients are those of the whole batch to rounding.
    """
    parts = batch.chunk(run.batch_parts)
    passes = [_pass(run, parameters, images.at(one), part.targets.index_select(0, one)) for one in parts]
    if len(passes) == 1:
        return passes[0]
    shares = [len(one) / len(batch) for one in parts]
    columns = zip(*(one.gradients for one in passes), strict=True)
    return BatchPass(
        _weighted((one.loss for one in passes), shares),
        torch.cat([one.outputs for one in passes]),
        tuple(_weighted(column, shares) for column in columns),
    )


def _pass(run: TrainingRun, parameters: Sequence[nn.Parameter], images: Tensor, targets: Tensor) -> BatchPass:
    settings = run.settings
    outputs = _outputs(run, images)
    loss = LOSSES[settings.loss].mean(outputs, targets, settings.averaging)
    return BatchPass(loss.detach(), outputs.detach(), torch.autograd.grad(loss, parameters))


def _outputs(run: TrainingRun, images: Tensor) -> Tensor:
    """In float32 whatever the network computes in: the loss needs the digits."""
    if run.settings.precision == "full":
        outputs: Tensor = run.network(images)
        return outputs
    with torch.autocast(images.device.type, torch.bfloat16):
        mixed: Tensor = run.network(images)
    return mixed.float()


def _weighted(tensors: Iterable[Tensor], shares: Sequence[float]) -> Tensor:
    return reduce(torch.add, (tensor * share for tensor, share in zip(tensors, shares, strict=True)))
