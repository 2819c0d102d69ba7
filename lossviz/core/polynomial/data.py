"""Noisy points of a smooth curve, some to fit a polynomial to and some held out to judge it."""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
Flags = NDArray[np.bool_]

COUNT_RANGE = (2, 200)
NOISE_RANGE = (0.0, 2.0)
SHARE_RANGE = (0.05, 1.0)
SEED_RANGE = (0, 99_999)

_GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0
_DECIMALS = 6  # short enough to be read in the code that is copied; an error of 1e-13 in a squared residual


@dataclass(frozen=True)
class Recipe:
    """What points are drawn from: the same recipe gives the same points.

    noise: the standard deviation of y around the truth. train_share: of the points, at least one of them.
    """

    count: int
    noise: float
    train_share: float
    seed: int


@dataclass(frozen=True, eq=False)
class NoisyPoints:
    """x, y: finite (n,) float64. is_train: (n,), True where a point is fitted to. Never changed in place."""

    x: Column
    y: Column
    is_train: Flags

    def __len__(self) -> int:
        return len(self.x)

    def equals(self, other: "NoisyPoints") -> bool:
        """Whether the other points are the same ones in the same order."""
        mine, theirs = (self.x, self.y, self.is_train), (other.x, other.y, other.is_train)
        return all(map(np.array_equal, mine, theirs))

    @property
    def train(self) -> tuple[Column, Column]:
        """x and y of what is fitted to."""
        return self.x[self.is_train], self.y[self.is_train]

    @property
    def held_out(self) -> tuple[Column, Column]:
        """x and y of what the fit never sees."""
        return self.x[~self.is_train], self.y[~self.is_train]

    def moved(self, index: int, x: float, y: float) -> "NoisyPoints":
        """With one point somewhere else."""
        xs, ys = self.x.copy(), self.y.copy()
        xs[index], ys[index] = x, y
        return replace(self, x=xs, y=ys)

    def added(self, x: float, y: float, is_train: bool) -> "NoisyPoints":
        """With one point more, at the end."""
        return NoisyPoints(np.append(self.x, x), np.append(self.y, y), np.append(self.is_train, is_train))

    def removed(self, index: int) -> "NoisyPoints":
        """With one point less."""
        keeps = np.arange(len(self)) != index
        return NoisyPoints(self.x[keeps], self.y[keeps], self.is_train[keeps])

    def split(self, train_share: float, seed: int) -> "NoisyPoints":
        """The same points, divided by seed anew. A larger share keeps the train points of a smaller one."""
        return replace(self, is_train=_split(len(self), train_share, seed))


def truth(x: Column) -> Column:
    """The smooth curve behind the points; it is made for x from 0 to 1 and goes from -1.28 to 1.28."""
    return np.sin(2.0 * np.pi * x) + 0.8 * np.cos(2.0 * np.pi * x)


def draw_points(recipe: Recipe) -> NoisyPoints:
    """Points spread evenly over 0 to 1 in no order, with normal noise on y.

    More points keep the earlier ones, and more noise pushes each further the way it went before.
    """
    spread = _stream(recipe.seed, 0).uniform() + _GOLDEN * np.arange(recipe.count)
    x = np.asarray(spread % 1.0, dtype=np.float64)
    y = truth(x) + recipe.noise * _stream(recipe.seed, 1).standard_normal(recipe.count)
    is_train = _split(recipe.count, recipe.train_share, recipe.seed)
    return NoisyPoints(np.round(x, _DECIMALS), np.round(y, _DECIMALS), is_train)


def _split(count: int, train_share: float, seed: int) -> Flags:
    scores = _stream(seed, 2).uniform(size=count)
    is_train = np.zeros(count, dtype=np.bool_)
    is_train[np.argsort(scores)[: max(1, round(train_share * count))]] = True
    return is_train


def _stream(seed: int, purpose: int) -> np.random.Generator:
    """Independent random numbers for each purpose, so that a change of one leaves the others as they are."""
    return np.random.default_rng([seed, purpose])
