"""The models of a case plot: the law and earlier fits behind, the sigmoid and the line before them, their bands."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from lossviz.core.fit.estimates import ModelKind, transition_band
from lossviz.widgets.curves.colours import faint_colour
from lossviz.widgets.fit.case_picture import CasePicture
from lossviz.widgets.fit.model_shapes import law_shape, line_shape, sigmoid_shape, step_shape
from lossviz.widgets.plots.plot_frame import PlotFrame
from lossviz.widgets.plots.strokes import stroke
from lossviz.widgets.theme import Theme

DrawnKind = Literal["sigmoid", "line", "sigmoid_decision", "line_decision", "law", "fitted", "ghost"]

_DASHES: dict[DrawnKind, tuple[float, ...]] = {
    "sigmoid": (),
    "line": (7.0, 3.0),
    "sigmoid_decision": (),
    "line_decision": (5.0, 3.0),
    "law": (1.0, 2.5),
    "fitted": (10.0, 3.0, 2.0, 3.0),
    "ghost": (),
}
_BAND_SHARES: dict[ModelKind, float] = {"sigmoid": 0.09, "line": 0.06}
_DECISIONS: dict[ModelKind, DrawnKind] = {"sigmoid": "sigmoid_decision", "line": "line_decision"}
_DECISION_SHARE = 0.5  # of a line's width
_GHOST_SHARE = 0.6
_BAND_LEVELS: dict[ModelKind, float] = {"sigmoid": 1.2, "line": -0.2}
_CAP_PX = 4.0
_VEIL_SHARE = 0.65


@dataclass(frozen=True)
class BandWords:
    """What stands at the two bands."""

    sigmoid: str
    line: str


def model_colour(kind: DrawnKind, theme: Theme) -> QColor:
    """In which a model, and all that belongs to it, is drawn."""
    colours = theme.colours
    if kind == "ghost":
        return faint_colour(QColor(colours.ghost), QColor(colours.surface), _GHOST_SHARE)
    if kind in ("line", "line_decision"):
        return QColor(colours.line_model)
    return QColor(colours.law if kind == "law" else colours.sigmoid_model)


def model_pen(kind: DrawnKind, theme: Theme) -> QPen:
    """The pen of a model's curve; kinds differ in dash or width too, not in colour alone."""
    is_thin = kind in ("fitted", "ghost")
    pen = QPen(model_colour(kind, theme), theme.sizes.line_thin_px if is_thin else theme.sizes.line_px)
    if kind == "sigmoid":
        pen.setWidthF(1.4 * theme.sizes.line_px)
    elif kind in _DECISIONS.values():
        pen.setWidthF(_DECISION_SHARE * theme.sizes.line_px)
    if _DASHES[kind]:
        pen.setDashPattern(_DASHES[kind])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def paint_background_models(painter: QPainter, picture: CasePicture, frame: PlotFrame, theme: Theme) -> None:
    """What does not follow a drag: earlier fits and the law."""
    for sigmoid, line in picture.ghosts:
        stroke(painter, sigmoid_shape(sigmoid, frame), model_pen("ghost", theme))
        if line is not None:
            pen = model_pen("ghost", theme)
            pen.setDashPattern(_DASHES["line"])
            stroke(painter, line_shape(line, frame), pen)
    if picture.law is not None:
        stroke(painter, law_shape(picture.law, frame), model_pen("law", theme))


def paint_models(painter: QPainter, picture: CasePicture, frame: PlotFrame, theme: Theme) -> None:
    """The line, the best sigmoid and the sigmoid; before each what it decides, if the output is discretised."""
    if picture.fitted is not None:
        stroke(painter, sigmoid_shape(picture.fitted, frame), model_pen("fitted", theme))
    for kind, parameters in picture.models():
        shape = (sigmoid_shape if kind == "sigmoid" else line_shape)(parameters, frame)
        stroke(painter, shape, model_pen(kind, theme))
        if picture.is_discretised:
            stroke(painter, step_shape(kind, parameters, picture.threshold, frame), model_pen(_DECISIONS[kind], theme))


def paint_bands(painter: QPainter, picture: CasePicture, frame: PlotFrame, theme: Theme, words: BandWords) -> None:
    """From 10% to 90% of each model: a measure with its words above or below the cases."""
    for kind, parameters in picture.models():
        band = transition_band(kind, parameters)
        if band is None or band[0] > frame.x.high or band[1] < frame.x.low:
            continue
        (left, right), y_px = _span_px(frame, band), frame.y_px(_BAND_LEVELS[kind])
        ends = (band[0] >= frame.x.low, band[1] <= frame.x.high)
        _paint_measure(painter, theme, kind, QLineF(left, y_px, right, y_px), ends)
        text = words.sigmoid if kind == "sigmoid" else words.line
        _paint_measure_text(painter, frame, theme, kind, QPointF((left + right) / 2, y_px), text)


def band_rects(picture: CasePicture, frame: PlotFrame) -> list[tuple[ModelKind, QRect]]:
    """The parts of the area from 10% to 90% of each model, in whole pixels.

    The sigmoid's takes its part out of the line's: two tints over each other would be a third that means nothing.
    """
    bands = {kind: transition_band(kind, parameters) for kind, parameters in picture.models()}
    spans = {kind: _span_px(frame, band) for kind, band in bands.items() if band is not None}
    left, right = spans.get("sigmoid", (frame.area.right(), frame.area.right()))
    parts: list[tuple[ModelKind, float, float]] = []
    if "line" in spans:
        start, end = spans["line"]
        parts += [("line", start, min(end, left)), ("line", max(start, right), end)]
    if "sigmoid" in spans:
        parts.append(("sigmoid", left, max(right, left + 1)))
    area = frame.area.toRect()
    rects = [
        (kind, QRect(round(start), area.top(), round(end) - round(start), area.height())) for kind, start, end in parts
    ]
    return [(kind, rect & area) for kind, rect in rects if not (rect & area).isEmpty()]


def band_tint(kind: ModelKind, theme: Theme) -> QColor:
    """What a band is covered with."""
    tint = model_colour(kind, theme)
    tint.setAlphaF(_BAND_SHARES[kind])
    return tint


def _span_px(frame: PlotFrame, band: tuple[float, float]) -> tuple[float, float]:
    """The part of `band` in view; outside of the area if none is."""
    low, high = frame.x.low, frame.x.high
    if band[0] > high or band[1] < low:
        return frame.area.right() + 2, frame.area.right() + 2
    return frame.x_px(max(band[0], low)), frame.x_px(min(band[1], high))


def _paint_measure(
    painter: QPainter, theme: Theme, kind: ModelKind, measure: QLineF, ends_in_view: tuple[bool, bool]
) -> None:
    painter.setPen(QPen(model_colour(kind, theme), theme.sizes.line_thin_px))
    painter.drawLine(measure)
    for end, is_in_view in zip((measure.p1(), measure.p2()), ends_in_view, strict=True):
        if is_in_view:
            painter.drawLine(end - QPointF(0, _CAP_PX), end + QPointF(0, _CAP_PX))


def _paint_measure_text(
    painter: QPainter, frame: PlotFrame, theme: Theme, kind: ModelKind, middle: QPointF, text: str
) -> None:
    """Above the sigmoid's measure and below the line's, moved into the area."""
    metrics, area = QFontMetricsF(painter.font()), frame.area
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    width, height = metrics.horizontalAdvance(text) + 2, metrics.height()
    left = min(max(middle.x() - width / 2, area.left() + 2), area.right() - width)
    top = middle.y() - height if kind == "sigmoid" else middle.y() + 1
    top = min(max(top, area.top()), area.bottom() - height)
    place = QRectF(left, top, width, height)
    painter.fillRect(place, _veil(theme))
    painter.setPen(model_colour(kind, theme))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _veil(theme: Theme) -> QColor:
    colour = QColor(theme.colours.surface)
    colour.setAlphaF(_VEIL_SHARE)
    return colour
