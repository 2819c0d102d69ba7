"""Paints a confusion matrix."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from lossviz.core.evaluation.confusion import Counts, Shares
from lossviz.core.training.networks import CLASSES
from lossviz.widgets.evaluation.matrix_colours import MatrixColours, matrix_top
from lossviz.widgets.evaluation.matrix_figures import fitting_font
from lossviz.widgets.evaluation.matrix_layout import MatrixLayout
from lossviz.widgets.evaluation.matrix_words import MatrixWords
from lossviz.widgets.theme import Theme

_CENTRE = Qt.AlignmentFlag.AlignCenter
_RAMP_PX, _RAMP_PARTS = 60.0, 30
_FRAME_SHARE = 0.17  # of a cell's height: where rows are hardly higher than the figures, these stay free


@dataclass(frozen=True, eq=False)
class MatrixScene:
    """All that is to be seen. foot: a sentence below; empty for the legend of the colours."""

    counts: Counts | None
    shares: Shares | None
    cell: tuple[int, int] | None
    hovered: tuple[int, int] | None
    foot: str
    layout: MatrixLayout
    theme: Theme
    has_focus: bool


def paint_matrix(painter: QPainter, area: QRect, scene: MatrixScene, words: MatrixWords) -> None:
    """Heads, cells, frames, and the line below; a note where nothing has been measured."""
    painter.fillRect(area, QColor(scene.theme.colours.surface))
    _paint_heads(painter, scene, words)
    cells = scene.layout.cells
    if scene.counts is None or scene.shares is None:
        painter.setPen(QColor(scene.theme.colours.text_muted))
        painter.drawText(cells, _CENTRE, words.nothing())
        _frame(painter, cells, scene.theme.colours.border, scene.theme.sizes.line_thin_px)
        return
    colours = MatrixColours(scene.theme, matrix_top(scene.shares))
    painter.save()
    _paint_cells(painter, scene, scene.counts, scene.shares, colours)
    painter.restore()
    _paint_frames(painter, scene)
    foot = QRectF(0, cells.bottom() + 6, area.width(), QFontMetricsF(painter.font()).height())
    if scene.foot:
        _paint_foot(painter, foot, scene)
    else:
        _paint_legend(painter, foot, scene, colours, words.legend(colours.top))


def _paint_heads(painter: QPainter, scene: MatrixScene, words: MatrixWords) -> None:
    cells, cell, theme = scene.layout.cells, scene.layout.cell, scene.theme
    line = QFontMetricsF(painter.font()).height()
    painter.setPen(QColor(theme.colours.text_muted))
    painter.drawText(QRectF(cells.left(), 0, cells.width(), line), _CENTRE, words.predicted_title())
    painter.save()
    painter.translate(cells.left() - 2 * line - 4, cells.center().y())
    painter.rotate(-90)
    painter.drawText(QRectF(-cells.height() / 2, 0, cells.height(), line), _CENTRE, words.true_title())
    painter.restore()
    lit = scene.hovered or scene.cell or (-1, -1)
    for digit in range(CLASSES):
        row = QRectF(cells.left() - line - 4, cells.top() + digit * cell.height(), line, cell.height())
        column = QRectF(cells.left() + digit * cell.width(), cells.top() - line - 2, cell.width(), line)
        for place, is_lit in ((row, digit == lit[0]), (column, digit == lit[1])):
            painter.setFont(_weighted(painter.font(), is_bold=is_lit))
            painter.setPen(QColor(theme.colours.text if is_lit else theme.colours.text_muted))
            painter.drawText(place, _CENTRE, str(digit))
    painter.setFont(_weighted(painter.font(), is_bold=False))


def _paint_cells(painter: QPainter, scene: MatrixScene, counts: Counts, shares: Shares, colours: MatrixColours) -> None:
    largest = fitting_font(painter.font(), scene.layout.cell, int(counts.max()))
    plain = _weighted(largest, is_bold=False)
    for true in range(CLASSES):
        for predicted in range(CLASSES):
            place, count, is_right = scene.layout.rect(true, predicted), int(counts[true, predicted]), true == predicted
            ground = colours.diagonal() if is_right else colours.mistake(float(shares[true, predicted]))
            painter.fillRect(place, ground)
            if count or is_right:
                painter.setFont(largest if is_right else plain)
                painter.setPen(colours.text_on(ground))
                painter.drawText(place, _CENTRE, str(count))
    _paint_grid(painter, scene)


def _paint_grid(painter: QPainter, scene: MatrixScene) -> None:
    cells, cell = scene.layout.cells, scene.layout.cell
    painter.setPen(QPen(QColor(scene.theme.colours.grid), scene.theme.sizes.line_thin_px))
    for index in range(1, CLASSES):
        x, y = cells.left() + index * cell.width(), cells.top() + index * cell.height()
        painter.drawLine(QPointF(x, cells.top()), QPointF(x, cells.bottom()))
        painter.drawLine(QPointF(cells.left(), y), QPointF(cells.right(), y))
    _frame(painter, cells, scene.theme.colours.border, scene.theme.sizes.line_thin_px)


def _paint_frames(painter: QPainter, scene: MatrixScene) -> None:
    """Around the cell under the mouse, and a thicker one around the chosen cell, which never rests on colour alone."""
    sizes, colours = scene.theme.sizes, scene.theme.colours
    if scene.hovered is not None and scene.hovered != scene.cell:
        _frame(painter, scene.layout.rect(*scene.hovered), colours.text, sizes.line_thin_px)
    if scene.cell is not None:
        place = scene.layout.rect(*scene.cell)
        width = min(1.5 * sizes.line_px, _FRAME_SHARE * place.height())
        _frame(painter, place, colours.surface, width + 1)
        _frame(painter, place, colours.accent if scene.has_focus else colours.text, width)
    elif scene.has_focus:
        _frame(painter, scene.layout.cells.adjusted(-2, -2, 2, 2), colours.accent, sizes.line_px)


def _paint_foot(painter: QPainter, place: QRectF, scene: MatrixScene) -> None:
    painter.setPen(QColor(scene.theme.colours.text))
    fitting = QFontMetricsF(painter.font()).elidedText(scene.foot, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, _CENTRE, fitting)


def _paint_legend(painter: QPainter, place: QRectF, scene: MatrixScene, colours: MatrixColours, text: str) -> None:
    """The ramp, from no mistake to the strongest colour, and what that stands for."""
    gap = scene.theme.sizes.gap_px
    width = QFontMetricsF(painter.font()).horizontalAdvance(text)
    left = max(0.0, scene.layout.cells.center().x() - (_RAMP_PX + gap + width) / 2)
    ramp = QRectF(left, place.center().y() - 4, _RAMP_PX, 8)
    part = ramp.width() / _RAMP_PARTS
    for index in range(_RAMP_PARTS):
        colour = colours.mistake(index / (_RAMP_PARTS - 1) * colours.top)
        painter.fillRect(QRectF(ramp.left() + index * part, ramp.top(), part + 1, ramp.height()), colour)
    _frame(painter, ramp, scene.theme.colours.border, scene.theme.sizes.line_thin_px)
    painter.setPen(QColor(scene.theme.colours.text_muted))
    painter.drawText(
        QRectF(ramp.right() + gap, place.top(), width + 2, place.height()), Qt.AlignmentFlag.AlignVCenter, text
    )


def _frame(painter: QPainter, place: QRectF, colour: str, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
    )
    painter.drawRect(place)


def _weighted(font: QFont, *, is_bold: bool) -> QFont:
    weighted = QFont(font)
    weighted.setBold(is_bold)
    return weighted
