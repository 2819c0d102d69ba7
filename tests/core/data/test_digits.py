import hashlib

import numpy as np
import pytest

from lossviz.core.data.digits import LabelledImages, digest_of, digits_from_parts, split_off_validation
from lossviz.core.errors import LossvizError
from tests.support.digit_files import random_digits, random_labelled


def test_the_last_sixth_of_the_training_images_is_for_validation() -> None:
    training, test = random_labelled(60), random_labelled(10)
    digits = digits_from_parts(*split_off_validation(training), test, "n", "o", "other")
    assert [len(digits.train), len(digits.validation), len(digits.test)] == [50, 10, 10]
    np.testing.assert_array_equal(digits.validation.images_u8, training.images_u8[50:])
    np.testing.assert_array_equal(digits.validation.labels, training.labels[50:])


def test_too_few_images_to_split_are_an_error_for_people() -> None:
    with pytest.raises(LossvizError, match="only 5 images"):
        split_off_validation(random_labelled(5))


def test_the_digest_is_sha256_over_images_and_labels_part_by_part() -> None:
    digits = random_digits()
    everything = b"".join(
        part.images_u8.tobytes() + bytes(part.labels.tolist())
        for part in (digits.train, digits.validation, digits.test)
    )
    assert digits.identity.sha256 == hashlib.sha256(everything).hexdigest()


def test_the_digest_depends_on_the_values_not_on_how_they_lie_in_memory() -> None:
    part = random_labelled(8)
    mirrored_twice = LabelledImages(part.images_u8[:, ::-1][:, ::-1], part.labels.astype(np.int32).astype(np.int64))
    assert digest_of(part, part, part) == digest_of(mirrored_twice, mirrored_twice, mirrored_twice)


def test_one_changed_pixel_or_label_changes_the_digest() -> None:
    part = random_labelled(8)
    changed_image, changed_label = part.images_u8.copy(), part.labels.copy()
    changed_image[3, 14, 14] ^= 1
    changed_label[3] = (changed_label[3] + 1) % 10
    digests = {
        digits_from_parts(part, part, other, "n", "o", "other").identity.sha256
        for other in (part, LabelledImages(changed_image, part.labels), LabelledImages(part.images_u8, changed_label))
    }
    assert len(digests) == 3
