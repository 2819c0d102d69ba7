"""TrainingController: what the network said of each image reaches the evaluation store while a run goes on."""

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from lossviz.core.training.part_outputs import PartName, PartOutputs
from lossviz.core.training.run_states import RunState
from lossviz.stores.evaluation_store import EvaluationStore, Predictions
from lossviz.workers.training_controller import TrainingController
from tests.support.tiny_runs import ENDLESS_RUN, STEPS_PER_EPOCH, TINY_RUN, tiny_digits
from tests.support.training_rig import MetaCalls, TrainingRig


@pytest.fixture
def evaluations() -> EvaluationStore:
    return EvaluationStore()


@pytest.fixture
def rig(qtbot: QtBot, evaluations: EvaluationStore) -> Iterator[TrainingRig]:
    rig = TrainingRig(qtbot)
    rig.controller = TrainingController(rig.training, rig.data, rig.classifiers, rig.files, evaluations)
    yield rig
    rig.end()


def predictions_of(evaluations: EvaluationStore, part: PartName) -> Predictions:
    evaluations.set_part(part)
    assert evaluations.predictions is not None
    return evaluations.predictions


def test_both_parts_are_there_when_a_run_has_ended(rig: TrainingRig, evaluations: EvaluationStore) -> None:
    rig.controller.start()
    rig.until_over()
    for part, labelled in (("validation", tiny_digits().validation), ("test", tiny_digits().test)):
        said = predictions_of(evaluations, "validation" if part == "validation" else "test")
        assert said.labelled is labelled
        assert (said.source.run_number, said.source.step) == (1, 3 * STEPS_PER_EPOCH)
    assert rig.run.test is not None
    assert predictions_of(evaluations, "test").facts.accuracy == rig.run.test.accuracy
    assert predictions_of(evaluations, "validation").facts.accuracy == rig.run.log.evaluations[-1].accuracy


def test_the_validation_part_comes_again_with_every_evaluation(rig: TrainingRig, evaluations: EvaluationStore) -> None:
    rig.start_endless()
    rig.until(lambda: evaluations.predictions is not None)
    first = predictions_of(evaluations, "validation")
    rig.until(lambda: evaluations.predictions is not first)
    step = predictions_of(evaluations, "validation").source.step
    assert step > first.source.step
    assert step % STEPS_PER_EPOCH == 0
    rig.controller.stop()
    rig.until_over()
    evaluations.set_part("test")
    assert evaluations.predictions is None  # a run that was stopped is not measured on it


def test_it_costs_no_calls_between_threads(rig: TrainingRig, evaluations: EvaluationStore) -> None:
    calls = MetaCalls(rig.controller)
    rig.training.set_settings(TINY_RUN.changed(epochs=40))
    rig.controller.start()
    rig.until_over()
    assert calls.count == 2
    assert predictions_of(evaluations, "validation").source.step == 40 * STEPS_PER_EPOCH


def test_outputs_that_are_no_numbers_are_kept_away(rig: TrainingRig, evaluations: EvaluationStore) -> None:
    rig.start_endless()
    rig.controller.toggle_pause()
    job = rig.controller._job
    assert job is not None
    rig.until(lambda: job.control.is_holding)
    known = evaluations.predictions
    job.outputs_out.validation.put(PartOutputs(1, np.full((40, 10), np.nan, np.float32)))
    rig.controller.collect()
    assert job.outputs_out.take("validation") is None
    assert evaluations.predictions is known


def test_a_run_that_diverges_before_its_first_evaluation_leaves_nothing(
    rig: TrainingRig, evaluations: EvaluationStore
) -> None:
    rig.training.set_settings(ENDLESS_RUN.changed(loss="mse_logits", learning_rate=1e6))
    rig.controller.start()
    rig.until_over()
    assert rig.training.state is RunState.FAILED
    assert evaluations.predictions is None
