"""Pairs of distributions worth comparing, for 2 to 6 outcomes."""

from collections.abc import Callable
from typing import Literal

import numpy as np

from lossviz.core.fit.cases import Column

DistributionPreset = Literal["apart", "equal", "one_hot", "uniform", "impossible"]


_FALLING = {
    1: (1.0,),
    2: (0.7, 0.3),
    3: (0.6, 0.3, 0.1),
    4: (0.5, 0.25, 0.15, 0.1),
    5: (0.4, 0.25, 0.2, 0.1, 0.05),
    6: (0.4, 0.2, 0.15, 0.1, 0.1, 0.05),
}
# Not the others mirrored: both entropies and both divergences would be equal.
_RISING = {
    2: (0.4, 0.6),
    3: (0.2, 0.3, 0.5),
    4: (0.1, 0.2, 0.3, 0.4),
    5: (0.1, 0.1, 0.2, 0.25, 0.35),
    6: (0.05, 0.1, 0.1, 0.2, 0.25, 0.3),
}


def falling(count: int) -> Column:
    """The first of `count` outcomes, 1-6, is the most probable one."""
    return np.array(_FALLING[count])


def rising(count: int) -> Column:
    """The last of `count` outcomes, 2-6, is the most probable one."""
    return np.array(_RISING[count])


def _one_hot(count: int) -> Column:
    hot = np.zeros(count)
    hot[0] = 1.0
    return hot


def _without_last(count: int) -> Column:
    return np.append(falling(count - 1), 0.0)


def _uniform(count: int) -> Column:
    return np.full(count, 1.0 / count)


DISTRIBUTION_PRESETS: dict[DistributionPreset, tuple[Callable[[int], Column], Callable[[int], Column]]] = {
    "apart": (falling, rising),
    "equal": (falling, falling),
    "one_hot": (_one_hot, falling),
    "uniform": (falling, _uniform),
    "impossible": (falling, _without_last),
}
"""What happens, p, and what is expected, q, each for a number of outcomes."""
