"""Gradient descent on the logits themselves: what a loss would do to them if no weights stood in between."""

from dataclasses import dataclass, replace

import numpy as np

from lossviz.core.fit.cases import Column
from lossviz.core.softmax.gradients import Problem, StepLoss, gradient
from lossviz.core.softmax.limits import LOGIT

ARRIVED = 1e-12  # no logit moves further in a step: the least loss, or a plateau


@dataclass(frozen=True, eq=False)
class Descended:
    """logits: (K,) after the steps.

    has_ended: nothing moves any more, at the least loss or on a plateau, or a logit is at its limit.
    """

    logits: Column
    has_ended: bool


def descend(kind: StepLoss, problem: Problem, rate: float, count: int = 1) -> Descended:
    """Take `count` steps z - rate * gradient, fewer if they end."""
    logits = problem.logits
    for _ in range(count):
        wanted = logits - rate * gradient(kind, replace(problem, logits=logits))
        after = np.clip(wanted, LOGIT.low, LOGIT.high)
        has_ended = bool(np.abs(wanted - logits).max() <= ARRIVED or (after != wanted).any())
        logits = after
        if has_ended:
            return Descended(logits, has_ended=True)
    return Descended(logits, has_ended=False)
