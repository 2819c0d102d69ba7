"""The models as lines of pixels."""

import numpy as np
from PySide6.QtGui import QPolygonF

from lossviz.core.fit.cases import Column
from lossviz.core.fit.estimates import ModelKind, size_at
from lossviz.core.fit.laws import Law
from lossviz.core.fit.logistic import Parameters, logits, sigmoid
from lossviz.widgets.plots.plot_frame import PlotFrame
from lossviz.widgets.plots.polylines import polygon

_STEP_PX = 3.0
# Logits whose sizes are always among the samples: a steep rise, which no pixel column may meet, keeps its shape.
_LOGITS = np.linspace(-7.0, 7.0, 29)


def crossing(model: ModelKind, parameters: Parameters, level: float) -> float | None:
    """The size at which the model reads `level`; None if there is none that a float holds."""
    if model == "sigmoid" and not 0.0 < level < 1.0:
        return None
    return size_at(model, parameters, level)


def sigmoid_shape(parameters: Parameters, frame: PlotFrame) -> QPolygonF:
    """The curve through the view."""
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        x = _samples(frame, (_LOGITS - parameters.b) / parameters.w)
        p = sigmoid(logits(parameters, x))
    return _polygon(frame, x, np.where(np.isnan(p), 0.5, p))


def law_shape(law: Law, frame: PlotFrame) -> QPolygonF:
    """The law's curve through the view."""
    return sigmoid_shape(Parameters(law.steepness, -law.steepness * law.midpoint), frame)


def line_shape(parameters: Parameters, frame: PlotFrame) -> QPolygonF:
    """The straight line through the view, to somewhat above and below it."""
    room = frame.y.span / 2
    levels = frame.y.low - room, frame.y.high + room
    turns = [size_at("line", parameters, level) for level in levels]
    inside = [turn for turn in turns if turn is not None and frame.x.low < turn < frame.x.high]
    x = np.array(sorted([frame.x.low, frame.x.high, *inside]))
    with np.errstate(over="ignore", invalid="ignore"):
        y = logits(parameters, x)
    return _polygon(frame, x, np.clip(np.nan_to_num(y), *levels))


def step_shape(model: ModelKind, parameters: Parameters, threshold: float, frame: PlotFrame) -> QPolygonF:
    """What is left of a model that answers 0 or 1 alone."""
    edge = crossing(model, parameters, threshold)
    low, high = frame.x.low, frame.x.high
    if edge is None or not low < edge < high:
        middle = low + (high - low) / 2
        answer = float(is_positive(model, parameters, threshold, middle))
        return _polygon(frame, np.array([low, high]), np.array([answer, answer]))
    before, after = (1.0, 0.0) if parameters.w < 0 else (0.0, 1.0)
    return _polygon(frame, np.array([low, edge, edge, high]), np.array([before, before, after, after]))


def is_positive(model: ModelKind, parameters: Parameters, threshold: float, x: float) -> bool:
    """What the model predicts at `x`."""
    return reading(model, parameters, x) >= threshold


def reading(model: ModelKind, parameters: Parameters, x: float) -> float:
    """The model's value at `x`."""
    return float(readings(model, parameters, np.array([x]))[0])


def readings(model: ModelKind, parameters: Parameters, x: Column) -> Column:
    """The model's value at each of `x`."""
    with np.errstate(over="ignore", invalid="ignore"):
        z = np.nan_to_num(logits(parameters, x))
    return sigmoid(z) if model == "sigmoid" else z


def _samples(frame: PlotFrame, ends: Column) -> Column:
    """Evenly over the view, and those of `ends` that lie in it."""
    count = max(2, round(frame.area.width() / _STEP_PX))
    inside = ends[(frame.x.low < ends) & (ends < frame.x.high)]
    return np.sort(np.concatenate([np.linspace(frame.x.low, frame.x.high, count), inside]))


def _polygon(frame: PlotFrame, x: Column, y: Column) -> QPolygonF:
    return polygon(np.column_stack([frame.xs_px(x), frame.ys_px(y)]))
