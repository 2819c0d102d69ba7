"""Saliency against finite differences in float64, the first layer against sums written out."""

from typing import get_args

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from lossviz.core.evaluation.inside import (
    SaliencyKind,
    first_layer_filters,
    first_layer_responses,
    has_relu,
    saliency,
)
from lossviz.core.training.classifier import Classifier
from lossviz.core.training.settings import LossName, NetworkName
from tests.support.evaluations import SCALE, drawn_classifier
from tests.support.small_digits import small_digits

IMAGE = small_digits().test.images_u8[2]
LOSS_NAMES: tuple[LossName, ...] = ("cross_entropy", "mse_number")
# On a blank background the pooling's largest values are equal, and slopes to both sides differ.
SPECKLED = np.random.default_rng(0).integers(0, 256, (28, 28), np.uint8)
PLACES = ((14, 14), (8, 12), (20, 15), (4, 20), (0, 0))


def value_at(classifier: Classifier, unit: NDArray[np.float64], kind: SaliencyKind, digit: int) -> float:
    """The score or the loss of an image of 0-1, in float64."""
    network = classifier.copy().network.double()
    scaled = torch.from_numpy((unit - SCALE.mean) / SCALE.deviation)[None, None]
    with torch.no_grad():
        outputs = network(scaled)[0].numpy()
    if len(outputs) == 1:
        return float(outputs[0] if kind == "score" else (outputs[0] - digit) ** 2)
    exponentials = np.exp(outputs - outputs.max())
    return float(outputs[digit] if kind == "score" else -np.log(exponentials[digit] / exponentials.sum()))


@pytest.mark.parametrize("kind", get_args(SaliencyKind))
@pytest.mark.parametrize("loss", LOSS_NAMES)
@pytest.mark.parametrize("network", get_args(NetworkName))
def test_saliency_is_the_slope_by_each_pixel(network: NetworkName, loss: LossName, kind: SaliencyKind) -> None:
    classifier, step = drawn_classifier(network, loss), 1e-6
    found = saliency(classifier, SPECKLED, kind, digit=3)
    assert found.digit == 3
    for row, column in PLACES:
        up, down = (value_at(classifier, moved(row, column, by), kind, 3) for by in (step, -step))
        slack = 1e-3 * max(1.0, float(np.abs(found.gradient).max()))
        assert found.gradient[row, column] == pytest.approx((up - down) / (2 * step), abs=slack)


def moved(row: int, column: int, step: float) -> NDArray[np.float64]:
    """The speckled image of 0-1 with one pixel a little lighter or darker."""
    unit = SPECKLED / 255
    unit[row, column] += step
    return unit


def test_without_a_choice_it_is_the_digit_that_is_read() -> None:
    classifier = drawn_classifier("mlp")
    answer = classifier.answer(IMAGE)
    found = saliency(classifier, IMAGE, "loss")
    assert found.digit == answer.digit
    assert np.array_equal(found.gradient, saliency(classifier, IMAGE, "loss", answer.digit).gradient)


def test_looking_leaves_no_gradient_in_the_network_and_changes_no_answer() -> None:
    classifier = drawn_classifier("course_cnn")
    before = classifier.answer(IMAGE).outputs
    saliency(classifier, IMAGE, "loss")
    assert all(parameter.grad is None for parameter in classifier.network.parameters())
    assert np.array_equal(classifier.answer(IMAGE).outputs, before)


def test_the_convolution_s_maps_are_sums_over_its_windows_cut_off_at_zero() -> None:
    classifier = drawn_classifier("course_cnn")
    filters, maps = first_layer_filters(classifier), first_layer_responses(classifier, IMAGE)
    assert filters.shape == (20, 5, 5)
    assert maps.shape == (20, 28, 28)
    bias = classifier.network.get_parameter("conv1.bias").detach().numpy()
    padded = np.pad((IMAGE / 255 - SCALE.mean) / SCALE.deviation, 2)
    for unit in (0, 7, 19):
        for row, column in PLACES:
            window = padded[row : row + 5, column : column + 5]
            expected = max(0.0, float((window * filters[unit]).sum() + bias[unit]))
            assert maps[unit, row, column] == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(("network", "units"), [("mlp", 128), ("softmax_regression", 10)])
def test_a_dense_layer_s_numbers_are_weights_times_pixels(network: NetworkName, units: int) -> None:
    classifier = drawn_classifier(network)
    filters, numbers = first_layer_filters(classifier), first_layer_responses(classifier, IMAGE)
    assert filters.shape == (units, 28, 28)
    assert numbers.shape == (units, 1, 1)
    name = "hidden.bias" if network == "mlp" else "linear.bias"
    bias = classifier.network.get_parameter(name).detach().numpy()
    sums = (filters * ((IMAGE / 255 - SCALE.mean) / SCALE.deviation)).sum(axis=(1, 2)) + bias
    assert numbers[:, 0, 0] == pytest.approx(np.maximum(sums, 0) if network == "mlp" else sums, abs=1e-3)
    assert has_relu(classifier) == (network == "mlp")
    if network == "softmax_regression":
        assert numbers[:, 0, 0] == pytest.approx(classifier.answer(IMAGE).outputs, abs=1e-4)


def test_filters_that_were_read_stay_as_they_were_when_newer_weights_come() -> None:
    classifier = drawn_classifier("course_cnn")
    filters = first_layer_filters(classifier)
    before = filters.copy()
    classifier.set_weights(drawn_classifier("course_cnn", seed=1).network.state_dict())
    assert np.array_equal(filters, before)
    assert not np.array_equal(first_layer_filters(classifier), before)


def test_a_copy_keeps_its_weights() -> None:
    classifier = drawn_classifier("mlp")
    copy, before = classifier.copy(), classifier.answer(IMAGE).outputs
    classifier.set_weights(drawn_classifier("mlp", seed=1).network.state_dict())
    assert np.array_equal(copy.answer(IMAGE).outputs, before)
    assert not np.array_equal(classifier.answer(IMAGE).outputs, before)
