"""PolynomialFit against exact arithmetic, numpy and torch."""

import numpy as np
import pytest
import torch
from numpy.polynomial import Chebyshev
from numpy.polynomial.chebyshev import chebvander

from lossviz.core.polynomial.data import Column, NoisyPoints, Recipe, draw_points
from lossviz.core.polynomial.fit import DEGREES, fit_degrees, scaled
from lossviz.core.polynomial.presets import PRESETS
from tests.core.polynomial.exact_fit import exact_values

POINTS = draw_points(PRESETS["overfit"].recipe)


def crowded() -> tuple[Column, Column]:
    """16 places, of which 12 lie in a hundredth of the range, far from zero: the worst that a drag may leave."""
    x = 50.0 + np.concatenate([np.linspace(0.0, 0.01, 12), [0.3, 0.6, 0.9, 1.0]])
    return x, np.sin(7 * x)


@pytest.mark.parametrize("ridge", [0.0, 1e-6, 0.03, 10.0])
@pytest.mark.parametrize("degree", [0, 1, 4, 9, 12])
def test_the_fit_is_that_of_exact_arithmetic(degree: int, ridge: float) -> None:
    (fit,) = fit_degrees(*POINTS.train, ridge, (degree,))
    places = np.linspace(0.0, 1.0, 25)
    np.testing.assert_allclose(fit.values(places), exact_values(*POINTS.train, degree, ridge, places), atol=1e-9)


def test_degree_12_is_stable_on_200_points_to_1e_12() -> None:
    points = draw_points(Recipe(200, 0.3, 1.0, 3))
    fit = fit_degrees(*points.train)[12]
    places = np.linspace(points.x.min(), points.x.max(), 9)
    np.testing.assert_allclose(fit.values(places), exact_values(*points.train, 12, 0.0, places), atol=1e-12)


def test_the_residuals_at_crowded_points_are_those_of_exact_arithmetic() -> None:
    x, y = crowded()
    for degree in (3, 6, 12):
        (fit,) = fit_degrees(x, y, 0.0, (degree,))
        np.testing.assert_allclose(fit.values(x), exact_values(x, y, degree, 0.0, x), atol=1e-9)


@pytest.mark.parametrize("degree", DEGREES)
def test_without_ridge_it_is_numpys_fit(degree: int) -> None:
    x, y = POINTS.train
    fit, numpys = fit_degrees(x, y)[degree], Chebyshev.fit(x, y, degree)
    assert fit.coefficients.tolist() == pytest.approx(numpys.coef.tolist(), rel=1e-9, abs=1e-12)
    places = np.linspace(-0.1, 1.1, 100)
    np.testing.assert_allclose(fit.values(places), numpys(places), rtol=1e-9, atol=1e-12)
    assert (fit.degree, [fit.low, fit.high]) == (degree, numpys.domain.tolist())


@pytest.mark.parametrize("ridge", [1e-4, 0.03, 2.0])
def test_with_ridge_it_is_where_torchs_gradient_of_the_documented_sum_is_zero(ridge: float) -> None:
    x, y = (torch.from_numpy(column) for column in POINTS.train)
    for fit in fit_degrees(*POINTS.train, ridge):
        coefficients = torch.tensor(fit.coefficients, requires_grad=True)
        columns = torch.from_numpy(chebvander(scaled(x.numpy(), fit.low, fit.high), fit.degree))
        penalised = ((columns @ coefficients - y) ** 2).mean() + ridge * (coefficients[1:] ** 2).sum()
        (slopes,) = torch.autograd.grad(penalised, coefficients)
        assert float(slopes.abs().max()) < 1e-12


@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_with_fewer_points_than_coefficients_it_is_torchs_solution_of_least_norm(count: int) -> None:
    x, y = POINTS.train[0][:count], POINTS.train[1][:count]
    fit = fit_degrees(x, y)[12]
    np.testing.assert_allclose(fit.values(x), y, atol=1e-9)
    columns = torch.from_numpy(chebvander(scaled(x, fit.low, fit.high), 12))
    torchs = torch.linalg.lstsq(columns, torch.from_numpy(y)[:, None], driver="gelsd").solution[:, 0]
    np.testing.assert_allclose(fit.coefficients, torchs.numpy(), atol=1e-9)


def test_points_in_one_place_are_fitted_by_their_mean() -> None:
    for fit in fit_degrees(np.full(4, 0.7), np.array([1.0, 2.0, 3.0, 6.0])):
        np.testing.assert_allclose(fit.values(np.array([0.7])), 3.0, rtol=1e-12)


def test_a_strong_ridge_leaves_the_mean() -> None:
    """The constant is not penalised: it takes up what the other coefficients may not."""
    x, y = POINTS.train
    fit = fit_degrees(x, y + 100.0, 1e9)[12]
    np.testing.assert_allclose(fit.values(x), 100.0 + y.mean(), atol=1e-6)


def test_the_held_out_points_have_no_say() -> None:
    others = NoisyPoints(np.where(POINTS.is_train, POINTS.x, 9.0), POINTS.y * POINTS.is_train, POINTS.is_train)
    for one, other in zip(fit_degrees(*POINTS.train), fit_degrees(*others.train), strict=True):
        np.testing.assert_array_equal(one.coefficients, other.coefficients)
