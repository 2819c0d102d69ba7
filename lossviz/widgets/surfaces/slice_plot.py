"""Both losses along one line through the surfaces, with the model's place on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table, table_of
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.minus_signs import shown_number
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.polylines import polygon
from lossviz.widgets.surfaces import marks
from lossviz.widgets.surfaces.map_axes import TICK_PX, axis_ticks
from lossviz.widgets.surfaces.palette import SurfacePalette
from lossviz.widgets.surfaces.picture import drawable
from lossviz.widgets.theme import ThemeSource

WIDEST_VALUE = "0.0005"
ROOM = 0.06
_STEPS: dict[int, float] = {Qt.Key.Key_Left: -0.01, Qt.Key.Key_Right: 0.01}  # of the line


@dataclass(frozen=True, eq=False)
class _Slice:
    """xs: (k,) ascending, k >= 2; ys: both losses there."""

    xs: NDArray[np.float64]
    ys_mse: NDArray[np.float64]
    ys_bce: NDArray[np.float64]
    here: float
    x_label: str

    def read(self, ys: NDArray[np.float64], x: float) -> float:
        """A loss at x, between the points that are known."""
        return float(np.interp(x, self.xs, ys))


@dataclass(frozen=True)
class _Scale:
    """One loss' own scale: from its least value at the bottom to its greatest at the top."""

    low: float
    high: float
    area: QRectF

    def y_px(self, value: float) -> float:
        """Where a value stands."""
        return self.area.bottom() - (value - self.low) / (self.high - self.low) * self.area.height()


class SlicePlot(QWidget):
    """Squared error on the left scale, cross-entropy on the right one: on a shared scale the first would be flat."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._slice: _Slice | None = None
        self._read_at: float | None = None  # of the parameter
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Both losses along a line through the surfaces"))
        offer_export(self, self)
        theme.theme_changed.connect(self.update)

    def show_slice(
        self,
        xs: NDArray[np.float64],
        ys_mse: NDArray[np.float64],
        ys_bce: NDArray[np.float64],
        here: float,
        x_label: str,
    ) -> None:
        """xs: (k,) ascending, k >= 2; here: the model's place on it; x_label: the parameter that changes."""
        self._slice = _Slice(xs, drawable(ys_mse), drawable(ys_bce), here, x_label)
        self.update()

    def read_out(self, x: float) -> str:
        """Both losses at x, one a line; "" before there is a slice."""
        known = self._slice
        if known is None:
            return ""
        place = f"{known.x_label} = {shown_number(x)}"
        squared = self.tr("squared error {loss}").format(loss=shown_number(known.read(known.ys_mse, x)))
        entropy = self.tr("cross-entropy {loss}").format(loss=shown_number(known.read(known.ys_bce, x)))
        return f"{place}\n{squared}\n{entropy}"

    def summary(self) -> str:
        """Both losses where the model is, and where each is least on the line."""
        known = self._slice
        if known is None:
            return self.tr("There is no line through the surfaces yet.")
        here = self.read_out(known.here).replace("\n", ", ")
        text = self.tr("{here}. On this line squared error is least at {squared}, cross-entropy at {entropy}.")
        least = (shown_number(float(known.xs[int(ys.argmin())])) for ys in (known.ys_mse, known.ys_bce))
        return text.format(here=here, **dict(zip(("squared", "entropy"), least, strict=True)))

    def table(self) -> Table:
        """Both losses along the line."""
        known = self._slice
        if known is None:
            return Table(("x", "squared_error", "cross_entropy"))
        columns = (known.xs.tolist(), known.ys_mse.tolist(), known.ys_bce.tolist())
        return table_of((known.x_label, "squared_error", "cross_entropy"), zip(*columns, strict=True))

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(360, 180)

    def minimumSizeHint(self) -> QSize:
        """The least on which two curves can be told apart."""
        return QSize(200, 110)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the losses under the mouse."""
        self._read(None if self._slice is None else self._x_at(event.position().x(), self._slice))

    def leaveEvent(self, event: QEvent) -> None:
        """Read nothing any more."""
        self._read(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right read along the curves, from where the model is; Escape reads nothing."""
        known, step = self._slice, _STEPS.get(event.key())
        if known is not None and step is not None:
            low, high = float(known.xs[0]), float(known.xs[-1])
            here = known.here if self._read_at is None else self._read_at
            self._read(min(max(here + step * (high - low), low), high))
        elif event.key() == Qt.Key.Key_Escape and self._read_at is not None:
            self._read(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Read nothing any more."""
        super().focusOutEvent(event)
        self._read(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw scales, curves and marks."""
        known = self._slice
        if known is None:
            return
        palette, area = SurfacePalette(self._theme.theme, self.font()), self._area()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(palette.small_font())
            self._paint_x_axis(painter, known, area, palette)
            squared, entropy = _scale(known.ys_mse, area), _scale(known.ys_bce, area)
            colours = palette.theme.colours
            names = self._names(painter.fontMetrics(), area)
            painter.setPen(QColor(colours.loss_mse))
            _paint_scale(painter, squared, names[0], is_left=True)
            painter.setPen(QColor(colours.loss_bce))
            _paint_scale(painter, entropy, names[1], is_left=False)
            self._paint_curve(painter, known, known.ys_bce, entropy, palette, QColor(colours.loss_bce))
            self._paint_curve(painter, known, known.ys_mse, squared, palette, QColor(colours.loss_mse))
            self._paint_reading(painter, known, area, palette)
            paint_focus(painter, self, palette.theme)

    def _area(self) -> QRectF:
        palette = SurfacePalette(self._theme.theme, self.font())
        metrics, gap = QFontMetrics(palette.small_font()), palette.theme.sizes.gap_px
        side = metrics.horizontalAdvance(WIDEST_VALUE) + gap
        top = 1.3 * metrics.height()
        width, height = self.width() - 2 * side, self.height() - top - metrics.height() - gap
        return QRectF(side, top, max(width, 1.0), max(height, 1.0))

    def _names(self, metrics: QFontMetrics, area: QRectF) -> tuple[str, str]:
        """Of the two curves, short where the plot is narrow."""
        names = (self.tr("squared error"), self.tr("cross-entropy"))
        room = area.width() - 3 * TICK_PX
        is_wide = sum(metrics.horizontalAdvance(name) for name in names) < room
        return names if is_wide else (self.tr("MSE"), self.tr("BCE"))

    def _x_px(self, x: float, known: _Slice, area: QRectF) -> float:
        return area.left() + (x - float(known.xs[0])) / float(known.xs[-1] - known.xs[0]) * area.width()

    def _paint_x_axis(self, painter: QPainter, known: _Slice, area: QRectF, palette: SurfacePalette) -> None:
        metrics = painter.fontMetrics()
        baseline = area.bottom() + TICK_PX + metrics.ascent()
        most = int(area.width() / (1.6 * metrics.horizontalAdvance(WIDEST_VALUE)))
        for value, label in axis_ticks(float(known.xs[0]), float(known.xs[-1]), most):
            x = self._x_px(value, known, area)
            painter.setPen(palette.thin_pen("grid"))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(palette.colour("text_muted"))
            painter.drawText(QPointF(x - metrics.horizontalAdvance(label) / 2, baseline), label)
        painter.setPen(palette.thin_pen("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.setPen(palette.colour("text"))
        painter.setFont(palette.name_font())
        painter.drawText(QPointF(area.right() + 2 * TICK_PX, baseline), known.x_label)
        painter.setFont(palette.small_font())

    def _paint_curve(
        self,
        painter: QPainter,
        known: _Slice,
        ys: NDArray[np.float64],
        scale: _Scale,
        palette: SurfacePalette,
        colour: QColor,
    ) -> None:
        """The line, dashed for cross-entropy so that colour is not all that tells them apart, and the model on it."""
        area = scale.area
        x_px = area.left() + (known.xs - known.xs[0]) / (known.xs[-1] - known.xs[0]) * area.width()
        y_px = area.bottom() - (ys - scale.low) / (scale.high - scale.low) * area.height()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(palette.line_pen(colour, is_dashed=ys is known.ys_bce))
        painter.drawPolyline(polygon(np.column_stack([x_px, y_px])))
        if known.xs[0] <= known.here <= known.xs[-1]:
            y = scale.y_px(known.read(ys, known.here))
            marks.draw_marker(painter, QPointF(self._x_px(known.here, known, area), y), palette)

    def _paint_reading(self, painter: QPainter, known: _Slice, area: QRectF, palette: SurfacePalette) -> None:
        if self._read_at is None:
            return
        x_px = self._x_px(self._read_at, known, area)
        painter.setPen(palette.thin_pen("text_muted"))
        painter.drawLine(QPointF(x_px, area.top()), QPointF(x_px, area.bottom()))
        place = QPointF(x_px, area.center().y())
        marks.draw_read_out(painter, self.read_out(self._read_at), place, self.rect().toRectF(), palette)

    def _x_at(self, x_px: float, known: _Slice) -> float | None:
        """The parameter at a pixel; None beside the curves."""
        area = self._area()
        share = (x_px - area.left()) / area.width()
        return float(known.xs[0]) + share * float(known.xs[-1] - known.xs[0]) if 0.0 <= share <= 1.0 else None

    def _read(self, x: float | None) -> None:
        if x != self._read_at:
            self._read_at = x
            self.update()


def _scale(ys: NDArray[np.float64], area: QRectF) -> _Scale:
    low, high = float(ys.min()), float(ys.max())
    room = ROOM * (high - low) or max(abs(high), 1.0) * ROOM
    return _Scale(low - room, high + room, area)


def _paint_scale(painter: QPainter, scale: _Scale, name: str, *, is_left: bool) -> None:
    """Ticks, and the curve's name above them."""
    metrics, area = painter.fontMetrics(), scale.area
    for value, label in axis_ticks(scale.low, scale.high, int(area.height() / (1.8 * metrics.height()))):
        baseline = scale.y_px(value) + 0.35 * metrics.ascent()
        left = area.left() - metrics.horizontalAdvance(label) - TICK_PX if is_left else area.right() + TICK_PX
        painter.drawText(QPointF(left, baseline), label)
    left = area.left() if is_left else area.right() - metrics.horizontalAdvance(name)
    painter.drawText(QPointF(left, area.top() - 0.4 * metrics.height()), name)
