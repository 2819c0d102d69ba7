"""What part of its axes a curve plot shows, and on how many pixels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lossviz.widgets.curves.ranges import AxisRange

# Values beyond the view are drawn no further away than so many heights of it, so that pixels stay within Qt's range.
CLIP_HEIGHTS = 20


@dataclass(frozen=True)
class PlotFrame:
    """The steps and values in view and the width in pixels; values are exponents of ten if `is_log`."""

    steps: AxisRange
    values: AxisRange
    width_px: int
    is_log: bool

    def steps_per_px(self, px: float = 1.0) -> float:
        """Steps that stand side by side on so many pixels."""
        return px * self.steps.span / max(self.width_px, 1)

    def on_axis(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Where finite values stand on the axis. On a log axis those that are not positive stand far below."""
        if self.is_log:
            values = np.log10(np.maximum(values, np.finfo(np.float64).tiny))
        margin = CLIP_HEIGHTS * self.values.span
        return np.clip(values, self.values.low - margin, self.values.high + margin)
