"""The cases' losses as columns from the smallest case to the largest."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lossviz.core.fit.cases import Cases, Column
from lossviz.core.fit.logistic import LossKind

LARGEST = 1e290  # losses beyond, which only numbers at the end of all doubles bring, are drawn as this


@dataclass(frozen=True, eq=False)
class LossBarsPicture:
    """What every case costs. mse, bce: each case's loss; their slopes: its derivative by the logit; all (n,).

    floor: the entropy of the law, below which no model is expected to bring the mean BCE; None if it is not shown.
    """

    cases: Cases
    mse: Column
    bce: Column
    mse_slopes: Column
    bce_slopes: Column
    floor: float | None = None
    selected: int | None = None
    hovered: int | None = None

    def losses(self, kind: LossKind) -> Column:
        """Finite ones."""
        losses = self.bce if kind == "bce" else self.mse
        return np.where(losses < LARGEST, losses, LARGEST)  # not a number either

    def pulls(self, kind: LossKind) -> Column:
        """Which way, and how hard, each case pulls its logit to lower its loss: positive is up."""
        return -np.nan_to_num(self.bce_slopes if kind == "bce" else self.mse_slopes)

    def mean(self, kind: LossKind) -> float:
        """What the meter shows."""
        return float(np.sum(self.losses(kind) / len(self.cases)))


class LossColumns:
    """One column for each case, or for each group of neighbours if there are more than `most` cases.

    order: the cases from the smallest to the largest. edges: where in `order` each column begins, and the end.
    """

    def __init__(self, picture: LossBarsPicture, most: int) -> None:
        self._picture = picture
        self.order = np.argsort(picture.cases.x, kind="stable")
        count = len(self.order)
        columns = min(count, max(most, 1))
        self.edges: NDArray[np.int64] = np.arange(columns + 1) * count // columns

    def __len__(self) -> int:
        return len(self.edges) - 1

    @property
    def largest_group(self) -> int:
        """How many cases a column stands for at the most."""
        return int(np.diff(self.edges).max())

    @property
    def is_even(self) -> bool:
        """Whether all columns stand for as many cases."""
        return len(self.order) % len(self) == 0

    @cached_property
    def losses(self) -> dict[LossKind, Column]:
        """The mean of each column."""
        return {kind: self._means(self._picture.losses(kind)) for kind in _KINDS}

    @cached_property
    def pulls(self) -> dict[LossKind, Column]:
        """The mean of each column."""
        return {kind: self._means(self._picture.pulls(kind)) for kind in _KINDS}

    def rank_of(self, index: int) -> int:
        """How many cases stand before case `index`."""
        return int(np.flatnonzero(self.order == index)[0])

    def column_of(self, index: int) -> int:
        """The column that case `index` is part of."""
        return int(np.searchsorted(self.edges, self.rank_of(index), side="right")) - 1

    def case_at(self, share: float) -> int:
        """The case at a place between 0, the left edge of the first column, and 1, the right edge of the last."""
        place = min(max(share, 0.0), 1.0) * len(self)
        column = min(int(place), len(self) - 1)
        first, end = self.edges[column].item(), self.edges[column + 1].item()
        return int(self.order[min(first + int((place - column) * (end - first)), end - 1)])

    def neighbour(self, index: int | None, direction: int) -> int:
        """The case before (-1) or after (1) `index`; the first or the last case where there is none."""
        if index is None:
            return int(self.order[0 if direction > 0 else -1])
        return int(self.order[min(max(self.rank_of(index) + direction, 0), len(self.order) - 1)])

    def _means(self, values: Column) -> Column:
        groups = np.diff(self.edges)
        return np.add.reduceat(values[self.order] / np.repeat(groups, groups), self.edges[:-1])


_KINDS: tuple[LossKind, ...] = ("bce", "mse")
