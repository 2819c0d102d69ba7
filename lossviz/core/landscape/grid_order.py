"""The order in which a grid is computed: coarse to fine, each point once."""

from collections.abc import Iterator
from dataclasses import dataclass

GRID_SIZES = (9, 17, 25, 33)
_MOST_POINTS = 64
_COARSEST_INTERVALS = 2  # nine points: a first picture in a fraction of a second


@dataclass(frozen=True)
class GridBatch:
    """places: (row, column), sorted, computed together. whole_step: every point at its multiples is known by then."""

    places: tuple[tuple[int, int], ...]
    whole_step: int | None


def grid_steps(size: int) -> tuple[int, ...]:
    """The distances between points, coarse to fine: 12, 6, 4, 3, 2, 1 for a grid of 25 by 25, which begins with 3 by 3.

    Raises: ValueError if `size` is even or less than three.
    """
    coarsest, rest = divmod(size - 1, _COARSEST_INTERVALS)
    if rest or coarsest < 1:
        raise ValueError(f"no coarse grid fits into {size} by {size}")
    return tuple(step for step in range(coarsest, 0, -1) if coarsest % step == 0)


def grid_batches(size: int) -> Iterator[GridBatch]:
    """Batches that make up a grid of `size` by `size`; within a level from the bottom row to the top."""
    known: set[tuple[int, int]] = set()
    whole: int | None = None
    for step in grid_steps(size):
        level = [(row, column) for row in range(0, size, step) for column in range(0, size, step)]
        new = [place for place in level if place not in known]
        known.update(new)
        for start in range(0, len(new), _MOST_POINTS):
            whole = step if start + _MOST_POINTS >= len(new) else whole
            yield GridBatch(tuple(new[start : start + _MOST_POINTS]), whole)
