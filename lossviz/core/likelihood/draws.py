"""Balls drawn with replacement, the same for the same seed however many are drawn at a time."""

import numpy as np
from numpy.typing import NDArray

from lossviz.core.likelihood.boxes import Box

IsBlue = NDArray[np.bool_]

MOST_DRAWS = 10_000
SEED_RANGE = (0, 999_999)

_CHOICE_STREAM, _BALL_STREAM = 0, 1  # apart, so that the choice of the box says nothing about the balls


def hidden_box(seed: int, prior_first: float) -> int:
    """The box that the seed picks, 0 or 1: the first one with its prior probability."""
    return 0 if np.random.default_rng([seed, _CHOICE_STREAM]).random() < prior_first else 1


def drawn_balls(box: Box, seed: int, already: int, count: int) -> IsBlue:
    """`count` balls out of `box`, (count,) True for blue, that follow the `already` drawn ones."""
    stream = np.random.default_rng([seed, _BALL_STREAM]).random(already + count)
    return stream[already:] < box.blue_share
