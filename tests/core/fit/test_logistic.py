import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from lossviz.core.fit.cases import Cases, CaseWords, Column
from lossviz.core.fit.laws import SCENARIOS, draw_cases
from lossviz.core.fit.logistic import (
    LOSS_KINDS,
    LossKind,
    Parameters,
    case_curvatures,
    case_losses,
    case_slopes,
    gradient,
    hessian,
    logits,
    mean_loss,
    sigmoid,
)

Z = np.concatenate([np.linspace(-40.0, 40.0, 161), [-1e4, -800.0, -745.0, 745.0, 800.0, 1e4]])
EXTREME = np.array([-1e308, -1e4, -750.0, 0.0, 750.0, 1e4, 1e308])
PLACES = [
    Parameters(0.3, 0.6),
    Parameters(2.0, 2.0),
    Parameters(-1.5, 4.0),
    Parameters(7.0, -20.0),
    Parameters(0.0, 0.0),
]
FAR_PLACES = [Parameters(1e4, 0.0), Parameters(-1e4, 3.0), Parameters(0.0, 1e4), Parameters(3e3, -1e4)]


def some_cases() -> Cases:
    return draw_cases(SCENARIOS["overlapping"], 60, 1.0, 3)[0]


def torch_losses(kind: LossKind, z: Tensor, y: Tensor) -> Tensor:
    if kind == "bce":
        return binary_cross_entropy_with_logits(z, y, reduction="none")
    return (torch.sigmoid(z) - y) ** 2


def torch_mean(kind: LossKind, place: Tensor, cases: Cases) -> Tensor:
    z = place[0] * torch.from_numpy(cases.x) + place[1]
    return torch_losses(kind, z, torch.from_numpy(cases.y)).mean()


def torch_gradient(kind: LossKind, place: Parameters, cases: Cases) -> tuple[float, float]:
    leaf = torch.tensor(place, dtype=torch.float64, requires_grad=True)
    (slopes,) = torch.autograd.grad(torch_mean(kind, leaf, cases), leaf)
    return float(slopes[0]), float(slopes[1])


def torch_hessian(kind: LossKind, place: Parameters, cases: Cases) -> Column:
    leaf = torch.tensor(place, dtype=torch.float64, requires_grad=True)
    (slopes,) = torch.autograd.grad(torch_mean(kind, leaf, cases), leaf, create_graph=True)
    rows = [torch.autograd.grad(slope, leaf, retain_graph=True)[0].tolist() for slope in slopes]
    return np.array(rows, dtype=np.float64)


@pytest.mark.parametrize("label", [0.0, 1.0])
@pytest.mark.parametrize("kind", LOSS_KINDS)
def test_losses_and_slopes_of_cases_are_those_of_autograd(kind: LossKind, label: float) -> None:
    z = torch.from_numpy(Z.copy()).requires_grad_()
    losses = torch_losses(kind, z, torch.full_like(z, label))
    (slopes,) = torch.autograd.grad(losses.sum(), z)
    y = np.full_like(Z, label)
    np.testing.assert_allclose(case_losses(kind, Z, y), losses.detach().numpy(), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(case_slopes(kind, Z, y), slopes.numpy(), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("place", [*PLACES, *FAR_PLACES])
@pytest.mark.parametrize("kind", LOSS_KINDS)
def test_the_mean_its_gradient_and_its_hessian_are_those_of_autograd(kind: LossKind, place: Parameters) -> None:
    cases = some_cases()
    value = float(torch_mean(kind, torch.tensor(place, dtype=torch.float64), cases))
    assert mean_loss(kind, place, cases) == pytest.approx(value, rel=1e-12, abs=1e-12)
    ours = gradient(kind, place, cases)
    np.testing.assert_allclose(ours, torch_gradient(kind, place, cases), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(hessian(kind, place, cases), torch_hessian(kind, place, cases), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", LOSS_KINDS)
def test_gradient_and_hessian_are_the_difference_quotients(kind: LossKind, place: Parameters) -> None:
    cases, step = some_cases(), 1e-5
    ahead = [Parameters(place.w + step, place.b), Parameters(place.w, place.b + step)]
    behind = [Parameters(place.w - step, place.b), Parameters(place.w, place.b - step)]
    for axis, (after, before) in enumerate(zip(ahead, behind, strict=True)):
        slope = (mean_loss(kind, after, cases) - mean_loss(kind, before, cases)) / (2.0 * step)
        bend = np.subtract(gradient(kind, after, cases), gradient(kind, before, cases)) / (2.0 * step)
        assert gradient(kind, place, cases)[axis] == pytest.approx(slope, rel=1e-6, abs=1e-6)
        np.testing.assert_allclose(hessian(kind, place, cases)[axis], bend, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("label", [0.0, 1.0])
@pytest.mark.parametrize("kind", LOSS_KINDS)
def test_logits_however_large_give_finite_numbers(kind: LossKind, label: float) -> None:
    y = np.full_like(EXTREME, label)
    for values in (case_losses(kind, EXTREME, y), case_slopes(kind, EXTREME, y), case_curvatures(kind, EXTREME, y)):
        assert np.isfinite(values).all()


def test_a_wrong_certainty_costs_its_logit_under_cross_entropy_and_one_under_squares() -> None:
    z, y = np.array([-1e4, 1e4]), np.array([1.0, 0.0])
    assert case_losses("bce", z, y).tolist() == [1e4, 1e4]
    assert case_losses("mse", z, y).tolist() == [1.0, 1.0]
    assert case_slopes("bce", z, y).tolist() == [-1.0, 1.0]
    assert case_slopes("mse", z, y).tolist() == [0.0, 0.0]


def test_the_sigmoid_keeps_its_precision_at_both_ends() -> None:
    z = np.array([-700.0, -40.0, 0.0])
    np.testing.assert_allclose(sigmoid(z), [math.exp(-700.0), math.exp(-40.0), 0.5], rtol=1e-14)
    np.testing.assert_allclose(sigmoid(z) + sigmoid(-z), 1.0, rtol=1e-15)


@pytest.mark.parametrize("kind", LOSS_KINDS)
def test_a_nearly_perfect_case_still_pulls(kind: LossKind) -> None:
    z = np.array([50.0])
    slope = float(case_slopes(kind, z, np.array([1.0]))[0])
    assert slope == pytest.approx(-math.exp(-50.0) if kind == "bce" else -2.0 * math.exp(-100.0), rel=1e-12)


def test_at_ln_one_and_a_half_the_sigmoid_reads_60_per_cent() -> None:
    assert float(sigmoid(np.array([math.log(1.5)]))[0]) == pytest.approx(0.6, abs=1e-15)
    pair = torch.softmax(torch.tensor([0.0, math.log(1.5)], dtype=torch.float64), dim=0)
    assert pair.tolist() == pytest.approx([0.4, 0.6], abs=1e-15)


@given(st.floats(-20.0, 20.0), st.floats(-20.0, 20.0))
def test_cross_entropy_bends_upwards_everywhere(w: float, b: float) -> None:
    assert float(np.linalg.eigvalsh(hessian("bce", Parameters(w, b), some_cases()))[0]) >= -1e-9


def test_squared_error_bends_downwards_somewhere() -> None:
    grid = [Parameters(w, b) for w in np.linspace(-5.0, 5.0, 11) for b in np.linspace(-9.0, 9.0, 7)]
    assert min(float(np.linalg.eigvalsh(hessian("mse", place, some_cases()))[0]) for place in grid) < -0.01


def test_logits_are_w_x_plus_b() -> None:
    cases = Cases(np.array([0.0, 1.0, -2.0]), np.zeros(3), CaseWords("", "", "", ""))
    assert logits(Parameters(3.0, 0.5), cases.x).tolist() == [0.5, 3.5, -5.5]
