"""PolynomialStore: points to be moved, a recipe that repeats itself, and settings that are refused."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from lossviz.core.errors import LossvizError
from lossviz.core.polynomial.data import COUNT_RANGE, Recipe, draw_points
from lossviz.core.polynomial.fit import fit_degrees
from lossviz.core.polynomial.limits import FARTHEST
from lossviz.core.polynomial.presets import PRESETS, PresetKey
from lossviz.stores.polynomial_store import PolynomialStore
from tests.support.tellings import Tellings


@pytest.fixture
def store() -> PolynomialStore:
    return PolynomialStore()


def places(store: PolynomialStore) -> list[tuple[float, float, bool]]:
    points = store.points
    return list(zip(points.x.tolist(), points.y.tolist(), points.is_train.tolist(), strict=True))


def test_it_begins_with_the_good_fit(store: PolynomialStore) -> None:
    preset = PRESETS["good_fit"]
    assert (store.recipe, store.degree, store.ridge) == (preset.recipe, preset.degree, preset.ridge)
    assert store.preset == "good_fit"
    np.testing.assert_array_equal(store.points.y, draw_points(preset.recipe).y)


@pytest.mark.parametrize("key", PRESETS)
def test_a_preset_is_known_again_until_something_is_changed(store: PolynomialStore, key: PresetKey) -> None:
    store.apply_preset(key)
    assert store.preset == key
    store.begin_move(2)
    store.move_point(0.3, 0.4)
    assert store.preset is None
    store.apply_preset(key)
    assert store.preset == key
    store.set_ridge(0.5)
    assert store.preset is None


def test_the_fit_is_that_of_the_points_the_degree_and_the_ridge(store: PolynomialStore) -> None:
    store.set_degree(7)
    store.set_ridge(0.01)
    store.begin_move(0)
    store.move_point(0.5, 3.0)
    expected = fit_degrees(*store.points.train, 0.01)[7]
    np.testing.assert_array_equal(store.fit.coefficients, expected.coefficients)


def test_a_drag_moves_one_point_and_no_other(store: PolynomialStore) -> None:
    before = places(store)
    store.begin_move(3)
    for x in np.linspace(0.0, 1.0, 20):
        store.move_point(float(x), 0.25)
    store.finish_move()
    after = places(store)
    assert after[3] == (1.0, 0.25, before[3][2])
    assert after[:3] + after[4:] == before[:3] + before[4:]


def test_a_point_that_is_taken_up_and_put_down_is_as_it_was_drawn(store: PolynomialStore) -> None:
    store.begin_move(0)
    store.finish_move()
    assert store.preset == "good_fit"
    assert store.moving is None


def test_points_can_be_added_and_removed_and_change_sides(store: PolynomialStore) -> None:
    before = places(store)
    store.add_point(0.5, 0.2, is_train=False)
    assert places(store) == [*before, (0.5, 0.2, False)]
    store.change_role(len(before))
    assert places(store) == [*before, (0.5, 0.2, True)]
    store.remove_point(0)
    assert places(store) == [*before[1:], (0.5, 0.2, True)]


def test_drawing_anew_takes_away_what_was_done_by_hand(store: PolynomialStore) -> None:
    before = places(store)
    store.add_point(0.5, 0.2)
    store.draw()
    assert places(store) == before


def test_resampling_takes_the_next_seed_and_from_the_last_the_first(store: PolynomialStore) -> None:
    store.draw(seed=99_999)
    store.resample()
    assert store.recipe.seed == 0
    assert places(store)[0][:2] == (store.points.x[0], draw_points(store.recipe).y[0])


def test_drawing_the_same_again_brings_edited_points_back(store: PolynomialStore) -> None:
    before = places(store)
    store.add_point(0.1, 0.1)
    store.draw()
    assert places(store) == before
    told = Tellings(store.data_changed)
    store.draw()
    assert told.count == 0


def test_another_share_leaves_the_points_where_they_are(store: PolynomialStore) -> None:
    store.begin_move(0)
    store.move_point(0.123, 0.456)
    store.finish_move()
    before = places(store)
    store.set_train_share(0.2)
    assert [place[:2] for place in places(store)] == [place[:2] for place in before]
    assert np.count_nonzero(store.points.is_train) == round(0.2 * len(before))


def test_the_last_train_point_stays(store: PolynomialStore) -> None:
    store.set_train_share(0.05)
    last = int(np.flatnonzero(store.points.is_train)[0])
    while np.count_nonzero(store.points.is_train) > 1:
        store.remove_point(int(np.flatnonzero(store.points.is_train)[-1]))
    for attempt in (store.remove_point, store.change_role):
        with pytest.raises(LossvizError, match="Add another training point"):
            attempt(last)
    assert store.points.is_train[last]


def test_no_more_points_than_can_be_shown(store: PolynomialStore) -> None:
    store.draw(count=COUNT_RANGE[1])
    with pytest.raises(LossvizError, match="200"):
        store.add_point(0.5, 0.5)
    assert len(store.points) == COUNT_RANGE[1]


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan, -1.0, 1e308])
def test_a_setting_that_is_no_use_is_refused_and_the_last_good_one_stays(store: PolynomialStore, value: float) -> None:
    before, recipe, ridge = places(store), store.recipe, store.ridge
    attempts: tuple[Callable[[], None], ...] = (
        lambda: store.draw(noise=value),
        lambda: store.set_train_share(value),
        lambda: store.set_ridge(value),
    )
    for attempt in attempts:
        with pytest.raises(LossvizError, match="goes from"):
            attempt()
    assert (places(store), store.recipe, store.ridge) == (before, recipe, ridge)


def test_a_share_of_nothing_and_no_points_are_refused(store: PolynomialStore) -> None:
    with pytest.raises(LossvizError, match="training share"):
        store.set_train_share(0.0)
    with pytest.raises(LossvizError, match="number of points"):
        store.draw(count=1)


def test_a_place_that_is_no_number_is_refused_and_a_far_one_brought_near(store: PolynomialStore) -> None:
    before = places(store)
    store.add_point(math.inf, 1.0)
    store.begin_move(10_000)
    store.move_point(1.0, 1.0)
    store.begin_move(0)
    store.move_point(math.nan, 1.0)
    assert places(store) == before
    store.move_point(1e308, -1e308)
    assert places(store)[0][:2] == (FARTHEST, -FARTHEST)
    assert np.isfinite(store.facts.train_errors).all()


@pytest.mark.parametrize(("asked", "taken"), [(-3, 0), (5, 5), (99, 12)])
def test_the_degree_keeps_to_its_range(store: PolynomialStore, asked: int, taken: int) -> None:
    store.set_degree(asked)
    assert store.degree == taken


def test_what_does_not_change_is_not_told(store: PolynomialStore) -> None:
    told = Tellings(store.model_changed, store.data_changed)
    store.set_degree(store.degree)
    store.set_ridge(store.ridge)
    store.set_train_share(store.recipe.train_share)
    assert told.count == 0


def test_a_preset_is_told_once(store: PolynomialStore) -> None:
    data, model = Tellings(store.data_changed), Tellings(store.model_changed)
    store.apply_preset("more_points")
    store.set_ridge(0.1)
    store.apply_preset("ridge")
    assert (data.count, model.count) == (2, 3)


def test_a_preset_of_the_same_points_leaves_them_untouched(store: PolynomialStore) -> None:
    points = store.points
    store.apply_preset("overfit")
    assert store.points is points


def test_the_degrees_are_fitted_once_however_often_they_are_asked_for(store: PolynomialStore) -> None:
    facts = store.facts
    store.set_degree(9)
    assert store.facts is facts
    assert store.facts.fits is facts.fits


def test_a_recipe_is_a_value() -> None:
    assert Recipe(30, 0.3, 0.6, 172) == PRESETS["overfit"].recipe
