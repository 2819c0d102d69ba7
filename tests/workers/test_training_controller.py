"""TrainingController: every order of gestures ends well, and each run has one end."""

import random
import time
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import numpy as np
import pytest
import torch
from pytestqt.qtbot import QtBot

from lossviz.core.errors import LossvizError
from lossviz.core.training import loop as training_module
from lossviz.core.training import training_run
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.devices import CPU_INSTEAD
from lossviz.core.training.run_states import RunState
from lossviz.core.training.step_recorder import Diverged
from lossviz.core.training.training_run import freeze
from lossviz.stores.classifier_store import ClassifierSource
from tests.support.assembly import PATIENCE_MS
from tests.support.short_memory import pretend_short_memory
from tests.support.tellings import Tellings
from tests.support.tiny_runs import ENDLESS_RUN, STEPS_PER_EPOCH, TINY_RUN, tiny_digits
from tests.support.training_rig import MetaCalls, TrainingRig

IDLE, STARTING, RUNNING = RunState.IDLE, RunState.STARTING, RunState.RUNNING
PAUSED, STOPPING, FAILED = RunState.PAUSED, RunState.STOPPING, RunState.FAILED
DIVERGING = TINY_RUN.changed(loss="mse_logits", learning_rate=1e6, epochs=9)


def test_a_run_goes_from_starting_over_running_to_its_end(rig: TrainingRig) -> None:
    rig.controller.start()
    rig.until_over()
    assert rig.states == [STARTING, RUNNING, IDLE]
    assert len(rig.run.log) == 3 * STEPS_PER_EPOCH
    assert [evaluation.step for evaluation in rig.run.log.evaluations] == [8, 16, 24]
    assert rig.run.test is not None
    assert rig.training.speed is None


def test_without_data_nothing_starts(qtbot: QtBot) -> None:
    rig = TrainingRig(qtbot)
    rig.data._digits = None
    rig.controller.start()
    assert rig.states == []


def test_pause_holds_the_run_and_resume_lets_it_go_on(rig: TrainingRig) -> None:
    rig.start_endless()
    rig.controller.toggle_pause()
    assert rig.training.state is PAUSED
    job = rig.controller._job
    assert job is not None
    rig.until(lambda: job.control.is_holding)
    held_at = len(rig.run.log)
    for _ in range(20):
        rig.controller.collect()
    assert len(rig.run.log) == held_at
    rig.controller.toggle_pause()
    rig.until_steps(held_at + 1)
    assert rig.training.state is RUNNING


def test_stop_ends_a_running_and_a_paused_run_and_keeps_what_it_learned(rig: TrainingRig) -> None:
    for is_paused in (False, True):
        rig.start_endless()
        if is_paused:
            rig.controller.toggle_pause()
        rig.controller.stop()
        assert rig.training.state is STOPPING
        rig.until_over()
        assert rig.training.state is IDLE
        assert rig.run.test is None
        assert rig.classifiers.source == ClassifierSource(rig.run.number, len(rig.run.log), "built-in digits", None)


def test_stop_before_the_run_stands_ready_ends_it(rig: TrainingRig) -> None:
    rig.controller.start()
    rig.controller.stop()
    rig.until_over()
    assert rig.states == [STARTING, STOPPING, IDLE]


def test_gestures_that_do_not_fit_the_state_do_nothing(rig: TrainingRig) -> None:
    rig.controller.stop()
    rig.controller.toggle_pause()
    assert rig.states == []
    rig.controller.start()
    rig.controller.toggle_pause()
    rig.controller.start()
    rig.until_over()
    assert rig.states == [STARTING, RUNNING, IDLE]
    assert len(rig.training.runs) == 1


@pytest.mark.parametrize("seed", range(5))
def test_any_order_of_gestures_leads_to_an_end(rig: TrainingRig, seed: int) -> None:
    chance = random.Random(seed)
    gestures = [rig.controller.start, rig.controller.toggle_pause, rig.controller.stop, rig.controller.collect]
    for _ in range(10):
        rig.training.set_settings(chance.choice([TINY_RUN, ENDLESS_RUN]))
        rig.training.set_continues(chance.random() < 0.3)
        for _ in range(chance.randrange(3, 25)):
            chance.choice(gestures)()
            if chance.random() < 0.3:
                rig.until(lambda: rig.training.state not in {STARTING, STOPPING})
        rig.until(lambda: rig.training.state not in {STARTING, STOPPING})
        rig.controller.stop()
        rig.until_over()
        assert rig.training.state is IDLE
        assert rig.states.count(STARTING) == rig.states.count(IDLE)
    assert FAILED not in rig.states


def test_memory_that_runs_out_is_told_and_the_run_reaches_its_end(
    rig: TrainingRig, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pretend_short_memory(monkeypatch, most_images=5)
    told_of: list[LossvizError] = []
    rig.controller.memory_ran_out.connect(told_of.append)
    rig.controller.start()
    rig.until_over()
    assert rig.training.state is IDLE
    assert rig.run.test is not None
    assert ["halves" in str(told_of[0]), "on the CPU" in str(told_of[1])] == [True, True]
    assert [relief.kind for relief in rig.run.log.memory_reliefs] == ["half_batches", "cpu"]
    assert rig.training.device == CPU_INSTEAD
    rig.save(tmp_path / "run.pt")
    saved = load_run(tmp_path / "run.pt")
    assert saved.log.memory_reliefs == rig.run.log.memory_reliefs
    assert saved.made_with["device"] == rig.run.made_with["device"] == "CPU; CPU"  # the first is the pretended GPU


@pytest.mark.parametrize(
    ("module", "place"), [(training_run, "build_network"), (training_module, "evaluate"), (training_module, "freeze")]
)
def test_a_broken_run_is_a_message_and_the_next_run_works(
    rig: TrainingRig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, module: ModuleType, place: str
) -> None:
    def fail(*_arguments: object) -> NoReturn:
        raise RuntimeError("no kernel image")

    with monkeypatch.context() as broken:
        broken.setattr(module, place, fail)
        rig.training.set_settings(ENDLESS_RUN)
        rig.controller.start()
        rig.until_over()
    assert rig.training.state is FAILED
    assert "no kernel image" in str(rig.training.problem)
    assert "no kernel image" in caplog.text
    rig.training.set_settings(TINY_RUN)
    rig.controller.start()
    rig.until_over()
    assert (rig.training.state, rig.training.problem) == (IDLE, None)


def test_divergence_says_at_which_step_and_leaves_no_network(rig: TrainingRig) -> None:
    rig.training.set_settings(DIVERGING)
    rig.training.set_continues(True)
    rig.controller.start()
    rig.until_over()
    assert rig.training.state is FAILED
    assert isinstance(rig.training.problem, Diverged)
    assert rig.training.problem.values == {"step": len(rig.run.log), "learning_rate": 1e6}
    assert not rig.training.can_continue
    assert not rig.classifiers.asks_trained  # the canvas goes back to the network that ships
    rig.training.set_settings(TINY_RUN)
    rig.controller.start()
    rig.until_over()
    assert rig.run.number == 2


def test_the_canvas_never_gets_weights_that_are_no_numbers(rig: TrainingRig) -> None:
    image = np.eye(28, dtype=np.uint8) * 255
    rig.start_endless()
    rig.until(lambda: rig.classifiers.source is not None)
    rig.controller.toggle_pause()
    job, network = rig.controller._job, rig.controller._network
    assert job is not None
    assert network is not None
    rig.until(lambda: job.control.is_holding)
    frozen = freeze(network.run)
    for tensor in frozen.weights.values():
        tensor.fill_(float("nan"))
    job.frozen_out.put(frozen)
    rig.controller.collect()
    answer = rig.classifiers.answer(image)
    assert answer is not None
    assert np.isfinite(answer.outputs).all()


def test_a_learning_rate_changed_on_the_controls_reaches_the_running_loop(rig: TrainingRig) -> None:
    rig.start_endless()
    network = rig.controller._network
    assert network is not None
    rig.training.set_settings(ENDLESS_RUN.changed(learning_rate=1e-6))
    rig.until_steps(len(rig.run.log) + STEPS_PER_EPOCH)
    assert network.run.optimizer.param_groups[0]["lr"] == 1e-6


def test_weights_reach_the_canvas_while_the_network_learns(rig: TrainingRig) -> None:
    told = Tellings(rig.classifiers.classifier_changed)
    rig.start_endless()
    rig.until(lambda: told.count >= 3)
    source = rig.classifiers.source
    assert source is not None
    assert (source.run_number, rig.training.state) == (1, RUNNING)
    assert 0 < source.step <= len(rig.run.log)


def test_what_a_run_leaves_before_it_is_the_present_one_is_not_taken_for_the_earlier_ones(rig: TrainingRig) -> None:
    rig.controller.start()
    rig.until_over()
    earlier, answering = rig.run, rig.classifiers.classifier
    rig.training.set_settings(ENDLESS_RUN.changed(network="mlp"))
    rig.controller.start()
    job = rig.controller._job
    assert job is not None
    job.frozen_out.ask()
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while job.frozen_out.is_wanted:  # the thread takes its first steps, and this one hears of nothing
        assert time.monotonic() < deadline
    rig.controller.collect()
    assert (rig.run, rig.classifiers.classifier) == (earlier, answering)
    rig.until(lambda: rig.run is not earlier and rig.classifiers.classifier is not answering)


def test_a_whole_run_costs_two_calls_between_threads(rig: TrainingRig) -> None:
    calls = MetaCalls(rig.controller)
    rig.training.set_settings(TINY_RUN.changed(epochs=40))
    rig.controller.start()
    rig.until_over()
    assert len(rig.run.log) == 40 * STEPS_PER_EPOCH
    assert calls.count == 2


def test_going_on_takes_the_same_run_further(rig: TrainingRig) -> None:
    rig.controller.start()
    rig.until_over()
    rig.training.set_continues(True)
    rig.training.set_settings(TINY_RUN.changed(epochs=2))
    rig.controller.start()
    rig.until_over()
    assert [run.number for run in rig.training.runs] == [1]
    assert len(rig.run.log) == 5 * STEPS_PER_EPOCH
    assert rig.run.leg.first_step == 3 * STEPS_PER_EPOCH


def test_stopped_and_continued_gives_the_weights_of_a_run_in_one_piece(qtbot: QtBot, rig: TrainingRig) -> None:
    whole = TrainingRig(qtbot, TINY_RUN.changed(epochs=40))
    whole.controller.start()
    whole.until_over()
    rig.training.set_settings(TINY_RUN.changed(epochs=40))
    rig.training.set_continues(True)
    for steps in (10, 100):
        rig.controller.start()
        rig.until_steps(steps)
        rig.controller.stop()
        rig.until_over()
    rig.controller.start()
    rig.until_over()
    assert len(rig.run.log) == len(whole.run.log)
    assert_same_networks(rig, whole)


def assert_same_networks(one: TrainingRig, other: TrainingRig) -> None:
    assert one.controller._network is not None
    assert other.controller._network is not None
    theirs = other.controller._network.run.network.state_dict()
    for name, tensor in one.controller._network.run.network.state_dict().items():
        assert torch.equal(tensor, theirs[name])


def test_a_new_run_leaves_the_earlier_one_as_it_was(rig: TrainingRig) -> None:
    rig.controller.start()
    rig.until_over()
    losses = rig.run.log.columns().losses.copy()
    rig.training.set_settings(TINY_RUN.changed(seed=1))
    rig.controller.start()
    rig.until_over()
    first, second = rig.training.runs
    assert np.array_equal(first.log.columns().losses, losses)
    assert not np.array_equal(second.log.columns().losses, losses)


def test_data_changed_while_a_run_goes_on_are_for_the_next_one(rig: TrainingRig) -> None:
    rig.start_endless()
    rig.data.set_digits(tiny_digits(1, "other"))
    rig.controller.stop()
    rig.until_over()
    assert rig.run.data == tiny_digits().identity


def test_the_speed_is_known_while_a_run_goes_on(rig: TrainingRig) -> None:
    rig.start_endless()
    rig.until(lambda: rig.training.speed is not None and rig.training.speed.images_per_second > 0)
    assert rig.training.speed is not None
    assert rig.training.speed.seconds_left is not None
    assert rig.training.speed.seconds_left > 0


@pytest.mark.parametrize("seed", range(3))
def test_shut_down_at_any_moment_leaves_no_thread(qtbot: QtBot, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(10):
        rig = TrainingRig(qtbot)
        shut_down_at_some_moment(rig, chance)
        rig.end()


def shut_down_at_some_moment(rig: TrainingRig, chance: random.Random) -> None:
    rig.training.set_settings(chance.choice([TINY_RUN, ENDLESS_RUN]))
    rig.controller.start()
    steps = chance.choice([0, 0, 1, 5, STEPS_PER_EPOCH])
    if steps:
        rig.until_steps(steps)
    if chance.random() < 0.4:
        rig.controller.toggle_pause()
    if chance.random() < 0.3:
        rig.controller.stop()
    thread = rig.controller._steering._thread
    assert rig.controller.shut_down()
    assert rig.controller.shut_down()
    assert thread is None or thread.isFinished()
