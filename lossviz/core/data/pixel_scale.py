"""Finds out on which scale grey values are written, and brings them back to 0-255."""

import numpy as np
from numpy.typing import NDArray

# Room for values written with three decimals; of values that are on no scale, some lie 0.5 off.
_TOLERANCE_LEVELS = 0.2


def grey_levels(values: NDArray[np.float64]) -> NDArray[np.uint8] | None:
    """The level 0-255 of each of an image set's distinct values, or None if they are on no known scale.

    Known are 0-255, v/255 and v/256: the last is how the most widespread pickled copy of MNIST was scaled, and with it
    every file derived from that copy.
    """
    scales = (1.0,) if values.max(initial=0.0) > 1.0 else (255.0, 256.0)
    best = min(scales, key=lambda scale: _worst_error(values * scale))
    if not _worst_error(values * best) <= _TOLERANCE_LEVELS:
        return None
    return np.rint(values * best).astype(np.uint8)


def _worst_error(levels: NDArray[np.float64]) -> float:
    """How far any of `levels` is from the nearest whole number in 0-255."""
    return float(np.abs(levels - np.clip(np.rint(levels), 0, 255)).max(initial=0.0))
