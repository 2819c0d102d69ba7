"""Whether a gradient is anything but rounding."""

import numpy as np

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.logistic import LossKind, Parameters, case_slopes, logits

# At a minimum what is left of the sums is up to ten units of their terms' last digit; one step before, millions.
_MOST_UNITS = 32.0


def is_rounding(kind: LossKind, parameters: Parameters, cases: Cases) -> bool:
    """Whether the cases' pulls cancel up to the last digit of a double, or are too small for one."""
    slopes = case_slopes(kind, logits(parameters, cases.x), cases.y)
    return all(
        abs(float(pulls.mean())) <= _MOST_UNITS * np.finfo(np.float64).eps * float(np.abs(pulls).mean())
        for pulls in (slopes, slopes * cases.x)
    )
