"""The loss surfaces over (w, b), kept up to date while a case is dragged, added or taken away.

A loss is a sum over the cases: whoever moves one case changes one term. While a case is being dragged the sum of all
the others is held, and each move adds the one new term, so that nothing can build up; each change to another case
costs one subtraction, whose rounding `resum` clears away.
"""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.curvature_grid import smallest_eigenvalues
from lossviz.core.fit.grid_range import GridRange, automatic_range
from lossviz.core.fit.logistic import LossKind
from lossviz.core.fit.loss_sums import LossSums, case_terms, loss_sums

__all__ = ["GridRange", "SurfaceGrid", "SurfaceKind", "automatic_range", "smallest_eigenvalues"]

Grid = NDArray[np.float64]
SurfaceKind = LossKind | Literal["line_mse"]

_SUBTRACTIONS_BEFORE_RESUM = 1000  # they cost 1e-12 of the surface's height by then, measured


class SurfaceGrid:
    """Mean losses at size x size points; `set` comes first."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._subtractions = 0

    @property
    def range(self) -> GridRange:
        """What the grid spans."""
        return self._range

    @property
    def cases(self) -> Cases:
        """The cases as the last call left them."""
        return self._cases

    def set(self, grid_range: GridRange, cases: Cases) -> None:
        """Compute everything anew, for this range and these cases."""
        self._range, self._cases = grid_range, cases
        self._w, self._b = grid_range.w_values(self.size), grid_range.b_values(self.size)
        self.resum()

    def resum(self) -> None:
        """Compute the same surfaces anew, free of all rounding left by moves: at the end of a drag."""
        self._sums = loss_sums(self._w, self._b, self._cases)
        self._held: int | None = None
        self._subtractions = 0

    def move_case(self, index: int, x: float, y: float) -> None:
        """Put one case somewhere else. Its cost does not depend on the number of cases."""
        if self._held != index:
            self._hold(index)
        self._cases = self._cases.moved(index, x, y)
        self._sums = _sum_of(self._others, case_terms(self._w, self._b, x, y))

    def add_case(self, x: float, y: float) -> None:
        """At the end, as Cases.added does."""
        self._cases = self._cases.added(x, y)
        self._held = None
        self._sums = _sum_of(self._sums, case_terms(self._w, self._b, x, y))

    def remove_case(self, index: int) -> None:
        """One case less, as Cases.removed does; one must stay.

        Raises: ValueError if it is the last one.
        """
        if len(self._cases) == 1:
            raise ValueError("a surface needs at least one case")
        self._hold(index)
        self._cases = self._cases.removed(index)
        self._held = None
        self._sums = self._others

    def values(self, kind: SurfaceKind) -> Grid:
        """The mean loss (b, w), b and w ascending; "line_mse" is that of the straight line w x + b."""
        if kind == "line_mse":
            return _line_losses(self._w, self._b, self._cases)
        sums = self._sums.bce if kind == "bce" else self._sums.mse
        return sums / len(self._cases)

    def _hold(self, index: int) -> None:
        if self._subtractions == _SUBTRACTIONS_BEFORE_RESUM:
            self.resum()
        self._subtractions += 1
        term = case_terms(self._w, self._b, float(self._cases.x[index]), float(self._cases.y[index]))
        self._others = LossSums(_without(self._sums.bce, term.bce), _without(self._sums.mse, term.mse))
        self._held = index


def _sum_of(sums: LossSums, terms: LossSums) -> LossSums:
    return LossSums(sums.bce + terms.bce, sums.mse + terms.mse)


def _without(total: Grid, term: Grid) -> Grid:
    """The difference, which no rounding may bring below 0: what is left are losses."""
    return np.maximum(total - term, 0.0)


def _line_losses(w: NDArray[np.float64], b: NDArray[np.float64], cases: Cases) -> Grid:
    """A square for the line's height over the mean case, one for its slope, and what no line can explain."""
    x, y = cases.x - cases.x.mean(), cases.y - cases.y.mean()
    variance = float((x**2).mean())
    slope = float((x * y).mean()) / variance if variance > 0 else 0.0
    unexplained = float(((y - slope * x) ** 2).mean())
    heights = np.add.outer(b, w * cases.x.mean()) - cases.y.mean()
    losses: Grid = heights**2 + (variance * (w - slope) ** 2 + unexplained)
    return losses
