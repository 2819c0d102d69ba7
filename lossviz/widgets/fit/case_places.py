"""Where the cases stand in pixels."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF

from lossviz.core.fit.cases import Cases, Column
from lossviz.widgets.plots.plot_frame import PlotFrame

_MOST_IN_LINE = 150  # far above the usual sample: a case that is added scatters no others
_JITTER = 0.05  # of the way from one class to the other, to either side
_GOLDEN = 0.6180339887498949


class CasePlaces:
    """x_px, y_px: each case's pixel, (n,) int64. Many cases are spread a little, each by its number, so that it stays.

    is_in_view: whether the case's size is inside the view, (n,).
    """

    def __init__(self, cases: Cases, frame: PlotFrame) -> None:
        self.x_px = np.rint(frame.xs_px(cases.x)).astype(np.int64)
        self.y_px = np.rint(frame.ys_px(cases.y + _offsets(len(cases)))).astype(np.int64)
        self.is_in_view: NDArray[np.bool_] = (cases.x >= frame.x.low) & (cases.x <= frame.x.high)

    @staticmethod
    def row_px(frame: PlotFrame, label: int) -> tuple[int, int]:
        """The highest and the lowest pixel at which a case of this class may stand."""
        return round(frame.y_px(label + _JITTER)) - 1, round(frame.y_px(label - _JITTER)) + 1

    def centre_px(self, index: int) -> QPointF:
        """The middle of a case's pixel."""
        return QPointF(float(self.x_px[index]) + 0.5, float(self.y_px[index]) + 0.5)

    def nearest(self, position: QPointF) -> tuple[int, float] | None:
        """The case nearest to a pixel and how far it is; None if none is in view. The last drawn wins a tie."""
        squares = (self.x_px + 0.5 - position.x()) ** 2 + (self.y_px + 0.5 - position.y()) ** 2
        squares = np.where(self.is_in_view, squares, np.inf)
        index = len(squares) - 1 - int(np.argmin(squares[::-1]))
        return (index, float(np.sqrt(squares[index]))) if np.isfinite(squares[index]) else None


def _offsets(count: int) -> Column:
    if count <= _MOST_IN_LINE:
        return np.zeros(count)
    shares: Column = (np.arange(count, dtype=np.float64) * _GOLDEN) % 1.0
    return (shares - 0.5) * (2.0 * _JITTER)
