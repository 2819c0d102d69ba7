"""Error curves: what they show, and what part of the axis is worth seeing."""

import math

import numpy as np
import pytest

from lossviz.core.polynomial.data import Recipe, draw_points
from lossviz.core.polynomial.errors_by_degree import PolynomialFacts
from lossviz.core.polynomial.presets import PRESETS
from lossviz.widgets.polynomial.error_curves import ErrorNames, error_curves, error_range, error_text, on_axis

NAMES = ErrorNames("train", "held out")
FACTS = PolynomialFacts(draw_points(PRESETS["overfit"].recipe), 0.0)
WILD = PolynomialFacts(draw_points(Recipe(14, 0.3, 0.5, 4)), 0.0)  # held-out errors over 100 000
ALL_TRAIN = PolynomialFacts(draw_points(Recipe(12, 0.3, 1.0, 4)), 0.0)


def test_the_curves_are_the_errors_over_the_degrees() -> None:
    train, held_out = error_curves(FACTS, NAMES, is_log=False, shows_held_out=True)
    np.testing.assert_array_equal(train.xs, np.arange(13))
    np.testing.assert_array_equal(train.ys, FACTS.train_errors)
    np.testing.assert_array_equal(held_out.ys, FACTS.held_out_errors)
    assert (train.colour, held_out.colour, train.dash, held_out.dash) == ("train", "validation", "solid", "dashed")


def test_what_is_hidden_or_does_not_exist_is_left_out() -> None:
    assert len(error_curves(FACTS, NAMES, is_log=False, shows_held_out=False)) == 1
    assert len(error_curves(ALL_TRAIN, NAMES, is_log=False, shows_held_out=True)) == 1


def test_on_a_log_axis_nothing_stands_far_below() -> None:
    np.testing.assert_allclose(on_axis(np.array([1.0, 0.01]), is_log=True), [0.0, -2.0])
    assert on_axis(np.array([0.0, 1e-31]), is_log=True).tolist() == [-20.0, -20.0]


@pytest.mark.parametrize("facts", [FACTS, WILD, ALL_TRAIN])
@pytest.mark.parametrize("is_log", [False, True])
def test_the_range_holds_the_training_errors_that_count(facts: PolynomialFacts, is_log: bool) -> None:
    shown = error_range(facts, is_log)
    values = on_axis(facts.train_errors[facts.train_errors > 1e-6 * facts.train_errors.max()], is_log)
    assert shown.low < values.min() <= values.max() < shown.high


def test_an_error_beyond_all_measure_does_not_squash_the_others() -> None:
    assert np.nanmax(WILD.held_out_errors) > 100 * error_range(WILD, is_log=False).high
    assert error_range(WILD, is_log=True).span < 14


def test_points_without_any_error_have_a_range_too() -> None:
    points = draw_points(Recipe(2, 0.0, 1.0, 1))
    facts = PolynomialFacts(points.moved(0, 0.5, 0.0).moved(1, 0.7, 0.0), 0.0)
    for is_log in (False, True):
        shown = error_range(facts, is_log)
        assert math.isfinite(shown.low)
        assert shown.span > 0


@pytest.mark.parametrize(("error", "text"), [(0.0958, "0.0958"), (1e-31, "0"), (math.nan, "–"), (123456.0, "1.23e+05")])
def test_errors_are_written_to_three_digits(error: float, text: str) -> None:
    assert error_text(error) == text
