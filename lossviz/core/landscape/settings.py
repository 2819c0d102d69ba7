"""What is asked of a landscape: every choice that changes its numbers, as one immutable value."""

import math
from dataclasses import dataclass
from typing import Literal

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.landscape.grid_order import GRID_SIZES

DirectionKind = Literal["random", "path"]

LEAST_SPAN, LARGEST_SPAN = 0.01, 100.0
LEAST_IMAGES, MOST_IMAGES = 100, 10_000
HIGHEST_SEED = 2**31 - 1


@dataclass(frozen=True)
class LandscapeSettings:
    """A grid of grid x grid points from -span to span along both directions, on so many training images.

    seed: of the random directions.

    Raises: LossvizError if a value is not allowed.
    """

    directions: DirectionKind = "random"
    seed: int = 0
    span: float = 1.0
    images: int = 1000
    grid: int = 25

    def __post_init__(self) -> None:
        for name, value, low, high in (
            ("seed", self.seed, 0, HIGHEST_SEED),
            ("span", self.span, LEAST_SPAN, LARGEST_SPAN),
            ("images", self.images, LEAST_IMAGES, MOST_IMAGES),
        ):
            if not (math.isfinite(value) and low <= value <= high):
                raise _unusable(name, value, f"{low:,} – {high:,}")
        if self.grid not in GRID_SIZES:
            raise _unusable("grid", self.grid, ", ".join(map(str, GRID_SIZES)))


def _unusable(name: str, value: float, allowed: str) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The landscape's setting “{name}” cannot be {value}."),
        QT_TRANSLATE_NOOP("errors", "Its allowed values are: {allowed}."),
        QT_TRANSLATE_NOOP("errors", "Choose one of those and compute it again."),
        name=name,
        value=value,
        allowed=allowed,
    )
