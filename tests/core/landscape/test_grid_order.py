"""Coarse to fine: each point once, each level whole before the next."""

import pytest

from lossviz.core.landscape.grid_order import GRID_SIZES, grid_batches, grid_steps


@pytest.mark.parametrize("size", GRID_SIZES)
def test_each_point_is_computed_once(size: int) -> None:
    places = [place for batch in grid_batches(size) for place in batch.places]
    assert sorted(places) == [(row, column) for row in range(size) for column in range(size)]


@pytest.mark.parametrize("size", GRID_SIZES)
def test_what_is_called_whole_is(size: int) -> None:
    known: set[tuple[int, int]] = set()
    for batch in grid_batches(size):
        known.update(batch.places)
        finest = min((step for step in grid_steps(size) if _level(size, step) <= known), default=None)
        assert batch.whole_step == finest


@pytest.mark.parametrize("size", GRID_SIZES)
def test_the_first_batch_is_three_by_three_with_the_middle_and_the_corners(size: int) -> None:
    first = next(grid_batches(size))
    assert len(first.places) == 9
    assert {(0, 0), (size - 1, size - 1), (size // 2, size // 2)} <= set(first.places)


def test_a_batch_goes_row_by_row() -> None:
    for batch in grid_batches(25):
        assert list(batch.places) == sorted(batch.places)


def test_a_grid_into_which_no_coarse_one_fits_is_refused() -> None:
    with pytest.raises(ValueError, match="24"):
        grid_steps(24)


def _level(size: int, step: int) -> set[tuple[int, int]]:
    return {(row, column) for row in range(0, size, step) for column in range(0, size, step)}
