"""The same recipe gives the same cases, and a change of scenario brings that scenario's own numbers."""

from typing import get_args

import numpy as np
import pytest

from lossviz.core.fit.laws import COUNT_RANGE, SCENARIOS, ScenarioKey, draw_cases
from lossviz.core.fit.recipes import MOST_SEED, Recipe, usual_recipe


@pytest.mark.parametrize("scenario", get_args(ScenarioKey))
def test_the_law_is_the_one_that_the_labels_were_drawn_from(scenario: ScenarioKey) -> None:
    recipe = Recipe(scenario, 40, 1.5, 7)
    cases, law = draw_cases(SCENARIOS[scenario], 40, 1.5, 7)
    assert recipe.law == law
    assert np.array_equal(recipe.drawn().x, cases.x)
    assert np.array_equal(recipe.drawn().y, cases.y)


@pytest.mark.parametrize(("asked", "drawn"), [(0, COUNT_RANGE[0]), (10**9, COUNT_RANGE[1]), (100, 100)])
def test_no_more_and_no_fewer_cases_are_drawn_than_can_be(asked: int, drawn: int) -> None:
    assert len(Recipe("overlapping", asked, 1.0, 1).drawn()) == drawn


def test_another_scenario_comes_with_its_own_numbers_unless_they_are_given() -> None:
    recipe = Recipe("overlapping", 99, 2.0, 5)
    assert recipe.changed(scenario="valve") == Recipe("valve", SCENARIOS["valve"].count, 1.0, 5)
    assert recipe.changed(scenario="valve", overlap=3.0) == Recipe("valve", SCENARIOS["valve"].count, 3.0, 5)
    assert recipe.changed(scenario="overlapping") == recipe


def test_the_seed_after_the_last_is_the_first() -> None:
    assert usual_recipe("clean").next_seed == 2
    assert usual_recipe("clean", MOST_SEED).next_seed == 0


def test_scenarios_of_equal_numbers_have_laws_of_their_own() -> None:
    clean, far = usual_recipe("clean"), usual_recipe("far_outliers")
    assert clean.law == far.law
    assert not clean.shares_law_with(far)
    assert clean.shares_law_with(usual_recipe("clean", 9))
    assert not clean.shares_law_with(None)
