"""The two axes of a painted plot: grid, numbers and titles."""

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from lossviz.widgets.curves.ticks import linear_ticks, tick_spacing, value_text
from lossviz.widgets.fit.plot_frame import PlotFrame
from lossviz.widgets.theme import Theme

_WIDEST_Y = "-0.25"
_X_TICK_EM = 5.0
_Y_TICK_ROWS = 3.0


def axis_margins(theme: Theme, font: QFont) -> QMarginsF:
    """What the axes take around the area inside them: they never depend on the numbers, so the area holds still."""
    metrics, gap = QFontMetricsF(font), theme.sizes.gap_px
    left = metrics.height() + metrics.horizontalAdvance(_WIDEST_Y) + 1.5 * gap
    return QMarginsF(left, gap / 2, 2 * gap, 2 * metrics.height() + gap)


def paint_axes(painter: QPainter, frame: PlotFrame, theme: Theme, titles: tuple[str, str]) -> None:
    """titles: below and left of the area. The painter has the font of the numbers."""
    _paint_x(painter, frame, theme)
    _paint_y(painter, frame, theme)
    painter.setPen(QPen(QColor(theme.colours.border), theme.sizes.line_thin_px))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(frame.area.bottomLeft(), frame.area.bottomRight())
    painter.drawLine(frame.area.topLeft(), frame.area.bottomLeft())
    _paint_titles(painter, frame, theme, titles)


def _paint_x(painter: QPainter, frame: PlotFrame, theme: Theme) -> None:
    area, metrics = frame.area, QFontMetricsF(painter.font())
    most = max(2, int(area.width() / (_X_TICK_EM * theme.sizes.font_small_px)))
    spacing = tick_spacing(frame.x.low, frame.x.high, most)
    for value in linear_ticks(frame.x.low, frame.x.high, spacing):
        x_px, text = round(frame.x_px(value)), value_text(value, spacing)
        _paint_grid_line(painter, theme, QPointF(x_px, area.top()), QPointF(x_px, area.bottom()))
        width = metrics.horizontalAdvance(text) + 2
        place = QRectF(x_px - width / 2, area.bottom() + theme.sizes.gap_px / 4, width, metrics.height())
        painter.setPen(QColor(theme.colours.text_muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _paint_y(painter: QPainter, frame: PlotFrame, theme: Theme) -> None:
    area, metrics = frame.area, QFontMetricsF(painter.font())
    most = max(2, int(area.height() / (_Y_TICK_ROWS * metrics.height())))
    spacing = tick_spacing(frame.y.low, frame.y.high, most)
    for value in linear_ticks(frame.y.low, frame.y.high, spacing):
        y_px = round(frame.y_px(value))
        _paint_grid_line(painter, theme, QPointF(area.left(), y_px), QPointF(area.right(), y_px))
        right = area.left() - theme.sizes.gap_px / 2
        place = QRectF(0, y_px - metrics.height() / 2, right, metrics.height())
        painter.setPen(QColor(theme.colours.text_muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value_text(value, spacing))


def _paint_grid_line(painter: QPainter, theme: Theme, start: QPointF, end: QPointF) -> None:
    painter.setPen(QPen(QColor(theme.colours.grid), theme.sizes.line_thin_px))
    painter.drawLine(start, end)


def _paint_titles(painter: QPainter, frame: PlotFrame, theme: Theme, titles: tuple[str, str]) -> None:
    area, metrics = frame.area, QFontMetricsF(painter.font())
    painter.setPen(QColor(theme.colours.text_muted))
    elide, centre = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignCenter
    below = QRectF(
        area.left(), area.bottom() + metrics.height() + theme.sizes.gap_px / 4, area.width(), metrics.height()
    )
    painter.drawText(below, centre, metrics.elidedText(titles[0], elide, below.width()))
    painter.save()
    painter.translate(theme.sizes.gap_px / 4, area.bottom())
    painter.rotate(-90)
    beside = QRectF(0, 0, area.height(), metrics.height())
    painter.drawText(beside, centre, metrics.elidedText(titles[1], elide, beside.width()))
    painter.restore()
