import math

import numpy as np
import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from torch.nn.functional import binary_cross_entropy_with_logits

from lossviz.core.fit.cases import Cases, CaseWords
from lossviz.core.fit.estimates import ModelKind, fit_sigmoid, least_squares, size_at, slope_at, transition_band
from lossviz.core.fit.laws import SCENARIOS, ScenarioKey, draw_cases
from lossviz.core.fit.logistic import Parameters, gradient, mean_loss, sigmoid

WORDS = CaseWords("size", "cm", "benign", "malignant")


def cases_of(x: list[float], y: list[int]) -> Cases:
    return Cases(np.array(x, dtype=np.float64), np.array(y, dtype=np.float64), WORDS)


def overlapping(count: int, seed: int) -> Cases:
    return draw_cases(SCENARIOS["overlapping"], count, 1.0, seed)[0]


@st.composite
def any_cases(draw: st.DrawFn) -> Cases:
    scale = 10.0 ** draw(st.integers(-6, 6))
    offset = draw(st.sampled_from([0.0, 1.0, -300.0]))
    x = draw(st.lists(st.integers(-50, 50), min_size=2, max_size=30))
    y = draw(st.lists(st.integers(0, 1), min_size=len(x), max_size=len(x)))
    return cases_of([scale * (offset + size) for size in x], y)


def long_run_reference(cases: Cases) -> Parameters:
    x = torch.from_numpy((cases.x - cases.x.mean()) / cases.x.std())
    y = torch.from_numpy(cases.y)
    parameters = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    optimizer: torch.optim.Optimizer = torch.optim.LBFGS(
        [parameters],
        max_iter=1000,
        tolerance_grad=1e-14,
        tolerance_change=1e-16,
        history_size=20,
        line_search_fn="strong_wolfe",
    )

    def loss() -> float:
        optimizer.zero_grad()
        value = binary_cross_entropy_with_logits(parameters[0] * x + parameters[1], y)
        torch.autograd.backward(value)
        return float(value.detach())

    for _ in range(5):
        optimizer.step(loss)
    w = float(parameters[0].detach()) / float(cases.x.std())
    return Parameters(w, float(parameters[1].detach()) - w * float(cases.x.mean()))


@given(any_cases())
def test_the_line_is_that_of_torch_lstsq(cases: Cases) -> None:
    scale = float(np.abs(cases.x).max())
    assume(np.ptp(cases.x) > 0.0)
    x = torch.from_numpy(cases.x / scale)
    design = torch.stack([x, torch.ones_like(x)], dim=1)
    reference = torch.linalg.lstsq(design, torch.from_numpy(cases.y)[:, None], driver="gelsd").solution
    line = least_squares(cases)
    assert line.w * scale == pytest.approx(float(reference[0]), rel=1e-8, abs=1e-8)
    assert line.b == pytest.approx(float(reference[1]), rel=1e-8, abs=1e-8)


def test_the_line_through_equal_sizes_is_flat_at_the_share_of_positives() -> None:
    assert least_squares(cases_of([2.2, 2.2, 2.2, 2.2], [0, 1, 1, 1])) == Parameters(0.0, 0.75)


@pytest.mark.parametrize("key", ["clean", "overlapping", "far_outliers", "valve"])
def test_the_sigmoid_is_that_of_a_long_run_of_lbfgs(key: ScenarioKey) -> None:
    scenario = SCENARIOS[key]
    for seed in range(3):
        cases, _ = draw_cases(scenario, scenario.count, 1.0, seed)
        fit = fit_sigmoid(cases)
        assert fit.state == "converged"
        np.testing.assert_allclose(fit.parameters, long_run_reference(cases), rtol=1e-7)


@given(any_cases())
def test_where_the_classes_overlap_the_sigmoids_gradient_vanishes(cases: Cases) -> None:
    fit = fit_sigmoid(cases)
    assume(fit.state == "converged")
    slope_w, slope_b = gradient("bce", fit.parameters, cases)
    assert slope_w / float(np.abs(cases.x).max()) == pytest.approx(0.0, abs=1e-10)
    assert slope_b == pytest.approx(0.0, abs=1e-10)


@given(any_cases())
def test_each_state_is_what_a_look_at_every_possible_boundary_says(cases: Cases) -> None:
    state = fit_sigmoid(cases).state
    zeros, ones = set(cases.x[cases.y == 0.0].tolist()), set(cases.x[cases.y == 1.0].tolist())
    if not zeros or not ones:
        assert state == "one_class"
    elif len(zeros | ones) == 1:
        assert state == "all_equal"
    else:
        parted = any(
            max(low) <= size <= min(high) for size in zeros | ones for low, high in [(zeros, ones), (ones, zeros)]
        )
        assert state == ("separable" if parted else "converged")


@given(any_cases())
def test_whatever_the_cases_the_parameters_are_finite_and_no_worse_than_a_flat_sigmoid(cases: Cases) -> None:
    fit = fit_sigmoid(cases)
    assert all(map(math.isfinite, fit.parameters))
    share = min(max(float(cases.y.mean()), 1e-9), 1.0 - 1e-9)
    if fit.state != "one_class":
        flat = mean_loss("bce", Parameters(0.0, math.log(share / (1.0 - share))), cases)
        assert mean_loss("bce", fit.parameters, cases) <= flat + 1e-12


@pytest.mark.parametrize("hair", [1e-1, 1e-3, 1e-6, 1e-9])
def test_classes_that_overlap_by_a_hair_are_fitted_too(hair: float) -> None:
    cases = cases_of([0.0, 1.0, 2.0, 2.0 + hair, 3.0, 4.0], [0, 0, 1, 0, 1, 1])
    fit = fit_sigmoid(cases)
    assert fit.state == "converged"
    np.testing.assert_allclose(gradient("bce", fit.parameters, cases), 0.0, atol=1e-7)
    best = mean_loss("bce", fit.parameters, cases)
    for factor in (0.99, 1.01):
        steeper = Parameters(fit.parameters.w * factor, fit.parameters.b * factor)
        assert mean_loss("bce", steeper, cases) >= best


@pytest.mark.parametrize("rising", [True, False])
def test_a_gap_is_crossed_in_its_middle_from_a_thousandth_to_999_thousandths(rising: bool) -> None:
    labels = [0, 0, 1, 1] if rising else [1, 1, 0, 0]
    fit = fit_sigmoid(cases_of([0.0, 2.0, 3.0, 9.0], labels))
    p = sigmoid(fit.parameters.w * np.array([2.0, 2.5, 3.0]) + fit.parameters.b)
    np.testing.assert_allclose(p, [0.001, 0.5, 0.999] if rising else [0.999, 0.5, 0.001], rtol=1e-9)
    assert fit.state == "separable"


@pytest.mark.parametrize("rising", [True, False])
def test_a_shared_size_gets_its_share_of_positives_and_its_neighbours_nearly_all_or_nothing(rising: bool) -> None:
    labels = [0, 0, 1, 1, 1, 1] if rising else [1, 0, 1, 1, 1, 0]
    fit = fit_sigmoid(cases_of([1.0, 2.0, 2.0, 2.0, 2.0, 4.0], labels))
    p = sigmoid(fit.parameters.w * np.array([1.0, 2.0, 4.0]) + fit.parameters.b)
    assert fit.state == "separable"
    assert p[1] == pytest.approx(0.75)
    assert (p[0] < 0.01) if rising else (p[0] > 0.99)
    assert (p[2] > 0.99) if rising else (p[2] < 0.01)


def test_one_class_or_equal_sizes_give_a_flat_sigmoid() -> None:
    assert fit_sigmoid(cases_of([1.0, 2.0, 3.0], [1, 1, 1])).parameters == Parameters(0.0, math.log(4.0))
    fit = fit_sigmoid(cases_of([2.0, 2.0, 2.0], [1, 1, 0]))
    assert (fit.state, fit.parameters) == ("all_equal", Parameters(0.0, math.log(2.0)))


@pytest.mark.parametrize("parameters", [Parameters(1.3, -4.0), Parameters(-0.2, 9.0)])
@pytest.mark.parametrize("model", ["sigmoid", "line"])
def test_the_band_reaches_from_10_to_90_per_cent(model: ModelKind, parameters: Parameters) -> None:
    band = transition_band(model, parameters)
    assert band is not None
    readings = parameters.w * np.array(band) + parameters.b
    if model == "sigmoid":
        readings = sigmoid(readings)
    np.testing.assert_allclose(np.sort(readings), [0.1, 0.9], rtol=1e-9)
    assert band[0] < band[1]


@pytest.mark.parametrize("parameters", [Parameters(0.0, 1.0), Parameters(5e-324, 1.0), Parameters(math.nan, 1.0)])
@pytest.mark.parametrize("model", ["sigmoid", "line"])
def test_what_does_not_change_has_no_band(model: ModelKind, parameters: Parameters) -> None:
    assert transition_band(model, parameters) is None
    assert size_at(model, parameters, 0.5) is None


@pytest.mark.parametrize("model", ["sigmoid", "line"])
def test_the_slope_is_the_difference_quotient(model: ModelKind) -> None:
    parameters, x, step = Parameters(1.3, -4.0), 2.7, 1e-6
    ends = parameters.w * np.array([x - step, x + step]) + parameters.b
    readings = sigmoid(ends) if model == "sigmoid" else ends
    assert slope_at(model, parameters, x) == pytest.approx((readings[1] - readings[0]) / (2.0 * step), rel=1e-8)


def test_ten_thousand_cases_are_fitted_too() -> None:
    cases = overlapping(10_000, 1)
    fit = fit_sigmoid(cases)
    np.testing.assert_allclose(gradient("bce", fit.parameters, cases), 0.0, atol=1e-12)
    assert size_at("sigmoid", fit.parameters, 0.5) == pytest.approx(SCENARIOS["overlapping"].law.midpoint, abs=0.05)
