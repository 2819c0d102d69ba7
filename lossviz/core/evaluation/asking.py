"""Asks a network about every image of a part, away from any training."""

from collections.abc import Callable

import torch

from lossviz.core.data.digits import ImagesU8
from lossviz.core.training.classifier import Classifier
from lossviz.core.training.loop import EVALUATION_CHUNK
from lossviz.core.training.part_outputs import OutputsF32


@torch.inference_mode()
def outputs_of(
    classifier: Classifier,
    images_u8: ImagesU8,
    tell_share: Callable[[float], None] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> OutputsF32 | None:
    """What the network says of each image (n, 28, 28): (n, 10) or (n, 1); None if that was cancelled.

    Equal to the last bit to what an evaluation in training leaves, on one thread of the CPU.
    """
    said = []
    for start in range(0, len(images_u8), EVALUATION_CHUNK):
        if is_cancelled():
            return None
        tell_share(start / len(images_u8))
        said.append(classifier.network(classifier.scale.apply(images_u8[start : start + EVALUATION_CHUNK])))
    return torch.cat(said).numpy()
