"""What is said of a control is true of what it controls."""

from typing import get_args

import torch

from lossviz.core.training.networks import build_network
from lossviz.core.training.settings import NetworkName
from lossviz.widgets.control_help_texts import HELP


def test_the_networks_have_as_many_parameters_as_their_help_says() -> None:
    for name in get_args(NetworkName):
        network = build_network(name, 10, "pytorch", torch.Generator())
        count = sum(parameter.numel() for parameter in network.parameters())
        assert f" {count} parameters" in HELP["mnist.network"]
