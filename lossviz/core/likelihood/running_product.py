"""A likelihood written twice: as a product of probabilities that shrinks, and as a sum of -ln P that grows."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lossviz.core.fit.cases import Column


@dataclass(frozen=True, eq=False)
class RunningProduct:
    """losses: -ln P of each draw, inf where it was impossible. probabilities: P of each draw. Both (n,)."""

    losses: Column
    probabilities: Column

    def __len__(self) -> int:
        return len(self.losses)

    @cached_property
    def sums(self) -> Column:
        """The sum of -ln P after each draw, (n,)."""
        return np.cumsum(self.losses, dtype=np.float64)

    @cached_property
    def products(self) -> Column:
        """The product after each draw as float64 multiplies it, (n,): 0 once it is too small for a double."""
        return np.cumprod(self.probabilities, dtype=np.float64)

    @property
    def total(self) -> float:
        """-ln of the likelihood of all draws."""
        return float(self.losses.sum())

    @property
    def mean(self) -> float | None:
        """-ln of the likelihood for each draw, n of them: `total` / n. None without draws."""
        return self.total / len(self) if len(self) else None

    @property
    def product(self) -> float:
        """All probabilities multiplied in float64; 1 without draws."""
        return float(self.products[-1]) if len(self) else 1.0

    @cached_property
    def underflow_at(self) -> int | None:
        """How many draws it took until float64 gave 0 for a product that is not 0; None if it never does."""
        lost = np.flatnonzero((self.products == 0.0) & np.isfinite(self.sums))
        return int(lost[0]) + 1 if len(lost) else None
