"""The same formulas in real float32, where e^z ends at z = 88.72: computed by torch, shown as they come."""

import math
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from lossviz.core.fit.cases import Column

Column32 = NDArray[np.float32]

LARGEST_FLOAT32 = float(np.finfo(np.float32).max)
LARGEST_EXPONENT = math.log(LARGEST_FLOAT32)  # 88.7228: beyond it e^z is inf in float32


@dataclass(frozen=True, eq=False)
class Float32Softmax:
    """scaled, (K,): z/T, which both ways start from.

    exps, total, probabilities, loss: as the formula is written, so inf, inf/inf = NaN or 0/0 = NaN where float32 ends.
    shifted, shifted_exps, shifted_total, shifted_probabilities: after the largest z/T was taken off.
    shifted_loss: by log_softmax, the way of torch's cross_entropy. Losses are -sum of y_i ln p_i, 0 where y_i is 0.
    """

    scaled: Column32
    exps: Column32
    total: float
    probabilities: Column32
    loss: float
    shifted: Column32
    shifted_exps: Column32
    shifted_total: float
    shifted_probabilities: Column32
    shifted_loss: float


def float32_softmax(logits: Column, temperature: float, target: Column) -> Float32Softmax:
    """Both ways in float32, for finite logits (K,)."""
    scaled = tensor32(logits) / temperature
    y = tensor32(target)
    exps = torch.exp(scaled)
    naive = exps / exps.sum()
    shifted = scaled - scaled.max()
    shifted_exps = torch.exp(shifted)
    stable = shifted_exps / shifted_exps.sum()
    return Float32Softmax(
        *(scaled.numpy(), exps.numpy(), exps.sum().item(), naive.numpy(), _loss(y, torch.log(naive))),
        *(shifted.numpy(), shifted_exps.numpy(), shifted_exps.sum().item(), stable.numpy()),
        _loss(y, torch.log_softmax(scaled, dim=0)),
    )


@dataclass(frozen=True, eq=False)
class SigmoidLosses:
    """One sigmoid a class instead of one softmax over all: each class' binary cross-entropy in float32, all (K,).

    probabilities: sigmoid(z/T), exactly 1 from about 17 on. by_formula: -y ln p - (1 - y) ln(1 - p), inf or NaN there.
    by_probability: torch's BCELoss of the probabilities, which clamps each logarithm at -100, so that it says 100 where
    the truth is 17 or 1000, and pulls at the logit with 0. by_logit: BCEWithLogitsLoss, right throughout.
    mean_by_logit: over the classes, as torch gives it.
    slopes_by_probability, slopes_by_logit: autograd's derivatives of each class' loss by its z/T.
    """

    probabilities: Column32
    by_formula: Column32
    by_probability: Column32
    by_logit: Column32
    mean_by_logit: float
    slopes_by_probability: Column32
    slopes_by_logit: Column32


@dataclass(frozen=True)
class SigmoidCase:
    """One sigmoid: its logit, and its label 0 or 1."""

    z: float
    label: float


SATURATED = SigmoidCase(20.0, 0.0)  # exactly 1 in float32, and wrong


def sigmoid_losses(scaled: Column, target: Column) -> SigmoidLosses:
    """Of z/T and targets, both (K,)."""
    z = tensor32(scaled).requires_grad_()
    y = tensor32(target)
    p = torch.sigmoid(z)
    by_probability = functional.binary_cross_entropy(p, y, reduction="none")
    by_logit = functional.binary_cross_entropy_with_logits(z, y, reduction="none")
    (probability_slopes,) = torch.autograd.grad(by_probability.sum(), z)
    (logit_slopes,) = torch.autograd.grad(by_logit.sum(), z)
    with torch.no_grad():
        by_formula = -y * torch.log(p) - (1 - y) * torch.log(1 - p)
    return SigmoidLosses(
        probabilities=p.detach().numpy(),
        by_formula=by_formula.numpy(),
        by_probability=by_probability.detach().numpy(),
        by_logit=by_logit.detach().numpy(),
        mean_by_logit=by_logit.mean().item(),
        slopes_by_probability=probability_slopes.numpy(),
        slopes_by_logit=logit_slopes.numpy(),
    )


def tensor32(values: Column) -> Tensor:
    """As float32, on its own memory."""
    return torch.tensor(values.tolist(), dtype=torch.float32)


def _loss(target: Tensor, logs: Tensor) -> float:
    return torch.where(target > 0, -target * logs, 0.0).sum().item()
