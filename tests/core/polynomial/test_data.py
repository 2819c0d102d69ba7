"""NoisyPoints: the same recipe gives the same points, and one setting changes one thing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.polynomial.data import COUNT_RANGE, Recipe, draw_points, truth

RECIPE = Recipe(count=40, noise=0.3, train_share=0.6, seed=5)


def test_the_same_recipe_gives_the_same_points() -> None:
    first, second = draw_points(RECIPE), draw_points(RECIPE)
    other = draw_points(Recipe(40, 0.3, 0.6, 6))
    np.testing.assert_array_equal(first.x, second.x)
    np.testing.assert_array_equal(first.y, second.y)
    np.testing.assert_array_equal(first.is_train, second.is_train)
    assert not np.array_equal(first.y, other.y)


def test_without_noise_the_points_lie_on_the_truth() -> None:
    points = draw_points(Recipe(50, 0.0, 0.5, 1))
    np.testing.assert_allclose(points.y, truth(points.x), atol=1e-5)


def test_the_noise_has_the_deviation_that_is_asked_for() -> None:
    residuals = np.concatenate([(p := draw_points(Recipe(200, 0.4, 0.5, seed))).y - truth(p.x) for seed in range(100)])
    # 20 000 normal numbers: their deviation is known to 0.5%, their mean to 0.003
    assert np.std(residuals) == pytest.approx(0.4, rel=0.02)
    assert np.mean(residuals) == pytest.approx(0.0, abs=0.012)


def test_more_points_keep_the_earlier_ones_and_more_noise_their_directions() -> None:
    few, many, loud = draw_points(RECIPE), draw_points(Recipe(90, 0.3, 0.6, 5)), draw_points(Recipe(40, 0.6, 0.6, 5))
    np.testing.assert_array_equal(many.x[:40], few.x)
    np.testing.assert_array_equal(many.y[:40], few.y)
    np.testing.assert_array_equal(loud.x, few.x)
    np.testing.assert_allclose(loud.y - truth(few.x), 2 * (few.y - truth(few.x)), atol=1e-4)


@given(st.integers(*COUNT_RANGE), st.floats(0.0, 1.0), st.integers(0, 99_999))
def test_a_share_of_the_points_and_at_least_one_is_fitted_to(count: int, share: float, seed: int) -> None:
    points = draw_points(Recipe(count, 0.3, share, seed))
    assert np.count_nonzero(points.is_train) == max(1, round(share * count))
    assert len(points.train[0]) + len(points.held_out[0]) == len(points) == count
    assert np.all((points.x >= 0) & (points.x <= 1))


def test_a_larger_share_keeps_the_train_points_of_a_smaller_one() -> None:
    points = draw_points(RECIPE)
    smaller, larger = points.split(0.3, 5), points.split(0.7, 5)
    assert np.all(larger.is_train[smaller.is_train])
    np.testing.assert_array_equal(points.split(0.6, 5).is_train, points.is_train)


def test_points_are_moved_added_and_removed_without_touching_the_others() -> None:
    points = draw_points(RECIPE)
    before = points.x.copy()
    moved = points.moved(3, 9.0, -9.0)
    assert (moved.x[3], moved.y[3]) == (9.0, -9.0)
    added = points.added(0.5, 2.0, is_train=False)
    assert (added.x[-1], added.y[-1], added.is_train[-1]) == (0.5, 2.0, False)
    removed = added.removed(0)
    np.testing.assert_array_equal(removed.x, [*points.x[1:], 0.5])
    np.testing.assert_array_equal(points.x, before)
