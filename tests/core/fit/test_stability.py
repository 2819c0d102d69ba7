"""Diagnoses, each against what a descent then does."""

import math
from dataclasses import replace

import numpy as np
import pytest

from lossviz.core.fit.descent_endings import Ending, EndingRules
from lossviz.core.fit.descent_path import run_path
from lossviz.core.fit.descent_settings import LEARNING_RATES, DescentSettings
from lossviz.core.fit.estimates import fit_sigmoid
from lossviz.core.fit.laws import SCENARIOS, draw_cases
from lossviz.core.fit.logistic import LOSS_KINDS, LossKind, Parameters, gradient, hessian, mean_loss
from lossviz.core.fit.stability import diagnose
from tests.core.fit.sample_cases import cases_of, drawn_cases

CASES = drawn_cases(60)
BOTTOM = fit_sigmoid(CASES).parameters
GD = DescentSettings("bce", "gd", 0.1)


def _ending(start: Parameters, settings: DescentSettings, steps: int) -> Ending | None:
    w, b = run_path(start, settings, CASES, steps)[-1].tolist()
    return EndingRules(settings.loss, CASES, start).ending(Parameters(w, b))


@pytest.mark.parametrize("kind", LOSS_KINDS)
def test_the_limit_is_two_over_the_largest_eigenvalue(kind: LossKind) -> None:
    diagnosis = diagnose(BOTTOM, replace(GD, loss=kind), CASES)
    assert diagnosis.largest_eigenvalue == pytest.approx(np.linalg.eigvalsh(hessian(kind, BOTTOM, CASES)).max())
    assert diagnosis.limit == pytest.approx(2 / diagnosis.largest_eigenvalue)
    with_momentum = diagnose(BOTTOM, replace(GD, loss=kind, optimizer="momentum"), CASES)
    assert with_momentum.limit == pytest.approx(3.8 / diagnosis.largest_eigenvalue)


@pytest.mark.parametrize("optimizer", ["gd", "momentum"])
def test_just_below_the_limit_a_descent_settles_and_just_above_it_does_not(optimizer: str) -> None:
    settings = replace(GD, optimizer="gd" if optimizer == "gd" else "momentum")
    limit = diagnose(BOTTOM, settings, CASES).limit
    nearby = Parameters(BOTTOM.w + 1e-3, BOTTOM.b)
    ends = []
    for factor in (0.97, 1.03):
        chosen = replace(settings, learning_rate=factor * limit)
        ends.append((diagnose(nearby, chosen, CASES).kind, _ending(nearby, chosen, steps=2000)))
    assert ends == [("fine", "converged"), ("too_large", None)]


def test_a_step_too_large_is_recognised_from_the_flat_place_it_has_led_to() -> None:
    flung_away = Parameters(-40.0, -80.0)
    diagnosis = diagnose(flung_away, replace(GD, learning_rate=12.0), CASES)
    assert diagnosis.kind == "too_large"
    assert diagnosis.measured_at == "bottom"
    assert diagnosis.limit < 12


@pytest.mark.parametrize("kind", LOSS_KINDS)
def test_the_suggested_rate_is_on_the_ladder_and_converges(kind: LossKind) -> None:
    suggested = diagnose(Parameters(0.0, 0.0), replace(GD, loss=kind, learning_rate=12.0), CASES).suggested_rate
    assert suggested in LEARNING_RATES
    settings = replace(GD, loss=kind, learning_rate=suggested)
    assert _ending(Parameters(0.0, 0.0), settings, steps=20_000) == "converged"


def test_a_start_at_two_and_two_is_flat_for_squared_error_and_fine_for_cross_entropy() -> None:
    start = Parameters(2.0, 2.0)
    flat = diagnose(start, DescentSettings("mse", "gd", 0.1), CASES)
    assert flat.kind == "flat"
    assert flat.gradient_ratio > 10
    assert diagnose(start, DescentSettings("bce", "gd", 0.1), CASES).kind == "fine"


def test_far_out_on_the_plateau_squared_error_stalls() -> None:
    assert diagnose(Parameters(10.0, 10.0), DescentSettings("mse", "gd", 0.1), CASES).kind == "stalled"


@pytest.mark.parametrize(("w", "b", "factor"), [(2.0, 2.0, 56.6), (0.6, 0.9, 6.7)])
def test_a_saturated_case_has_the_published_ratio_of_gradients(w: float, b: float, factor: float) -> None:
    """FEATURES 4.13, where squared error is halved: x = 1, y = 0."""
    diagnosis = diagnose(Parameters(w, b), GD, cases_of([1.0], [0.0]))
    assert 2 * diagnosis.gradient_ratio == pytest.approx(factor, abs=0.05)


def test_where_squared_error_has_no_gradient_left_the_ratio_is_infinite() -> None:
    assert diagnose(Parameters(1e3, 1e3), GD, cases_of([1.0], [0.0])).gradient_ratio == math.inf


def test_separable_cases_are_recognised() -> None:
    cases = cases_of([1, 1.5, 2, 3, 3.5, 4], [0, 0, 0, 1, 1, 1])
    assert diagnose(Parameters(0.0, 0.0), GD, cases).kind == "separable"


@pytest.mark.parametrize("optimizer", ["rmsprop", "adam"])
def test_optimizers_that_scale_their_steps_have_no_limit_and_get_a_rate_that_arrives(optimizer: str) -> None:
    settings = replace(GD, optimizer="adam" if optimizer == "adam" else "rmsprop")
    start = Parameters(2.0, 2.0)
    diagnosis = diagnose(start, settings, CASES)
    assert diagnosis.limit == math.inf
    assert diagnosis.kind == "fine"
    path = run_path(start, replace(settings, learning_rate=diagnosis.suggested_rate), CASES, steps=2000)
    np.testing.assert_allclose(path[-1], BOTTOM, atol=0.1)


def test_a_step_that_ends_higher_is_said_to_lead_uphill_and_the_rate_offered_does_not() -> None:
    cases = draw_cases(SCENARIOS["overlapping"], 60, 1.0, 1)[0]
    settings = DescentSettings("bce", "gd", 2.0)
    start, kinds = Parameters(2.0, 2.0), []
    for _ in range(8):
        diagnosis = diagnose(start, settings, cases)
        slope = gradient("bce", start, cases)
        reached = Parameters(start.w - 2.0 * slope.w, start.b - 2.0 * slope.b)
        rises = mean_loss("bce", reached, cases) > mean_loss("bce", start, cases)
        assert not rises or diagnosis.kind in {"uphill", "too_large"}
        kinds.append(diagnosis.kind)
        slower = Parameters(*(at - diagnosis.suggested_rate * by for at, by in zip(start, slope, strict=True)))
        assert mean_loss("bce", slower, cases) <= mean_loss("bce", start, cases)
        start = reached
    assert "uphill" in kinds
