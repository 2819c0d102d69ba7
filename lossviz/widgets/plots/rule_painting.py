"""Paints the lines that go across a plot."""

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from lossviz.widgets.plots.picture import Rule
from lossviz.widgets.plots.plot_frame import PlotFrame
from lossviz.widgets.plots.plot_scene import PlotScene
from lossviz.widgets.plots.strokes import line_pen, token_colour

_AROUND = 1e-6  # of the axis: a rule on its very end is in view, rounding errors and all


def is_rule_shown(frame: PlotFrame, rule: Rule) -> bool:
    """Whether it is in view."""
    shown = frame.x if rule.is_vertical else frame.y
    around = _AROUND * shown.span
    return math.isfinite(rule.value) and shown.low - around <= rule.value <= shown.high + around


def paint_rule(painter: QPainter, scene: PlotScene, rule: Rule) -> None:
    """From edge to edge, on the middle of a row of pixels."""
    frame, area = scene.frame, scene.frame.area
    if not is_rule_shown(frame, rule):
        return
    painter.setPen(line_pen(token_colour(scene.theme, rule.colour), scene.theme.sizes.line_thin_px, rule.dash))
    if rule.is_vertical:
        x_px = round(frame.x_px(rule.value)) + 0.5
        painter.drawLine(QPointF(x_px, area.top()), QPointF(x_px, area.bottom()))
    else:
        y_px = round(frame.y_px(rule.value)) + 0.5
        painter.drawLine(QPointF(area.left(), y_px), QPointF(area.right(), y_px))
