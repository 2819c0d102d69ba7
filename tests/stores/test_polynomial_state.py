"""The state of the Overfit page: a recipe, a model, and points that were touched."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.polynomial.presets import PRESETS, PresetKey
from lossviz.stores.polynomial_store import PolynomialStore
from tests.support.state_checks import assert_comes_back, assert_preparing_changes_nothing, assert_refused
from tests.support.tellings import Tellings

MOVES = st.lists(st.tuples(st.integers(0, 11), st.floats(-3, 3), st.floats(-1e3, 1e3)), max_size=4)


@given(st.integers(2, 200), st.floats(0, 2), st.floats(0.05, 1), st.integers(0, 99_999), st.integers(0, 12))
def test_drawn_points_come_back_as_their_recipe(count: int, noise: float, share: float, seed: int, degree: int) -> None:
    store, other = PolynomialStore(), PolynomialStore("overfit")
    store.draw(count=count, noise=noise, seed=seed)
    store.set_train_share(share)
    store.set_degree(degree)
    assert "points" not in store.state()
    assert_comes_back(store, other)
    assert other.points.equals(store.points)


@given(MOVES, st.lists(st.integers(0, 11), max_size=5), st.floats(0, 1000))
def test_points_that_were_touched_come_back(
    moves: list[tuple[int, float, float]], roles: list[int], ridge: float
) -> None:
    store, other = PolynomialStore(), PolynomialStore()
    store.draw(count=12)
    store.remove_point(3)
    store.add_point(0.25, 0.75, is_train=True)
    for index, x, y in moves:
        store.begin_move(index)
        store.move_point(x, y)
        store.finish_move()
    for index in dict.fromkeys(roles):
        store.change_role(index)
        if store.points.is_train.sum() == 1:
            break
    store.set_ridge(ridge)
    assert_comes_back(store, other)
    assert other.points.equals(store.points)
    other.prepare({"degree": 3})()
    assert other.points.equals(store.points)


@pytest.mark.parametrize("key", PRESETS)
def test_a_preset_given_alone_is_the_one_of_the_window(key: PresetKey) -> None:
    store = PolynomialStore()
    store.remove_point(0)
    store.prepare({"preset": key})()
    assert store.preset == key


def test_what_stands_beside_a_preset_changes_it() -> None:
    store = PolynomialStore()
    store.prepare({"preset": "overfit", "degree": 9, "noise": 0})()
    assert (store.degree, store.recipe.noise, store.recipe.count) == (9, 0.0, 30)


def test_a_key_of_the_recipe_draws_and_one_of_the_model_does_not() -> None:
    store = PolynomialStore()
    store.remove_point(0)
    store.prepare({"ridge": 0.5})()
    assert len(store.points) == 29
    store.prepare({"seed": 172})()
    assert len(store.points) == 30


def test_the_state_that_is_there_already_is_not_told() -> None:
    store = PolynomialStore()
    told = Tellings(store.data_changed, store.model_changed)
    store.prepare(store.state())()
    assert told.count == 0
    assert_preparing_changes_nothing(store, {"points": [[0.5, 1, 1], [0.25, -1, 0]], "degree": 0})
    np.testing.assert_array_equal(store.points.is_train, [True, False])


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"count": 1}, "polynomial.count"),
        ({"noise": 2.1}, "polynomial.noise"),
        ({"train_share": 0}, "polynomial.train_share"),
        ({"seed": 100_000}, "polynomial.seed"),
        ({"degree": 13}, "polynomial.degree"),
        ({"ridge": -1}, "polynomial.ridge"),
        ({"preset": "perfect"}, "polynomial.preset"),
        ({"points": []}, "polynomial.points"),
        ({"points": [[0.5, 1]]}, "polynomial.points"),
        ({"points": [[0.5, 1, 0.5]]}, "polynomial.points"),
        ({"points": [[0.5, 1, 0]]}, "polynomial.points"),
        ({"points": [[0.5, 2e3, 1]]}, "polynomial.points"),
        ({"points": [[0, 0, 1]] * 201}, "polynomial.points"),
        ({"degre": 3}, "polynomial.degre"),
    ],
)
def test_what_cannot_be_shown_is_refused(state: dict[str, object], named: str) -> None:
    assert_refused(PolynomialStore(), state, named)
