"""Draws: the seed decides, not how many are drawn at a time."""

import numpy as np
import pytest

from lossviz.core.likelihood.boxes import Box
from lossviz.core.likelihood.draws import drawn_balls, hidden_box


@pytest.mark.parametrize("seed", [0, 1, 999_999])
def test_one_at_a_time_gives_what_all_at_once_gives(seed: int) -> None:
    box = Box(3, 7)
    at_once = drawn_balls(box, seed, 0, 111)
    singly = [drawn_balls(box, seed, already, 1) for already in range(11)]
    in_parts = np.concatenate([*singly, drawn_balls(box, seed, 11, 100)])
    assert (in_parts == at_once).all()
    assert (drawn_balls(box, seed + 1, 0, 111) != at_once).any()


def test_the_balls_are_as_often_blue_as_the_box_says() -> None:
    drawn = drawn_balls(Box(30, 10), 5, 0, 10_000)
    assert drawn.mean() == pytest.approx(0.25, abs=4 * np.sqrt(0.25 * 0.75 / 10_000))


def test_a_colour_that_is_not_in_the_box_never_comes() -> None:
    assert not drawn_balls(Box(5, 0), 3, 0, 1000).any()
    assert drawn_balls(Box(0, 5), 3, 0, 1000).all()


@pytest.mark.parametrize("prior", [0.0, 0.2, 0.5, 1.0])
def test_the_seeds_pick_the_first_box_as_often_as_its_prior_says(prior: float) -> None:
    picked_first = np.mean([hidden_box(seed, prior) == 0 for seed in range(2000)])
    assert picked_first == pytest.approx(prior, abs=4 * np.sqrt(prior * (1 - prior) / 2000))


def test_the_choice_of_the_box_says_nothing_about_the_balls() -> None:
    seeds = range(2000)
    is_first = np.array([hidden_box(seed, 0.5) == 0 for seed in seeds])
    is_blue = np.array([drawn_balls(Box(1, 1), seed, 0, 1)[0] for seed in seeds])
    assert is_blue[is_first].mean() == pytest.approx(is_blue[~is_first].mean(), abs=0.1)
