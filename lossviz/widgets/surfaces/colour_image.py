"""Colours in an array as an image that Qt can draw."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage


def argb_image(argb: NDArray[np.uint32], *, is_see_through: bool = False) -> QImage:
    """argb: (height, width), 0xaarrggbb, contiguous. The image holds a copy."""
    height, width = argb.shape
    kind = QImage.Format.Format_ARGB32 if is_see_through else QImage.Format.Format_RGB32
    return QImage(argb.data.cast("B"), width, height, 4 * width, kind).copy()
