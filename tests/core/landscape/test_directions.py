"""Random directions: as long as the weights, filter by filter."""

import pytest
import torch

from lossviz.core.landscape.directions import random_directions
from lossviz.core.training.settings import NetworkName
from tests.support.landscapes import some_weights

NETWORKS: tuple[NetworkName, ...] = ("softmax_regression", "mlp", "course_cnn")


@pytest.mark.parametrize("network", NETWORKS)
def test_each_filter_s_direction_is_as_long_as_the_filter(network: NetworkName) -> None:
    weights = some_weights(network)
    for direction in random_directions(weights, seed=3):
        assert list(direction) == list(weights)
        for name, tensor in weights.items():
            for filter_weights, filter_direction in zip(tensor, direction[name], strict=True):
                if tensor.dim() > 1:
                    expected = filter_weights.double().pow(2).sum().sqrt().item()
                    assert filter_direction.double().pow(2).sum().sqrt().item() == pytest.approx(expected, rel=1e-5)


def test_biases_stay_where_they_are() -> None:
    for direction in random_directions(some_weights("course_cnn"), seed=0):
        assert not any(direction[name].any() for name in ("conv1.bias", "conv2.bias", "linear.bias"))


def test_a_filter_of_zeros_has_no_direction() -> None:
    weights = some_weights()
    weights["linear.weight"][4] = 0.0
    first, _ = random_directions(weights, seed=0)
    assert not first["linear.weight"][4].any()
    assert torch.isfinite(first["linear.weight"]).all()


def test_the_seed_decides_and_the_two_directions_differ() -> None:
    weights = some_weights()
    first, second = random_directions(weights, seed=7)
    again, _ = random_directions(weights, seed=7)
    other, _ = random_directions(weights, seed=8)
    assert torch.equal(first["linear.weight"], again["linear.weight"])
    assert not torch.equal(first["linear.weight"], other["linear.weight"])
    assert abs(torch.cosine_similarity(first["linear.weight"], second["linear.weight"]).mean().item()) < 0.1
