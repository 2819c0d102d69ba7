"""SurfaceStore: grids that are right also in the middle of a drag."""

import numpy as np
import pytest

from lossviz.core.fit.logistic import LOSS_KINDS, Parameters, mean_loss
from lossviz.core.fit.surface_grid import GridRange
from lossviz.stores.descent_store import DescentStore
from lossviz.stores.fit_store import FitStore
from lossviz.stores.surface_store import MAP_SIZE, SurfaceStore


@pytest.fixture
def fit() -> FitStore:
    return FitStore()


@pytest.fixture
def surfaces(fit: FitStore) -> SurfaceStore:
    return SurfaceStore(fit, DescentStore(fit))


def assert_exact(surfaces: SurfaceStore, fit: FitStore) -> None:
    """Every grid's corners and a place inside are the mean losses there."""
    w, b = surfaces.range.w_values(MAP_SIZE), surfaces.range.b_values(MAP_SIZE)
    for kind in LOSS_KINDS:
        values = surfaces.values(kind)
        for row, column in ((0, 0), (0, -1), (-1, 0), (-1, -1), (40, 77)):
            here = Parameters(float(w[column]), float(b[row]))
            assert values[row, column] == pytest.approx(mean_loss(kind, here, fit.cases), rel=1e-9, abs=1e-12)


def test_the_grids_are_the_losses(fit: FitStore, surfaces: SurfaceStore) -> None:
    assert_exact(surfaces, fit)
    fit.draw(scenario="valve")
    assert_exact(surfaces, fit)


def test_the_grids_follow_a_drag_and_the_range_stands_still(fit: FitStore, surfaces: SurfaceStore) -> None:
    before = surfaces.range
    fit.begin_move(5)
    for x in np.linspace(0.0, 30.0, 40):
        fit.move_case(float(x), 0.0)
        surfaces.values("bce")
    assert surfaces.range == before
    assert_exact(surfaces, fit)
    fit.finish_move()
    assert_exact(surfaces, fit)


def test_adding_and_removing_cases_is_followed(fit: FitStore, surfaces: SurfaceStore) -> None:
    fit.add_case(2.0, 1.0)
    assert_exact(surfaces, fit)
    fit.remove_case(0)
    assert_exact(surfaces, fit)


def test_an_automatic_range_holds_the_minimum_and_the_marker(fit: FitStore, surfaces: SurfaceStore) -> None:
    assert surfaces.range.contains(fit.parameters)
    assert surfaces.range.contains(fit.facts.sigmoid.parameters)
    fit.set_parameters(Parameters(6.0, -30.0))
    assert surfaces.range.contains(fit.parameters)
    assert surfaces.range.contains(fit.facts.sigmoid.parameters)


def test_who_runs_far_away_is_not_followed_until_the_view_is_fitted(fit: FitStore, surfaces: SurfaceStore) -> None:
    before = surfaces.range
    fit.set_parameters(Parameters(4e5, -3e5))
    assert surfaces.range == before
    surfaces.fit_view()
    assert surfaces.range.contains(fit.parameters)


def test_an_automatic_range_holds_the_path(fit: FitStore) -> None:
    fit.set_parameters(fit.facts.sigmoid.parameters._replace(b=6.0))
    descents = DescentStore(fit)
    surfaces = SurfaceStore(fit, descents)
    descents.change(learning_rate=3.0)
    for _ in range(5):
        descents.step()
        assert all(surfaces.range.contains(place) for place in descents.leader.path)


def test_a_range_chosen_by_hand_stays_until_the_view_is_fitted(fit: FitStore, surfaces: SurfaceStore) -> None:
    chosen = GridRange(0.0, 1.0, 0.0, 1.0)
    surfaces.set_range(chosen)
    fit.set_parameters(Parameters(5.0, 5.0))
    fit.resample()
    assert surfaces.range == chosen
    assert_exact(surfaces, fit)
    surfaces.fit_view()
    assert surfaces.range.contains(fit.parameters)


def test_mse_is_not_convex_and_cross_entropy_is(surfaces: SurfaceStore) -> None:
    assert surfaces.smallest_eigenvalues("mse").min() < 0
    assert surfaces.smallest_eigenvalues("bce").min() >= -1e-9
