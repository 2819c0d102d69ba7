"""The picture of a formula around its numbers, drawn anew only for another size, colour or formula."""

import re

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from lossviz.widgets.formulas.typesetting import Formula
from lossviz.widgets.plots.paint_target import is_drawing, pixel_ratio
from lossviz.widgets.plots.pixmap_cache import blank_pixmap

_ROOT = re.compile(r"<(\w+:)?svg\b")


class FormulaPicture:
    """One pixmap, and what it was drawn for; a drawing of lines and letters gets lines and letters."""

    def __init__(self) -> None:
        self._key: object = None
        self._pixmap = QPixmap()

    def paint(self, painter: QPainter, formula: Formula, colour: str, corner: QPointF, size: QSize) -> None:
        """corner: top left. size: in device-independent pixels."""
        if is_drawing(painter):  # to which Qt would hand on pens without a brush as black ones
            svg = _ROOT.sub(r'\g<0> stroke="black" stroke-opacity="0"', _coloured(formula, colour), count=1)
            _render(painter, svg, QRectF(corner, size.toSizeF()))
        else:
            painter.drawPixmap(corner, self._drawn(formula, colour, size, pixel_ratio(painter)))

    def _drawn(self, formula: Formula, colour: str, size: QSize, ratio: float) -> QPixmap:
        key = (formula, colour, size, ratio)
        if self._key != key:
            self._key, self._pixmap = key, blank_pixmap(size, ratio)
            with QPainter(self._pixmap) as painter:
                _render(painter, _coloured(formula, colour), QRectF(QPointF(), size.toSizeF()))
        return self._pixmap


def _coloured(formula: Formula, colour: str) -> str:
    return formula.svg.replace('"black"', f'"{colour}"')


def _render(painter: QPainter, svg: str, place: QRectF) -> None:
    QSvgRenderer(QByteArray(svg.encode())).render(painter, place)
