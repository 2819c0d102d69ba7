"""What lies over the cases: threshold, the sizes where the models cross it, handles, and the cases singled out."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lossviz.core.fit.estimates import ModelKind
from lossviz.widgets.fit.axis_tags import AxisTag, paint_bottom_tags, paint_left_tag
from lossviz.widgets.fit.case_markers import marker_radius, paint_marker, paint_ring
from lossviz.widgets.fit.case_targets import CaseScene, handle_radius
from lossviz.widgets.fit.curve_handles import CurveHandle
from lossviz.widgets.fit.model_painting import model_colour
from lossviz.widgets.fit.model_shapes import crossing, is_positive, reading

_DASHES = (3.0, 3.0)
_RING_AROUND_PX = 3.5


def paint_threshold(painter: QPainter, scene: CaseScene, is_held: bool) -> None:
    """Its line, and from there down to the axis where each model crosses it."""
    frame, theme, threshold = scene.frame, scene.theme, scene.picture.threshold
    y_px = frame.y_px(threshold)
    width = 1.5 * theme.sizes.line_px if is_held else theme.sizes.line_thin_px
    painter.setPen(QPen(QColor(theme.colours.text), width))
    painter.drawLine(QPointF(frame.area.left(), y_px), QPointF(frame.area.right(), y_px))
    for kind, x in _crossings(scene):
        pen = QPen(model_colour(kind, theme), theme.sizes.line_thin_px)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.drawLine(QPointF(frame.x_px(x), y_px), QPointF(frame.x_px(x), frame.area.bottom()))


def paint_tags(painter: QPainter, scene: CaseScene) -> None:
    """The numbers of the threshold, of its crossings, and of the probe, on the axes."""
    frame, theme = scene.frame, scene.theme
    tags = [AxisTag(frame.x_px(x), frame.x_text(x), model_colour(kind, theme)) for kind, x in _crossings(scene)]
    if scene.picture.probe is not None and _is_in_view(scene, scene.picture.probe):
        probe = scene.picture.probe
        tags.append(AxisTag(frame.x_px(probe), frame.x_text(probe), QColor(theme.colours.text_muted)))
    paint_bottom_tags(painter, tags, frame, theme)
    y_px = frame.y_px(scene.picture.threshold)
    paint_left_tag(painter, AxisTag(y_px, f"{scene.picture.threshold:.2f}", QColor(theme.colours.text)), frame, theme)


def paint_probe(painter: QPainter, scene: CaseScene) -> None:
    """A line at the probe, and dots where it meets the models."""
    probe, frame, theme = scene.picture.probe, scene.frame, scene.theme
    if probe is None or not _is_in_view(scene, probe):
        return
    pen = QPen(QColor(theme.colours.text_muted), theme.sizes.line_thin_px)
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    x_px = frame.x_px(probe)
    painter.drawLine(QPointF(x_px, frame.area.top()), QPointF(x_px, frame.area.bottom()))
    for kind, parameters in scene.picture.models():
        painter.setPen(QPen(QColor(theme.colours.surface), theme.sizes.line_thin_px))
        painter.setBrush(model_colour(kind, theme))
        centre = QPointF(x_px, frame.y_px(reading(kind, parameters, probe)))
        painter.drawEllipse(centre, theme.sizes.marker_px / 2, theme.sizes.marker_px / 2)


def paint_moving_case(painter: QPainter, scene: CaseScene) -> None:
    """The case that is being dragged, over all others."""
    index, picture = scene.picture.moving, scene.picture
    if index is None or not _is_in_view(scene, float(picture.cases.x[index])):
        return
    radius = marker_radius(scene.theme, len(picture.cases))
    is_predicted = is_positive("sigmoid", picture.sigmoid, picture.threshold, float(picture.cases.x[index]))
    centre = scene.places.centre_px(index)
    paint_marker(painter, scene.theme, centre, radius, bool(picture.cases.y[index]), is_predicted)


def paint_rings(painter: QPainter, scene: CaseScene) -> None:
    """Around the hovered and the selected case."""
    theme, picture = scene.theme, scene.picture
    radius = marker_radius(theme, len(picture.cases)) + _RING_AROUND_PX
    marks = ((picture.hovered, theme.colours.text), (picture.selected, theme.colours.marker))
    for index, colour in marks:
        if index is not None and index < len(picture.cases) and scene.places.is_in_view[index]:
            paint_ring(painter, theme, scene.places.centre_px(index), radius, colour, theme.sizes.line_px)


def paint_handles(painter: QPainter, scene: CaseScene, held: str | None) -> None:
    """A disc to shift the curve and a ring to turn it; one whose place is out of view points there."""
    for handle in scene.handles:
        _paint_handle(painter, scene, handle, is_held=handle.name == held)


def _paint_handle(painter: QPainter, scene: CaseScene, handle: CurveHandle, *, is_held: bool) -> None:
    theme, centre = scene.theme, scene.handle_px(handle)
    radius = handle_radius(theme) * (1.2 if is_held else 1.0)
    colour, surface = QColor(theme.colours.sigmoid_model), QColor(theme.colours.surface)
    if is_held:
        paint_ring(painter, theme, centre, radius + _RING_AROUND_PX, theme.colours.text, theme.sizes.line_px)
    painter.setPen(QPen(surface, theme.sizes.line_thin_px))
    painter.setBrush(colour)
    painter.drawEllipse(centre, radius + 1, radius + 1)
    if handle.name == "steepness":
        painter.setBrush(surface)
        painter.drawEllipse(centre, 0.55 * radius, 0.55 * radius)
    if handle.is_held:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        side = 1.0 if handle.x > scene.frame.x.low + scene.frame.x.span / 2 else -1.0
        foot, tip = centre + QPointF(side * (radius + 2), 0), centre + QPointF(side * (1.9 * radius + 2), 0)
        painter.drawPolygon([tip, foot + QPointF(0, 0.7 * radius), foot - QPointF(0, 0.7 * radius)])


def _crossings(scene: CaseScene) -> list[tuple[ModelKind, float]]:
    found = [(kind, crossing(kind, parameters, scene.picture.threshold)) for kind, parameters in scene.picture.models()]
    return [(kind, x) for kind, x in found if x is not None and _is_in_view(scene, x)]


def _is_in_view(scene: CaseScene, x: float) -> bool:
    return scene.frame.x.low <= x <= scene.frame.x.high
