"""A whole descent at once, without PyTorch: fast enough to be redrawn while its start is being dragged."""

import math

import numpy as np
from numpy.typing import NDArray

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.descent_endings import EndingRules
from lossviz.core.fit.descent_settings import BatchOrder, DescentSettings
from lossviz.core.fit.logistic import Parameters
from lossviz.core.fit.update_rules import update_rule

_LARGEST_EXPONENTIAL = 1e300  # its product with its reciprocal is 1 still


def run_path(start: Parameters, settings: DescentSettings, cases: Cases, steps: int = 150) -> NDArray[np.float64]:
    """The numbers that Descent gives, start included: (steps + 1, 2), fewer where it has diverged.

    They agree to rounding, which steps far too large can blow up: such a walk is chaotic.
    """
    rules = EndingRules(settings.loss, cases, start)
    gradients = _Gradients(settings, cases)
    update = update_rule(settings.optimizer)
    path = [start]
    with np.errstate(over="ignore", invalid="ignore"):
        for step in range(steps):
            if rules.has_diverged(path[-1]):
                break
            w, b = path[-1]
            change_w, change_b = update(gradients.at(step, path[-1]), settings.learning_rate)
            reached = Parameters(w - change_w, b - change_b)
            if not (math.isfinite(reached.w) and math.isfinite(reached.b)):
                break
            path.append(reached)
    return np.array(path)


class _Gradients:
    """The gradient over each step's batch.

    s, the logit counted towards the wrong class, is linear in (w, b). Its design is kept, and its negative, as e^-s
    gives both sigmoid(s) and 1 - sigmoid(s) to full precision.
    """

    def __init__(self, settings: DescentSettings, cases: Cases) -> None:
        signs = 1.0 - 2.0 * cases.y
        self._design = np.stack([signs * cases.x, signs])
        self._negative = -self._design
        self._batches = BatchOrder(settings, len(cases))
        self._is_mse = settings.loss == "mse"

    def at(self, step: int, parameters: Parameters) -> tuple[float, float]:
        design, negative = self._design, self._negative
        if not self._batches.is_full:
            indices = self._batches.indices(step)
            design, negative = design[:, indices], negative[:, indices]
        exponentials = np.exp(np.dot(parameters, negative))
        if self._is_mse:
            np.minimum(exponentials, _LARGEST_EXPONENTIAL, out=exponentials)
            wrong = 1.0 / (1.0 + exponentials)
            slopes = 2.0 * wrong * wrong * (exponentials * wrong)
        else:
            slopes = 1.0 / (1.0 + exponentials)
        w, b = np.dot(design, slopes).tolist()
        return w / len(slopes), b / len(slopes)
