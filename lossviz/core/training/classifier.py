"""A trained network that answers: what the drawing canvas asks."""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from lossviz.core.data.digits import ImagesU8
from lossviz.core.training.losses import LOSSES, predicted_digits
from lossviz.core.training.networks import build_network
from lossviz.core.training.settings import LossName, NetworkName
from lossviz.core.training.training_data import InputScale
from lossviz.core.training.training_run import Weights


@dataclass(frozen=True)
class Answer:
    """What a network says of one image.

    outputs: (10,) scores or (1,) the digit as a number. probabilities: (10,) softmax of the scores, None for a number.
    """

    digit: int
    outputs: NDArray[np.float64]
    probabilities: NDArray[np.float64] | None


class Classifier:
    """A network of its own, apart from any that is training, so that asking never disturbs a run."""

    def __init__(self, network: NetworkName, loss: LossName, scale: InputScale, weights: Weights) -> None:
        self._names = (network, loss)
        self._scale = scale
        self._network = empty_network(network, loss)
        self.set_weights(weights)

    @property
    def kind(self) -> tuple[NetworkName, LossName]:
        """What network it is, and the loss that it was trained with."""
        return self._names

    @property
    def network(self) -> nn.Sequential:
        """From scaled images to outputs, to be looked into; not to be trained."""
        return self._network

    @property
    def scale(self) -> InputScale:
        """From pixels to what the network sees."""
        return self._scale

    @property
    def has_one_output(self) -> bool:
        """Whether it answers with the digit as a number, and has no scores and no softmax."""
        return LOSSES[self._names[1]].outputs == 1

    def copy(self) -> "Classifier":
        """One of the same weights for another thread, which newer weights for this one do not reach."""
        network, loss = self._names
        return Classifier(network, loss, self._scale, self._network.state_dict())

    def set_weights(self, weights: Weights) -> None:
        """Answer with `weights` from now on."""
        self._network.load_state_dict(weights)

    @torch.inference_mode()
    def answer(self, image_u8: ImagesU8) -> Answer:
        """The answer for one image (28, 28)."""
        outputs = self._network(self._scale.apply(image_u8[None]))
        scores = outputs[0].double()
        probabilities = scores.softmax(dim=0).numpy() if len(scores) > 1 else None
        return Answer(int(predicted_digits(outputs)), scores.numpy(), probabilities)

    @torch.inference_mode()
    def digits(self, images_u8: ImagesU8, chunk: int = 250) -> NDArray[np.int64]:
        """The predicted digit (n,) of each image (n, 28, 28)."""
        parts = [
            predicted_digits(self._network(self._scale.apply(images_u8[start : start + chunk])))
            for start in range(0, len(images_u8), chunk)
        ]
        return torch.cat(parts).numpy()


def empty_network(network: NetworkName, loss: LossName) -> nn.Sequential:
    """A network of the right shape on the CPU, in evaluation mode, to load weights into."""
    return build_network(network, LOSSES[loss].outputs, "pytorch", torch.Generator().manual_seed(0)).eval()
