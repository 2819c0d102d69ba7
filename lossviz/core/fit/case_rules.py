"""What sizes and names of cases may be, whether they come from a table, a session or a lesson."""

import numpy as np

from lossviz.core.fit.cases import CaseWords, Column

LARGEST_SIZE = 1e100  # a size squared, and a sum of such, is still a number
LONGEST_NAME = 131_072  # characters; the longest cell that Python reads from a table


def is_size(number: float) -> bool:
    """Whether one case may be so large."""
    return abs(number) <= LARGEST_SIZE


def are_too_small(sizes: Column) -> bool:
    """Whether the sizes go on where doubles lose their digits; all at zero are not too small, only equal."""
    return 0 < float(np.abs(sizes).max()) < 1.0 / LARGEST_SIZE


def tidied(text: str) -> str:
    """On one line, with single spaces."""
    return " ".join(text.split())


def are_usable(words: CaseWords) -> bool:
    """Whether they are on one line each, and the classes have two different names."""
    texts = (words.quantity, words.unit, words.negative, words.positive)
    return all(text == tidied(text) for text in texts) and "" not in texts[2:] and words.negative != words.positive
