"""The line of a curve plot at the step that somebody looks back at."""

import pyqtgraph as pg
from PySide6.QtGui import QColor, QPen

from lossviz.widgets.theme import Theme

HEIGHT_ABOVE_CURVES = 15  # and below the crosshair


class StepMark:
    """A vertical line that stays where it is put, unlike the crosshair."""

    def __init__(self, view: pg.ViewBox) -> None:
        self._line = pg.InfiniteLine(angle=90, movable=False)
        self._line.setZValue(HEIGHT_ABOVE_CURVES)
        self._line.hide()
        view.addItem(self._line, ignoreBounds=True)

    @property
    def step(self) -> int | None:
        """Where it stands; None while it is not shown."""
        return round(self._line.value()) if self._line.isVisible() else None

    def apply_theme(self, theme: Theme, line_scale: float) -> None:
        """Take colour and width from `theme`; line_scale: pixels of what is painted on for one of the window."""
        pen = QPen(QColor(theme.colours.accent), line_scale * theme.sizes.line_px)
        pen.setCosmetic(True)
        self._line.setPen(pen)

    def show_at(self, step: int | None) -> None:
        """Stand at `step`; None for no mark."""
        if step is None:
            self._line.hide()
        else:
            self._line.setValue(float(step))
            self._line.show()
