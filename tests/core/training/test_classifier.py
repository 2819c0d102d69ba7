"""A classifier answers as its network does, on images as they come."""

from typing import get_args

import numpy as np
import pytest
import torch

from lossviz.core.training.classifier import Classifier, empty_network
from lossviz.core.training.losses import LOSSES, predicted_digits
from lossviz.core.training.settings import LossName, NetworkName
from lossviz.core.training.training_data import UNSCALED, InputScale
from lossviz.core.training.training_run import Weights
from tests.support.small_digits import small_digits

SCALE = InputScale(0.13, 0.31)


def _weights(network: NetworkName, loss: LossName, seed: int = 0) -> Weights:
    generator = torch.Generator().manual_seed(seed)
    shapes = empty_network(network, loss).state_dict()
    return {name: torch.randn(tensor.shape, generator=generator) / 10 for name, tensor in shapes.items()}


@pytest.mark.parametrize("loss", get_args(LossName))
@pytest.mark.parametrize("network", get_args(NetworkName))
def test_an_answer_is_what_the_network_says_of_the_scaled_image(network: NetworkName, loss: LossName) -> None:
    weights, image = _weights(network, loss), small_digits().test.images_u8[3]
    plain = empty_network(network, loss)
    plain.load_state_dict(weights)
    with torch.no_grad():
        outputs = plain((torch.from_numpy(image / 255).float()[None, None] - SCALE.mean) / SCALE.deviation)
    answer = Classifier(network, loss, SCALE, weights).answer(image)
    assert answer.outputs == pytest.approx(outputs[0].numpy(), abs=1e-4)
    assert answer.outputs.shape == (LOSSES[loss].outputs,)
    assert answer.digit == int(predicted_digits(outputs))
    if answer.probabilities is None:
        assert loss == "mse_number"
    else:
        exponentials = np.exp(answer.outputs - answer.outputs.max())
        assert answer.probabilities == pytest.approx(exponentials / exponentials.sum())


@pytest.mark.parametrize("chunk", [1, 7, 30, 250])
def test_digits_of_many_images_are_those_of_each(chunk: int) -> None:
    classifier = Classifier("mlp", "cross_entropy", UNSCALED, _weights("mlp", "cross_entropy"))
    images = small_digits().test.images_u8
    assert classifier.digits(images, chunk).tolist() == [classifier.answer(image).digit for image in images]


def test_new_weights_answer_from_then_on_and_are_copied() -> None:
    first, second = (_weights("mlp", "cross_entropy", seed) for seed in (0, 1))
    image = small_digits().test.images_u8[0]
    classifier = Classifier("mlp", "cross_entropy", UNSCALED, first)
    expected = Classifier("mlp", "cross_entropy", UNSCALED, second).answer(image).outputs
    assert classifier.answer(image).outputs.tolist() != expected.tolist()
    classifier.set_weights(second)
    for tensor in second.values():
        tensor.zero_()
    assert classifier.answer(image).outputs.tolist() == expected.tolist()


def test_another_networks_weights_are_refused_by_torch() -> None:
    with pytest.raises(RuntimeError, match="Missing key"):
        Classifier("mlp", "cross_entropy", UNSCALED, _weights("course_cnn", "cross_entropy"))


def test_asking_leaves_the_image_as_it_was() -> None:
    image = small_digits().test.images_u8[0].copy()
    before = image.copy()
    Classifier("mlp", "cross_entropy", SCALE, _weights("mlp", "cross_entropy")).answer(image)
    np.testing.assert_array_equal(image, before)
