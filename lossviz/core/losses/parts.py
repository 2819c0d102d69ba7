"""Functions that several losses are made of, to full relative precision."""

import numpy as np

from lossviz.core.fit.cases import Column


def minus_log_sigmoid(z: Column) -> Column:
    """-ln of the sigmoid: ln(1 + e^-z), without overflow."""
    return np.maximum(-z, 0.0) + np.log1p(np.exp(-np.abs(z)))


def huber(r: Column, delta: float) -> Column:
    """r^2 / 2 up to delta, and a straight line of the same slope beyond."""
    size = np.abs(r)
    return np.where(size <= delta, 0.5 * r**2, delta * (size - 0.5 * delta))


def huber_slope(r: Column, delta: float) -> Column:
    """Its derivative: r, held within -delta to delta."""
    return np.clip(r, -delta, delta)
