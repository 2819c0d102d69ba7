from pathlib import Path

import numpy as np
import pytest

from lossviz.core.data.digits import LabelledImages
from lossviz.core.data.mnist_identity import identify

MNIST_TRAINING_COUNTS = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
BLACK = np.zeros((60_000, 28, 28), np.uint8)


def name_of(labels: list[int], test_size: int, origin: Path) -> str:
    all_labels = np.array(labels)
    parts = [LabelledImages(BLACK[: len(part)], part) for part in np.split(all_labels, [len(labels) * 5 // 6])]
    test = LabelledImages(BLACK[:test_size], np.zeros(test_size, np.int64))
    return identify(parts[0], parts[1], test, origin).name


def as_often_as(counts: list[int]) -> list[int]:
    return [digit for digit, count in enumerate(counts) for _ in range(count)]


def test_labels_as_frequent_as_mnists_make_it_unverified_mnist(tmp_path: Path) -> None:
    assert name_of(as_often_as(MNIST_TRAINING_COUNTS), 10_000, tmp_path) == "MNIST, unverified"


def test_equally_frequent_labels_as_in_fashion_mnist_are_not_mnist(tmp_path: Path) -> None:
    assert name_of(as_often_as([6000] * 10), 10_000, tmp_path / "fashion").endswith("not MNIST)")


def test_another_size_is_not_mnist(tmp_path: Path) -> None:
    assert name_of(as_often_as(MNIST_TRAINING_COUNTS)[:-1], 10_000, tmp_path).endswith("not MNIST)")
    assert name_of(as_often_as(MNIST_TRAINING_COUNTS), 9_999, tmp_path).endswith("not MNIST)")


@pytest.mark.parametrize(
    ("folder", "name"), [("fashion", "fashion"), ("KMNIST/raw", "KMNIST"), ("学生 1/mine", "mine")]
)
def test_other_sets_are_named_after_their_folder(tmp_path: Path, folder: str, name: str) -> None:
    place = tmp_path / folder
    place.mkdir(parents=True)
    (place / "mnist.npz").touch()
    expected = f'"{name}" (28x28 images, not MNIST)'
    assert name_of([0] * 6, 1, place) == expected
    assert name_of([0] * 6, 1, place / "mnist.npz") == expected
