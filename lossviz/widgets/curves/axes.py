"""The two axes of a curve plot, and their grid."""

from typing import Literal

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPen
from PySide6.QtWidgets import QGraphicsSceneResizeEvent

from lossviz.core.axis_ticks import linear_ticks, log_ticks, step_text, tick_spacing, value_text
from lossviz.widgets.theme import Theme

WIDEST_VALUE = "0.0001"
WIDEST_STEP = "10000k"
_MOST_VALUES = 7  # more are clutter on a large screen
TICK_ROWS = 1.1  # from one value to the next, in lines of type: a low plot still has more than 0 and its middle


class CurveAxis(pg.AxisItem):
    """An axis in the theme's colours whose size does not depend on its ticks.

    A size that followed the ticks would lay the plot out again, and paint it again, in the middle of a run.
    """

    def __init__(self, side: Literal["left", "bottom"], label: str) -> None:
        super().__init__(side)
        self._label = label
        self._font_px = 0
        self.enableAutoSIPrefix(enable=False)
        self.setGrid(255)
        self.setStyle(tickLength=0, tickAlpha=255)

    def apply_theme(self, theme: Theme, font: QFont) -> None:
        """Take colours and sizes from `theme`; `font` is the font of the ticks."""
        self.prepareGeometryChange()
        self._font_px = font.pixelSize()
        self.setPen(QPen(QColor(theme.colours.border), theme.sizes.line_thin_px))
        self.setTickPen(QPen(QColor(theme.colours.grid), theme.sizes.line_thin_px))
        self.setTextPen(QPen(QColor(theme.colours.text_muted)))
        self.setTickFont(font)
        self.setStyle(tickTextOffset=theme.sizes.gap_px // 2)
        self.setLabel(self._label, color=theme.colours.text_muted, **{"font-size": f"{font.pixelSize()}px"})

    def resizeEvent(self, event: QGraphicsSceneResizeEvent | None = None) -> None:
        """A label that is longer than the axis is left out rather than cut."""
        super().resizeEvent(event)
        along = self.size().width() if self.orientation == "bottom" else self.size().height()
        self.label.setVisible(self.label.boundingRect().width() <= along)

    def boundingRect(self) -> QRectF:
        """With a margin for the labels at the ends of the axis: one that leaves the rectangle is not drawn."""
        margin = self._font_px
        return super().boundingRect().adjusted(-margin, -margin, margin, margin)


class StepAxis(CurveAxis):
    """The axis of steps, below the plot."""

    def __init__(self, label: str) -> None:
        super().__init__("bottom", label)
        self._tick_px = 1.0

    def apply_theme(self, theme: Theme, font: QFont) -> None:
        """Take colours and sizes from `theme`; `font` is the font of the ticks."""
        super().apply_theme(theme, font)
        metrics = QFontMetrics(font)
        self._tick_px = 1.8 * metrics.horizontalAdvance(WIDEST_STEP)
        self.setHeight(2 * metrics.height() + theme.sizes.gap_px)

    def tickValues(self, low: float, high: float, length_px: float, /) -> list[tuple[float, list[float]]]:
        """Whole steps from 0, as many as stand well apart."""
        spacing = max(1.0, tick_spacing(low, high, int(length_px / self._tick_px)))
        return [(spacing, linear_ticks(max(low, 0.0), high, spacing))]

    def tickStrings(self, values: list[float], scale: float, _spacing: float, /) -> list[str]:
        """The steps as text."""
        largest = max(values, default=0.0) * scale
        return [step_text(value * scale, largest) for value in values]


class ValueAxis(CurveAxis):
    """The axis of values, left of the plot. If `is_log`, its numbers are exponents of ten, its labels their powers.

    in_per_cent: whether its numbers are shares of 1, and its labels hundredths.
    """

    def __init__(self, label: str, *, in_per_cent: bool = False) -> None:
        super().__init__("left", label)
        self._unit = 0.01 if in_per_cent else 1.0
        self.is_log = False
        self._tick_px = 1.0

    def apply_theme(self, theme: Theme, font: QFont) -> None:
        """Take colours and sizes from `theme`; `font` is the font of the ticks."""
        super().apply_theme(theme, font)
        metrics = QFontMetrics(font)
        self._tick_px = TICK_ROWS * metrics.height()
        self.setWidth(metrics.horizontalAdvance(WIDEST_VALUE) + metrics.height() + 2 * theme.sizes.gap_px)

    def tickValues(self, low: float, high: float, length_px: float, /) -> list[tuple[float, list[float]]]:
        """As many round values as stand well apart."""
        most = min(max(3, int(length_px / self._tick_px)), _MOST_VALUES)
        if self.is_log:
            return [(1.0, log_ticks(low, high, most))]
        spacing = tick_spacing(low, high, most)
        return [(spacing, linear_ticks(low, high, spacing))]

    def tickStrings(self, values: list[float], scale: float, spacing: float, /) -> list[str]:
        """The values as text."""
        if self.is_log:
            return [value_text(10.0**value / self._unit, 10.0 ** (value - 5) / self._unit) for value in values]
        return [value_text(value * scale / self._unit, spacing * scale / self._unit) for value in values]
