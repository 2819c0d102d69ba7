"""DescentStore: the marker goes down with the leader, and back to the exact start."""

import numpy as np
import pytest

from lossviz.core.fit.logistic import Parameters, gradient
from lossviz.stores.descent_store import PHASES, DescentStore
from lossviz.stores.fit_store import FitStore

START = Parameters(0.2, 0.5)


@pytest.fixture
def fit() -> FitStore:
    store = FitStore()
    store.set_parameters(START)
    return store


@pytest.fixture
def descents(fit: FitStore) -> DescentStore:
    return DescentStore(fit)


def test_a_step_goes_against_the_gradient(fit: FitStore, descents: DescentStore) -> None:
    descents.change(learning_rate=0.1)
    downhill = gradient("bce", START, fit.cases)
    descents.step()
    assert fit.parameters == pytest.approx((START.w - 0.1 * downhill.w, START.b - 0.1 * downhill.b), rel=1e-12)


@pytest.mark.parametrize("optimizer", ["gd", "momentum", "rmsprop", "adam"])
@pytest.mark.parametrize("batch_size", [None, 7])
def test_steps_back_lead_to_the_exact_start(
    fit: FitStore, descents: DescentStore, optimizer: str, batch_size: int | None
) -> None:
    descents.change(optimizer=optimizer, batch_size=batch_size, learning_rate=0.05)
    descents.step(25)
    there = fit.parameters
    descents.step_back(25)
    assert fit.parameters == START
    descents.step(25)
    assert fit.parameters == there


def test_a_marker_moved_by_hand_is_a_new_start(fit: FitStore, descents: DescentStore) -> None:
    descents.step(5)
    fit.set_parameters(Parameters(1.0, 1.0))
    assert descents.start == (1.0, 1.0)
    assert descents.leader.position == 0
    descents.step(3)
    descents.reset()
    assert fit.parameters == (1.0, 1.0)


def test_another_learning_rate_keeps_the_path_so_far(fit: FitStore, descents: DescentStore) -> None:
    descents.change(learning_rate=0.1)
    descents.step(5)
    there = fit.parameters
    descents.change(learning_rate=0.2)
    assert descents.leader.position == 5
    downhill = gradient("bce", there, fit.cases)
    descents.step()
    assert fit.parameters == pytest.approx((there.w - 0.2 * downhill.w, there.b - 0.2 * downhill.b), rel=1e-12)


def test_other_settings_begin_anew_at_the_start(fit: FitStore, descents: DescentStore) -> None:
    descents.step(5)
    descents.change(optimizer="adam")
    assert fit.parameters == START
    assert descents.leader.position == 0


def test_racers_set_out_from_one_start(fit: FitStore, descents: DescentStore) -> None:
    descents.set_racing(["adam", "momentum"])
    descents.step(10)
    assert [racer.optimizer for racer in descents.racers] == ["gd", "momentum", "adam"]
    assert {tuple(racer.descent.path[0]) for racer in descents.racers} == {tuple(START)}
    assert len({tuple(racer.descent.parameters) for racer in descents.racers}) == 3
    assert fit.parameters == descents.leader.parameters


def test_cases_that_change_begin_a_descent_where_the_marker_stands(fit: FitStore, descents: DescentStore) -> None:
    descents.step(5)
    here = fit.parameters
    fit.add_case(1.0, 1.0)
    assert fit.parameters == here
    assert descents.start == here
    assert descents.leader.position == 0


def test_the_preview_is_the_path_that_is_then_taken(descents: DescentStore) -> None:
    descents.change(learning_rate=0.3)
    ahead = descents.preview()
    descents.step(20)
    np.testing.assert_allclose(np.array(descents.leader.path), ahead[:21], rtol=1e-9, atol=1e-12)


def test_the_phase_after_the_last_takes_the_step(fit: FitStore, descents: DescentStore) -> None:
    descents.set_phase(0)
    for phase in range(1, PHASES):
        descents.set_phase(phase)
        assert fit.parameters == START
    descents.set_phase(PHASES)
    assert descents.phase == 0
    assert descents.leader.position == 1
    assert fit.parameters != START


def test_a_step_that_is_much_too_large_diverges_and_holds(fit: FitStore, descents: DescentStore) -> None:
    fit.set_parameters(START)
    descents.change(learning_rate=1e6)
    descents.set_playing(is_playing=True)
    descents.step(1000)
    assert descents.diagnosis.kind == "too_large" or descents.leader.ending == "diverged"
    assert np.isfinite(np.array(fit.parameters)).all()
    descents.reset()
    assert fit.parameters == START
