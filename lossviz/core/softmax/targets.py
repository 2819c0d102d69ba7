"""What the probabilities ought to be: one-hot, smoothed or soft, always summing to 1."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lossviz.core.fit.cases import Column
from lossviz.core.softmax.limits import SHARE, SMOOTHING, bad_sum, wrong_count

SUM_TOLERANCE = 1e-6  # of numbers typed by hand; what remains is divided away
ROUNDING = 1e-13  # what 0.3 + 0.6 + 0.1 is off by, and more: such numbers are kept to the last digit


@dataclass(frozen=True, eq=False)
class Target:
    """shares: (K,), from 0 to 1, sum 1, read-only. true_class: None when soft. smoothing: 0 when soft."""

    shares: Column
    true_class: int | None
    smoothing: float = 0.0

    @property
    def target_class(self) -> int:
        """The class with the largest share, the true class where there is one."""
        return int(np.argmax(self.shares)) if self.true_class is None else self.true_class

    def is_equal(self, other: "Target") -> bool:
        """Whether the shares and what they come from are the same."""
        comes_from = (self.true_class, self.smoothing) == (other.true_class, other.smoothing)
        return comes_from and np.array_equal(self.shares, other.shares)


def one_hot(index: int, count: int) -> Column:
    """1 at `index` and 0 elsewhere, (count,); index 0 has its 1 too."""
    shares = np.zeros(count)
    shares[index] = 1.0
    return shares


def hard_target(index: int, count: int, smoothing: float = 0.0) -> Target:
    """(1 - smoothing) on the true class, and `smoothing` spread evenly over all of them.

    Raises: LossvizError if the smoothing is out of range.
    Source: Szegedy et al. 2016, section 7.
    """
    smoothing = SMOOTHING.checked(smoothing)
    return Target(_frozen((1.0 - smoothing) * one_hot(index, count) + smoothing / count), index, smoothing)


def soft_target(shares: Sequence[float] | Column, count: int) -> Target:
    """The given shares; when one of them is 1, that class is the true one.

    Raises: LossvizError if there are not `count`, one is not within 0..1, or their sum is not 1 to six digits.
    """
    if len(shares) != count:
        raise wrong_count(len(shares), count)
    values = np.array([SHARE.checked(share) for share in shares])
    total = float(values.sum())
    if abs(total - 1.0) > SUM_TOLERANCE:
        raise bad_sum(total)
    return _of_shares(values if abs(total - 1.0) <= ROUNDING else values / total)


def with_share(target: Target, index: int, share: float) -> Target:
    """With one share set and the others scaled, their ratios kept, so that the sum stays 1.

    Where all others are 0 what is left goes to them in equal parts.
    Raises: LossvizError if the share is not within 0..1.
    """
    share = SHARE.checked(share)
    others = target.shares.copy()
    others[index] = 0.0
    total = float(others.sum())
    parts = others / total if total > 0.0 else np.full(len(others), 1.0 / (len(others) - 1))
    values = parts * (1.0 - share)
    values[index] = share
    return _of_shares(values)


def resized(target: Target, count: int) -> Target:
    """For another number of classes: the first ones keep their ratios; class 0 is true if nothing is left of them."""
    if target.true_class is not None:
        return hard_target(target.true_class if target.true_class < count else 0, count, target.smoothing)
    values = np.zeros(count)
    kept = target.shares[:count]
    values[: len(kept)] = kept
    total = float(values.sum())
    return _of_shares(values / total) if total > 0.0 else hard_target(0, count)


def _of_shares(values: Column) -> Target:
    is_hard = bool(values.max() == 1.0)
    return Target(_frozen(values), int(values.argmax()) if is_hard else None)


def _frozen(values: Column) -> Column:
    values.setflags(write=False)
    return values
