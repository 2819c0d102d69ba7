"""Round markers on a curve.

Drawn as points of a wide round pen: a rim and, over it, a filling. Five of pyqtgraph's scatter plots, which keep a
record of each marker, took about 1 ms more of an update's 3 ms.
"""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget


class CurveMarkers(pg.GraphicsObject):
    """Discs at points of the plot, all of one size and look."""

    def __init__(self) -> None:
        super().__init__()
        self._points = QPolygonF()
        self._bounds = QRectF()
        self._pens: tuple[QPen, ...] = ()

    def set_look(self, width_px: float, filling: QColor, rim: QColor, rim_px: float) -> None:
        """`width_px` across, the rim included."""
        self._pens = (_round_pen(rim, width_px), _round_pen(filling, width_px - 2 * rim_px))
        self._measure()
        self.update()

    def set_points(self, steps: NDArray[np.float64], values: NDArray[np.float64]) -> None:
        """Stand at these points."""
        self._points = QPolygonF([QPointF(*point) for point in zip(steps.tolist(), values.tolist(), strict=True)])
        self._measure()
        self.update()

    def boundingRect(self) -> QRectF:
        """The points and, at any zoom, the half of a marker that stands out beyond them."""
        return self._bounds

    def viewTransformChanged(self) -> None:
        """Hear from pyqtgraph that a pixel has another size now."""
        super().viewTransformChanged()
        self._measure()

    def _measure(self) -> None:
        """Bounds change here alone, after the scene has been told, because its index keeps those it knows."""
        step_per_px, value_per_px = self.pixelVectors()
        bounds = self._points.boundingRect()
        if step_per_px is not None and value_per_px is not None and self._pens:
            half_px = self._pens[0].widthF() / 2 + 1
            across, up = half_px * abs(step_per_px.x()), half_px * abs(value_per_px.y())
            bounds = bounds.adjusted(-across, -up, across, up)
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw all rims, then all fillings."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for pen in self._pens:
            painter.setPen(pen)
            painter.drawPoints(self._points)


def _round_pen(colour: QColor, width_px: float) -> QPen:
    pen = QPen(colour, width_px)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
