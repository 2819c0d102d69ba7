"""The course's three networks, small enough to read in one glance."""

import math
from collections import OrderedDict
from collections.abc import Callable

import torch
from torch import nn

from lossviz.core.training.settings import Initialisation, NetworkName

CLASSES = 10


def build_network(
    name: NetworkName, outputs: int, initialisation: Initialisation, generator: torch.Generator
) -> nn.Sequential:
    """A fresh network from (batch, 1, 28, 28) scaled images to (batch, outputs), drawn from `generator` alone.

    outputs: 10 for one score a class, 1 for the digit as a number.
    """
    network = _LAYERS[name](outputs)
    for layer in network:
        if isinstance(layer, nn.Linear | nn.Conv2d):
            _initialise(layer, initialisation, generator)
    return network


def _softmax_regression(outputs: int) -> nn.Sequential:
    return nn.Sequential(OrderedDict(flatten=nn.Flatten(), linear=nn.Linear(784, outputs)))


def _mlp(outputs: int) -> nn.Sequential:
    return nn.Sequential(
        OrderedDict(
            flatten=nn.Flatten(), hidden=nn.Linear(784, 128), relu=nn.ReLU(inplace=True), linear=nn.Linear(128, outputs)
        )
    )


def _course_cnn(outputs: int) -> nn.Sequential:
    """The course's network. ReLU stands behind the pooling: the same function, on a quarter of the numbers."""
    return nn.Sequential(
        OrderedDict(
            conv1=nn.Conv2d(1, 20, kernel_size=5, padding=2),
            pool1=nn.MaxPool2d(2),
            relu1=nn.ReLU(inplace=True),
            conv2=nn.Conv2d(20, 20, kernel_size=5, padding=2),
            pool2=nn.MaxPool2d(2),
            relu2=nn.ReLU(inplace=True),
            flatten=nn.Flatten(),
            linear=nn.Linear(980, outputs),
        )
    )


_LAYERS: dict[NetworkName, Callable[[int], nn.Sequential]] = {
    "softmax_regression": _softmax_regression,
    "mlp": _mlp,
    "course_cnn": _course_cnn,
}


def _initialise(layer: nn.Linear | nn.Conv2d, initialisation: Initialisation, generator: torch.Generator) -> None:
    if isinstance(layer, nn.Conv2d):  # pixels stored with their channels together: twice the images a second on a CPU
        layer.weight.data = layer.weight.data.clone(memory_format=torch.channels_last)
    weight, bias = layer.weight, layer.bias
    assert bias is not None  # every layer above has one
    with torch.no_grad():
        if initialisation == "pytorch":
            bound = 1 / math.sqrt(weight[0].numel())
            weight.uniform_(-bound, bound, generator=generator)
            bias.uniform_(-bound, bound, generator=generator)
            return
        bias.zero_()
        if initialisation == "he":
            nn.init.kaiming_normal_(weight, nonlinearity="relu", generator=generator)
        else:
            nn.init.xavier_uniform_(weight, generator=generator)
