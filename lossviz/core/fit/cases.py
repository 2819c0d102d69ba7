"""The measured cases: a quantity, and to which of two classes each case turned out to belong."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]


@dataclass(frozen=True)
class CaseWords:
    """What the axis and the two classes are called; `unit` may be empty. From a file as they stand there."""

    quantity: str
    unit: str
    negative: str
    positive: str


@dataclass(frozen=True, eq=False)
class Cases:
    """x: the quantity, finite. y: the class, 0.0 or 1.0. Both (n,) float64, n >= 1, never changed in place."""

    x: Column
    y: Column
    words: CaseWords

    def __len__(self) -> int:
        return len(self.x)

    def moved(self, index: int, x: float, y: float) -> "Cases":
        """With one case somewhere else."""
        xs, ys = self.x.copy(), self.y.copy()
        xs[index], ys[index] = x, y
        return replace(self, x=xs, y=ys)

    def added(self, x: float, y: float) -> "Cases":
        """With one case more, at the end."""
        return replace(self, x=np.append(self.x, x), y=np.append(self.y, y))

    def removed(self, index: int) -> "Cases":
        """With one case less."""
        return replace(self, x=np.delete(self.x, index), y=np.delete(self.y, index))
