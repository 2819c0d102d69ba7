"""How far every degree misses the points that it was fitted to, and those that it never saw."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lossviz.core.polynomial.data import Column, NoisyPoints
from lossviz.core.polynomial.fit import PolynomialFit, fit_degrees


def mean_squared_error(fit: PolynomialFit, x: Column, y: Column) -> float:
    """Mean of (p(x) - y)^2; NaN without points."""
    return float(np.mean((fit.values(x) - y) ** 2)) if len(x) else math.nan


@dataclass(frozen=True, eq=False)
class PolynomialFacts:
    """Everything that follows from the points and the ridge strength, each computed once. At least one train point."""

    points: NoisyPoints
    ridge: float

    @cached_property
    def fits(self) -> tuple[PolynomialFit, ...]:
        """By degree, 0 to 12."""
        return fit_degrees(*self.points.train, self.ridge)

    @cached_property
    def train_errors(self) -> Column:
        """Mean squared error by degree, (13,)."""
        return np.array([mean_squared_error(fit, *self.points.train) for fit in self.fits])

    @cached_property
    def held_out_errors(self) -> Column:
        """Mean squared error by degree, (13,); NaN where no point is held out."""
        return np.array([mean_squared_error(fit, *self.points.held_out) for fit in self.fits])

    @cached_property
    def best_degree(self) -> int | None:
        """The degree of least held-out error; None where no point is held out."""
        return None if np.isnan(self.held_out_errors).any() else int(np.argmin(self.held_out_errors))

    @cached_property
    def place_count(self) -> int:
        """How many different x the train points have: no more coefficients than these can be told apart."""
        return len(np.unique(self.points.train[0]))
