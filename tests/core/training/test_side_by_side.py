"""Variants trained side by side: each as it would be alone."""

import pytest
import torch

from lossviz.core.evaluation.confusion import confusion_counts
from lossviz.core.training.devices import choose_device
from lossviz.core.training.losses import predicted_digits
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import LossName, TrainingSettings
from lossviz.core.training.side_by_side import VariantRun, prepare_variants, train_side_by_side
from lossviz.core.training.step_recorder import Diverged
from lossviz.core.training.training_run import TrainingRun
from lossviz.core.training.variants import Variant, variants_of
from tests.support.small_digits import small_digits
from tests.support.training_runs import assert_same_run, go_on, prepared, quick_settings

LOSSES_COMPARED: tuple[LossName, ...] = ("cross_entropy", "mse_softmax", "mse_number", "sigmoid_cross_entropy")


def of_losses(settings: TrainingSettings, *losses: str) -> tuple[Variant, ...]:
    return variants_of([settings.changed(loss=loss) for loss in losses])


def trained(variants: tuple[Variant, ...], control: RunControl | None = None) -> tuple[VariantRun, ...]:
    control = control or RunControl(1.0)
    runs = prepare_variants(variants, small_digits(), choose_device("cpu"), control)
    train_side_by_side(runs, control, threads=1)
    return runs


def alone(settings: TrainingSettings) -> TrainingRun:
    run, data = prepared(settings)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    go_on(run, data)
    torch.set_num_threads(threads)
    return run


@pytest.mark.parametrize("network", ["softmax_regression", "mlp", "course_cnn"])
def test_each_variant_is_to_the_last_bit_the_run_that_it_would_be_alone(network: str) -> None:
    settings = quick_settings(network=network, learning_rate=0.02)
    for one in trained(of_losses(settings, *LOSSES_COMPARED)):
        assert_same_run(one.run, alone(one.variant.settings))


def test_variants_may_differ_in_network_optimiser_and_pace_at_once() -> None:
    settings = [
        quick_settings(network="mlp", optimizer="adam", learning_rate=0.003),
        quick_settings(optimizer="momentum"),
        quick_settings(learning_rate=0.3),
    ]
    for one in trained(variants_of(settings)):
        assert_same_run(one.run, alone(one.variant.settings))


def test_augmented_images_are_the_same_as_alone_too() -> None:
    settings = quick_settings(augmentation="pen", epochs=2)
    for one in trained(of_losses(settings, "cross_entropy", "mse_softmax")):
        assert_same_run(one.run, alone(one.variant.settings))


def test_all_share_one_set_of_images_in_memory() -> None:
    runs = prepare_variants(
        of_losses(quick_settings(), *LOSSES_COMPARED), small_digits(), choose_device("cpu"), RunControl(1.0)
    )
    assert len({one.data.train.images.stored.data_ptr() for one in runs}) == 1
    assert len({one.data.test.images.stored.data_ptr() for one in runs}) == 1


def test_a_variant_that_diverges_ends_alone() -> None:
    settings = quick_settings(loss="mse_logits")
    wild, tame = trained(variants_of([settings.changed(learning_rate=1e6), settings]))
    assert wild.ending is not None
    assert isinstance(wild.ending.problem, Diverged)
    assert wild.ending.problem.values["learning_rate"] == 1e6
    assert not wild.ending.is_completed
    assert tame.ending is not None
    assert tame.ending.is_completed
    assert_same_run(tame.run, alone(settings))


def test_the_test_part_is_measured_at_the_end() -> None:
    for one in trained(of_losses(quick_settings(), "cross_entropy", "mse_softmax")):
        assert one.ending is not None
        assert one.ending.test is not None
        outputs = one.run.network(one.data.test.images.within(slice(None)))
        hits = (predicted_digits(outputs) == one.data.test.labels).double().mean()
        assert one.ending.test.accuracy == pytest.approx(float(hits))


def test_what_is_said_of_each_validation_image_is_left_for_a_confusion_matrix() -> None:
    for one in trained(of_losses(quick_settings(), "cross_entropy", "mse_number")):
        said = one.outputs_out.validation.take()
        assert said is not None
        labels = one.data.validation.labels.numpy()
        counts = confusion_counts(labels, predicted_digits(torch.from_numpy(said.outputs)).numpy())
        assert counts.trace() / len(labels) == pytest.approx(one.run.log.evaluations[-1].accuracy)


def test_stop_ends_all_of_them_without_a_problem() -> None:
    control = RunControl(1.0)
    control.stop()
    for one in trained(of_losses(quick_settings(), "cross_entropy", "mse_softmax"), control):
        assert one.ending is not None
        assert not one.ending.is_completed
        assert one.ending.problem is None
        assert one.run.step == 0


class PausingControl(RunControl):
    """Pauses at the 7th checkpoint of all, and resumes as soon as a run holds there."""

    def __init__(self) -> None:
        super().__init__(1.0)
        self._calls = 0
        self.pauses = 0

    def checkpoint(self, before_holding: object = None) -> bool:
        self._calls += 1
        if self._calls == 7:
            self.pause()

        def resume() -> None:
            self.pauses += 1
            self.resume()

        return super().checkpoint(resume)


def test_a_pause_changes_no_number() -> None:
    control = PausingControl()
    settings = quick_settings()
    for one in trained(of_losses(settings, "cross_entropy", "mse_softmax"), control):
        assert_same_run(one.run, alone(one.variant.settings))
    assert control.pauses


def test_a_fault_in_one_variant_stops_the_others_and_comes_out() -> None:
    control = RunControl(1.0)
    settings = quick_settings(epochs=10_000)
    runs = prepare_variants(
        of_losses(settings, "cross_entropy", "mse_softmax"), small_digits(), choose_device("cpu"), control
    )
    runs[0].run.network.append(torch.nn.Linear(3, 3))
    with pytest.raises(RuntimeError, match="shapes"):
        train_side_by_side(runs, control, threads=1)
    assert runs[1].ending is not None
    assert not runs[1].ending.is_completed
