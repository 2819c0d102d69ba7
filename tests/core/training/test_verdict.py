"""The sentence that a comparison comes to."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.training.verdict import VariantResult, standard_error, verdict


def told(*results: tuple[str, tuple[float | None, ...]], images: int = 10_000, is_on_test: bool = True) -> str:
    sentences = verdict([VariantResult(*one) for one in results], images, is_on_test=is_on_test)
    return " ".join(map(str, sentences))


def test_nothing_is_said_before_the_first_seed_is_over() -> None:
    assert told(("CE", ()), ("MSE", ())) == ""


def test_one_seed_names_the_winner_the_margin_and_the_next() -> None:
    text = told(("MSE", (0.308,)), ("CE", (0.9702,)), ("sum", (0.9261,)))
    assert text.startswith("CE reads 97.02% of the 10,000 test digits right, 4.41 percentage points more than")
    assert "the next, sum (92.61%). That is one seed" in text
    assert "losses themselves cannot be compared" in text


def test_a_difference_that_chance_can_make_is_no_win() -> None:
    text = told(("CE", (0.970,)), ("MSE", (0.969,)))
    assert text.startswith("No clear winner: CE reads 97.00%")
    assert told(("CE", (0.970,)), ("MSE", (0.969,)), images=10_000_000).startswith("CE reads")


def test_seeds_whose_ranges_lie_apart_have_a_winner() -> None:
    text = told(("CE", (0.96, 0.97, 0.98)), ("MSE", (0.90, 0.95, 0.92)))
    assert text.startswith("Over 3 seeds CE reads the most of the 10,000 test digits right: 97.00% on average")
    assert "(96.0–98.0%)" in text
    assert "4.67 percentage points" in text
    assert "(92.33%; 90.0–95.0%)" in text


def test_seeds_whose_ranges_overlap_have_none() -> None:
    assert told(("CE", (0.96, 0.98)), ("MSE", (0.90, 0.97))).startswith("No clear winner over 2 seeds")


def test_a_third_variant_that_once_was_better_takes_the_win_away() -> None:
    text = told(("CE", (0.96, 0.98)), ("MSE", (0.95, 0.955)), ("lucky", (0.5, 0.97)))
    assert text.startswith("No clear winner over 2 seeds")


def test_a_variant_that_diverged_is_named_and_does_not_count() -> None:
    text = told(("CE", (0.97,)), ("MSE", (0.90,)), ("wild", (None,)))
    assert text.startswith("CE reads")
    assert "wild diverged: its numbers left all bounds." in text
    assert "wild diverged in 1 of 2 seeds." in told(("CE", (0.97, 0.97)), ("MSE", (0.9, 0.9)), ("wild", (None, 0.1)))


def test_where_one_or_none_is_left_there_is_no_contest() -> None:
    assert told(("CE", (0.97,)), ("MSE", (None,))).startswith("Only CE came through")
    assert told(("CE", (None,)), ("MSE", (None,))).startswith("Every variant diverged")


def test_on_the_way_it_is_only_so_far() -> None:
    assert told(("CE", (0.97,)), ("MSE", (0.30,)), is_on_test=False).startswith("So far CE is ahead")
    assert told(("CE", (0.97,)), ("MSE", (0.97,)), is_on_test=False).startswith("So far nobody is clearly ahead")


def test_one_loss_measured_alike_needs_no_warning() -> None:
    results = [VariantResult("SGD", (0.9,)), VariantResult("Adam", (0.97,))]
    assert "cannot be compared" not in " ".join(map(str, verdict(results, 10_000, losses_differ=False)))


def test_the_standard_error_is_the_binomials() -> None:
    assert standard_error(0.9, 10_000) == pytest.approx(0.003)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=5))
def test_mean_and_range_hold_together(accuracies: list[float]) -> None:
    result = VariantResult("CE", (*accuracies, None))
    assert min(accuracies) - 1e-12 <= result.mean <= max(accuracies) + 1e-12
    assert result.diverged == 1
    assert math.isnan(VariantResult("CE", (None,)).mean)
