"""Decisions from scores: the four counts at a threshold, and the threshold that costs least."""

import math
from dataclasses import dataclass

import numpy as np

from lossviz.core.fit.cases import Column


@dataclass(frozen=True)
class Counts:
    """How many cases were called positive or negative, rightly (true) or wrongly (false)."""

    tp: int
    fp: int
    tn: int
    fn: int

    @property
    def accuracy(self) -> float:
        """The share of right calls, 0 to 1."""
        return (self.tp + self.tn) / (self.tp + self.fp + self.tn + self.fn)

    def cost(self, cost_fp: float, cost_fn: float) -> float:
        """What the wrong calls cost together."""
        return self.fp * cost_fp + self.fn * cost_fn


def counts_at(scores: Column, y: Column, threshold: float) -> Counts:
    """The counts if a case is called positive when its score reaches the threshold."""
    called = scores >= threshold
    tp = int(np.count_nonzero(called & (y == 1.0)))
    fp = int(np.count_nonzero(called)) - tp
    positives = int(np.count_nonzero(y == 1.0))
    return Counts(tp=tp, fp=fp, tn=len(y) - positives - fp, fn=positives - tp)


def best_threshold(scores: Column, y: Column, cost_fp: float, cost_fn: float) -> tuple[float, float]:
    """A threshold of least cost, and that cost, summed over the cases.

    It lies in the middle between two neighbouring scores; of several equally cheap gaps in the widest, then the lowest.
    Below the least and above the greatest score, the gaps end at 0 and 1 or, if there is no room, at the score itself.
    """
    order = np.argsort(scores)
    ranked, positive = scores[order], y[order]
    fn = np.concatenate([[0.0], np.cumsum(positive)])
    fp = np.concatenate([[0.0], np.cumsum(1.0 - positive)])
    costs = fn * cost_fn + (fp[-1] - fp) * cost_fp
    edges = np.concatenate([[min(0.0, ranked[0])], ranked, [max(1.0, ranked[-1])]])
    widths = np.diff(edges)
    possible = widths > 0.0
    possible[[0, -1]] = True
    costs[~possible] = np.inf
    least = float(costs.min())
    widths[costs > least] = -1.0
    chosen = int(np.argmax(widths))
    return _within(float(edges[chosen]), float(edges[chosen + 1]), is_lowest=chosen == 0), least


def _within(lower: float, upper: float, is_lowest: bool) -> float:
    """The middle, as long as it is above `lower`, which is to be called negative unless it is no score at all."""
    middle = lower + (upper - lower) / 2.0
    if middle > lower or is_lowest:
        return middle
    return upper if upper > lower else math.nextafter(lower, math.inf)
