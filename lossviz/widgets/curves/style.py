"""The pens and colours of a curve plot, out of the theme's tokens.

Pens are cosmetic: their widths are pixels of what is painted on, at any zoom.
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
    """What each part of a run is drawn with under one theme.

    line_scale: pixels of what is painted on for one of the window; more than 1 on a fine screen or for a picture.
    """

    def __init__(self, theme: Theme, line_scale: float = 1.0) -> None:
        self._colours = theme.colours
        self._sizes = theme.sizes
        self._line_scale = line_scale

    def run_colour(self, run: RunCurve) -> QColor:
        """The run's own colour; otherwise the theme's for training, or a hue for each earlier run."""
        return QColor(run.colour) if run.colour else self.line_colour(_look_of(run))

    def line_colour(self, look: int | None) -> QColor:
        """The colour of one of the looks of earlier runs; None for the present run."""
        return QColor(self._colours.train) if look is None else ghost_colour(look, QColor(self._colours.ghost))

    def raw_pen(self, run: RunCurve, is_faint: bool) -> QPen:
        """For the batch values: mixed with the background; see-through would darken where lines cross."""
        colour = self.run_colour(run)
        return self._pen(
            faint_colour(colour, self.background(), FAINT_SHARE) if is_faint else colour, self._sizes.line_thin_px
        )

    def mean_pen(self, run: RunCurve) -> QPen:
        """For the running mean; thin and dashed for an earlier run."""
        look = _look_of(run)
        width_px = self._sizes.line_px if look is None else self._sizes.line_thin_px
        return self._pen(self.run_colour(run), width_px, line_dashes(look))

    def sample_pen(self, look: int | None) -> QPen:
        """For a sample of the line of one of the looks of earlier runs; None for the present run."""
        return self._pen(self.line_colour(look), self._sizes.line_px, line_dashes(look))

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
    def rim_px(self) -> float:
        """The width of a marker's rim."""
        return self._line_scale * self._sizes.line_thin_px

    @property
    def marker_px(self) -> float:
        """The width of a validation marker and its rim."""
        return self._line_scale * self.sample_marker_px

    @property
    def small_marker_px(self) -> float:
        """The width of an earlier run's marker and of a hollow mark."""
        return self._line_scale * self.small_sample_marker_px

    @property
    def sample_marker_px(self) -> int:
        """The width of a validation marker and its rim in a legend."""
        return self._sizes.marker_px + 2 * self._sizes.line_thin_px

    @property
    def small_sample_marker_px(self) -> int:
        """The width of the other markers in a legend."""
        return round(0.7 * self._sizes.marker_px)

    def _pen(self, colour: QColor, width_px: float, dashes: tuple[float, ...] = ()) -> QPen:
        pen = QPen(colour, self._line_scale * width_px)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashes:
            pen.setDashPattern(dashes)
        return pen


def line_dashes(look: int | None) -> tuple[float, ...]:
    """Strokes and gaps of one of the looks of earlier runs, in widths of the line; none for the present run."""
    return () if look is None else GHOST_DASHES[look % len(GHOST_DASHES)]


def _look_of(run: RunCurve) -> int | None:
    if not run.is_ghost:
        return None
    return run.key if run.look is None else run.look
