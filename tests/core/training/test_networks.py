"""The course's networks, against torch's own initialisation and the textbook's order of layers."""

import math
from typing import get_args

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from lossviz.core.training.networks import build_network
from lossviz.core.training.settings import Initialisation, NetworkName


def _network(
    name: NetworkName = "course_cnn", outputs: int = 10, initialisation: Initialisation = "pytorch", seed: int = 0
) -> nn.Sequential:
    return build_network(name, outputs, initialisation, torch.Generator().manual_seed(seed))


def _layers(network: nn.Sequential) -> dict[str, nn.Linear | nn.Conv2d]:
    return {name: layer for name, layer in network.named_children() if isinstance(layer, nn.Linear | nn.Conv2d)}


def _initial_layers(name: NetworkName, initialisation: Initialisation) -> list[nn.Linear | nn.Conv2d]:
    return list(_layers(_network(name, 10, initialisation).requires_grad_(False)).values())


@pytest.mark.parametrize(
    ("name", "outputs", "parameters"),
    [
        ("softmax_regression", 10, 784 * 10 + 10),
        ("softmax_regression", 1, 785),
        ("mlp", 10, 784 * 128 + 128 + 128 * 10 + 10),
        ("mlp", 1, 784 * 128 + 128 + 129),
        ("course_cnn", 10, 20_350),
        ("course_cnn", 1, 20_350 - 9 * 981),
    ],
)
def test_each_network_has_the_courses_number_of_parameters(name: NetworkName, outputs: int, parameters: int) -> None:
    network = _network(name, outputs)
    assert sum(weights.numel() for weights in network.parameters()) == parameters
    assert network(torch.rand(3, 1, 28, 28)).shape == (3, outputs)


def test_pooling_before_relu_is_the_textbooks_network() -> None:
    network = _network(initialisation="he", seed=3)
    first, second, last = _layers(network).values()
    images = torch.randn(16, 1, 28, 28, generator=torch.Generator().manual_seed(4))

    def textbook(images: Tensor) -> Tensor:
        hidden = F.max_pool2d(F.conv2d(images, first.weight, first.bias, padding=2).relu(), 2)
        hidden = F.max_pool2d(F.conv2d(hidden, second.weight, second.bias, padding=2).relu(), 2)
        return F.linear(hidden.flatten(1), last.weight, last.bias)

    torch.testing.assert_close(network(images), textbook(images))
    ours, theirs = (
        torch.autograd.grad(outputs.square().mean(), list(network.parameters()))
        for outputs in (network(images), textbook(images))
    )
    torch.testing.assert_close(ours, theirs)


@pytest.mark.parametrize("name", get_args(NetworkName))
@pytest.mark.parametrize("initialisation", get_args(Initialisation))
def test_the_weights_depend_on_the_given_generator_alone(name: NetworkName, initialisation: Initialisation) -> None:
    with torch.random.fork_rng():
        torch.manual_seed(1)
        once = _network(name, 10, initialisation, seed=7).state_dict()
        torch.manual_seed(2)
        again = _network(name, 10, initialisation, seed=7).state_dict()
    other = _network(name, 10, initialisation, seed=8).state_dict()
    assert all(torch.equal(once[key], again[key]) for key in once)
    assert all(not torch.equal(once[key], other[key]) for key in once if key.endswith("weight"))


@pytest.mark.parametrize("name", get_args(NetworkName))
def test_pytorchs_initialisation_fills_the_range_that_pytorch_documents(name: NetworkName) -> None:
    for layer in _initial_layers(name, "pytorch"):
        bound = 1 / math.sqrt(layer.weight[0].numel())
        weights = layer.weight
        assert 0.95 * bound < float(weights.abs().max()) <= bound * (1 + 1e-6)
        assert float(weights.std()) == pytest.approx(bound / math.sqrt(3), rel=0.1)
        assert layer.bias is not None
        assert 0 < float(layer.bias.abs().max()) <= bound * (1 + 1e-6)


@pytest.mark.parametrize("name", get_args(NetworkName))
def test_he_is_normal_with_the_deviation_of_he_2015(name: NetworkName) -> None:
    for layer in _initial_layers(name, "he"):
        deviation = math.sqrt(2 / layer.weight[0].numel())
        assert float(layer.weight.std()) == pytest.approx(deviation, rel=0.1)
        assert float(layer.weight.abs().max()) > 2.5 * deviation  # further out than any uniform law goes
        assert layer.bias is not None
        assert not layer.bias.any()


@pytest.mark.parametrize("name", get_args(NetworkName))
def test_xavier_is_uniform_within_the_bound_of_glorot_2010(name: NetworkName) -> None:
    for layer in _initial_layers(name, "xavier"):
        field = layer.weight[0, 0].numel() if isinstance(layer, nn.Conv2d) else 1
        bound = math.sqrt(6 / (field * (layer.weight.shape[0] + layer.weight.shape[1])))
        assert 0.95 * bound < float(layer.weight.abs().max()) <= bound * (1 + 1e-6)
        assert float(layer.weight.std()) == pytest.approx(bound / math.sqrt(3), rel=0.1)
        assert layer.bias is not None
        assert not layer.bias.any()


def test_a_single_image_and_an_image_in_a_batch_give_the_same_answer() -> None:
    network, images = _network(), torch.rand(5, 1, 28, 28)
    torch.testing.assert_close(network(images)[2:3], network(images[2:3]))


def test_the_input_is_left_as_it_is() -> None:
    images = torch.rand(2, 1, 28, 28) - 0.5
    before = images.clone()
    for name in get_args(NetworkName):
        _network(name)(images)
    assert torch.equal(images, before)
