"""TrainingController: a run is saved while it runs, is held or has ended, and goes on from its file."""

from pathlib import Path
from threading import Event

import numpy as np
import pytest
import torch
from pytestqt.qtbot import QtBot

from lossviz.core.errors import LossvizError
from lossviz.core.training import loop as training_module
from lossviz.core.training.checkpoints import load_run, save_run
from lossviz.core.training.run_states import RunState
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.training_run import freeze
from lossviz.workers import run_saver
from tests.support.assembly import PATIENCE_MS
from tests.support.tiny_runs import ENDLESS_RUN, STEPS_PER_EPOCH, TINY_RUN
from tests.support.training_rig import TrainingRig

LONG_RUN = TINY_RUN.changed(epochs=60)
ADAM_RUN = LONG_RUN.changed(optimizer="adam", schedule="one_cycle", learning_rate=0.003)


def saved_by(rig: TrainingRig, file: Path) -> SavedRun:
    """What the file holds that the controller is asked for now."""
    rig.save(file)
    assert rig.save_failed == []
    assert [told.path for told in rig.saved] == [file]
    rig.saved.clear()
    return load_run(file)


def hold(rig: TrainingRig) -> None:
    job = rig.controller._job
    assert job is not None
    rig.controller.toggle_pause()
    rig.until(lambda: job.control.is_holding)


def hold_writing(monkeypatch: pytest.MonkeyPatch, gate: Event, begun: Event) -> None:
    """Let the writing of every run wait for `gate`, and say that it has begun."""

    def save(file: Path, run: SavedRun) -> None:
        begun.set()
        assert gate.wait(PATIENCE_MS / 1000)
        save_run(file, run)

    monkeypatch.setattr(run_saver, "save_run", save)


def test_a_run_is_saved_while_it_goes_on(rig: TrainingRig, tmp_path: Path) -> None:
    rig.start_endless(steps=20)
    saved = saved_by(rig, tmp_path / "run.pt")
    assert rig.training.state is RunState.RUNNING
    assert saved.settings == ENDLESS_RUN
    assert len(saved.log) >= 20
    count = len(saved.log)
    assert np.array_equal(saved.log.columns().losses, rig.run.log.columns().losses[:count])


def test_a_learning_rate_changed_on_the_way_is_saved_and_taken_up_again(rig: TrainingRig, tmp_path: Path) -> None:
    rig.start_endless(steps=20)
    rig.training.set_settings(ENDLESS_RUN.changed(learning_rate=1e-5))
    rig.until_steps(len(rig.run.log) + STEPS_PER_EPOCH)
    saved = saved_by(rig, tmp_path / "run.pt")
    assert [change.learning_rate for change in saved.log.rate_changes] == [1e-5]
    rig.controller.stop()
    rig.until_over()
    rig.training.set_settings(ENDLESS_RUN)
    rig.controller.adopt(saved)
    assert rig.training.settings.learning_rate == 1e-5


def test_a_run_is_saved_while_it_is_held(rig: TrainingRig, tmp_path: Path) -> None:
    rig.start_endless(steps=20)
    hold(rig)
    saved = saved_by(rig, tmp_path / "run.pt")
    assert rig.training.state is RunState.PAUSED
    assert rig.controller._network is not None
    for name, tensor in rig.controller._network.run.network.state_dict().items():
        assert torch.equal(saved.weights[name], tensor)
    assert len(saved.log) == rig.controller._network.run.step


def test_a_run_is_saved_after_its_end_with_what_came_of_it(rig: TrainingRig, tmp_path: Path) -> None:
    rig.controller.start()
    rig.until_over()
    saved = saved_by(rig, tmp_path / "run.pt")
    assert saved.test == rig.run.test
    assert saved.data.name == "built-in digits"
    assert saved.made_with["device"] == "CPU"
    assert len(saved.log.evaluations) == 3


def test_a_run_asked_for_in_its_last_moment_is_saved(rig: TrainingRig, tmp_path: Path) -> None:
    rig.start_endless()
    rig.controller.save(tmp_path / "run.pt")
    rig.controller.stop()
    rig.until_over()
    rig.until(lambda: bool(rig.saved))
    assert len(load_run(tmp_path / "run.pt").log) == len(rig.run.log)


def test_what_is_saved_is_the_run_as_it_was_when_it_was_asked_for_however_long_the_writing_takes(
    rig: TrainingRig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, begun = Event(), Event()
    hold_writing(monkeypatch, gate, begun)
    rig.start_endless(steps=20)
    hold(rig)
    assert rig.controller._network is not None
    expected, steps = freeze(rig.controller._network.run), len(rig.run.log)
    rig.controller.save(tmp_path / "run.pt", with_history=True)
    rig.until(begun.is_set)
    rig.controller.toggle_pause()
    rig.until_steps(steps + 50 * STEPS_PER_EPOCH)
    assert rig.saved == []
    gate.set()
    rig.until(lambda: bool(rig.saved))
    saved = load_run(tmp_path / "run.pt")
    assert (len(saved.log), rig.saved[0].steps) == (steps, steps)
    assert all(torch.equal(saved.weights[name], tensor) for name, tensor in expected.weights.items())
    assert np.array_equal(saved.log.columns().losses, rig.run.log.columns().losses[:steps])
    assert saved.snapshots[-1].step <= steps


def test_all_files_that_are_asked_for_while_one_is_written_are_written(
    rig: TrainingRig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, begun = Event(), Event()
    hold_writing(monkeypatch, gate, begun)
    rig.start_endless(steps=5)
    for name in ("one", "two", "three"):
        rig.controller.save(tmp_path / f"{name}.pt")
    rig.until(begun.is_set)
    rig.controller.save(tmp_path / "four.pt")
    gate.set()
    rig.until(lambda: len(rig.saved) == 4)
    assert [told.path.stem for told in rig.saved] == ["one", "two", "three", "four"]
    assert all(len(load_run(told.path).log) == told.steps for told in rig.saved)


def test_a_window_that_closes_writes_what_was_asked_for_first(
    rig: TrainingRig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, begun = Event(), Event()
    hold_writing(monkeypatch, gate, begun)
    rig.start_endless(steps=5)
    rig.controller.save(tmp_path / "one.pt")
    rig.until(begun.is_set)
    rig.controller.save(tmp_path / "two.pt")  # not even frozen yet
    assert rig.controller.shut_down()
    assert not rig.files.shut_down(0)
    gate.set()
    assert rig.files.shut_down()
    assert [told.path.stem for told in rig.saved] == ["one", "two"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.pt", "two.pt"]


def test_while_the_next_run_is_prepared_the_one_that_is_shown_is_saved(rig: TrainingRig, tmp_path: Path) -> None:
    rig.controller.start()
    rig.until_over()
    rig.training.set_settings(TINY_RUN.changed(seed=5))
    rig.controller.start()
    rig.save(tmp_path / "run.pt")
    assert rig.saved[0].number == 1
    assert load_run(tmp_path / "run.pt").settings.seed == 0
    rig.until_over()


def test_a_run_that_failed_otherwise_than_by_its_numbers_can_be_saved(
    rig: TrainingRig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError("no memory")

    monkeypatch.setattr(training_module, "evaluate", fail)
    rig.controller.start()
    rig.until_over()
    assert rig.training.state is RunState.FAILED
    assert len(saved_by(rig, tmp_path / "run.pt").log) == STEPS_PER_EPOCH


def test_without_a_run_there_is_an_explanation(rig: TrainingRig, tmp_path: Path) -> None:
    rig.controller.save(tmp_path / "run.pt")
    (error,) = rig.save_failed
    assert "no run to save" in str(error)
    assert list(tmp_path.iterdir()) == []


def test_a_diverged_run_is_not_saved_and_an_older_file_stays(rig: TrainingRig, tmp_path: Path) -> None:
    file = tmp_path / "run.pt"
    file.write_bytes(b"precious")
    rig.training.set_settings(TINY_RUN.changed(loss="mse_logits", learning_rate=1e6, epochs=9))
    rig.controller.start()
    rig.until_over()
    rig.controller.save(file)
    assert len(rig.save_failed) == 1
    assert file.read_bytes() == b"precious"


def test_a_place_that_cannot_be_written_is_an_explanation_and_the_run_goes_on(rig: TrainingRig, tmp_path: Path) -> None:
    rig.start_endless()
    (tmp_path / "file").touch()
    rig.save(tmp_path / "file" / "run.pt")
    assert rig.saved == []
    assert rig.training.state is RunState.RUNNING
    steps = len(rig.run.log)
    rig.until_steps(steps + 1)


def test_an_opened_run_is_the_present_one_and_answers(rig: TrainingRig, qtbot: QtBot, tmp_path: Path) -> None:
    rig.training.set_settings(TINY_RUN.changed(epochs=2))
    rig.controller.start()
    rig.until_over()
    saved = saved_by(rig, tmp_path / "run.pt")
    other = TrainingRig(qtbot)
    other.controller.adopt(saved)
    assert other.training.settings == saved.settings
    assert other.run.number == 1
    assert other.run.test == rig.run.test
    assert other.training.can_continue
    image = np.eye(28, dtype=np.uint8) * 255
    mine, theirs = rig.classifiers.answer(image), other.classifiers.answer(image)
    assert mine is not None
    assert theirs is not None
    assert np.array_equal(mine.outputs, theirs.outputs)
    assert other.training.state is RunState.IDLE


def test_a_run_opened_twice_is_two_runs(rig: TrainingRig, tmp_path: Path) -> None:
    rig.controller.start()
    rig.until_over()
    saved = saved_by(rig, tmp_path / "run.pt")
    rig.controller.adopt(saved)
    rig.controller.adopt(saved)
    assert [run.number for run in rig.training.runs] == [1, 2, 3]


def test_no_run_is_opened_while_another_goes_on(rig: TrainingRig, tmp_path: Path) -> None:
    rig.start_endless()
    saved = saved_by(rig, tmp_path / "run.pt")
    with pytest.raises(LossvizError, match="stop it"):
        rig.controller.adopt(saved)
    assert len(rig.training.runs) == 1
    rig.controller.stop()
    rig.until_over()


@pytest.mark.parametrize("settings", [LONG_RUN, ADAM_RUN], ids=["sgd", "adam"])
@pytest.mark.parametrize("is_held", [False, True], ids=["running", "held"])
def test_a_run_that_goes_on_from_its_file_ends_like_one_in_one_piece(
    rig: TrainingRig, qtbot: QtBot, tmp_path: Path, settings: TrainingSettings, is_held: bool
) -> None:
    rig.training.set_settings(settings)
    rig.controller.start()
    rig.until_steps(20)
    if is_held:
        hold(rig)
    saved = saved_by(rig, tmp_path / "run.pt")
    if is_held:
        rig.controller.toggle_pause()
    rig.until_over()

    other = TrainingRig(qtbot)
    other.controller.adopt(saved)
    other.training.set_continues(True)
    other.controller.start()
    other.until_over()
    assert len(other.run.log) == len(rig.run.log) == 60 * STEPS_PER_EPOCH
    assert other.run.test == rig.run.test
    assert np.array_equal(other.run.log.columns().losses, rig.run.log.columns().losses)
