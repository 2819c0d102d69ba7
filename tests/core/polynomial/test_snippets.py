"""Every snippet of every preset is run, and leaves the number that stands on screen."""

import math
from typing import get_args

import numpy as np
import pytest

from lossviz.core.polynomial.data import NoisyPoints, Recipe, draw_points
from lossviz.core.polynomial.errors_by_degree import PolynomialFacts
from lossviz.core.polynomial.fit import DEGREES
from lossviz.core.polynomial.presets import PRESETS, PresetKey
from lossviz.core.polynomial.snippets import ErrorKey, polynomial_snippet
from tests.support.snippet_runs import result_of


@pytest.mark.parametrize("error", get_args(ErrorKey))
@pytest.mark.parametrize("key", PRESETS)
def test_the_lines_of_every_preset_give_the_number(key: PresetKey, error: ErrorKey) -> None:
    preset = PRESETS[key]
    snippet = polynomial_snippet(error, PolynomialFacts(draw_points(preset.recipe), preset.ridge), preset.degree)
    assert result_of(snippet.code) == pytest.approx(snippet.value, rel=1e-9)


@pytest.mark.parametrize("error", get_args(ErrorKey))
@pytest.mark.parametrize("degree", DEGREES)
def test_every_degree_gives_the_number(degree: int, error: ErrorKey) -> None:
    facts = PolynomialFacts(draw_points(PRESETS["overfit"].recipe), 0.0)
    snippet = polynomial_snippet(error, facts, degree)
    assert result_of(snippet.code) == pytest.approx(snippet.value, rel=1e-9)
    assert snippet.value == (facts.train_errors if error == "train" else facts.held_out_errors)[degree]


@pytest.mark.parametrize("error", get_args(ErrorKey))
@pytest.mark.parametrize("ridge", [0.0, 0.1])
def test_fewer_points_than_coefficients_give_the_number_too(ridge: float, error: ErrorKey) -> None:
    facts = PolynomialFacts(draw_points(Recipe(12, 0.3, 0.5, 1)), ridge)
    snippet = polynomial_snippet(error, facts, 12)
    assert result_of(snippet.code) == pytest.approx(snippet.value, rel=1e-9, abs=1e-12)


def test_points_in_one_place_give_the_number() -> None:
    points = NoisyPoints(np.full(3, 0.5), np.array([1.0, 2.0, 4.0]), np.array([True, True, False]))
    snippet = polynomial_snippet("held_out", PolynomialFacts(points, 0.0), 5)
    assert snippet.value == pytest.approx((4.0 - 1.5) ** 2)
    assert result_of(snippet.code) == pytest.approx(snippet.value)


def test_no_held_out_points_have_no_error_in_torch_either() -> None:
    snippet = polynomial_snippet("held_out", PolynomialFacts(draw_points(Recipe(9, 0.3, 1.0, 1)), 0.0), 2)
    assert math.isnan(snippet.value)
    assert math.isnan(result_of(snippet.code))


def test_the_lines_need_nothing_but_torch() -> None:
    lines = polynomial_snippet("train", PolynomialFacts(draw_points(Recipe(200, 0.3, 0.5, 1)), 0.1), 3).code
    assert [line for line in lines.splitlines() if line.startswith(("import", "from"))] == ["import torch"]
    assert max(map(len, lines.splitlines())) <= 120
