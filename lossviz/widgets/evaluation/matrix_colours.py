"""The colours of a confusion matrix: mistakes on one ramp of lightness, the diagonal apart from it."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from lossviz.widgets.curves.colours import faint_colour, relative_luminance
from lossviz.widgets.theme import Theme

_TOPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)  # what the strongest colour may stand for
_LEAST_COLOUR = 0.14  # of one mistake, so that it can be told from none
_DIAGONAL_COLOUR = 0.22


@dataclass(frozen=True)
class MatrixColours:
    """top: the share of a row that has the strongest colour. All other shares are coloured by their square root.

    On one scale with the diagonal, where nearly all images are, no mistake could be seen.
    """

    theme: Theme
    top: float

    def mistake(self, share: float) -> QColor:
        """Of a cell off the diagonal: as the ground for none, then darker (lighter on a dark ground) with each."""
        if share <= 0:
            return QColor(self.theme.colours.surface)
        strength = _LEAST_COLOUR + (1 - _LEAST_COLOUR) * math.sqrt(min(share / self.top, 1.0))
        return faint_colour(QColor(self.theme.colours.positive), QColor(self.theme.colours.surface), strength)

    def diagonal(self) -> QColor:
        """Of every cell on the diagonal."""
        colours = self.theme.colours
        return faint_colour(QColor(colours.negative), QColor(colours.surface), _DIAGONAL_COLOUR)

    def text_on(self, ground: QColor) -> QColor:
        """Ink's white or the canvas' black, whichever differs more from `ground`: 4.5:1 at least on any colour."""
        colours = self.theme.colours
        return max(QColor(colours.ink), QColor(colours.canvas), key=lambda colour: _contrast(colour, ground))


def matrix_top(shares: NDArray[np.float64]) -> float:
    """A round share that no mistake of these (10, 10) rows is above, so that the colours rarely change meaning."""
    mistakes = shares[~np.eye(len(shares), dtype=bool)]
    return next(top for top in _TOPS if mistakes.max() <= top)


def _contrast(one: QColor, other: QColor) -> float:
    """Source: WCAG 2.2, contrast ratio."""
    low, high = sorted((relative_luminance(one), relative_luminance(other)))
    return (high + 0.05) / (low + 0.05)
