"""Labelled images of digits: the arrays, their splits, and what they are."""

import hashlib
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError

ImagesU8 = NDArray[np.uint8]  # (n, 28, 28), 0 background, 255 ink
LabelsI64 = NDArray[np.int64]  # (n,), 0-9


DataKind = Literal["mnist", "built_in", "other"]


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

    name: shown to people, e.g. "MNIST", "MNIST, unverified", "built-in digits", marked for translation in "data".
    origin: the folder or file, or the generator and its seed.
    sha256: of all images and labels in order, hex; equal data give equal digests whatever file format they came from.
    """

    name: str
    origin: str
    sha256: str
    kind: DataKind


@dataclass(frozen=True, eq=False)
class Digits:
    """A data set in the course's three parts."""

    train: LabelledImages
    validation: LabelledImages
    test: LabelledImages
    identity: DataIdentity


def digest_of(train: LabelledImages, validation: LabelledImages, test: LabelledImages) -> str:
    """SHA-256 in hex of each part's image bytes followed by its labels as one byte each, in the order given."""
    digest = hashlib.sha256()
    for part in (train, validation, test):
        digest.update(np.ascontiguousarray(part.images_u8).data)
        digest.update(part.labels.astype(np.uint8).data)
    return digest.hexdigest()


def digits_from_parts(
    train: LabelledImages,
    validation: LabelledImages,
    test: LabelledImages,
    name: str,
    origin: str,
    kind: DataKind,
) -> Digits:
    """Three parts that are already split, with their digest computed."""
    sha256 = digest_of(train, validation, test)
    return Digits(train, validation, test, DataIdentity(name, origin, sha256, kind))


def split_off_validation(labelled: LabelledImages) -> tuple[LabelledImages, LabelledImages]:
    """The training images without their last sixth, and that last sixth: 50 000 and 10 000 of MNIST's 60 000.

    Raises: LossvizError if there are fewer than six images.
    """
    validation_count = len(labelled) // 6
    if validation_count == 0:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "The training set has only {count} images."),
            QT_TRANSLATE_NOOP("errors", "At least six are needed, because every sixth is kept aside for validation."),
            QT_TRANSLATE_NOOP("errors", "Please choose a larger set of images."),
            count=len(labelled),
        )
    first = len(labelled) - validation_count
    return (
        LabelledImages(labelled.images_u8[:first], labelled.labels[:first]),
        LabelledImages(labelled.images_u8[first:], labelled.labels[first:]),
    )
