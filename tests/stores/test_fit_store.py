"""FitStore: cases to be moved, a recipe that repeats itself, and numbers that are refused."""

import math

import numpy as np
import pytest

from lossviz.core.fit.cases import Cases, CaseWords
from lossviz.core.fit.logistic import LOSS_KINDS, Parameters, mean_loss
from lossviz.stores.fit_store import LARGEST_PARAMETER, MOST_GHOSTS, FitStore
from tests.support.tellings import Tellings

WORDS = CaseWords("length", "mm", "short", "long")


@pytest.fixture
def fit() -> FitStore:
    return FitStore()


def places(fit: FitStore) -> list[tuple[float, float]]:
    return list(zip(fit.cases.x.tolist(), fit.cases.y.tolist(), strict=True))


def test_a_case_that_is_no_longer_there_cannot_be_pointed_at(fit: FitStore) -> None:
    fit.draw(count=10)
    fit.hover(59)
    fit.select(10)
    assert (fit.hovered, fit.selected) == (None, None)


def test_the_same_recipe_gives_the_same_cases() -> None:
    first, second = FitStore(seed=4), FitStore(seed=4)
    assert places(first) == places(second)
    assert places(first) != places(FitStore(seed=5))


def test_a_drag_moves_one_case_and_no_other(fit: FitStore) -> None:
    before = places(fit)
    fit.begin_move(3)
    for x in np.linspace(1.0, 5.0, 20):
        fit.move_case(float(x), 0.9)
    fit.finish_move()
    after = places(fit)
    assert after[3] == (5.0, 1.0)
    assert after[:3] + after[4:] == before[:3] + before[4:]
    assert not fit.is_drawn


def test_a_case_that_is_taken_up_and_put_down_is_as_it_was_drawn(fit: FitStore) -> None:
    fit.begin_move(0)
    fit.finish_move()
    assert fit.is_drawn
    assert fit.moving is None


@pytest.mark.parametrize("in_hand", [3, 59])
def test_a_case_that_is_removed_in_a_drag_takes_no_other_along(fit: FitStore, in_hand: int) -> None:
    before = places(fit)
    fit.begin_move(in_hand)
    fit.remove_case(in_hand)
    fit.move_case(5.0, 1.0)
    assert fit.moving is None
    assert places(fit) == before[:in_hand] + before[in_hand + 1 :]


def test_cases_can_be_added_and_removed(fit: FitStore) -> None:
    before = places(fit)
    fit.add_case(2.5, 0.2)
    assert places(fit) == [*before, (2.5, 0.0)]
    assert fit.selected == len(before)
    fit.remove_case(0)
    assert places(fit) == [*before[1:], (2.5, 0.0)]
    assert fit.selected is None


def test_the_last_case_stays(fit: FitStore) -> None:
    fit.open_cases(Cases(np.array([1.0, 2.0]), np.array([0.0, 1.0]), WORDS))
    fit.remove_case(0)
    fit.remove_case(0)
    assert places(fit) == [(2.0, 1.0)]


def test_another_sample_leaves_the_fits_of_this_one_behind(fit: FitStore) -> None:
    line, sigmoid = fit.facts.line, fit.facts.sigmoid.parameters
    fit.resample()
    (ghost,) = fit.ghosts
    assert (ghost.line, ghost.sigmoid) == (line, sigmoid)
    for _ in range(2 * MOST_GHOSTS):
        fit.resample()
    assert len(fit.ghosts) == MOST_GHOSTS


def test_another_law_leaves_no_ghosts(fit: FitStore) -> None:
    fit.resample()
    fit.draw(overlap=2.0)
    assert fit.ghosts == ()
    fit.draw(scenario="valve")
    assert fit.recipe is not None
    assert fit.cases.words.unit == "°C"
    assert fit.recipe.overlap == 1.0


def test_drawing_the_same_again_brings_edited_cases_back(fit: FitStore) -> None:
    before = places(fit)
    fit.add_case(1.0, 1.0)
    assert fit.recipe is not None
    fit.draw(seed=fit.recipe.seed)
    assert places(fit) == before


def test_a_file_has_no_law_and_no_recipe(fit: FitStore) -> None:
    fit.open_cases(Cases(np.array([10.0, 20.0]), np.array([0.0, 1.0]), WORDS))
    assert fit.law is None
    assert fit.recipe is None
    fit.resample()
    assert len(fit.cases) == 2


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan, 2 * LARGEST_PARAMETER, 1e308])
def test_a_parameter_that_is_no_use_is_refused(fit: FitStore, value: float) -> None:
    before = fit.parameters
    fit.set_parameters(Parameters(value, 0.0))
    fit.set_parameters(Parameters(0.0, value))
    assert fit.parameters == before


def test_a_place_that_is_no_number_is_refused(fit: FitStore) -> None:
    before = places(fit)
    fit.place_case(0, math.nan, 1.0)
    fit.add_case(math.inf, 1.0)
    fit.begin_move(10_000)
    fit.move_case(1.0, 1.0)
    assert places(fit) == before


@pytest.mark.parametrize("kind", LOSS_KINDS)
def test_the_loss_is_that_of_the_state_on_screen(fit: FitStore, kind: str) -> None:
    fit.set_parameters(Parameters(1.5, -4.0))
    for each in LOSS_KINDS:
        assert fit.loss(each) == mean_loss(each, Parameters(1.5, -4.0), fit.cases)


def test_what_does_not_change_is_not_told(fit: FitStore) -> None:
    told = Tellings(fit.parameters_changed, fit.pointing_changed, fit.loss_kind_changed)
    fit.set_parameters(fit.parameters)
    fit.select(fit.selected)
    fit.set_loss_kind(fit.loss_kind)
    assert told.count == 0
