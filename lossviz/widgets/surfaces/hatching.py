"""Stripes over the part of a map where the loss is not convex."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from lossviz.widgets.surfaces.colour_image import argb_image
from lossviz.widgets.surfaces.resampling import stretched

STRIPE_EVERY_PX = 9


def hatched_image(
    overlay: NDArray[np.float64] | NDArray[np.bool_], width_px: int, height_px: int, colour: QColor, casing: QColor
) -> QImage:
    """Stripes in `colour`, each with a line of `casing` beside it; see-through elsewhere.

    overlay: (m, m) [b index, w index]; the stripes lie where it is True or below 0.
    """
    is_inside = stretched(_signed(overlay), width_px, height_px)[::-1] < 0
    diagonal = np.add.outer(np.arange(height_px), np.arange(width_px)) % STRIPE_EVERY_PX
    edge = np.zeros_like(is_inside)
    edge[:, 1:] |= is_inside[:, 1:] != is_inside[:, :-1]
    edge[1:] |= is_inside[1:] != is_inside[:-1]
    argb = np.where(is_inside & (diagonal == 1), np.uint32(casing.rgba()), np.uint32(0))
    argb[is_inside & (diagonal == 0) | edge] = colour.rgba()
    return argb_image(argb, is_see_through=True)


def _signed(overlay: NDArray[np.float64] | NDArray[np.bool_]) -> NDArray[np.float64]:
    """Below 0 inside, above 0 outside."""
    return np.asarray(0.5 - overlay if overlay.dtype == np.bool_ else overlay, np.float64)
