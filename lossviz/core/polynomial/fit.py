"""The polynomial of least squares, of any degree up to 12, with or without ridge."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.polynomial.chebyshev import chebval, chebvander
from numpy.typing import NDArray

from lossviz.core.polynomial.data import Column

HIGHEST_DEGREE = 12
DEGREES = tuple(range(HIGHEST_DEGREE + 1))
LARGEST_RIDGE = 1000.0


@dataclass(frozen=True, eq=False)
class PolynomialFit:
    """Minimises mean((p(x) - y)^2) + ridge * (c_1^2 + ... + c_degree^2) over the points that it was fitted to.

    coefficients: c_0 ... c_degree, (degree + 1,), of Chebyshev polynomials in u, where `low` <= x <= `high` (the range
    of those points) is scaled to -1 <= u <= 1. The constant c_0 is not penalised.
    """

    coefficients: Column
    low: float
    high: float
    ridge: float

    @property
    def degree(self) -> int:
        """The highest power."""
        return len(self.coefficients) - 1

    def values(self, x: Column) -> Column:
        """p(x), within the range of the points and beyond."""
        return np.asarray(chebval(scaled(x, self.low, self.high), self.coefficients), dtype=np.float64)


def fit_degrees(
    x: Column, y: Column, ridge: float = 0.0, degrees: Sequence[int] = DEGREES
) -> tuple[PolynomialFit, ...]:
    """A polynomial of each degree. x, y: (n,), n >= 1. ridge >= 0.

    Where many are equally good, because without ridge there are more coefficients than places, it is the one of
    least norm. The degrees share the columns that the scaled x is turned into.
    """
    low, high = float(x.min()), float(x.max())
    columns = np.asarray(chebvander(scaled(x, low, high), max(degrees)), dtype=np.float64)
    fits = (_coefficients(columns[:, : degree + 1], y, ridge) for degree in degrees)
    return tuple(PolynomialFit(coefficients, low, high, ridge) for coefficients in fits)


def scaled(x: Column, low: float, high: float) -> Column:
    """u in [-1, 1] for x in [low, high]; where both are one place, the distance from it."""
    return (2.0 * x - low - high) / ((high - low) or 2.0)


def _coefficients(columns: NDArray[np.float64], y: Column, ridge: float) -> Column:
    """Least squares by singular values: stable whatever the degree, and of least norm where it must choose."""
    if ridge:
        # A row for each penalised coefficient asks it to be zero; n times the mean is the sum that lstsq minimises.
        penalties = np.sqrt(len(y) * ridge) * np.eye(columns.shape[1])[1:]
        columns, y = np.vstack([columns, penalties]), np.append(y, np.zeros(len(penalties)))
    solution = np.linalg.lstsq(columns, y, rcond=None)[0]
    return np.asarray(solution, dtype=np.float64)
