"""What a network says away from training is what an evaluation in training leaves, to the last bit."""

from typing import get_args

import numpy as np
import pytest
import torch

from lossviz.core.evaluation.asking import outputs_of
from lossviz.core.training import loop
from lossviz.core.training.classifier import Classifier
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.part_outputs import OutputSlots, PartName
from lossviz.core.training.settings import LossName
from lossviz.core.training.training_run import freeze
from tests.support.evaluations import drawn_classifier
from tests.support.small_digits import small_digits
from tests.support.training_runs import assert_same_run, go_on, prepared, quick_settings


@pytest.mark.parametrize("chunk", [1, 7, 250])
@pytest.mark.parametrize("loss", get_args(LossName))
def test_a_run_leaves_what_its_network_said_of_each_image(
    loss: LossName, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "EVALUATION_CHUNK", chunk)
    run, data = prepared(quick_settings(loss=loss, scaling="standardised", learning_rate=1e-4))
    slots = OutputSlots()
    go_on(run, data, outputs_out=slots)
    parts: tuple[tuple[PartName, torch.Tensor], ...] = (
        ("validation", data.validation.images.within(slice(None))),
        ("test", data.test.images.within(slice(None))),
    )
    for part, images in parts:
        left = slots.take(part)
        assert left is not None
        assert left.step == run.step == 12
        assert left.outputs.shape == (len(images), LOSSES[loss].outputs)
        with torch.no_grad():
            one_by_one = torch.cat([run.network(image.unsqueeze(0)) for image in images])
        assert left.outputs == pytest.approx(one_by_one.numpy(), abs=1e-5)
        assert slots.take(part) is None


def test_asking_afterwards_gives_the_same_bits() -> None:
    run, data = prepared(quick_settings(network="course_cnn", scaling="standardised", epochs=1))
    slots = OutputSlots()
    go_on(run, data, outputs_out=slots)
    settings, left = run.settings, slots.take("test")
    classifier = Classifier(settings.network, settings.loss, data.scale, freeze(run).weights)
    said = outputs_of(classifier, small_digits().test.images_u8)
    assert left is not None
    assert said is not None
    assert np.array_equal(said, left.outputs)


def test_keeping_the_outputs_changes_nothing_in_the_run() -> None:
    with_slots, data = prepared(quick_settings())
    go_on(with_slots, data, outputs_out=OutputSlots())
    without, data = prepared(quick_settings())
    go_on(without, data)
    assert_same_run(with_slots, without)


def test_shares_are_told_and_a_cancelled_evaluation_gives_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lossviz.core.evaluation.asking.EVALUATION_CHUNK", 10)
    shares = list[float]()
    images = small_digits().test.images_u8
    assert outputs_of(drawn_classifier(), images, shares.append) is not None
    assert shares == pytest.approx([0, 1 / 3, 2 / 3])
    assert outputs_of(drawn_classifier(), images, shares.append, lambda: len(shares) >= 5) is None
    assert len(shares) == 5
