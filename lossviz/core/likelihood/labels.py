"""The bridge from balls to cross-entropy: each label of the fit is a draw whose probability the sigmoid gives."""

import numpy as np

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.logistic import Parameters, case_losses, logits, sigmoid
from lossviz.core.likelihood.running_product import RunningProduct


def label_product(parameters: Parameters, cases: Cases) -> RunningProduct:
    """The labels as draws, in the order of the cases.

    The losses are those that the fit's mean is taken of, added in the same order: `mean` is its cross-entropy bit for
    bit.
    """
    z = logits(parameters, cases.x)
    return RunningProduct(case_losses("bce", z, cases.y), sigmoid(np.where(cases.y == 1.0, z, -z)))
