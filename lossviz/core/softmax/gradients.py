"""How the losses pull at the logits: by formula, by PyTorch's autograd, and by central differences."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from lossviz.core.fit.cases import Column
from lossviz.core.softmax.losses import cross_entropy_terms
from lossviz.core.softmax.softmax import log_softmax, softmax

StepLoss = Literal["bce", "mse"]  # "bce" stands for cross-entropy, as on the other pages
STEP_LOSSES: tuple[StepLoss, ...] = ("bce", "mse")

RELATIVE_TOLERANCE = 1e-9
ROUNDING = 4e-15  # what float64 leaves of p - y where they are equal, over T


@dataclass(frozen=True, eq=False)
class Problem:
    """logits: (K,), finite. temperature: > 0. target: (K,), sum 1. is_double: whether softmax is applied twice."""

    logits: Column
    temperature: float
    target: Column
    is_double: bool = False


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """The formula's gradient against autograd's. All columns (K,).

    largest_difference: between the two. agrees: whether it is below 1e-9 of the largest entry, or what rounding leaves.
    by_differences: (L(z + h) - L(z - h)) / 2h. largest_numeric_difference: from the formula to these, which are good
    for about ten digits less the size of the logits.
    """

    by_formula: Column
    by_autograd: Column
    by_differences: Column
    largest_difference: float
    largest_numeric_difference: float
    agrees: bool


def loss_values(kind: StepLoss, problem: Problem, rows: NDArray[np.float64]) -> Column:
    """Cross-entropy, or the mean squared error of the probabilities: (n,), with each of `rows`, (n, K), as logits."""
    scores = rows / problem.temperature
    if problem.is_double:
        scores = softmax(scores)
    if kind == "bce":
        return np.asarray(cross_entropy_terms(problem.target, log_softmax(scores)).sum(axis=-1))
    return np.asarray(((softmax(scores) - problem.target) ** 2).mean(axis=-1))


def gradient(kind: StepLoss, problem: Problem) -> Column:
    """The loss' derivatives by the logits, (K,): for cross-entropy after one softmax (p - y)/T."""
    scores = _last_scores(problem)
    q = softmax(scores)
    residuals = q - problem.target
    by_scores = residuals if kind == "bce" else _through_softmax(q, 2.0 * residuals / len(q))
    if problem.is_double:
        by_scores = _through_softmax(scores, by_scores)
    return by_scores / problem.temperature


def torch_loss(kind: StepLoss, problem: Problem, logits: Tensor) -> Tensor:
    """The loss written with torch's own functions, of float64 `logits`."""
    target = torch.tensor(problem.target.tolist(), dtype=torch.float64)
    scores = logits / problem.temperature
    if problem.is_double:
        scores = torch.softmax(scores, dim=0)
    if kind == "bce":
        return functional.cross_entropy(scores, target)
    return functional.mse_loss(torch.softmax(scores, dim=0), target)


def autograd_gradient(kind: StepLoss, problem: Problem) -> Column:
    """The derivatives as torch's autograd finds them, (K,)."""
    logits = torch.tensor(problem.logits.tolist(), dtype=torch.float64, requires_grad=True)
    (found,) = torch.autograd.grad(torch_loss(kind, problem, logits), logits)
    return np.array(found.tolist())


def difference_gradient(kind: StepLoss, problem: Problem) -> Column:
    """The derivatives by central differences, (K,)."""
    z = problem.logits
    h = 1e-5 * max(1.0, float(np.abs(z).max()) * 1e-2)
    steps = h * np.eye(len(z))
    ahead, behind = (loss_values(kind, problem, rows) for rows in (z + steps, z - steps))
    return np.asarray((ahead - behind) / (2.0 * h))


def check_gradient(kind: StepLoss, problem: Problem) -> GradientCheck:
    """Compare the formula with autograd and with differences."""
    by_formula = gradient(kind, problem)
    by_autograd = autograd_gradient(kind, problem)
    by_differences = difference_gradient(kind, problem)
    difference = float(np.abs(by_formula - by_autograd).max())
    allowed = RELATIVE_TOLERANCE * float(np.abs(by_autograd).max()) + ROUNDING / problem.temperature
    numeric = float(np.abs(by_formula - by_differences).max())
    return GradientCheck(by_formula, by_autograd, by_differences, difference, numeric, difference <= allowed)


def _last_scores(problem: Problem) -> Column:
    """What goes into the last softmax: z/T, or the first softmax' probabilities."""
    scaled = problem.logits / problem.temperature
    return softmax(scaled) if problem.is_double else scaled


def _through_softmax(q: Column, by_output: Column) -> Column:
    """From derivatives by the softmax' output q to those by its input: q_i (g_i - sum of q_j g_j).

    As a sum of q_j (g_i - g_j), which keeps its digits where one q is nearly 1.
    """
    return np.asarray(q * ((by_output[:, None] - by_output[None, :]) @ q))
