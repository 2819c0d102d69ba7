"""Says what a set of digits is from its content, so that nothing is called MNIST that is not.

A file name proves nothing: Fashion-MNIST's four files have the names and the sizes of MNIST's.
"""

from pathlib import Path

import numpy as np

from lossviz.core.data.digits import DataIdentity, LabelledImages, digest_of
from lossviz.core.errors import QT_TRANSLATE_NOOP

UNVERIFIED = QT_TRANSLATE_NOOP("data", "MNIST, unverified")
OTHER_IMAGES = QT_TRANSLATE_NOOP("data", '"{place}" (28x28 images, not MNIST)')

# digest_of the genuine set in the course's split: it covers the items of the four IDX files, in their order.
MNIST_SHA256 = "c97a2c607853b499a01d274c02fa5de533f80f6f09404e77aa0e02ec99b4c1f5"

# How many of each digit 0-9 are among MNIST's 60 000 training images. Fashion-MNIST, KMNIST and EMNIST have 6 000 each.
_TRAINING_COUNTS = np.array([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949])
_TEST_SIZE = 10_000
_LABELS_THAT_MAY_DIFFER = 600


def identify(train: LabelledImages, validation: LabelledImages, test: LabelledImages, origin: Path) -> DataIdentity:
    """origin: the file or folder that the images came from."""
    sha256 = digest_of(train, validation, test)
    if sha256 == MNIST_SHA256:
        name = "MNIST"
    elif _looks_like_mnist(train, validation, test):
        name = UNVERIFIED
    else:
        name = OTHER_IMAGES.format(place=_place_name(origin))
    return DataIdentity(name, str(origin), sha256, "mnist" if sha256 == MNIST_SHA256 else "other")


def _looks_like_mnist(train: LabelledImages, validation: LabelledImages, test: LabelledImages) -> bool:
    """Whether the sizes are MNIST's and the labels occur about as often as in MNIST."""
    training_labels = np.concatenate([train.labels, validation.labels])
    if len(training_labels) != _TRAINING_COUNTS.sum() or len(test) != _TEST_SIZE:
        return False
    counts = np.bincount(training_labels, minlength=10)
    return int(np.abs(counts - _TRAINING_COUNTS).sum()) <= _LABELS_THAT_MAY_DIFFER


def _place_name(origin: Path) -> str:
    """The folder's name, or the name of the set where the folder is torchvision's SetName/raw."""
    folder = (origin if origin.is_dir() else origin.parent).absolute()
    return (folder.parent if folder.name == "raw" else folder).name or str(folder)
