"""WeightLayout: a row of numbers stands for a network, whatever way its layers lie in memory."""

from typing import get_args

import pytest
import torch

from lossviz.core.training.classifier import empty_network
from lossviz.core.training.flat_weights import WeightLayout
from lossviz.core.training.settings import NetworkName


@pytest.mark.parametrize("name", get_args(NetworkName))
def test_weights_come_back_from_their_row_to_the_last_bit(name: NetworkName) -> None:
    network = empty_network(name, "cross_entropy")
    weights = network.state_dict()
    layout = WeightLayout.of(weights)
    flat = layout.flatten(weights)
    count = sum(tensor.numel() for tensor in network.parameters())
    assert flat.shape == (layout.length,) == (count,)
    back = layout.weights(flat)
    assert all(torch.equal(back[layer], tensor) for layer, tensor in weights.items())
    other = empty_network(name, "cross_entropy")
    other.load_state_dict(back)
    images = torch.rand(3, 1, 28, 28)
    assert torch.equal(other(images), network(images))


def test_a_row_is_a_copy() -> None:
    weights = {"a": torch.zeros(3)}
    flat = WeightLayout.of(weights).flatten(weights)
    weights["a"].fill_(1)
    assert flat.tolist() == [0, 0, 0]


def test_the_order_of_the_layers_does_not_matter() -> None:
    weights = {"a": torch.ones(2), "b": torch.zeros(1)}
    assert WeightLayout.of(weights).flatten({"b": weights["b"], "a": weights["a"]}).tolist() == [1, 1, 0]


@pytest.mark.parametrize("other", [{"a": torch.ones(3)}, {"b": torch.ones(2)}, {}])
def test_weights_of_another_network_are_refused(other: dict[str, torch.Tensor]) -> None:
    with pytest.raises(ValueError, match="do not go with"):
        WeightLayout.of({"a": torch.ones(2)}).flatten(other)


def test_a_row_taken_in_inference_mode_can_be_used_outside_of_it() -> None:
    weights = {"a": torch.ones(2)}
    with torch.inference_mode():
        flat = WeightLayout.of(weights).flatten(weights)
    assert not flat.is_inference()
