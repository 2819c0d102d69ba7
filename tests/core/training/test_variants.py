"""The variants of a comparison: what may differ, what they begin with, and what they are called apart by."""

import pytest
import torch

from lossviz.core.errors import LossvizError
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.networks import build_network
from lossviz.core.training.settings import CHOICES, TrainingSettings
from lossviz.core.training.variants import (
    DIFFERENCES,
    FIELDS,
    MOST,
    Difference,
    choices_for,
    common_start,
    course_question,
    differences,
    of_seed,
    one_more,
    proposed,
    rebased,
    variants_of,
)

BASE = TrainingSettings(network="mlp", batch_size=20, epochs=2, seed=7)


def test_the_courses_question_is_asked_of_its_own_network_and_pace() -> None:
    variants = course_question("standardised", epochs=3, seed=2)
    asked = [(one.settings.loss, one.settings.averaging) for one in variants]
    assert asked == [
        ("cross_entropy", "mean"),
        ("mse_softmax", "mean"),
        ("mse_softmax", "sum"),
        ("mse_number", "mean"),
    ]
    for one in variants:
        course = TrainingSettings(scaling="standardised", epochs=3, seed=2)
        assert one.settings.changed(loss=course.loss, averaging=course.averaging) == course
        assert (one.settings.network, one.settings.optimizer) == ("course_cnn", "sgd")
        assert (one.settings.learning_rate, one.settings.batch_size) == (0.01, 100)


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_what_is_proposed_differs_in_what_it_says_and_in_nothing_else(difference: Difference) -> None:
    variants = proposed(difference, BASE)
    found = differences(variants)
    assert found == (("loss", "averaging") if difference == "course_question" else FIELDS[difference][:1])
    assert [one.key for one in variants] == list("abcd")[: len(variants)]


def test_averaging_is_no_difference_where_only_one_loss_has_a_term_for_each_class() -> None:
    variants = variants_of([BASE, BASE.changed(loss="mse_softmax", averaging="sum")])
    assert differences(variants) == ("loss",)


@pytest.mark.parametrize("count", [1, 5])
def test_a_comparison_takes_two_to_four(count: int) -> None:
    rates = [0.1 * (place + 1) for place in range(count)]
    with pytest.raises(LossvizError, match=f"comparison of {count}"):
        variants_of([BASE.changed(learning_rate=rate) for rate in rates])


@pytest.mark.parametrize("field", ["batch_size", "epochs", "seed", "training_images"])
def test_variants_that_would_see_other_batches_are_refused(field: str) -> None:
    with pytest.raises(LossvizError, match=field):
        variants_of([BASE, BASE.changed(**{field: 12, "loss": "mse_softmax"})])


def test_two_variants_that_would_stay_alike_are_refused() -> None:
    with pytest.raises(LossvizError, match="the same"):
        variants_of([BASE, BASE.changed(averaging="sum")])  # cross-entropy has nothing to be averaged over classes


def test_other_controls_change_all_but_the_difference() -> None:
    variants = proposed("learning_rate", BASE)
    moved = rebased(variants, "learning_rate", TrainingSettings(network="softmax_regression", learning_rate=3.0))
    assert [one.settings.learning_rate for one in moved] == [0.01, 0.1]
    assert {one.settings.network for one in moved} == {"softmax_regression"}


@pytest.mark.parametrize("images", [0, 1000])
def test_the_courses_question_keeps_how_much_there_is_to_do_as_the_controls_say(images: int) -> None:
    controls = BASE.changed(scaling="standardised", training_images=images)
    asked = course_question("standardised", BASE.epochs, BASE.seed, images)
    assert {one.settings.training_images for one in asked} == {images}
    assert rebased(course_question(), "course_question", controls) == asked
    assert proposed("course_question", controls) == asked


@pytest.mark.parametrize("difference", ["loss", "optimizer", "learning_rate"])
def test_variants_can_be_added_until_there_are_four(difference: Difference) -> None:
    variants = proposed(difference, BASE)
    while len(variants) < MOST:
        variants = one_more(variants, difference)
    assert set(differences(variants)) <= set(FIELDS[difference])
    with pytest.raises(LossvizError):
        one_more(variants, difference)


def test_there_is_no_fourth_network() -> None:
    three = one_more(proposed("network", BASE), "network")
    with pytest.raises(LossvizError, match="the same"):
        one_more(three, "network")


def test_every_loss_can_be_chosen_both_ways_where_there_are_two() -> None:
    choices = choices_for("loss")
    assert {loss for loss, _ in choices} == set(CHOICES["loss"])
    assert len(choices) == sum(1 + loss.is_per_class for loss in LOSSES.values())


def test_each_repetition_has_the_next_seed_for_all() -> None:
    seeds = [{one.settings.seed for one in of_seed(proposed("loss", BASE), repeat)} for repeat in range(3)]
    assert seeds == [{7}, {8}, {9}]


@pytest.mark.parametrize("initialisation", CHOICES["initialisation"])
def test_networks_begin_alike_in_every_layer_of_the_same_shape(initialisation: str) -> None:
    def network(outputs: int) -> torch.nn.Sequential:
        settings = TrainingSettings().changed(initialisation=initialisation)
        return build_network("course_cnn", outputs, settings.initialisation, torch.Generator().manual_seed(3))

    ten, again, one = network(10), network(10), network(1)
    assert common_start([ten, again]) == tuple(name for name, _ in ten.named_parameters())
    assert common_start([ten, one]) == ("conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias")
