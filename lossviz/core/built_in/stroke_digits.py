"""The built-in digits: labelled images drawn by our own generator, so that everything works without MNIST."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lossviz.core.built_in.glyph_curves import GlyphCurve, glyph_curves
from lossviz.core.built_in.glyph_drawing import draw_glyphs
from lossviz.core.data.digits import Digits, LabelledImages, digits_from_parts
from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.ink.stamping import SIDE_PX, ImagesU8

TRAIN_COUNT, VALIDATION_COUNT, TEST_COUNT = 20_000, 2_000, 2_000
GENERATOR_VERSION = 1  # to be raised whenever the same seed gives other digits, so that old caches are not used
CHUNK = 256  # images drawn together: enough for NumPy to work in bulk, few enough to stay in the cache
_NAME = QT_TRANSLATE_NOOP("data", "built-in digits")


@dataclass(frozen=True, eq=False)
class _Chunk:
    """Images of one style, where they go in the set, and their own source of chance."""

    curve: GlyphCurve
    places: NDArray[np.intp]
    seed: np.random.SeedSequence


def make_stroke_digits(count: int, seed: int) -> LabelledImages:
    """`count` digits in a mixed order, each class equally often; the same for the same seed, whatever the machine."""
    source = np.random.SeedSequence(seed)
    random = np.random.default_rng(source)
    labels = random.permutation(np.arange(count, dtype=np.int64) % 10)
    images_u8 = np.empty((count, SIDE_PX, SIDE_PX), np.uint8)

    def draw(chunk: _Chunk) -> None:
        images_u8[chunk.places] = draw_glyphs(chunk.curve, len(chunk.places), np.random.default_rng(chunk.seed))

    with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
        for _ in threads.map(draw, _chunks(labels, random, source)):
            pass
    return LabelledImages(images_u8, labels)


def built_in_digits(seed: int = 0) -> Digits:
    """The built-in data set: 20 000 digits to train on, 2 000 to validate, 2 000 to test, all different."""
    count = TRAIN_COUNT + VALIDATION_COUNT + TEST_COUNT
    drawn = make_stroke_digits(count, seed)
    return built_in_from(drawn.images_u8, drawn.labels, seed)


def built_in_from(images_u8: ImagesU8, labels: NDArray[np.int64], seed: int) -> Digits:
    """Digits already drawn with `seed`, (24 000, 28, 28), in their three parts."""
    train, validation, test = (
        LabelledImages(images_u8[part], labels[part])
        for part in (
            slice(0, TRAIN_COUNT),
            slice(TRAIN_COUNT, TRAIN_COUNT + VALIDATION_COUNT),
            slice(TRAIN_COUNT + VALIDATION_COUNT, None),
        )
    )
    return digits_from_parts(train, validation, test, _NAME, f"stroke generator, seed {seed}", "built_in")


def _chunks(labels: NDArray[np.int64], random: np.random.Generator, source: np.random.SeedSequence) -> Iterator[_Chunk]:
    for digit in range(10):
        curves, shares = glyph_curves(digit)
        (places,) = np.nonzero(labels == digit)
        style = random.choice(len(curves), len(places), p=shares)
        for index, curve in enumerate(curves):
            of_style = places[style == index]
            for start in range(0, len(of_style), CHUNK):
                yield _Chunk(curve, of_style[start : start + CHUNK], source.spawn(1)[0])
