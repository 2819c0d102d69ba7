"""What a descent is told: loss, optimizer, learning rate, batches; and the ladder of learning rates."""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lossviz.core.fit.logistic import LossKind

OptimizerName = Literal["gd", "momentum", "rmsprop", "adam"]
OPTIMIZER_NAMES: tuple[OptimizerName, ...] = ("gd", "momentum", "rmsprop", "adam")

MOMENTUM = 0.9
LEARNING_RATES = (1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0)


@dataclass(frozen=True)
class DescentSettings:
    """batch_size: None takes all cases in every step. seed: of the order in which batches draw the cases.

    Raises: ValueError if the learning rate is not a positive number or the batch is empty.
    """

    loss: LossKind
    optimizer: OptimizerName
    learning_rate: float
    batch_size: int | None = None
    seed: int = 0

    def __post_init__(self) -> None:
        require_rate(self.learning_rate)
        if self.batch_size is not None and self.batch_size < 1:
            raise ValueError(f"a batch needs at least one case: {self.batch_size}")


class BatchOrder:
    """Which cases each step sees. In every epoch each case comes once, in an order drawn from seed and epoch alone."""

    def __init__(self, settings: DescentSettings, count: int) -> None:
        size = settings.batch_size
        self.is_full = size is None or size >= count
        self._size = count if size is None else min(size, count)
        self._seed = settings.seed
        self._count = count
        self._epoch = -1
        self._order = np.arange(count)
        self.per_epoch = math.ceil(count / self._size)

    def indices(self, step: int) -> NDArray[np.intp]:
        """The cases of the step after `step` others; an epoch's last batch may be smaller."""
        if self.is_full:
            return self._order
        epoch, batch = divmod(step, self.per_epoch)
        if epoch != self._epoch:
            self._order = np.random.default_rng([self._seed, epoch]).permutation(self._count)
            self._epoch = epoch
        return self._order[batch * self._size : (batch + 1) * self._size]


def require_rate(rate: float) -> None:
    """Raises: ValueError unless the rate is positive and finite."""
    if not (math.isfinite(rate) and rate > 0):
        raise ValueError(f"a learning rate is a positive number: {rate}")


def rate_at_most(limit: float) -> float:
    """The largest rung that is not above `limit`; the lowest one if all are."""
    return max((rung for rung in LEARNING_RATES if rung <= limit), default=LEARNING_RATES[0])
