"""The fast path against Descent, which PyTorch computes."""

from dataclasses import replace

import numpy as np
import pytest

from lossviz.core.fit.descent import Descent
from lossviz.core.fit.descent_path import run_path
from lossviz.core.fit.descent_settings import OPTIMIZER_NAMES, DescentSettings, OptimizerName
from lossviz.core.fit.logistic import LOSS_KINDS, LossKind, Parameters
from tests.core.fit.sample_cases import cases_of, drawn_cases

STARTS = (Parameters(2.0, 2.0), Parameters(-0.5, 4.0), Parameters(12.0, 10.0))


@pytest.mark.parametrize("loss", LOSS_KINDS)
@pytest.mark.parametrize("optimizer", OPTIMIZER_NAMES)
@pytest.mark.parametrize("batch_size", [None, 1, 7, 60, 100])
@pytest.mark.parametrize("start", STARTS)
def test_the_numbers_are_those_of_the_descent(
    loss: LossKind, optimizer: OptimizerName, batch_size: int | None, start: Parameters
) -> None:
    rate = 0.1 if optimizer in ("rmsprop", "adam") else 0.03
    settings = DescentSettings(loss, optimizer, rate, batch_size, seed=3)
    cases = drawn_cases(60)
    descent = Descent(start, settings, cases)
    descent.go_to(150)
    path = run_path(start, settings, cases)
    assert path.shape == (151, 2)
    np.testing.assert_allclose(path, descent.path_values, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("start", [STARTS[0], Parameters(1e200, 0.0), Parameters(-1e308, 1e308)])
def test_it_stops_where_the_descent_diverges(start: Parameters) -> None:
    settings = DescentSettings("bce", "gd", 1e6)
    cases = drawn_cases(60)
    descent = Descent(start, settings, cases)
    descent.go_to(150)
    assert descent.ending == "diverged"
    np.testing.assert_allclose(run_path(start, settings, cases), descent.path_values, rtol=1e-12)


@pytest.mark.parametrize("loss", LOSS_KINDS)
def test_every_number_is_finite_whatever_the_rate(loss: LossKind) -> None:
    settings = DescentSettings(loss, "gd", 1.0)
    for rate in 10.0 ** np.arange(0, 309, 44):
        assert np.isfinite(run_path(STARTS[0], replace(settings, learning_rate=rate), drawn_cases(60))).all()


def test_no_steps_leave_the_start() -> None:
    settings = DescentSettings("bce", "gd", 1.0)
    assert run_path(STARTS[0], settings, cases_of([1.0], [1.0]), steps=0).tolist() == [[2.0, 2.0]]
