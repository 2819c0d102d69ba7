import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from lossviz.core.data.digits import Digits, LabelledImages
from lossviz.core.data.mnist_files import DigitsMissingError, load_digits
from lossviz.core.errors import LossvizError
from tests.support.digit_files import (
    IDX_NAMES,
    idx_bytes,
    idx_contents,
    json_text,
    random_digits,
    training_set,
    write_idx_folder,
    write_npz,
)
from tests.support.mnist_location import real_mnist

DIGITS = random_digits()
TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS = IDX_NAMES


def assert_is(found: Digits, expected: Digits) -> None:
    for part, expected_part in zip(
        (found.train, found.validation, found.test),
        (expected.train, expected.validation, expected.test),
        strict=True,
    ):
        np.testing.assert_array_equal(part.images_u8, expected_part.images_u8)
        np.testing.assert_array_equal(part.labels, expected_part.labels)
        assert part.labels.dtype == np.int64
    assert found.identity.sha256 == expected.identity.sha256


@pytest.mark.parametrize("is_gzip", [False, True], ids=["raw", "gzip"])
def test_a_folder_of_idx_files_opens_in_the_courses_split(tmp_path: Path, is_gzip: bool) -> None:
    assert_is(load_digits(write_idx_folder(tmp_path, DIGITS, is_gzip)), DIGITS)


def test_idx_files_open_under_their_other_usual_names(tmp_path: Path) -> None:
    write_idx_folder(tmp_path, DIGITS)
    for name in IDX_NAMES:
        (tmp_path / name).rename(tmp_path / name.replace("-idx", ".idx"))
    assert_is(load_digits(tmp_path), DIGITS)


def test_raw_and_compressed_files_may_be_mixed_whatever_their_ending_says(tmp_path: Path) -> None:
    write_idx_folder(tmp_path, DIGITS)
    (tmp_path / TRAIN_IMAGES).rename(tmp_path / f"{TRAIN_IMAGES}.gz")
    (tmp_path / TEST_LABELS).write_bytes(gzip.compress((tmp_path / TEST_LABELS).read_bytes()))
    assert_is(load_digits(tmp_path), DIGITS)


@pytest.mark.parametrize("below", ["raw", "MNIST/raw"])
def test_the_folders_of_torchvision_open_from_above(tmp_path: Path, below: str) -> None:
    write_idx_folder(tmp_path / below, DIGITS)
    assert_is(load_digits(tmp_path), DIGITS)


def test_one_of_the_four_files_stands_for_all_of_them(tmp_path: Path) -> None:
    write_idx_folder(tmp_path, DIGITS, is_gzip=True)
    assert_is(load_digits(tmp_path / f"{TEST_LABELS}.gz"), DIGITS)


@pytest.mark.parametrize("name", ["mnist.json.gz", "mnist.json"])
def test_the_courses_json_opens_as_a_file_and_from_its_folder(tmp_path: Path, name: str) -> None:
    content = json_text(DIGITS).encode()
    (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    assert_is(load_digits(tmp_path), DIGITS)
    assert_is(load_digits(tmp_path / name), DIGITS)


def test_npz_opens_as_a_file_and_from_its_folder(tmp_path: Path) -> None:
    file = write_npz(tmp_path / "mnist.npz", DIGITS)
    assert_is(load_digits(tmp_path), DIGITS)
    assert_is(load_digits(file), DIGITS)


def test_a_file_is_what_its_content_says_not_its_name(tmp_path: Path) -> None:
    file = write_npz(tmp_path / "mnist.npz", DIGITS).rename(tmp_path / "download.gz")
    assert_is(load_digits(file), DIGITS)


def test_an_incomplete_set_of_idx_files_says_which_are_missing(tmp_path: Path) -> None:
    write_idx_folder(tmp_path, DIGITS)
    (tmp_path / TEST_LABELS).unlink()
    with pytest.raises(DigitsMissingError, match=f"missing: {TEST_LABELS}"):
        load_digits(tmp_path)


def test_another_format_beside_an_incomplete_set_is_used(tmp_path: Path) -> None:
    write_idx_folder(tmp_path, DIGITS)
    (tmp_path / TEST_LABELS).unlink()
    write_npz(tmp_path / "mnist.npz", DIGITS)
    assert_is(load_digits(tmp_path), DIGITS)


@pytest.mark.parametrize("name", ["", "nowhere", "nowhere/deeper", "\0"])
def test_a_place_without_digits_is_missing_and_not_damaged(tmp_path: Path, name: str) -> None:
    with pytest.raises(DigitsMissingError, match="No digits were found"):
        load_digits(tmp_path / name)


def test_a_file_of_another_kind_is_an_error_for_people(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Anna")
    with pytest.raises(LossvizError, match="neither IDX nor JSON") as caught:
        load_digits(tmp_path / "letter.txt")
    assert not isinstance(caught.value, DigitsMissingError)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        (TRAIN_LABELS, idx_bytes(np.zeros(11, np.uint8)), "12 images and 11 labels"),
        (TEST_LABELS, idx_bytes(np.array([0, 10, 3], np.uint8)), "from 0 to 10"),
        (TEST_IMAGES, idx_bytes(np.zeros((3, 28, 27), np.uint8)), "3 × 28 × 27"),
        (TEST_IMAGES, idx_bytes(np.zeros(3, np.uint8)), "28 × 28"),
        (TEST_LABELS, idx_bytes(np.zeros((3, 1), np.uint8)), "do not belong together"),
        (TRAIN_IMAGES, idx_bytes(np.zeros((12, 28, 28), np.uint8), sizes=(0, 28, 28)), "empty"),
        (TRAIN_IMAGES, idx_contents(DIGITS)[TRAIN_IMAGES][:-1], "incomplete"),
        (TRAIN_IMAGES, b"<html>", "not an IDX file"),
    ],
)
def test_a_bad_idx_file_is_an_error_for_people_that_names_it(
    tmp_path: Path, name: str, content: bytes, what: str
) -> None:
    write_idx_folder(tmp_path, DIGITS)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(LossvizError, match=what) as caught:
        load_digits(tmp_path)
    assert "ubyte" in str(caught.value)


def test_too_few_images_to_split_are_an_error_for_people(tmp_path: Path) -> None:
    part = training_set(DIGITS)
    few = {
        TRAIN_IMAGES: idx_bytes(part.images_u8[:5]),
        TRAIN_LABELS: idx_bytes(part.labels[:5].astype(np.uint8)),
    }
    for name, content in (idx_contents(DIGITS) | few).items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(LossvizError, match="only 5 images"):
        load_digits(tmp_path)


@pytest.mark.parametrize(
    ("sets", "what"),
    [
        ([[[[0] * 784], [1]]] * 2, "2 sets"),
        ([[[[0] * 784], [1]]] * 4, "4 sets"),
        ([[[[0] * 784], [1, 2]]] * 3, "1 images and 2 labels"),
        ([[[[0] * 784], []]] * 3, "1 images and 0 labels"),
        ([[[[0] * 784], [10]]] * 3, "from 10 to 10"),
        ([[[[0] * 784], [-1]]] * 3, "from -1 to -1"),
    ],
)
def test_json_sets_that_cannot_be_used_are_errors_for_people(tmp_path: Path, sets: object, what: str) -> None:
    (tmp_path / "mnist.json").write_text(json.dumps(sets))
    with pytest.raises(LossvizError, match=what):
        load_digits(tmp_path)


@pytest.mark.parametrize("count", [0, 2])
def test_npz_parts_that_cannot_be_used_are_errors_for_people(tmp_path: Path, count: int) -> None:
    test = LabelledImages(DIGITS.test.images_u8[:count], DIGITS.test.labels[:0])
    write_npz(tmp_path / "mnist.npz", Digits(DIGITS.train, DIGITS.validation, test, DIGITS.identity))
    with pytest.raises(LossvizError, match="empty" if count == 0 else "2 images and 0 labels"):
        load_digits(tmp_path)


def test_random_digits_are_named_after_their_folder_and_are_not_mnist(tmp_path: Path) -> None:
    identity = load_digits(write_idx_folder(tmp_path / "fashion", DIGITS)).identity
    assert identity.name == '"fashion" (28x28 images, not MNIST)'
    assert identity.origin == str(tmp_path / "fashion")
    assert identity.kind == "other"


def test_the_real_mnist_is_recognised() -> None:
    digits = load_digits(real_mnist())
    assert (digits.identity.name, digits.identity.kind) == ("MNIST", "mnist")
    assert [len(digits.train), len(digits.validation), len(digits.test)] == [50_000, 10_000, 10_000]
    assert digits.train.labels[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]


def test_the_real_mnist_is_recognised_as_npz(tmp_path: Path) -> None:
    digits = load_digits(real_mnist())
    training = training_set(digits)
    np.savez(
        tmp_path / "mnist.npz",
        x_train=training.images_u8,
        y_train=training.labels,
        x_test=digits.test.images_u8,
        y_test=digits.test.labels,
    )
    assert load_digits(tmp_path).identity.name == "MNIST"


def test_one_flipped_bit_in_a_raw_file_leaves_mnist_unverified(tmp_path: Path) -> None:
    write_idx_folder(tmp_path, load_digits(real_mnist()))
    images = bytearray((tmp_path / TRAIN_IMAGES).read_bytes())
    images[len(images) // 2] ^= 1
    (tmp_path / TRAIN_IMAGES).write_bytes(images)
    identity = load_digits(tmp_path).identity
    assert (identity.name, identity.kind) == ("MNIST, unverified", "other")
