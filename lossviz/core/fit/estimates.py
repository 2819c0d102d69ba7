"""The best line in closed form, the best sigmoid by Newton's method, and where and how steeply a model changes."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import numpy as np

from lossviz.core.fit.cases import Cases, Column
from lossviz.core.fit.logistic import Parameters, case_curvatures, logits, mean_loss, sigmoid

ModelKind = Literal["sigmoid", "line"]
FitState = Literal["converged", "separable", "one_class", "all_equal"]

_STAGE_LOGIT = math.log(999.0)
_MOST_STEPS = 100  # 49 at most in 6 000 sets of cases made to be hard; 10 are usual
_MOST_HALVINGS = 60
# Of the squared Newton decrement, twice the loss that a step hopes to gain. Below it steps are taken whole, because the
# gain soon drowns in the loss' rounding. Each squares the error; they end when the decrement no longer falls.
_NEAR = 1e-9
_TINY = 1e-300


@dataclass(frozen=True)
class SigmoidFit:
    """The parameters of least mean cross-entropy, in units of the data, and whether there are such.

    converged: these are they.
    separable: one size parts the classes, or is the only one they share, so w grows without end. These are a stage on
        the way: the middle of the gap, or the share of positives at the shared size, with logits changed by ln 999
        (to 99.9% across a gap) where the next cases lie.
    one_class: b grows without end. w = 0 and b as if one case of each class had been seen besides.
    all_equal: any slope is as good as any other. w = 0 and b gives the share of positives.
    """

    parameters: Parameters
    state: FitState


def least_squares(cases: Cases) -> Parameters:
    """The straight line through the labels; slope 0 at their mean if all sizes are equal."""
    mean_x, mean_y = float(cases.x.mean()), float(cases.y.mean())
    if _all_equal(cases.x):
        return Parameters(0.0, mean_y)
    spread = float(np.ptp(cases.x))
    offsets = (cases.x - mean_x) / spread
    slope = float(offsets @ (cases.y - mean_y)) / float(offsets @ offsets) / spread
    return Parameters(slope, mean_y - slope * mean_x)


@lru_cache(maxsize=4)  # cases are told apart by identity: the same ones are asked about from several places
def fit_sigmoid(cases: Cases) -> SigmoidFit:
    """The sigmoid of least mean cross-entropy, or the reason why there is none."""
    positives = float(cases.y.sum())
    negatives = len(cases) - positives
    if not positives or not negatives:
        return SigmoidFit(Parameters(0.0, math.log((positives + 1.0) / (negatives + 1.0))), "one_class")
    if _all_equal(cases.x):
        return SigmoidFit(Parameters(0.0, math.log(positives / negatives)), "all_equal")
    low, high = cases.x[cases.y == 0.0], cases.x[cases.y == 1.0]
    if low.max() <= high.min():
        return SigmoidFit(_stage(low, high, 1.0), "separable")
    if high.max() <= low.min():
        return SigmoidFit(_stage(high, low, -1.0), "separable")
    return SigmoidFit(_newton(cases), "converged")


def transition_band(model: ModelKind, parameters: Parameters) -> tuple[float, float] | None:
    """The sizes at which the model reads 10% and 90%, in ascending order; None if it does not change."""
    ends = size_at(model, parameters, 0.1), size_at(model, parameters, 0.9)
    if ends[0] is None or ends[1] is None:
        return None
    return min(ends[0], ends[1]), max(ends[0], ends[1])


def size_at(model: ModelKind, parameters: Parameters, level: float) -> float | None:
    """The size at which the model reads `level`; None if it does not change, or so little that no float holds it."""
    if not parameters.w:
        return None
    reading = math.log(level / (1.0 - level)) if model == "sigmoid" else level
    size = (reading - parameters.b) / parameters.w
    return size if math.isfinite(size) else None


def slope_at(model: ModelKind, parameters: Parameters, x: float) -> float:
    """How much the model's reading rises per unit of the quantity at `x`."""
    if model == "line":
        return parameters.w
    z = logits(parameters, np.array([x]))
    return parameters.w * float(case_curvatures("bce", z, np.zeros(1))[0])


def _all_equal(x: Column) -> bool:
    return bool(x.min() == x.max())


def _stage(below: Column, above: Column, direction: float) -> Parameters:
    """below, above: the sizes of two classes, which share at most one value."""
    lower, upper = float(below.max()), float(above.min())
    middle, logit = lower + (upper - lower) / 2.0, 0.0
    distance = middle - lower
    if lower == upper:
        logit = math.log((above == upper).sum() / (below == lower).sum())
        others = np.abs(np.concatenate([below, above]) - middle)
        distance = float(others[others > 0.0].min())
    # A gap of no more than rounding would bring a slope beyond all floats.
    spread = max(float(above.max()) - middle, middle - float(below.min()))
    w = _STAGE_LOGIT / max(distance, 1e-12 * spread)
    return Parameters(direction * w, direction * (logit - w * middle))


def _newton(cases: Cases) -> Parameters:
    """Newton's method on sizes of mean 0 and range 1, its step halved until the loss does not rise."""
    mean, spread = float(cases.x.mean()), float(np.ptp(cases.x))
    standard = replace(cases, x=(cases.x - mean) / spread)
    share = float(cases.y.mean())
    current = Parameters(0.0, math.log(share / (1.0 - share)))
    loss, last_decrement = mean_loss("bce", current, standard), math.inf
    for _ in range(_MOST_STEPS):
        step, decrement = _newton_step(current, standard)
        if decrement > _NEAR:
            current, loss = _halved_until_no_worse(current, loss, step, standard)
        elif decrement < last_decrement / 2.0:
            current = _along(current, step, 1.0)
        else:
            break
        last_decrement = decrement
    w = current.w / spread
    return Parameters(w, current.b - w * mean)


def _newton_step(current: Parameters, standard: Cases) -> tuple[Parameters, float]:
    """The step, and the squared decrement: twice what the quadratic model hopes to gain by it.

    Solved around the curvature's own centre, where the two equations do not mix: the Hessian as it stands is nearly
    singular when the only cases with any curvature lie close together.
    """
    z = logits(current, standard.x)
    # Not case_slopes and case_curvatures, which would take the same two exponentials three times.
    p, q = sigmoid(z), sigmoid(-z)
    slopes, curvatures = (1.0 - standard.y) * p - standard.y * q, p * q
    total = max(float(curvatures.mean()), _TINY)
    centre = float(curvatures @ standard.x) / len(z) / total
    offsets = standard.x - centre
    tilt, lift = float(slopes @ offsets) / len(z), float(slopes.mean())
    turn = -tilt / max(float(curvatures @ offsets**2) / len(z), _TINY)
    shift = -lift / total
    return Parameters(turn, shift - turn * centre), -tilt * turn - lift * shift


def _halved_until_no_worse(
    current: Parameters, loss: float, step: Parameters, standard: Cases
) -> tuple[Parameters, float]:
    share = 1.0
    for _ in range(_MOST_HALVINGS):
        candidate = _along(current, step, share)
        candidate_loss = mean_loss("bce", candidate, standard)
        if candidate_loss <= loss:
            return candidate, candidate_loss
        share /= 2.0
    return current, loss


def _along(current: Parameters, step: Parameters, share: float) -> Parameters:
    return Parameters(current.w + share * step.w, current.b + share * step.b)
