"""What is marked on the surfaces of the Fit page, in units of w and b."""

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from lossviz.core.fit.grid_range import GridRange
from lossviz.core.fit.logistic import LossKind, Parameters
from lossviz.widgets.surfaces.picture import Place

LONGEST_ARROW = 0.22  # of the range's width and height


def downhill_arrow(span: GridRange, kind: LossKind, gradients: Mapping[LossKind, Parameters]) -> Place | None:
    """Downhill; the lengths of both arrows are as their gradients, as the range is wide and high."""
    width, height = span.w_high - span.w_low, span.b_high - span.b_low
    # A step against the gradient moves (g_w, g_b); on screen that is g_w / width and g_b / height.
    longest = max(math.hypot(each.w / width, each.b / height) for each in gradients.values())
    if not longest or not math.isfinite(longest):
        return None
    scale = LONGEST_ARROW / longest
    return -gradients[kind].w * scale, -gradients[kind].b * scale


def undecided_models(span: GridRange, x: float) -> NDArray[np.float64]:
    """The ends of the line w x + b = 0 across the range: the models that call the case at x 50%."""
    w = np.array([span.w_low, span.w_high])
    if abs(x) * (span.w_high - span.w_low) <= span.b_high - span.b_low:
        return np.column_stack([w, -w * x])
    b = np.array([span.b_low, span.b_high])
    return np.column_stack([-b / x, b])
