"""ComparisonController: a comparison on its threads, seen from the stores."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
import torch
from pytestqt.qtbot import QtBot

from lossviz.core.data.digits import LabelledImages
from lossviz.core.training.run_states import RunState
from lossviz.core.training.training_data import prepare_data
from lossviz.stores.comparison_facts import verdict_of
from tests.support.comparison_rig import ComparisonRig
from tests.support.tiny_runs import TINY_RUN, tiny_digits

IMAGE = tiny_digits().test.images_u8[0]


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[ComparisonRig]:
    rig = ComparisonRig(qtbot)
    yield rig
    rig.end()


def test_a_comparison_runs_to_its_end_and_has_a_result_for_each_variant(rig: ComparisonRig) -> None:
    rig.run_to_end()
    assert rig.comparison.state is RunState.IDLE
    assert rig.comparison.finished_seeds == 1
    for record, (result,) in zip(rig.comparison.records, rig.comparison.results, strict=True):
        assert len(record.log) == record.leg.last_step
        assert result.validation == record.log.evaluations[-1]
        assert result.test is not None
    assert verdict_of(rig.comparison, ("CE", "MSE"))


def test_the_confusion_matrix_of_the_last_evaluation_agrees_with_its_accuracy(rig: ComparisonRig) -> None:
    rig.run_to_end()
    for record in rig.comparison.records:
        assert record.confusion is not None
        assert record.confusion.sum() == 40
        assert record.confusion.trace() / 40 == pytest.approx(record.log.evaluations[-1].accuracy)


def test_each_variant_answers_with_its_last_weights(rig: ComparisonRig) -> None:
    rig.run_to_end()
    digits = tiny_digits()
    for record, (result,) in zip(rig.comparison.records, rig.comparison.results, strict=True):
        classifier = rig.opinions.classifier(record.variant.key)
        assert classifier is not None
        assert result.test is not None
        hits = np.mean(classifier.digits(digits.test.images_u8) == digits.test.labels)
        assert hits == pytest.approx(result.test.accuracy)
        assert rig.opinions.step(record.variant.key) == len(record.log)


def test_networks_answer_while_they_train(rig: ComparisonRig) -> None:
    rig.start_endless()
    rig.until(lambda: all(rig.opinions.step(record.variant.key) > 0 for record in rig.comparison.records))
    assert all(rig.opinions.answer(record.variant.key, IMAGE) for record in rig.comparison.records)


def test_several_seeds_are_run_one_after_the_other(rig: ComparisonRig) -> None:
    rig.comparison.set_seeds(3)
    rig.run_to_end()
    for results in rig.comparison.results:
        assert [result.seed for result in results] == [0, 1, 2]
        assert len({result.test.loss for result in results if result.test}) == 3


def test_a_network_of_the_next_seed_sees_the_image_as_that_seed_scales_it(rig: ComparisonRig) -> None:
    settings = TINY_RUN.changed(scaling="standardised", drawn_digits=40)  # the seed draws some of what is measured
    rig.training.set_settings(settings)
    rig.comparison.set_seeds(2)
    rig.run_to_end()
    first, second = (
        prepare_data(tiny_digits(), settings.changed(seed=seed), torch.device("cpu")).scale for seed in (0, 1)
    )
    assert first != second
    for record in rig.comparison.records:
        classifier = rig.opinions.classifier(record.variant.key)
        assert classifier is not None
        assert classifier.scale == second


def test_pause_holds_all_variants_and_resume_lets_them_go_on(rig: ComparisonRig, qtbot: QtBot) -> None:
    rig.start_endless()
    rig.controller.toggle_pause()
    assert rig.comparison.state is RunState.PAUSED

    def lengths() -> list[int]:
        return [len(record.log) for record in rig.comparison.records]

    seen: list[list[int]] = [[], lengths()]

    def stands_still() -> bool:
        seen.append(lengths())
        return seen[-1] == seen[-2] == seen[-3]

    qtbot.waitUntil(stands_still)
    held = lengths()
    rig.controller.toggle_pause()
    rig.until(lambda: all(now > then for now, then in zip(lengths(), held, strict=True)))


def test_stop_keeps_the_seeds_that_are_over_and_nothing_of_the_one_under_way(rig: ComparisonRig) -> None:
    rig.start_endless(steps=10)
    rig.controller.stop()
    rig.until(lambda: rig.comparison.state is RunState.IDLE)
    assert rig.comparison.finished_seeds == 0
    assert all(record.ending and not record.ending.is_completed for record in rig.comparison.records)


def test_a_variant_that_diverges_ends_alone_and_counts_as_diverged(rig: ComparisonRig) -> None:
    rig.training.set_settings(TINY_RUN.changed(loss="mse_logits"))
    rig.comparison.propose("learning_rate")
    rig.comparison.change_variant(1, learning_rate=1e6)
    rig.run_to_end()
    tame, wild = rig.comparison.records
    assert not tame.has_diverged
    assert wild.has_diverged
    assert [results[0].test is None for results in rig.comparison.results] == [False, True]


def test_nothing_starts_without_data_or_beside_a_training(qtbot: QtBot, rig: ComparisonRig) -> None:
    rig.training.set_state(RunState.STARTING)
    rig.controller.start()
    assert rig.comparison.state is RunState.IDLE


def test_a_batch_that_cannot_be_filled_is_told_of(rig: ComparisonRig) -> None:
    few = LabelledImages(tiny_digits().train.images_u8[:7], tiny_digits().train.labels[:7])
    rig.data.set_digits(replace(tiny_digits(), train=few))
    rig.run_to_end()
    assert rig.comparison.state is RunState.FAILED
    assert "only 7" in str(rig.comparison.problem)


def test_closing_the_window_stops_a_comparison_at_once(rig: ComparisonRig) -> None:
    rig.start_endless()
    assert rig.controller.shut_down(patience_ms=3000)
