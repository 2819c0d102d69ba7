"""TrainingController: every run of the list can be saved, not only the present one."""

from pathlib import Path

import torch

from lossviz.core.training.checkpoints import load_run
from tests.support.tiny_runs import TINY_RUN
from tests.support.training_rig import TrainingRig


def train(rig: TrainingRig, seed: int) -> None:
    rig.training.set_settings(TINY_RUN.changed(seed=seed))
    rig.controller.start()
    rig.until_over()


def save_listed(rig: TrainingRig, number: int, file: Path) -> None:
    told = len(rig.saved)
    rig.controller.save_listed(number, file)
    rig.until(lambda: len(rig.saved) > told)


def test_an_earlier_run_is_saved_as_it_ended(rig: TrainingRig, tmp_path: Path) -> None:
    train(rig, 1)
    rig.save(tmp_path / "at its end.pt")
    train(rig, 2)
    save_listed(rig, 1, tmp_path / "later.pt")
    at_end, later = load_run(tmp_path / "at its end.pt"), load_run(tmp_path / "later.pt")
    assert [(told.path.stem, told.number, told.steps) for told in rig.saved] == [
        ("at its end", 1, len(at_end.log)),
        ("later", 1, len(at_end.log)),
    ]
    assert later.settings.seed == 1
    assert later.test == at_end.test
    assert later.log.columns().losses.tolist() == at_end.log.columns().losses.tolist()
    assert all(torch.equal(later.weights[name], tensor) for name, tensor in at_end.weights.items())


def test_the_present_run_is_saved_as_ever(rig: TrainingRig, tmp_path: Path) -> None:
    train(rig, 1)
    train(rig, 2)
    save_listed(rig, 2, tmp_path / "run.pt")
    assert load_run(tmp_path / "run.pt").settings.seed == 2


def test_opened_runs_stand_in_the_list_together_and_each_can_be_saved_again(rig: TrainingRig, tmp_path: Path) -> None:
    for seed in (1, 2):
        train(rig, seed)
        rig.save(tmp_path / f"{seed}.pt")
    other = TrainingRig(rig._qtbot)
    for seed in (1, 2, 1):
        other.controller.adopt(load_run(tmp_path / f"{seed}.pt"))
    assert [(run.number, run.settings.seed) for run in other.training.runs] == [(1, 1), (2, 2), (3, 1)]
    assert all(len(run.log) == 24 and run.test and run.made_with["device"] == "CPU" for run in other.training.runs)
    save_listed(other, 2, tmp_path / "again.pt")
    assert load_run(tmp_path / "again.pt").settings.seed == 2
    other.end()


def test_a_run_without_a_network_is_not_saved_and_that_is_told(rig: TrainingRig, tmp_path: Path) -> None:
    rig.training.set_settings(TINY_RUN.changed(loss="mse_logits", learning_rate=1e6, epochs=9))
    rig.controller.start()
    rig.until_over()
    train(rig, 1)
    rig.controller.save_listed(1, tmp_path / "run.pt")
    assert len(rig.save_failed) == 1
    assert list(tmp_path.iterdir()) == []
