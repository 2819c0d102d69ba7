"""What was predicted against what happened."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table, table_of
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.joints import listed, listed_phrases
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.notes import paint_note
from lossviz.widgets.plots.plot_axes import axis_margins, paint_axes
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.plots.plot_frame import PlotFrame
from lossviz.widgets.theme import ThemeSource

# mean predicted probability, observed share of positives, number of cases
CalibrationPoint = tuple[float, float, int]

_VIEW = AxisRange(-0.06, 1.06)
_LARGEST_SHARE = 0.06  # of the shorter side: the radius of the circle for most cases
_LEAST_RADIUS_PX = 3.0
_FILL_ALPHA = 0.45
_AROUND_PX = 3.0
_DASHES = (6.0, 4.0)
_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CalibrationPlot(QWidget):
    """A circle for each group of cases with similar predictions, its area by their number; the diagonal is ideal."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._points: tuple[CalibrationPoint, ...] = ()
        self._hovered: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Calibration"))
        offer_export(self, self)
        self._describe()
        theme.theme_changed.connect(self.update)

    def show_bins(self, points: Sequence[CalibrationPoint]) -> None:
        """points: mean predicted probability, observed share of positives, and number of cases of each group."""
        if tuple(points) != self._points:
            self._points = tuple(points)
            self._hovered = None
            self._describe()
            self.update()

    @property
    def note(self) -> str:
        """The numbers of the circle under the mouse; empty if there is none."""
        return "\n".join(self._note(self._hovered)) if self._hovered is not None else ""

    def circle(self, index: int) -> QRectF:
        """Where the circle of a group stands in this widget."""
        frame, (predicted, observed, count) = self._frame(), self._points[index]
        most = max(other[2] for other in self._points)
        largest = _LARGEST_SHARE * min(frame.area.width(), frame.area.height())
        radius = max(largest * math.sqrt(count / most), _LEAST_RADIUS_PX)
        centre = frame.point_px(predicted, observed)
        return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)

    def summary(self) -> str:
        """Every group with what was predicted of it and what happened."""
        if not self._points:
            return self.tr("No cases yet.")
        return listed_phrases(listed(self._note(index)) for index in range(len(self._points)))

    def table(self) -> Table:
        """A row for each group."""
        return table_of(("predicted", "happened", "cases"), self._points)

    def sizeHint(self) -> QSize:
        """As the course shows it."""
        return QSize(400, 340)

    def minimumSizeHint(self) -> QSize:
        """Small, but readable."""
        return QSize(220, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the plot."""
        theme, frame = self._theme.theme, self._frame()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.colours.surface))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(small_font(self.font(), theme))
            paint_axes(painter, frame, theme, (self.tr("predicted"), self.tr("happened")))
            pen = QPen(QColor(theme.colours.text_muted), theme.sizes.line_thin_px)
            pen.setDashPattern(_DASHES)
            painter.setPen(pen)
            painter.drawLine(frame.point_px(0.0, 0.0), frame.point_px(1.0, 1.0))
            self._paint_circles(painter)
            if self._hovered is not None:
                circle = self.circle(self._hovered)
                beside = QPointF(circle.right() - theme.sizes.gap_px, circle.center().y())
                paint_note(painter, self._note(self._hovered), beside, frame.area, theme)
            paint_focus(painter, self, theme)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the numbers of the circle under the mouse."""
        self._hover(self._index_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Show no numbers."""
        super().leaveEvent(event)
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right read one group after the other, Escape none."""
        step = _STEPS.get(event.key())
        if step is not None and self._points:
            last = len(self._points) - 1
            here = self._hovered if self._hovered is not None else (-1 if step > 0 else last + 1)
            self._hover(min(max(here + step, 0), last))
        elif event.key() == Qt.Key.Key_Escape and self._hovered is not None:
            self._hover(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Read nothing any more."""
        super().focusOutEvent(event)
        self._hover(None)

    def _paint_circles(self, painter: QPainter) -> None:
        theme = self._theme.theme
        colour = QColor(theme.colours.sigmoid_model)
        fill = QColor(colour)
        fill.setAlphaF(_FILL_ALPHA)
        centres = [self.circle(index).center() for index in range(len(self._points))]
        painter.setPen(QPen(colour, theme.sizes.line_thin_px))
        painter.drawPolyline(centres)
        painter.setBrush(fill)
        for index in range(len(self._points)):
            width = theme.sizes.line_px if index == self._hovered else theme.sizes.line_thin_px
            painter.setPen(QPen(QColor(theme.colours.text) if index == self._hovered else colour, width))
            painter.drawEllipse(self.circle(index))

    def _frame(self) -> PlotFrame:
        theme = self._theme.theme
        margins = axis_margins(theme, small_font(self.font(), theme))
        area = QRectF(self.rect()).marginsRemoved(margins)
        size = QSizeF(max(round(area.width()), 1), max(round(area.height()), 1))
        return PlotFrame(QRectF(area.topLeft(), size), _VIEW, _VIEW)

    def _index_at(self, position: QPointF) -> int | None:
        """The circle under the mouse; the smallest of several."""
        under = [index for index in range(len(self._points)) if self._nearness(index, position) <= 1.0]
        return min(under, key=lambda index: self.circle(index).width(), default=None)

    def _nearness(self, index: int, position: QPointF) -> float:
        circle = self.circle(index)
        offset = position - circle.center()
        return math.hypot(offset.x(), offset.y()) / (circle.width() / 2 + _AROUND_PX)

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def _note(self, index: int) -> list[str]:
        predicted, observed, count = self._points[index]
        return [
            self.tr("predicted {share}").format(share=f"{predicted:.3f}"),
            self.tr("happened {share}").format(share=f"{observed:.3f}"),
            self.tr("{count} cases").format(count=count),
        ]

    def _describe(self) -> None:
        self.setAccessibleDescription(self.summary())
