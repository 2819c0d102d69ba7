"""When a descent has come to its end, and how."""

import math
from functools import cached_property
from typing import Literal

import numpy as np

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.estimates import SigmoidFit, fit_sigmoid
from lossviz.core.fit.logistic import LossKind, Parameters, gradient, mean_loss

Ending = Literal["converged", "diverged", "stalled"]

CONVERGED_GRADIENT = 1e-6
STALLED_GRADIENT = 1e-4
_FAR_ABOVE = 0.02  # of squared error, whose scale is 0 to 1
_RUN_OFF_FACTOR = 1000.0
_LARGEST_LOGIT = 1e100


class EndingRules:
    """For one loss on one set of cases, from one start.

    diverged: the mean loss is above 1000 times the larger of the start's and ln 2, or a logit beyond 1e100.
        Squared error never exceeds 1: a step that is too large ends on its plateau instead.
    converged: the gradient over all cases is shorter than 1e-6, near the bottom.
    stalled: it is shorter than 1e-4 far from the bottom, which only squared error's plateaus bring about. Far is more
        than 0.02 above the squared error of the sigmoid with the least cross-entropy.
    """

    def __init__(self, kind: LossKind, cases: Cases, start: Parameters) -> None:
        self._kind = kind
        self._cases = cases
        self._reach = float(np.abs(cases.x).max())
        with np.errstate(over="ignore", invalid="ignore"):
            self._highest = _RUN_OFF_FACTOR * max(math.log(2.0), mean_loss(kind, start, cases))

    def ending(self, parameters: Parameters) -> Ending | None:
        """How the descent has ended at these parameters; None while it has not."""
        if self.has_diverged(parameters):
            return "diverged"
        length = math.hypot(*gradient(self._kind, parameters, self._cases))
        if length < STALLED_GRADIENT and self.is_far(parameters):
            return "stalled"
        return "converged" if length < CONVERGED_GRADIENT else None

    def has_diverged(self, parameters: Parameters) -> bool:
        """No mean loss exceeds the largest logit by more than ln 2, so most steps need no look at the cases."""
        largest_logit = abs(parameters.w) * self._reach + abs(parameters.b)
        if not largest_logit < _LARGEST_LOGIT:
            return True
        if self._kind == "mse" or largest_logit + 1.0 <= self._highest:
            return False
        return mean_loss(self._kind, parameters, self._cases) > self._highest

    def is_far(self, parameters: Parameters) -> bool:
        """Whether much squared error could still be got rid of; never for cross-entropy, which has no plateau."""
        return self._kind == "mse" and self.excess(parameters) > _FAR_ABOVE

    def excess(self, parameters: Parameters) -> float:
        """How far the loss lies above that of the sigmoid with the least cross-entropy."""
        return mean_loss(self._kind, parameters, self._cases) - self._reference

    @cached_property
    def fit(self) -> SigmoidFit:
        """The sigmoid with the least cross-entropy."""
        return fit_sigmoid(self._cases)

    @cached_property
    def _reference(self) -> float:
        return mean_loss(self._kind, self.fit.parameters, self._cases)
