"""Contours lie exactly where the surface between the grid points has their loss, and miss nothing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lossviz.widgets.surfaces.contours import contour_levels, isolines
from lossviz.widgets.surfaces.resampling import value_at
from tests.support.surface_pictures import loss_values


@pytest.mark.parametrize("is_quantile", [False, True])
def test_every_end_lies_on_the_bilinear_surface_at_its_level(is_quantile: bool) -> None:
    values = loss_values("mse", 40)
    levels = contour_levels(values, is_quantile)
    for level, pieces in zip(levels, isolines(values, levels), strict=True):
        ends = pieces.reshape(-1, 2)
        assert len(ends)
        np.testing.assert_allclose(value_at(values, ends[:, 0], ends[:, 1]), level, rtol=1e-9)


def test_around_a_round_valley_they_are_circles_of_the_right_length() -> None:
    side = np.linspace(-1, 1, 201)
    values = side[:, None] ** 2 + side**2
    (pieces,) = isolines(values, np.array([0.49037]))
    lengths = np.hypot(*(pieces[:, 1] - pieces[:, 0]).T)
    assert lengths.sum() * 0.01 == pytest.approx(2 * np.pi * np.sqrt(0.49037), rel=1e-3)
    assert closes(pieces)


@given(arrays(np.float64, (6, 7), elements=st.floats(-1, 1)))
def test_a_line_ends_nowhere_but_at_the_border(values: np.ndarray[tuple[int, int]]) -> None:
    level = np.sqrt(2) / 100
    (pieces,) = isolines(values, np.array([level]))
    ends = pieces.reshape(-1, 2).round(9)
    places, counts = np.unique(ends, axis=0, return_counts=True)
    is_border = (places == 0).any(axis=1) | (places[:, 0] == 6) | (places[:, 1] == 5)
    assert (counts[~is_border] % 2 == 0).all()


@given(arrays(np.float64, (2, 2), elements=st.sampled_from([-1.0, 1.0, 3.0])))
def test_a_saddle_is_parted_as_the_bilinear_surface_is(values: np.ndarray[tuple[int, int]]) -> None:
    (pieces,) = isolines(values, np.array([0.0]))
    assert len(pieces) == {0: 0, 1: 1, 2: 1, 3: 1, 4: 0}[int((values >= 0).sum())] or is_saddle(values)
    if is_saddle(values):
        middle = values.mean()
        # The middle must not be parted from the two corners on its side of the level.
        for piece in pieces:
            corner = np.round(piece.mean(axis=0) + (piece.mean(axis=0) - 0.5) * 10).clip(0, 1).astype(int)
            assert (values[corner[1], corner[0]] >= 0) != (middle >= 0)


def test_levels_are_equally_spaced_or_have_equal_areas_between_them() -> None:
    values = loss_values("bce", 40)
    steps = np.diff([values.min(), *contour_levels(values, False), values.max()])
    np.testing.assert_allclose(steps, steps[0])
    shares = [(values < level).mean() for level in contour_levels(values, True)]
    np.testing.assert_allclose(np.diff(shares), 0.1, atol=0.01)


def test_a_level_surface_has_no_contours() -> None:
    assert len(contour_levels(np.ones((4, 4)), False)) == 0
    assert isolines(np.ones((4, 4)), np.empty(0)) == []


def test_what_is_not_finite_does_not_break_them() -> None:
    values = loss_values("mse", 12)
    values[3, 4], values[0, 0] = np.nan, np.inf
    levels = contour_levels(values, False)
    assert all(np.isfinite(pieces).all() for pieces in isolines(values, levels))


def closes(pieces: np.ndarray[tuple[int, int, int]]) -> bool:
    _, counts = np.unique(pieces.reshape(-1, 2).round(9), axis=0, return_counts=True)
    return bool((counts == 2).all())


def is_saddle(values: np.ndarray[tuple[int, int]]) -> bool:
    above = values >= 0
    return bool(above[0, 0] == above[1, 1] != above[0, 1] == above[1, 0])
