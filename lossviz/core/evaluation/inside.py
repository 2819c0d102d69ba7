"""What goes on inside a network for one image: what each pixel does, and what its first layer sees."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from lossviz.core.ink.stamping import ImageU8
from lossviz.core.training.classifier import Classifier
from lossviz.core.training.losses import predicted_digits

SaliencyKind = Literal["score", "loss"]
MapsF32 = NDArray[np.float32]  # (maps, height, width)


@dataclass(frozen=True, eq=False)
class Saliency:
    """gradient: (28, 28), by how much a pixel that goes from 0 to 1 would raise it, to first order. digit: whose."""

    digit: int
    gradient: NDArray[np.float32]


def saliency(classifier: Classifier, image_u8: ImageU8, kind: SaliencyKind, digit: int | None = None) -> Saliency:
    """The gradient by the pixels (0-1) of one image (28, 28).

    kind: of the digit's score before softmax, or of the loss −ln p if it were the true digit; the network with one
    output has that number for all scores and (number − digit)² for the loss. digit: None for the one that is read.
    """
    pixels = torch.from_numpy(image_u8)[None, None].float().div_(255).requires_grad_()
    with torch.enable_grad():
        outputs = classifier.network(classifier.scale.apply_unit(pixels.clone()))
        chosen = int(predicted_digits(outputs.detach())) if digit is None else digit
        (gradient,) = torch.autograd.grad(_wanted(outputs[0], kind, chosen), pixels)
    return Saliency(chosen, gradient[0, 0].numpy())


def first_layer_filters(classifier: Classifier) -> MapsF32:
    """The weights of the first layer as pictures: (20, 5, 5) for the Course CNN, else (units, 28, 28)."""
    weight = _first_layer(classifier).weight.detach()
    pictures = weight[:, 0] if weight.dim() == 4 else weight.reshape(-1, 28, 28)
    return pictures.numpy().copy()  # newer weights are loaded into the same memory


@torch.inference_mode()
def first_layer_responses(classifier: Classifier, image_u8: ImageU8) -> MapsF32:
    """What the first layer makes of one image (28, 28), behind its ReLU if the network has one.

    (units, 28, 28) maps for a convolution, else (units, 1, 1), one number a unit. The Course CNN's ReLU stands behind
    its pooling, which gives the same; here it is shown before, where a map still has the image's size.
    """
    layer = _first_layer(classifier)
    inputs = classifier.scale.apply(image_u8[None])
    sums: Tensor = layer(inputs if isinstance(layer, nn.Conv2d) else inputs.flatten(1))
    answers = sums.relu() if has_relu(classifier) else sums
    return answers[0].reshape(answers.shape[1], *(answers.shape[2:] or (1, 1))).numpy()


def has_relu(classifier: Classifier) -> bool:
    """Whether a ReLU stands behind the first layer; softmax regression has none."""
    return any(isinstance(layer, nn.ReLU) for layer in classifier.network)


def _wanted(outputs: Tensor, kind: SaliencyKind, digit: int) -> Tensor:
    if len(outputs) == 1:
        return outputs[0] if kind == "score" else (outputs[0] - digit).square()
    return outputs[digit] if kind == "score" else -outputs.log_softmax(dim=0)[digit]


def _first_layer(classifier: Classifier) -> nn.Conv2d | nn.Linear:
    return next(layer for layer in classifier.network if isinstance(layer, nn.Conv2d | nn.Linear))
