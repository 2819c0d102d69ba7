"""The losses a network can be trained with, and how its outputs are read as a digit."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import torch.nn.functional as F
from torch import Tensor

from lossviz.core.training.networks import CLASSES
from lossviz.core.training.settings import Averaging, LossName

Reduction = Literal["none", "mean"]


@dataclass(frozen=True)
class Loss:
    """One way to score a batch.

    outputs: how many numbers the network gives for an image: one score a class, or the digit itself.
    targets: labels (n,) int64 -> what `score` compares with; made once for the whole data set.
    score: (outputs (n, outputs), targets, "none") -> (n,), or (n, classes) where is_per_class; "mean" -> their mean.
    is_per_class: whether each class has a term of its own, so that averaging over them or summing them is a choice.
    """

    outputs: int
    targets: Callable[[Tensor], Tensor]
    score: Callable[[Tensor, Tensor, Reduction], Tensor]
    is_per_class: bool = False

    def mean(self, outputs: Tensor, targets: Tensor, averaging: Averaging) -> Tensor:
        """The batch's loss: mean over images; over classes `averaging` where the loss has a term for each."""
        mean = self.score(outputs, targets, "mean")
        return mean * CLASSES if self.is_per_class and averaging == "sum" else mean


def one_hot(labels: Tensor) -> Tensor:
    """Labels (n,) as rows (n, 10) of one 1 among zeros, float32."""
    return F.one_hot(labels, CLASSES).float()


def digit_as_number(labels: Tensor) -> Tensor:
    """Labels (n,) as a column (n, 1) of floats, for the network that answers with one number."""
    return labels.float().unsqueeze(1)


def predicted_digits(outputs: Tensor) -> Tensor:
    """The digit (n,) that each row (n, 10) or (n, 1) stands for: the best score, or the number rounded into 0-9."""
    if outputs.shape[1] == 1:
        return outputs.squeeze(1).round().clamp(0, CLASSES - 1).long()
    return outputs.argmax(dim=1)


def _same(labels: Tensor) -> Tensor:
    return labels


def _cross_entropy(outputs: Tensor, labels: Tensor, reduction: Reduction) -> Tensor:
    return F.cross_entropy(outputs, labels, reduction=reduction)


def _mse_softmax(outputs: Tensor, targets: Tensor, reduction: Reduction) -> Tensor:
    return F.mse_loss(outputs.softmax(dim=1), targets, reduction=reduction)


def _squared_error(outputs: Tensor, targets: Tensor, reduction: Reduction) -> Tensor:
    return F.mse_loss(outputs, targets, reduction=reduction)


def _sigmoid_cross_entropy(outputs: Tensor, targets: Tensor, reduction: Reduction) -> Tensor:
    return F.binary_cross_entropy_with_logits(outputs, targets, reduction=reduction)


def _double_softmax_cross_entropy(outputs: Tensor, labels: Tensor, reduction: Reduction) -> Tensor:
    return F.cross_entropy(outputs.softmax(dim=1), labels, reduction=reduction)


LOSSES: dict[LossName, Loss] = {
    "cross_entropy": Loss(CLASSES, _same, _cross_entropy),
    "mse_softmax": Loss(CLASSES, one_hot, _mse_softmax, is_per_class=True),
    "mse_logits": Loss(CLASSES, one_hot, _squared_error, is_per_class=True),
    "mse_number": Loss(1, digit_as_number, _squared_error),
    "sigmoid_cross_entropy": Loss(CLASSES, one_hot, _sigmoid_cross_entropy, is_per_class=True),
    "double_softmax_cross_entropy": Loss(CLASSES, _same, _double_softmax_cross_entropy),
}
