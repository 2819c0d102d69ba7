"""ComparisonStore and what follows from it: the plan, the results, the verdict."""

import pytest
from pytestqt.qtbot import QtBot

from lossviz.core.errors import LossvizError
from lossviz.core.training.metric_log import Evaluation, MetricLog
from lossviz.core.training.run_states import RunState
from lossviz.core.training.side_by_side import VariantEnding
from lossviz.core.training.step_recorder import Diverged
from lossviz.core.training.training_run import Leg
from lossviz.core.training.variants import course_question
from lossviz.stores.comparison_facts import farings, progress, verdict_of
from lossviz.stores.comparison_store import MOST_SEEDS, ComparisonStore, SeedResult, VariantRecord
from lossviz.stores.data_store import DataStore
from lossviz.stores.training_store import TrainingStore
from tests.support.tiny_runs import TINY_RUN

DIVERGED = VariantEnding(is_completed=False, problem=Diverged(4, 1e6))


@pytest.fixture
def training() -> TrainingStore:
    return TrainingStore(DataStore(), TINY_RUN, "cpu", 1)


@pytest.fixture
def comparison(training: TrainingStore) -> ComparisonStore:
    return ComparisonStore(training)


def take_down(comparison: ComparisonStore, *accuracies: float | None) -> None:
    """Take down a seed."""
    comparison.append_results(
        tuple(SeedResult(0, None, None if one is None else Evaluation(24, 0.5, one)) for one in accuracies)
    )


def record(comparison: ComparisonStore, index: int, steps: int, ending: VariantEnding | None = None) -> VariantRecord:
    """A variant after so many of 24 steps, 8 an epoch; its validation accuracy is a tenth for each epoch."""
    log = MetricLog()
    for step in range(1, steps + 1):
        log.append(1.0, 0.5)
        if step % 8 == 0:
            log.append_evaluation(Evaluation(step, 1.0, (step // 8 + index) / 10))
    return VariantRecord(comparison.plan.variants[index], log, Leg(0, 24, 160), ending)


def test_the_first_plan_is_the_courses_question(comparison: ComparisonStore) -> None:
    assert comparison.plan.variants == course_question("zero_one", TINY_RUN.epochs)


def test_the_plan_follows_the_controls_but_for_what_differs(
    comparison: ComparisonStore, training: TrainingStore, qtbot: QtBot
) -> None:
    comparison.propose("loss")
    comparison.change_variant(1, loss="mse_logits")
    with qtbot.waitSignal(comparison.plan_changed):
        training.set_settings(TINY_RUN.changed(learning_rate=0.5, loss="mse_number"))
    assert [one.settings.loss for one in comparison.plan.variants] == ["cross_entropy", "mse_logits"]
    assert {one.settings.learning_rate for one in comparison.plan.variants} == {0.5}


def test_what_cannot_be_compared_leaves_the_plan_as_it_was(comparison: ComparisonStore) -> None:
    comparison.propose("learning_rate")
    before = comparison.plan
    with pytest.raises(LossvizError):
        comparison.change_variant(1, learning_rate=before.variants[0].settings.learning_rate)
    with pytest.raises(LossvizError):
        comparison.remove_variant(0)
    assert comparison.plan == before


@pytest.mark.parametrize("seeds", [0, MOST_SEEDS + 1])
def test_too_few_or_too_many_seeds_are_a_programming_error(comparison: ComparisonStore, seeds: int) -> None:
    with pytest.raises(ValueError, match="seeds"):
        comparison.set_seeds(seeds)


def test_states_follow_the_same_table_as_a_trainings(comparison: ComparisonStore) -> None:
    with pytest.raises(ValueError, match="no way"):
        comparison.set_state(RunState.PAUSED)
    comparison.begin(40, 40)
    assert comparison.is_busy


def test_results_are_of_the_plan_that_was_begun(comparison: ComparisonStore) -> None:
    comparison.propose("loss")
    comparison.begin(40, 40)
    take_down(comparison, 0.9, None)
    comparison.propose("network")
    assert comparison.begun is not None
    assert comparison.begun.difference == "loss"
    assert comparison.finished_seeds == 1
    assert "diverged" in " ".join(map(str, verdict_of(comparison, ("CE", "MSE"))))


def test_each_variant_fares_by_its_last_evaluation_and_all_its_seeds(comparison: ComparisonStore) -> None:
    comparison.propose("loss")
    comparison.begin(40, 40)
    take_down(comparison, 0.9, 0.8)
    comparison.put_records((record(comparison, 0, 17), record(comparison, 1, 4, DIVERGED)))
    first, second = farings(comparison)
    assert (first.validation, first.tests, first.diverged_at) == (0.2, (0.9,), None)
    assert (second.validation, second.tests, second.diverged_at) == (None, (0.8,), 4)


def test_on_the_way_variants_are_judged_at_the_last_evaluation_that_all_have_had(comparison: ComparisonStore) -> None:
    comparison.propose("loss")
    comparison.begin(10_000, 10_000)
    comparison.put_records((record(comparison, 0, 24), record(comparison, 1, 9)))
    (judged, _) = verdict_of(comparison, ("CE", "MSE"))
    assert dict(judged.values)["best"] == "MSE"
    assert dict(judged.values)["second_accuracy"].startswith("10.00")


def test_nothing_is_judged_before_the_first_evaluation(comparison: ComparisonStore) -> None:
    comparison.propose("loss")
    assert verdict_of(comparison, ("CE", "MSE")) == ()
    comparison.begin(40, 40)
    comparison.put_records((record(comparison, 0, 3), record(comparison, 1, 3)))
    assert verdict_of(comparison, ("CE", "MSE")) == ()


def test_progress_counts_all_seeds_and_a_diverged_variant_as_done(comparison: ComparisonStore) -> None:
    comparison.propose("loss")
    comparison.set_seeds(2)
    assert progress(comparison) is None
    comparison.begin(40, 40)
    comparison.put_records((record(comparison, 0, 12), record(comparison, 1, 4, DIVERGED)))
    now = progress(comparison)
    assert now is not None
    assert (now.seed, now.seeds, now.epoch, now.epochs) == (1, 2, 2, 3)
    assert now.share == pytest.approx((12 + 24) / 48 / 2)
