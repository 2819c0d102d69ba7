"""The sigmoid of one quantity, p = sigmoid(w x + b), under squared error and under cross-entropy.

Both losses are means over the cases and functions of the logit z = w x + b, so that each case's share, gradient and
curvature are those of a scalar; p - y and 1 - p are never formed by subtraction, which would lose them where p is near
0 or 1. Nothing is clipped.
"""

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lossviz.core.fit.cases import Cases, Column

LossKind = Literal["mse", "bce"]
LOSS_KINDS: tuple[LossKind, ...] = ("mse", "bce")


class Parameters(NamedTuple):
    """w: per unit of the quantity. b: without unit."""

    w: float
    b: float


def logits(parameters: Parameters, x: Column) -> Column:
    """z = w x + b for each x."""
    return parameters.w * x + parameters.b


def sigmoid(z: Column) -> Column:
    """1 / (1 + e^-z), to full relative precision on both sides."""
    shrunk = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, shrunk) / (1.0 + shrunk)


def case_losses(kind: LossKind, z: Column, y: Column) -> Column:
    """Each case's loss: (p - y)^2, or -ln of the probability given to its class."""
    if kind == "mse":
        return _residuals(z, y) ** 2
    return np.maximum(z, 0.0) - y * z + np.log1p(np.exp(-np.abs(z)))


def case_slopes(kind: LossKind, z: Column, y: Column) -> Column:
    """The derivative of each case's loss by its logit: how hard, and in which direction, it pulls."""
    residuals = _residuals(z, y)
    return residuals if kind == "bce" else 2.0 * residuals * sigmoid(z) * sigmoid(-z)


def case_curvatures(kind: LossKind, z: Column, y: Column) -> Column:
    """The second derivative of each case's loss by its logit; below 0 where the loss is not convex."""
    p, q = sigmoid(z), sigmoid(-z)
    spread = p * q
    return spread if kind == "bce" else 2.0 * spread * (spread + _residuals(z, y) * (q - p))


def mean_loss(kind: LossKind, parameters: Parameters, cases: Cases) -> float:
    """The cost that the parameters are judged by."""
    return float(case_losses(kind, logits(parameters, cases.x), cases.y).mean())


def gradient(kind: LossKind, parameters: Parameters, cases: Cases) -> Parameters:
    """The mean loss' derivatives by w and b."""
    slopes = case_slopes(kind, logits(parameters, cases.x), cases.y)
    return Parameters(float((slopes * cases.x).mean()), float(slopes.mean()))


def hessian(kind: LossKind, parameters: Parameters, cases: Cases) -> NDArray[np.float64]:
    """The mean loss' second derivatives, (2, 2), in the order w, b."""
    curvatures = case_curvatures(kind, logits(parameters, cases.x), cases.y)
    mixed = float((curvatures * cases.x).mean())
    return np.array([[float((curvatures * cases.x**2).mean()), mixed], [mixed, float(curvatures.mean())]])


def _residuals(z: Column, y: Column) -> Column:
    """p - y."""
    return (1.0 - y) * sigmoid(z) - y * sigmoid(-z)
