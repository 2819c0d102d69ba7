"""Descents forwards and backwards, against the analytic gradient and the update rules written out."""

import math
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.descent import MOST_STEPS, Descent
from lossviz.core.fit.descent_settings import OPTIMIZER_NAMES, DescentSettings, OptimizerName
from lossviz.core.fit.estimates import fit_sigmoid
from lossviz.core.fit.logistic import LOSS_KINDS, LossKind, Parameters, gradient, logits, mean_loss, sigmoid
from lossviz.core.fit.torch_steps import torch_mean_loss
from tests.core.fit.sample_cases import cases_of, drawn_cases

START = Parameters(2.0, 2.0)
CASES = drawn_cases(60)
RATES: dict[OptimizerName, float] = {"gd": 0.1, "momentum": 0.03, "rmsprop": 0.1, "adam": 0.1}


def _settings(loss: LossKind, optimizer: OptimizerName, batch_size: int | None = None) -> DescentSettings:
    return DescentSettings(loss, optimizer, RATES[optimizer], batch_size, seed=7)


@pytest.mark.parametrize("kind", LOSS_KINDS)
def test_the_loss_is_torchs_own_in_value_and_gradient(kind: LossKind) -> None:
    z = torch.linspace(-12, 12, 49, dtype=torch.float64, requires_grad=True)
    y = torch.arange(49, dtype=torch.float64) % 2
    ours = torch_mean_loss(kind, z, y)
    (our_gradient,) = torch.autograd.grad(ours, z)
    functional = torch.nn.functional
    theirs = {
        "bce": functional.binary_cross_entropy_with_logits(z, y),
        "mse": functional.mse_loss(torch.sigmoid(z), y),
    }[kind]
    (their_gradient,) = torch.autograd.grad(theirs, z)
    assert ours.item() == pytest.approx(theirs.item(), rel=1e-14)
    torch.testing.assert_close(our_gradient, their_gradient, rtol=0, atol=1e-15)


@pytest.mark.parametrize("kind", LOSS_KINDS)
@pytest.mark.parametrize(
    "parameters", [START, Parameters(-1.0, 3.0), Parameters(30.0, 20.0), Parameters(3000.0, 1000.0)]
)
def test_autograds_gradient_is_the_analytic_one_with_all_its_digits(kind: LossKind, parameters: Parameters) -> None:
    phases = Descent(parameters, DescentSettings(kind, "gd", 0.1), CASES).phases()
    assert phases.gradient == pytest.approx(gradient(kind, parameters, CASES), rel=1e-11, abs=1e-300)
    assert phases.loss == pytest.approx(mean_loss(kind, parameters, CASES), rel=1e-12)


@pytest.mark.parametrize("optimizer", OPTIMIZER_NAMES)
@pytest.mark.parametrize("batch_size", [None, 8])
def test_the_four_phases_are_those_of_the_step_then_taken(optimizer: OptimizerName, batch_size: int | None) -> None:
    descent = Descent(START, _settings("bce", optimizer, batch_size), CASES)
    for _ in range(20):
        phases = descent.phases()
        batch = replace(CASES, x=CASES.x[phases.indices], y=CASES.y[phases.indices])
        np.testing.assert_allclose(phases.logits, logits(descent.parameters, batch.x), rtol=1e-13)
        np.testing.assert_allclose(phases.probabilities, sigmoid(phases.logits), rtol=1e-13)
        assert phases.loss == pytest.approx(mean_loss("bce", descent.parameters, batch), rel=1e-12)
        assert phases.gradient == pytest.approx(gradient("bce", descent.parameters, batch), rel=1e-10, abs=1e-15)
        descent.step()
        assert descent.parameters == phases.updated


@pytest.mark.parametrize("loss", LOSS_KINDS)
@pytest.mark.parametrize("optimizer", OPTIMIZER_NAMES)
@pytest.mark.parametrize("batch_size", [None, 7])
def test_stepping_back_and_on_again_repeats_every_bit(
    loss: LossKind, optimizer: OptimizerName, batch_size: int | None
) -> None:
    descent = Descent(START, _settings(loss, optimizer, batch_size), CASES)
    descent.go_to(40)
    path = descent.path
    descent.go_to(13)
    assert descent.path == path[:14]
    descent.set_learning_rate(0.05)  # forgets the way on, so that it is computed again from the restored state
    descent.set_learning_rate(RATES[optimizer])
    descent.go_to(40)
    assert descent.path == path
    while descent.step_back():
        pass
    assert descent.position == 0
    assert descent.parameters == START


def test_going_back_to_the_start_and_on_repeats_every_bit_of_a_new_descent() -> None:
    descent = Descent(START, _settings("bce", "adam", 8), CASES)
    descent.go_to(30)
    descent.go_to(-5)
    assert descent.position == 0
    descent.set_learning_rate(0.2)
    descent.go_to(30)
    other = Descent(START, replace(_settings("bce", "adam", 8), learning_rate=0.2), CASES)
    other.go_to(30)
    assert descent.path == other.path


def test_a_learning_rate_counts_from_the_present_step_on() -> None:
    descent = Descent(START, DescentSettings("bce", "gd", 0.1), CASES)
    descent.go_to(3)
    slope = gradient("bce", descent.parameters, CASES)
    before = descent.parameters
    descent.set_learning_rate(0.3)
    descent.step()
    assert descent.parameters.w == pytest.approx(before.w - 0.3 * slope.w, rel=1e-12)
    descent.step_back()
    descent.step_back()
    assert descent.learning_rate == 0.1
    descent.go_to(3)
    assert descent.learning_rate == 0.3


@pytest.mark.parametrize("rate", [0.0, -1.0, math.inf, math.nan])
def test_a_rate_that_is_no_positive_number_is_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="positive number"):
        Descent(START, _settings("bce", "gd"), CASES).set_learning_rate(rate)


@pytest.mark.parametrize("optimizer", OPTIMIZER_NAMES)
def test_each_epoch_shows_every_case_once(optimizer: OptimizerName) -> None:
    descent = Descent(START, _settings("bce", optimizer, 7), CASES)
    orders = []
    for _ in range(3):
        epoch = []
        for _ in range(9):  # eight batches of 7 and one of 4
            epoch.extend(descent.phases().indices.tolist())
            descent.step()
        assert sorted(epoch) == list(range(60))
        orders.append(epoch)
    assert orders[0] != orders[1] != orders[2]


def test_cross_entropy_converges_to_the_fitted_sigmoid() -> None:
    descent = Descent(Parameters(0.0, 0.0), DescentSettings("bce", "momentum", 0.1), CASES)
    descent.go_to(3000)
    assert descent.ending == "converged"
    assert descent.parameters == pytest.approx(fit_sigmoid(CASES).parameters, abs=1e-4)
    assert descent.step()


def test_squared_error_stalls_on_its_plateau_where_cross_entropy_does_not() -> None:
    start = Parameters(10.0, 10.0)
    stalled, moving = (Descent(start, DescentSettings(kind, "gd", 0.1), CASES) for kind in LOSS_KINDS)
    for descent in (stalled, moving):
        descent.go_to(200)
    assert stalled.ending == "stalled"
    assert moving.ending is None
    assert mean_loss("mse", moving.parameters, CASES) < mean_loss("mse", stalled.parameters, CASES) - 0.1
    assert stalled.step()


def test_a_step_far_too_large_runs_off_and_there_is_no_way_on_but_back() -> None:
    descent = Descent(START, DescentSettings("bce", "gd", 1e6), CASES)
    descent.go_to(50)
    assert descent.ending == "diverged"
    assert descent.position < 50
    assert not descent.step()
    descent.step_back()
    assert descent.ending is None
    descent.set_learning_rate(0.1)
    assert descent.step()


@pytest.mark.parametrize("kind", LOSS_KINDS)
@pytest.mark.parametrize("optimizer", OPTIMIZER_NAMES)
def test_even_the_largest_rate_there_is_gives_numbers(kind: LossKind, optimizer: OptimizerName) -> None:
    descent = Descent(START, DescentSettings(kind, optimizer, 1e308), CASES)
    descent.go_to(20)
    assert np.isfinite(descent.path_values).all()
    assert descent.ending in ("diverged", "stalled")


@pytest.mark.parametrize("cases", [cases_of([2.0], [1.0]), cases_of([1, 2, 3], [0, 0, 0]), cases_of([2, 2], [0, 1])])
def test_the_fewest_and_plainest_cases_descend_too(cases: Cases) -> None:
    descent = Descent(START, _settings("mse", "adam", 8), cases)
    before = mean_loss("mse", START, cases)
    descent.go_to(50)
    assert mean_loss("mse", descent.parameters, cases) < before


def test_memory_is_bounded() -> None:
    assert MOST_STEPS * 7 * 8 < 8e6


def test_a_batch_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one case"):
        DescentSettings("bce", "gd", 0.1, 0)


def test_torchs_compiler_stays_out_as_it_would_hold_the_first_step_up() -> None:
    code = """
import sys
from lossviz.core.fit.descent import Descent
from lossviz.core.fit.descent_settings import OPTIMIZER_NAMES, DescentSettings
from lossviz.core.fit.laws import SCENARIOS, draw_cases
from lossviz.core.fit.logistic import Parameters
cases, _ = draw_cases(SCENARIOS["clean"], 60, 1.0, 1)
for name in OPTIMIZER_NAMES:
    assert Descent(Parameters(0.0, 0.0), DescentSettings("bce", name, 0.1), cases).step()
assert "torch._dynamo" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3], check=True)
