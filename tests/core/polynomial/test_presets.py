"""Every preset shows what its name says, in numbers."""

import numpy as np
import pytest

from lossviz.core.polynomial.data import draw_points
from lossviz.core.polynomial.errors_by_degree import PolynomialFacts
from lossviz.core.polynomial.presets import PRESETS, PresetKey


def errors_of(key: PresetKey) -> tuple[float, float]:
    preset = PRESETS[key]
    facts = PolynomialFacts(draw_points(preset.recipe), preset.ridge)
    return float(facts.train_errors[preset.degree]), float(facts.held_out_errors[preset.degree])


def test_underfit_good_fit_and_overfit_are_the_same_points() -> None:
    assert len({PRESETS[key].recipe for key in ("underfit", "good_fit", "overfit")}) == 1
    assert [PRESETS[key].degree for key in ("underfit", "good_fit", "overfit")] == [1, 4, 12]


def test_the_training_error_falls_while_the_held_out_error_has_its_least_in_between() -> None:
    under, under_held_out = errors_of("underfit")
    good, good_held_out = errors_of("good_fit")
    over, over_held_out = errors_of("overfit")
    assert under > 10 * good
    assert good > 3 * over
    assert under_held_out > 5 * good_held_out
    assert over_held_out > 5 * good_held_out
    # An underfit is as bad on the points that it knows; an overfit is bad only on those that it does not.
    assert under_held_out < 2 * under
    assert over_held_out > 50 * over


def test_good_fit_has_the_best_degree_of_all_and_comes_near_the_noise() -> None:
    preset = PRESETS["good_fit"]
    points = draw_points(preset.recipe)
    assert PolynomialFacts(points, 0.0).best_degree == preset.degree
    assert errors_of("good_fit")[1] == pytest.approx(preset.recipe.noise**2, rel=0.2)


@pytest.mark.parametrize("key", ["ridge", "more_points"])
def test_ridge_and_more_points_cure_the_overfit_at_the_same_degree(key: PresetKey) -> None:
    assert PRESETS[key].degree == PRESETS["overfit"].degree
    assert PRESETS[key].recipe.noise == PRESETS["overfit"].recipe.noise
    assert errors_of(key)[1] < 0.2 * errors_of("overfit")[1]
    assert errors_of(key)[0] > errors_of("overfit")[0]


def test_the_figures_that_the_presets_tell_of() -> None:
    assert [round(error, 4) for error in errors_of("good_fit")] == [0.0289, 0.0958]
    assert [round(error, 4) for error in errors_of("overfit")] == [0.0075, 0.6153]
    assert np.isfinite([errors_of(key) for key in PRESETS]).all()
