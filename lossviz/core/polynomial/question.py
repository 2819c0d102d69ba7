"""Is a smaller loss always better? A guess about the held-out error between two degrees, and what it really does."""

from dataclasses import dataclass
from typing import Literal

from lossviz.core.polynomial.errors_by_degree import PolynomialFacts
from lossviz.core.polynomial.fit import HIGHEST_DEGREE

Change = Literal["falls", "same", "rises"]

SAME_WITHIN = 0.1  # of the earlier error: less is no difference that the points could show


@dataclass(frozen=True)
class DegreeStep:
    """From one degree to a higher one. The errors are (at the lower, at the higher)."""

    lower: int
    higher: int
    train: tuple[float, float]
    held_out: tuple[float, float]

    @property
    def train_change(self) -> Change:
        """What the training error does."""
        return _change(*self.train)

    @property
    def held_out_change(self) -> Change:
        """What the held-out error does."""
        return _change(*self.held_out)


def degree_step(facts: PolynomialFacts, degree: int) -> DegreeStep | None:
    """Between the present degree and the best one; from the best to the highest where the present one is it.

    None without held-out points.
    """
    best = facts.best_degree
    if best is None:
        return None
    other = degree if degree != best else (HIGHEST_DEGREE if best < HIGHEST_DEGREE else 0)
    lower, higher = sorted((best, other))
    train, held_out = (
        (float(errors[lower]), float(errors[higher])) for errors in (facts.train_errors, facts.held_out_errors)
    )
    return DegreeStep(lower, higher, train, held_out)


def _change(before: float, after: float) -> Change:
    if abs(after - before) <= SAME_WITHIN * before:
        return "same"
    return "falls" if after < before else "rises"
