"""Small sets of random digits, and the files in which sets are passed around."""

import gzip
import json
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lossviz.core.data.digits import Digits, LabelledImages, digits_from_parts, split_off_validation

IDX_NAMES = (
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
)


def random_labelled(count: int, seed: int = 0) -> LabelledImages:
    generator = np.random.default_rng(seed)
    images = generator.integers(0, 256, (count, 28, 28), dtype=np.uint8)
    images[generator.random(images.shape) < 0.8] = 0
    return LabelledImages(images, generator.integers(0, 10, count))


def random_digits(training_count: int = 12, test_count: int = 3) -> Digits:
    """In the course's split: a sixth of the training images is for validation."""
    training, test = random_labelled(training_count, 1), random_labelled(test_count, 2)
    return digits_from_parts(*split_off_validation(training), test, "random", "seeds 1 and 2", "other")


def training_set(digits: Digits) -> LabelledImages:
    """Training and validation images together, as the files hold them."""
    return LabelledImages(
        np.concatenate([digits.train.images_u8, digits.validation.images_u8]),
        np.concatenate([digits.train.labels, digits.validation.labels]),
    )


def idx_bytes(items: NDArray[np.uint8], sizes: tuple[int, ...] | None = None, type_code: int = 8) -> bytes:
    """sizes: what the header says, the truth unless given."""
    announced = items.shape if sizes is None else sizes
    return struct.pack(f">BBBB{len(announced)}I", 0, 0, type_code, len(announced), *announced) + items.tobytes()


def idx_contents(digits: Digits) -> dict[str, bytes]:
    """The four files' contents by name, not compressed."""
    training = training_set(digits)
    arrays = (
        training.images_u8,
        training.labels.astype(np.uint8),
        digits.test.images_u8,
        digits.test.labels.astype(np.uint8),
    )
    return {name: idx_bytes(array) for name, array in zip(IDX_NAMES, arrays, strict=True)}


def write_idx_folder(folder: Path, digits: Digits, is_gzip: bool = False) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in idx_contents(digits).items():
        (folder / f"{name}.gz").write_bytes(gzip.compress(content)) if is_gzip else (folder / name).write_bytes(content)
    return folder


def json_text(digits: Digits, divisor: int | None = 256, is_nested: bool = False) -> str:
    """divisor: of the grey values; None writes them as whole numbers. is_nested: images as 28 lists, not as one."""
    sets = []
    for part in (digits.train, digits.validation, digits.test):
        images = part.images_u8 if is_nested else part.images_u8.reshape(len(part), -1)
        values = images.tolist() if divisor is None else (images / divisor).tolist()
        sets.append([values, part.labels.tolist()])
    return json.dumps(sets)


def write_npz(file: Path, digits: Digits) -> Path:
    training = training_set(digits)
    np.savez_compressed(
        file,
        x_train=training.images_u8,
        y_train=training.labels.astype(np.uint8),
        x_test=digits.test.images_u8,
        y_test=digits.test.labels.astype(np.uint8),
    )
    return file


def zeros_gzip(prefix: bytes, megabytes: int) -> bytes:
    """A gzip that expands to `prefix` and so many megabytes of zeros, of a thousandth of the size."""
    return gzip.compress(prefix) + gzip.compress(bytes(1 << 20)) * megabytes
