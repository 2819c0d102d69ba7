"""The values of the curves under the mouse, in a box beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from lossviz.widgets.minus_signs import shown_number
from lossviz.widgets.plots.notes import note_place, paint_note_box
from lossviz.widgets.plots.plot_scene import PlotScene, dot_radius
from lossviz.widgets.plots.reading import Reading
from lossviz.widgets.plots.strokes import paint_sample, token_colour

_SAMPLE_GAPS = 2.0
_MOST_NAME_SHARE = 0.4  # of the widget's width
_MOST_HEIGHT_SHARE = 0.75  # of the widget's


def paint_read_out(
    painter: QPainter, scene: PlotScene, title: str, readings: Sequence[Reading], mouse: QPointF, within: QRectF
) -> None:
    """A line through the curves at mouse.x(), and a box with `title` and their values: the nearest if not all fit."""
    _paint_crosshair(painter, scene, readings, mouse.x())
    metrics, gap = QFontMetricsF(painter.font()), scene.theme.sizes.gap_px
    most = max(int((_MOST_HEIGHT_SHARE * within.height() - gap / 2) / metrics.height()) - 1, 1)
    shown = _nearest(scene, readings, mouse.y(), most)
    names = [_name(reading, metrics, _MOST_NAME_SHARE * within.width()) for reading in shown]
    values = [shown_number(value) for _curve, value in shown]
    names_px, values_px = _widest(metrics, names), _widest(metrics, values)
    row_px = _SAMPLE_GAPS * gap + gap / 2 + names_px + gap + values_px
    most_px = within.width() - gap
    width = min(max(row_px if shown else 0.0, metrics.horizontalAdvance(title) + 1), most_px) + gap
    title = metrics.elidedText(title, Qt.TextElideMode.ElideLeft, width - gap)
    size = QSizeF(width, (len(shown) + 1) * metrics.height() + gap / 2)
    place = note_place(size, mouse, within, scene.theme)
    paint_note_box(painter, place, scene.theme)
    inner = place.adjusted(gap / 2, gap / 4, -gap / 2, -gap / 4)
    _write(painter, scene, title, QRectF(inner.left(), inner.top(), inner.width(), metrics.height()))
    for row, (reading, name, value) in enumerate(zip(shown, names, values, strict=True), start=1):
        line = QRectF(inner.left(), inner.top() + row * metrics.height(), inner.width(), metrics.height())
        _paint_row(painter, scene, reading, name, value, line)


def _paint_crosshair(painter: QPainter, scene: PlotScene, readings: Sequence[Reading], x_px: float) -> None:
    frame, theme = scene.frame, scene.theme
    painter.setPen(QPen(QColor(theme.colours.text_muted), theme.sizes.line_thin_px))
    painter.drawLine(QPointF(x_px, frame.area.top()), QPointF(x_px, frame.area.bottom()))
    painter.setPen(QPen(QColor(theme.colours.surface), theme.sizes.line_thin_px))
    radius = 0.8 * dot_radius(theme)
    for curve, value in readings:
        if frame.y.low <= value <= frame.y.high:
            painter.setBrush(token_colour(theme, curve.colour))
            painter.drawEllipse(QPointF(x_px, frame.y_px(value)), radius, radius)


def _nearest(scene: PlotScene, readings: Sequence[Reading], y_px: float, most: int) -> list[Reading]:
    """`most` of them in their order."""
    order = sorted(range(len(readings)), key=lambda row: abs(scene.frame.y_px(readings[row][1]) - y_px))
    return [readings[row] for row in sorted(order[:most])]


def _name(reading: Reading, metrics: QFontMetricsF, most_px: float) -> str:
    return metrics.elidedText(reading[0].name, Qt.TextElideMode.ElideRight, most_px)


def _widest(metrics: QFontMetricsF, texts: Sequence[str]) -> float:
    return max((metrics.horizontalAdvance(text) for text in texts), default=0.0)


def _paint_row(painter: QPainter, scene: PlotScene, reading: Reading, name: str, value: str, line: QRectF) -> None:
    curve, gap = reading[0], scene.theme.sizes.gap_px
    sample_px = _SAMPLE_GAPS * gap
    paint_sample(painter, curve, QRectF(line.left(), line.top(), sample_px, line.height()), scene.theme)
    _write(painter, scene, name, line.adjusted(sample_px + gap / 2, 0, 0, 0))
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value)


def _write(painter: QPainter, scene: PlotScene, text: str, line: QRectF) -> None:
    painter.setPen(QColor(scene.theme.colours.text))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
