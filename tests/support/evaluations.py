"""Networks with drawn weights, and outputs as a network might give them."""

import numpy as np
import torch

from lossviz.core.training.classifier import Classifier, empty_network
from lossviz.core.training.part_outputs import OutputsF32
from lossviz.core.training.settings import LossName, NetworkName
from lossviz.core.training.training_data import InputScale

SCALE = InputScale(0.13, 0.31)


def drawn_outputs(images: int, outputs: int, seed: int = 0) -> OutputsF32:
    """(images, outputs): scores that are sure of something, or numbers around 0 to 9."""
    generator = np.random.default_rng(seed)
    drawn = generator.normal(0, 3, (images, outputs)) if outputs > 1 else generator.uniform(-2, 11, (images, 1))
    return drawn.astype(np.float32)


def drawn_classifier(
    network: NetworkName = "softmax_regression", loss: LossName = "cross_entropy", seed: int = 0
) -> Classifier:
    """A network that has learned nothing."""
    generator = torch.Generator().manual_seed(seed)
    shapes = empty_network(network, loss).state_dict()
    weights = {name: torch.randn(tensor.shape, generator=generator) / 10 for name, tensor in shapes.items()}
    return Classifier(network, loss, SCALE, weights)
