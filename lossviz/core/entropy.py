"""Entropy, cross-entropy and Kullback-Leibler divergence of two distributions, outcome by outcome."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.fit.cases import Column

Unit = Literal["nats", "bits"]
UNITS: tuple[Unit, ...] = ("nats", "bits")
NATS_IN: dict[Unit, float] = {"nats": 1.0, "bits": math.log(2.0)}

SUM_TOLERANCE = 1e-9


@dataclass(frozen=True, eq=False)
class Comparison:
    """p: what happens. q: what is expected. Both (outcomes,) and sum to 1. All numbers are in `unit`.

    Where p is 0 a term is 0, also for q = 0; where q is 0 and p is not it is inf.
    """

    p: Column
    q: Column
    unit: Unit = "nats"

    @cached_property
    def entropy_terms(self) -> Column:
        """-p ln p of each outcome."""
        return expected(self.p, self._surprise_p)

    @cached_property
    def cross_terms(self) -> Column:
        """-p ln q of each outcome."""
        return expected(self.p, self._surprise_q)

    @cached_property
    def divergence_terms(self) -> Column:
        """p ln(p/q) of each outcome; below 0 where q is larger."""
        return _divergence(self.p, self._surprise_p, self._surprise_q)

    @property
    def entropy_p(self) -> float:
        """H(p)."""
        return math.fsum(self.entropy_terms)

    @property
    def entropy_q(self) -> float:
        """H(q)."""
        return math.fsum(expected(self.q, self._surprise_q))

    @property
    def cross_entropy(self) -> float:
        """H(p, q) = H(p) + KL(p||q)."""
        return math.fsum(self.cross_terms)

    @property
    def divergence(self) -> float:
        """KL(p||q)."""
        return _sum_of_divergence(self.divergence_terms)

    @property
    def reverse_divergence(self) -> float:
        """KL(q||p)."""
        return _sum_of_divergence(_divergence(self.q, self._surprise_q, self._surprise_p))

    @property
    def impossible(self) -> tuple[int, ...]:
        """The outcomes that happen although q rules them out."""
        return tuple(np.flatnonzero((self.p > 0.0) & (self.q == 0.0)).tolist())

    @cached_property
    def _surprise_p(self) -> Column:
        return surprise(self.p, self.unit)

    @cached_property
    def _surprise_q(self) -> Column:
        return surprise(self.q, self.unit)


def distribution_of(values: Sequence[float] | Column) -> Column:
    """`values` as a distribution, scaled so that they sum to 1 to the last digit.

    Raises: LossvizError if one is negative or not finite, or if they do not sum to 1 within 1e-9.
    """
    column = np.array(values, np.float64)
    if not np.isfinite(column).all() or (column < 0.0).any():
        raise _no_share(float(column[~(np.isfinite(column) & (column >= 0.0))][0]))
    total = math.fsum(column)
    if abs(total - 1.0) > SUM_TOLERANCE:
        raise _wrong_sum(total)
    return column / total


def with_share(distribution: Column, index: int, share: float) -> Column:
    """With `share` for one outcome; the others keep their proportions, or share equally if they were all 0.

    Raises: LossvizError if `share` is not within 0-1.
    """
    if not 0.0 <= share <= 1.0:
        raise _no_share(share)
    others = distribution.copy()
    others[index] = 0.0
    if not others.any():
        others[:] = 1.0
        others[index] = 0.0
    others /= others.max()  # before the sum: the reciprocal of a subnormal number is inf
    changed: Column = (1.0 - share) * (others / others.sum())
    changed[index] = share
    return changed


def resized(distribution: Column, count: int) -> Column:
    """With outcomes added at the end, each as large as an equal share, or taken away there; the rest keep their
    proportions.
    """
    if count > len(distribution):
        added = count - len(distribution)
        return np.append(distribution * (len(distribution) / count), np.full(added, 1.0 / count))
    kept = distribution[:count]
    return kept / kept.sum() if kept.any() else np.full(count, 1.0 / count)


def surprise(distribution: Column, unit: Unit = "nats") -> Column:
    """-ln of each share, inf where it is 0."""
    with np.errstate(divide="ignore"):
        return -np.log(distribution) / NATS_IN[unit] + 0.0  # no -0


def expected(weights: Column, values: Column) -> Column:
    """weights * values, and 0 where the weight is 0, whatever the value. Either may have more rows, (rows, n)."""
    products = np.zeros(np.broadcast_shapes(weights.shape, values.shape))
    return np.multiply(weights, values, out=products, where=weights > 0.0)


def _divergence(p: Column, surprise_p: Column, surprise_q: Column) -> Column:
    difference = np.subtract(surprise_q, surprise_p, out=np.zeros_like(p), where=p > 0.0)
    return expected(p, difference)


def _sum_of_divergence(terms: Column) -> float:
    """Never below 0 (Gibbs' inequality): what rounding leaves below it is 0."""
    return max(math.fsum(terms), 0.0)


def _no_share(value: float) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{value:g} was not taken as a probability."),
        QT_TRANSLATE_NOOP("errors", "A probability is a number from 0 to 1."),
        QT_TRANSLATE_NOOP("errors", "Type a number such as 0.25; the other bars make room for it."),
        value=value,
    )


def _wrong_sum(total: float) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "These numbers were not taken as a distribution."),
        QT_TRANSLATE_NOOP("errors", "Probabilities of all outcomes sum to 1, and these sum to {total:g}."),
        QT_TRANSLATE_NOOP("errors", "Divide each by their sum."),
        total=total,
    )
