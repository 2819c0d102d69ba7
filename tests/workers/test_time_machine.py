"""The training keeps its way, and TimelineFeed puts the step that is looked at before the canvas and the matrix."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.run_states import RunState
from lossviz.core.training.snapshots import BUDGET_BYTES, Snapshots
from lossviz.stores.evaluation_store import EvaluationStore
from lossviz.stores.timeline_store import TimelineStore
from lossviz.stores.training_store import RunRecord
from lossviz.workers.timeline_feed import TimelineFeed
from tests.support.timeline_runs import run_with
from tests.support.tiny_runs import ENDLESS_RUN, STEPS_PER_EPOCH, TINY_RUN, tiny_digits
from tests.support.training_rig import TrainingRig

IMAGE = np.eye(28, dtype=np.uint8) * 255
EVALUATED = [STEPS_PER_EPOCH, 2 * STEPS_PER_EPOCH, 3 * STEPS_PER_EPOCH]


def snapshots_of(run: RunRecord) -> Snapshots:
    assert run.history is not None
    return run.history.snapshots


def machine_over(rig: TrainingRig) -> tuple[TimelineStore, EvaluationStore, Callable[[int | None], None]]:
    """The timeline, what is known of mistakes, and how to look at a step."""
    timeline, evaluations = TimelineStore(rig.training), EvaluationStore()
    feed = TimelineFeed(timeline, rig.classifiers, evaluations, rig.data)

    def look_at(step: int | None) -> None:
        timeline.look_at(step)
        feed.collect()

    return timeline, evaluations, look_at


def digit_of(rig: TrainingRig) -> int | None:
    answer = rig.classifiers.answer(IMAGE)
    return answer.digit if answer else None


def test_a_run_keeps_its_start_every_evaluation_and_its_end(rig: TrainingRig) -> None:
    rig.controller.start()
    rig.until_over()
    snapshots = snapshots_of(rig.run)
    assert {0, *EVALUATED} <= set(snapshots.steps)
    assert snapshots.steps[-1] == len(rig.run.log)
    assert [snapshot.step for snapshot in snapshots.all if snapshot.outputs is not None] == EVALUATED
    assert rig.classifiers.classifier is not None
    live = rig.classifiers.classifier.network.state_dict()
    assert all(torch.equal(snapshots.all[-1].weights[name], tensor) for name, tensor in live.items())


def test_a_run_under_way_is_kept_several_times_a_second(rig: TrainingRig) -> None:
    rig.training.set_settings(ENDLESS_RUN.changed(batch_size=1))  # no epoch ends for a while
    rig.controller.start()
    rig.until(lambda: rig.training.run is not None and len(snapshots_of(rig.run)) >= 3)
    rig.controller.stop()
    rig.until_over()
    assert snapshots_of(rig.run).steps[-1] == len(rig.run.log)


def test_a_run_that_goes_on_adds_to_its_way(rig: TrainingRig) -> None:
    rig.controller.start()
    rig.until_over()
    before = snapshots_of(rig.run).steps
    rig.training.set_continues(continues=True)
    rig.controller.start()
    rig.until_over()
    assert set(before) < set(snapshots_of(rig.run).steps)
    assert snapshots_of(rig.run).steps[-1] == 6 * STEPS_PER_EPOCH


def test_runs_share_the_budget(rig: TrainingRig) -> None:
    for seed in range(3):
        rig.training.set_settings(TINY_RUN.changed(seed=seed))
        rig.controller.start()
        rig.until_over()
    budgets = [snapshots_of(run).budget_bytes for run in rig.training.runs]
    assert budgets == [BUDGET_BYTES // 4, BUDGET_BYTES // 4, BUDGET_BYTES // 2]


def test_a_run_that_diverged_can_be_looked_back_at_up_to_its_last_finite_weights(rig: TrainingRig) -> None:
    rig.training.set_settings(TINY_RUN.changed(loss="mse_logits", learning_rate=1e6))
    rig.controller.start()
    rig.until_over()
    assert rig.training.state is RunState.FAILED
    timeline, _, look_at = machine_over(rig)
    look_at(timeline.last_step)
    assert timeline.step is not None
    assert rig.classifiers.answer(IMAGE) is not None
    assert all(bool(torch.isfinite(snapshot.flat).all()) for snapshot in timeline.snapshots)


def test_a_run_saved_with_its_history_is_replayed_from_its_file(rig: TrainingRig, tmp_path: Path) -> None:
    rig.controller.start()
    rig.until_over()
    rig.save(tmp_path / "with.pt", with_history=True)
    rig.save(tmp_path / "without.pt")
    assert rig.save_failed == []
    kept = snapshots_of(rig.run)
    rig.controller.adopt(load_run(tmp_path / "with.pt"))
    assert snapshots_of(rig.run) is not kept
    assert snapshots_of(rig.run).steps == kept.steps
    timeline, evaluations, look_at = machine_over(rig)
    look_at(STEPS_PER_EPOCH)
    assert rig.classifiers.source is not None
    assert (rig.classifiers.source.run_number, rig.classifiers.source.step) == (2, STEPS_PER_EPOCH)
    assert evaluations.predictions is not None
    assert evaluations.predictions.outputs.shape == (len(tiny_digits().validation), 10)
    rig.controller.adopt(load_run(tmp_path / "without.pt"))
    assert snapshots_of(rig.run).steps == (3 * STEPS_PER_EPOCH,)
    assert timeline.step is None


def test_a_run_saved_under_way_has_no_snapshot_from_after_its_weights(rig: TrainingRig, tmp_path: Path) -> None:
    rig.start_endless(steps=20)
    rig.save(tmp_path / "run.pt", with_history=True)
    saved = load_run(tmp_path / "run.pt")
    assert saved.snapshots
    assert saved.snapshots[-1].step <= len(saved.log)


def test_looking_back_asks_the_network_of_then_and_now_again_afterwards(rig: TrainingRig) -> None:
    rig.controller.start()
    rig.until_over()
    live = rig.classifiers.answer(IMAGE)
    rig.training.put_run(run_with((0, 3, 8, 12, 16, 20), 21, number=rig.run.number))
    timeline, evaluations, look_at = machine_over(rig)
    for step in (3, 12, 8, 0):
        look_at(step)
        assert digit_of(rig) == step % 10
        assert rig.classifiers.source is not None
        assert rig.classifiers.source.step == timeline.step == step
    look_at(12)
    assert evaluations.predictions is not None
    assert evaluations.predictions.source.step == 8
    look_at(3)
    assert evaluations.predictions is None
    look_at(None)
    assert live is not None
    answer = rig.classifiers.answer(IMAGE)
    assert answer is not None
    assert answer.outputs.tolist() == live.outputs.tolist()


def test_an_earlier_run_answers_as_it_was_and_the_present_one_afterwards(rig: TrainingRig) -> None:
    rig.training.put_run(run_with((0, 3, 8, 12), 13, number=1))
    rig.training.put_run(run_with((0, 5), 6, number=2))
    timeline, evaluations, look_at = machine_over(rig)
    look_at(5)
    timeline.choose_run(1)
    look_at(12)
    assert digit_of(rig) == 2
    assert rig.classifiers.source is not None
    assert (rig.classifiers.source.run_number, rig.classifiers.source.step) == (1, 12)
    assert evaluations.predictions is not None
    assert (evaluations.predictions.source.run_number, evaluations.predictions.source.step) == (1, 8)
    look_at(None)
    look_at(0)
    assert (rig.classifiers.source.run_number, timeline.run) == (2, rig.run)


def test_predictions_are_not_made_anew_between_two_evaluations(rig: TrainingRig) -> None:
    rig.training.put_run(run_with((0, 8, 9, 10, 16, 20), 21))
    _, evaluations, look_at = machine_over(rig)
    look_at(9)
    first = evaluations.predictions
    look_at(10)
    assert evaluations.predictions is first is not None


def test_other_data_are_not_taken_for_the_runs_own(rig: TrainingRig) -> None:
    rig.training.put_run(run_with((0, 8, 9, 16), 21))
    rig.data.set_digits(tiny_digits(seed=1, name="others"))
    _, evaluations, look_at = machine_over(rig)
    look_at(9)
    assert digit_of(rig) == 9
    assert evaluations.predictions is None


def test_training_goes_on_while_somebody_looks_back(rig: TrainingRig) -> None:
    rig.start_endless(steps=20)
    rig.until(lambda: len(snapshots_of(rig.run)) > 3)
    timeline, _, look_at = machine_over(rig)
    look_at(0)
    first = rig.classifiers.answer(IMAGE)
    assert first is not None
    rig.until_steps(len(rig.run.log) + 50)
    assert rig.training.state is RunState.RUNNING
    assert timeline.step == 0
    again = rig.classifiers.answer(IMAGE)
    assert again is not None
    assert again.outputs.tolist() == first.outputs.tolist()
