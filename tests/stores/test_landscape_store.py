"""LandscapeStore: the last landscape stays until there is something to put in its place."""

from dataclasses import replace

import pytest

from lossviz.core.errors import LossvizError
from lossviz.stores.landscape_store import LandscapeStore
from tests.support.landscapes import SMALL, some_subject, surveyed
from tests.support.tellings import Tellings

WHOLE, TOLD = surveyed(some_subject(snapshots=4))


def test_the_first_grid_takes_the_place_of_the_last_landscape() -> None:
    store = LandscapeStore()
    store.begin()
    store.set_progress(TOLD[-1])
    store.finish(is_complete=True)
    again, told = surveyed(some_subject(), replace(SMALL, seed=5))
    store.begin()
    store.set_progress(told[0])
    assert store.landscape is WHOLE
    store.set_progress(next(each for each in told if each.landscape.whole_step))
    assert store.landscape is not WHOLE
    store.set_progress(told[-1])
    assert store.landscape is again


def test_progress_without_new_points_is_no_new_landscape() -> None:
    store = LandscapeStore()
    store.begin()
    store.set_progress(TOLD[-1])
    landscapes, progress = Tellings(store.landscape_changed), Tellings(store.progress_changed)
    store.set_progress(TOLD[-1])
    assert (landscapes.count, progress.count) == (0, 1)


def test_the_marker_stands_on_the_present_weights_or_where_the_path_was() -> None:
    store = LandscapeStore()
    store.show_step(1, 12)
    assert store.marker == (0.0, 0.0)
    store.begin()
    store.set_progress(TOLD[-1])
    assert store.marker == pytest.approx(tuple(WHOLE.path.places[1]))
    store.show_step(1, 40)
    assert store.marker == (0.0, 0.0)
    store.show_present()
    assert store.marker == (0.0, 0.0)


def test_a_step_of_another_run_is_not_on_the_path_of_this_one() -> None:
    store = LandscapeStore()
    store.begin()
    store.set_progress(TOLD[-1])
    store.show_step(2, 12)
    assert store.marker == (0.0, 0.0)


def test_a_failure_keeps_the_landscape_and_a_new_beginning_forgets_the_failure() -> None:
    store = LandscapeStore()
    store.begin()
    store.set_progress(TOLD[-1])
    problem = LossvizError("That did not work.", "No room.", "Try again.")
    store.fail(problem)
    assert (store.state, store.problem, store.landscape) == ("failed", problem, WHOLE)
    store.begin()
    assert (store.state, store.problem) == ("running", None)


def test_nothing_is_told_when_nothing_changes() -> None:
    store = LandscapeStore()
    told = Tellings(store.settings_changed, store.view_changed)
    store.set_settings(store.settings)
    store.set_3d(store.is_3d)
    store.set_quantile(store.is_quantile)
    store.show_present()
    assert told.count == 0
    store.set_settings(SMALL)
    store.set_3d(not store.is_3d)
    store.set_quantile(not store.is_quantile)
    store.show_step(1, 3)
    assert told.count == 4
