"""A tiny set of built-in digits, drawn once, for tests that train."""

from functools import cache

import numpy as np

from lossviz.core.built_in.stroke_digits import make_stroke_digits
from lossviz.core.data.digits import Digits, LabelledImages, digits_from_parts

TRAIN_COUNT, VALIDATION_COUNT, TEST_COUNT = 70, 20, 30


@cache
def small_digits() -> Digits:
    """The three parts are of different sizes, and none is a whole number of batches of 20."""
    drawn = make_stroke_digits(TRAIN_COUNT + VALIDATION_COUNT + TEST_COUNT, seed=5)
    cuts = [TRAIN_COUNT, TRAIN_COUNT + VALIDATION_COUNT]
    train, validation, test = (
        LabelledImages(images, labels)
        for images, labels in zip(np.split(drawn.images_u8, cuts), np.split(drawn.labels, cuts), strict=True)
    )
    return digits_from_parts(train, validation, test, "small digits", "seed 5", "other")
