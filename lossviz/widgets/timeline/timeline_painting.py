"""Paints the rail of a timeline, its ticks and labels, and the handle."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from lossviz.core.axis_ticks import step_text
from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.widgets.theme import Theme
from lossviz.widgets.timeline.timeline_marks import TimelineMarks, TimelineScale

RAIL_PX = 6.0
SNAPSHOT_PX = 5.0  # a tick's length
EVALUATION_PX = 11.0
HANDLE_PX = 8.0  # radius
_STRIDES = (1, 2, 5)

_EPOCH = QT_TRANSLATE_NOOP("timeline", "epoch {number}")
_STEP = QT_TRANSLATE_NOOP("timeline", "step {number}")
_NOW = QT_TRANSLATE_NOOP("timeline", "now")
_END = QT_TRANSLATE_NOOP("timeline", "end")


class TimelinePainter:
    """One painting of a timeline. scale: where steps stand; its area is the rail."""

    def __init__(self, painter: QPainter, theme: Theme, scale: TimelineScale) -> None:
        self._painter = painter
        self._theme = theme
        self._scale = scale

    def paint_marks(self, marks: TimelineMarks) -> None:
        """All that does not move with the handle."""
        self._paint_rail(self._scale.area, self._theme.colours.bar_track)
        if marks.steps:
            self._paint_snapshots(marks)
            self._paint_evaluations(marks)
            self._paint_labels(marks)

    def paint_handle(self, step: int | None) -> None:
        """The way up to `step` and the handle there, full; at the end and open for None, the run as it is now."""
        area, colours = self._scale.area, self._theme.colours
        x = area.right() if step is None else self._scale.x_of(step)
        self._paint_rail(QRectF(area.left(), area.top(), x - area.left(), area.height()), colours.bar)
        self._painter.setPen(QPen(QColor(colours.accent), self._theme.sizes.line_px))
        self._painter.setBrush(QColor(colours.surface if step is None else colours.accent))
        self._painter.drawEllipse(QPointF(x, area.center().y()), HANDLE_PX - 1, HANDLE_PX - 1)

    def _paint_rail(self, rail: QRectF, colour: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colour))
        self._painter.drawRoundedRect(rail, RAIL_PX / 2, RAIL_PX / 2)

    def _paint_snapshots(self, marks: TimelineMarks) -> None:
        """One line for each pixel column that has any."""
        bottom = self._scale.area.top() - 2
        self._painter.setPen(QPen(QColor(self._theme.colours.text_muted), self._theme.sizes.line_thin_px))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for column in sorted({round(self._scale.x_of(step)) for step in marks.steps}):
            self._painter.drawLine(QPointF(column, bottom - SNAPSHOT_PX), QPointF(column, bottom))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_evaluations(self, marks: TimelineMarks) -> None:
        """Longer lines with a square on top, as the curves mark evaluations in this colour too."""
        bottom, sizes = self._scale.area.top() - 2, self._theme.sizes
        colour, side = QColor(self._theme.colours.validation), sizes.marker_px / 2
        self._painter.setPen(QPen(colour, sizes.line_thin_px))
        self._painter.setBrush(colour)
        for column in sorted({round(self._scale.x_of(step)) for step in marks.evaluated}):
            self._painter.drawLine(QPointF(column, bottom - EVALUATION_PX), QPointF(column, bottom))
            self._painter.drawRect(QRectF(column - side / 2, bottom - EVALUATION_PX - side / 2, side, side))

    def _paint_labels(self, marks: TimelineMarks) -> None:
        """The first names what is counted; then as many as have room before the name of the end."""
        metrics, area = QFontMetricsF(self._painter.font()), self._scale.area
        gap, baseline = float(self._theme.sizes.gap_px), area.bottom() + HANDLE_PX + metrics.ascent()
        end = _translated(_NOW if marks.ends_now else _END)
        right = area.right() + HANDLE_PX - metrics.horizontalAdvance(end)
        self._painter.setPen(QColor(self._theme.colours.accent))
        self._painter.drawText(QPointF(right, baseline), end)
        is_in_epochs = 0 < marks.epoch_steps <= marks.last_step
        unit = marks.epoch_steps if is_in_epochs else 1
        first = _translated(_EPOCH if is_in_epochs else _STEP).format(number=0)
        self._painter.setPen(QColor(self._theme.colours.text_muted))
        self._painter.drawText(QPointF(area.left() - HANDLE_PX, baseline), first)
        free = area.left() - HANDLE_PX + metrics.horizontalAdvance(first) + gap
        widest = metrics.horizontalAdvance(step_text(marks.last_step // unit, marks.last_step // unit)) + gap
        stride = round_stride(self._scale.step_at(area.left() + 2 * widest) / unit)
        for number in range(stride, marks.last_step // unit + 1, stride):
            text = step_text(number, marks.last_step // unit)
            width = metrics.horizontalAdvance(text)
            left = self._scale.x_of(number * unit) - width / 2
            if free <= left and left + width + gap <= right:
                self._painter.drawText(QPointF(left, baseline), text)


def round_stride(least: float) -> int:
    """The least of 1, 2, 5, 10, 20 … that is no less than `least`."""
    power = 1
    while True:
        for stride in _STRIDES:
            if stride * power >= least:
                return stride * power
        power *= 10


def _translated(text: str) -> str:
    return QCoreApplication.translate("timeline", text)
