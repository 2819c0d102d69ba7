"""Cases drawn for the tests of the surfaces and the descent."""

import numpy as np

from lossviz.core.fit.cases import Cases, CaseWords
from lossviz.core.fit.logistic import Parameters, logits, sigmoid

WORDS = CaseWords("Size", "cm", "benign", "malignant")


def drawn_cases(count: int, middle: float = 3.0, spread: float = 1.0, steepness: float = 2.0, seed: int = 0) -> Cases:
    """Quantities around `middle`, labels from a sigmoid law whose midpoint lies there."""
    random = np.random.default_rng(seed)
    x = random.normal(middle, spread, count)
    law = Parameters(steepness / spread, -steepness / spread * middle)
    y = (random.random(count) < sigmoid(logits(law, x))).astype(np.float64)
    return Cases(x, y, WORDS)


def cases_of(x: list[float], y: list[float]) -> Cases:
    """These very ones."""
    return Cases(np.array(x, dtype=np.float64), np.array(y, dtype=np.float64), WORDS)
