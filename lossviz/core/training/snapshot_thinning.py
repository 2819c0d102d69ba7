"""Which snapshots of a run go when there is no more room for all of them."""

import numpy as np
from numpy.typing import NDArray

# An evaluated snapshot stands its ground until its neighbours' distance is a quarter of that of the others.
EVALUATED_WEIGHT = 16.0
# So much of the budget is emptied at once: with 3 000 snapshots to look through, thinning for each new one takes 8 ms.
SHARE_EMPTIED = 1 / 64

Steps = NDArray[np.int64]
Sizes = NDArray[np.int64]
Mask = NDArray[np.bool_]


def thinned(steps: Steps, sizes: Sizes, is_evaluated: Mask, budget: int) -> NDArray[np.intp]:
    """The places (k,) of those that stay, in order.

    steps: (n,) ascending; sizes: (n,) in bytes, of which a little less than `budget` stays. The first and the last stay
    as long as both fit, then the last alone.
    """
    kept = np.arange(len(steps))
    left, aim = int(sizes.sum()), budget - int(SHARE_EMPTIED * budget)
    while left > (aim if len(kept) > 2 else budget) and len(kept):
        goes = _least_missed(steps[kept], is_evaluated[kept]) if len(kept) > 2 else 0
        left -= int(sizes[kept[goes]])
        kept = np.delete(kept, goes)
    return kept


def _least_missed(steps: Steps, is_evaluated: Mask) -> int:
    """The place between the first and the last whose loss leaves the smallest gap for its age.

    A gap counts by its square over the age of what was there. So the gaps that stay grow with the square root of the
    age: the newest snapshots stay as dense as they came, and yet the oldest lie only two to three times as far apart as
    the same number would if they were spread evenly.
    """
    gaps = (steps[2:] - steps[:-2]).astype(np.float64)
    ages = (steps[-1] - steps[1:-1]).astype(np.float64)
    return 1 + int(np.argmin(gaps**2 / ages * np.where(is_evaluated[1:-1], EVALUATED_WEIGHT, 1.0)))
