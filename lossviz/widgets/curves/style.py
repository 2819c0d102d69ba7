"""The pens and colours of a curve plot, out of the theme's tokens.

Pens are cosmetic: their widths are pixels at any zoom.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from lossviz.widgets.curves.colours import faint_colour, ghost_colour
from lossviz.widgets.curves.data import RunCurve
from lossviz.widgets.theme import Theme

FAINT_SHARE = 0.35
VALIDATION_DASHES = (4.0, 2.5)
# One for every earlier run in turn, so that runs are told apart without their colours.
GHOST_DASHES = (
    (7.0, 3.0),
    (2.0, 2.0),
    (12.0, 3.0, 2.0, 3.0),
    (18.0, 4.0),
    (6.0, 2.0, 2.0, 2.0, 2.0, 2.0),
    (3.0, 5.0),
)


class CurveStyle:
    """What each part of a run is drawn with under one theme."""

    def __init__(self, theme: Theme) -> None:
        self._colours = theme.colours
        self._sizes = theme.sizes

    def run_colour(self, run: RunCurve) -> QColor:
        """The run's own colour; otherwise the theme's for training, or a hue for each earlier run."""
        if run.colour:
            return QColor(run.colour)
        return ghost_colour(run.key, QColor(self._colours.ghost)) if run.is_ghost else QColor(self._colours.train)

    def raw_pen(self, run: RunCurve, is_faint: bool) -> QPen:
        """For the batch values: mixed with the background; see-through would darken where lines cross."""
        colour = self.run_colour(run)
        return self._pen(
            faint_colour(colour, self.background(), FAINT_SHARE) if is_faint else colour, self._sizes.line_thin_px
        )

    def mean_pen(self, run: RunCurve) -> QPen:
        """For the running mean; thin and dashed for an earlier run."""
        if run.is_ghost:
            return self._pen(self.run_colour(run), self._sizes.line_thin_px, GHOST_DASHES[run.key % len(GHOST_DASHES)])
        return self._pen(self.run_colour(run), self._sizes.line_px)

    def validation_pen(self) -> QPen:
        """For the line through the validation values."""
        return self._pen(self.validation_colour(), self._sizes.line_px, VALIDATION_DASHES)

    def validation_colour(self) -> QColor:
        """The colour of the current run's validation values."""
        return QColor(self._colours.validation)

    def cursor_pen(self) -> QPen:
        """For the crosshair."""
        return self._pen(QColor(self._colours.text_muted), self._sizes.line_thin_px)

    def background(self) -> QColor:
        """The plot's background."""
        return QColor(self._colours.surface)

    @property
    def rim_px(self) -> int:
        """The width of a marker's rim."""
        return self._sizes.line_thin_px

    @property
    def marker_px(self) -> int:
        """The width of a validation marker and its rim."""
        return self._sizes.marker_px + 2 * self.rim_px

    @property
    def small_marker_px(self) -> int:
        """The width of an earlier run's marker and of a hollow mark."""
        return round(0.7 * self._sizes.marker_px)

    def _pen(self, colour: QColor, width_px: float, dashes: tuple[float, ...] = ()) -> QPen:
        pen = QPen(colour, width_px)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashes:
            pen.setDashPattern(dashes)
        return pen
