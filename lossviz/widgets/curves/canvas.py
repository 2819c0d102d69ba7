"""The plotting area of a curve plot: axes, grid, mouse.

It is put together from a view and two axes, because pyqtgraph's PlotWidget brings a form and a menu of its own that
nobody sees and that outlive it.
"""

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent

from lossviz.widgets.curves.axes import StepAxis, ValueAxis
from lossviz.widgets.curves.frame import PlotFrame
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.theme import Theme

LEAST_STEPS = 5.0
MOST_STEPS = 1e12
GREATEST_VALUE = 1e300
GREATEST_EXPONENT = 300.0
LEAST_SPAN = 1e-12
BEHIND_CURVES = -1000


class CurveCanvas(pg.GraphicsView):
    """Axes that change only when told to or by the mouse: drag to pan, wheel to zoom, double click to fit."""

    pointed_at = Signal(object)  # the step under the mouse as a float, None when the mouse has left
    view_moved = Signal()  # by the mouse
    resized = Signal()
    fit_asked = Signal()

    def __init__(self, x_label: str, y_label: str, *, in_per_cent: bool) -> None:
        self._step_axis = StepAxis(x_label)
        self._value_axis = ValueAxis(y_label, in_per_cent=in_per_cent)
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view_box = pg.ViewBox(enableMenu=False)
        self._lay_out()
        self.view_box.disableAutoRange()
        self._set_limits(is_log=False)
        self.view_box.sigRangeChangedManually.connect(self._on_moved_by_hand)
        self.view_box.sigResized.connect(self._on_resized)

    def apply_theme(self, theme: Theme, font: QFont) -> None:
        """Take colours and sizes from `theme`; `font` is the font of the ticks."""
        self.setBackground(theme.colours.surface)
        self._step_axis.apply_theme(theme, font)
        self._value_axis.apply_theme(theme, font)
        gap = theme.sizes.gap_px
        half_a_number = QFontMetrics(font).height() // 2  # the highest may stand at the top of the axis
        self.centralLayout.setContentsMargins(0, half_a_number, 2 * gap, 0)

    def show_axes(self, are_shown: bool) -> None:
        """Numbers, grid and names of the axes; they keep their room."""
        for axis in (self._value_axis, self._step_axis):
            axis.setOpacity(float(are_shown))

    @property
    def frame(self) -> PlotFrame:
        """What is in view."""
        steps, values = self.view_box.viewRange()
        return PlotFrame(
            AxisRange(*steps), AxisRange(*values), round(self.view_box.rect().width()), self._value_axis.is_log
        )

    def show_range(self, steps: AxisRange, values: AxisRange, is_log: bool) -> None:
        """Show these parts of the axes; nothing happens if they are shown already."""
        if is_log != self._value_axis.is_log:
            self._value_axis.is_log = is_log
            self._set_limits(is_log)
            self._value_axis.picture = None
            self._value_axis.update()
        if (steps, values) != (self.frame.steps, self.frame.values):
            self.view_box.setRange(
                xRange=(steps.low, steps.high), yRange=(values.low, values.high), padding=0, disableAutoRange=False
            )
            self.view_box.updateMatrix()  # which would otherwise happen while painting, and call for a second paint

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the step under the mouse."""
        super().mouseMoveEvent(event)
        position = self.mapToScene(event.position().toPoint())
        is_inside = self.view_box.sceneBoundingRect().contains(position)
        self.pointed_at.emit(self.view_box.mapSceneToView(position).x() if is_inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse points nowhere."""
        super().leaveEvent(event)
        self.pointed_at.emit(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the whole of the data."""
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.fit_asked.emit()

    def position_px(self, step: float, value: float) -> QPointF:
        """Where a point of the axes stands in this widget."""
        scene = self.view_box.mapViewToScene(QPointF(step, value))
        return QPointF(self.mapFromScene(scene))

    def area_px(self) -> QRectF:
        """Where the area inside the axes stands in this widget."""
        return QRectF(self.mapFromScene(self.view_box.sceneBoundingRect()).boundingRect())

    def _lay_out(self) -> None:
        for axis, row, column in ((self._value_axis, 0, 0), (self._step_axis, 1, 1)):
            axis.linkToView(self.view_box)
            axis.setZValue(BEHIND_CURVES)
            self.centralLayout.addItem(axis, row, column)
        self.centralLayout.addItem(self.view_box, 0, 1)
        self.centralLayout.setSpacing(0)

    def _set_limits(self, is_log: bool) -> None:
        """How far the mouse may go, within what the labels can say."""
        greatest = GREATEST_EXPONENT if is_log else GREATEST_VALUE
        self.view_box.setLimits(
            xMin=-MOST_STEPS,
            xMax=MOST_STEPS,
            yMin=-greatest,
            yMax=greatest,
            minXRange=LEAST_STEPS,
            minYRange=LEAST_SPAN,
        )

    def _on_moved_by_hand(self, _axes: object) -> None:
        self.view_box.updateMatrix()
        self.view_moved.emit()

    def _on_resized(self, _view_box: object) -> None:
        self.resized.emit()
