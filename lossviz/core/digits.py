"""Labelled images of digits: the arrays, their splits, and what they are."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ImagesU8 = NDArray[np.uint8]  # (n, 28, 28), 0 background, 255 ink
LabelsI64 = NDArray[np.int64]  # (n,), 0-9


@dataclass(frozen=True, eq=False)
class LabelledImages:
    """images_u8: (n, 28, 28), 0 background, 255 ink. labels: (n,), 0-9."""

    images_u8: ImagesU8
    labels: LabelsI64

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True)
class DataIdentity:
    """What a data set is, so that nothing is ever called MNIST that is not.

    name: shown to people, e.g. "MNIST", "MNIST, unverified", "built-in digits".
    origin: the folder or file, or the generator and its seed.
    sha256: of all images and labels in order, hex; equal data give equal digests whatever file format they came from.
    """

    name: str
    origin: str
    sha256: str
    is_genuine_mnist: bool


@dataclass(frozen=True, eq=False)
class Digits:
    """A data set in the course's three parts."""

    train: LabelledImages
    validation: LabelledImages
    test: LabelledImages
    identity: DataIdentity
