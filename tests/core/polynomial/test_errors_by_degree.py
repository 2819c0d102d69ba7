"""PolynomialFacts: errors by degree against torch, and what must hold of them."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.polynomial.data import Recipe, draw_points
from lossviz.core.polynomial.errors_by_degree import PolynomialFacts
from lossviz.core.polynomial.presets import PRESETS

POINTS = draw_points(PRESETS["overfit"].recipe)


@pytest.mark.parametrize("ridge", [0.0, 0.03])
def test_the_errors_are_torchs(ridge: float) -> None:
    facts = PolynomialFacts(POINTS, ridge)
    for errors, (x, y) in ((facts.train_errors, POINTS.train), (facts.held_out_errors, POINTS.held_out)):
        for fit, error in zip(facts.fits, errors, strict=True):
            predicted, target = torch.from_numpy(fit.values(x)), torch.from_numpy(y)
            assert error == pytest.approx(float(torch.nn.functional.mse_loss(predicted, target)), rel=1e-12)


@given(st.integers(2, 60), st.floats(0.0, 2.0), st.floats(0.1, 1.0), st.integers(0, 9999))
def test_a_higher_degree_never_fits_the_train_points_worse(count: int, noise: float, share: float, seed: int) -> None:
    errors = PolynomialFacts(draw_points(Recipe(count, noise, share, seed)), 0.0).train_errors
    assert np.all(np.diff(errors) <= 1e-9 * (1 + errors[:-1]))


def test_the_best_degree_has_the_least_held_out_error() -> None:
    for seed in range(30):
        facts = PolynomialFacts(draw_points(Recipe(30, 0.3, 0.5, seed)), 0.0)
        assert facts.best_degree is not None
        assert facts.held_out_errors[facts.best_degree] == min(facts.held_out_errors)


def test_without_held_out_points_nothing_is_best() -> None:
    facts = PolynomialFacts(draw_points(Recipe(30, 0.3, 1.0, 1)), 0.0)
    assert facts.best_degree is None
    assert all(map(math.isnan, facts.held_out_errors))
    assert np.isfinite(facts.train_errors).all()


def test_places_are_counted_not_points() -> None:
    points = draw_points(Recipe(6, 0.3, 1.0, 1)).moved(0, 0.5, 0.0).moved(1, 0.5, 1.0)
    assert PolynomialFacts(points, 0.0).place_count == 5
