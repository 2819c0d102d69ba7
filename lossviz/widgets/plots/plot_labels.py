"""The names of a plot's rules and the texts of its handles, set so that none covers another."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from lossviz.widgets.plots.picture import Handle, Rule
from lossviz.widgets.plots.plot_scene import PlotScene, handle_radius
from lossviz.widgets.plots.rule_painting import is_rule_shown
from lossviz.widgets.plots.spots import Spot
from lossviz.widgets.plots.strokes import token_colour

_BEHIND_ALPHA = 0.8
_MOST_TRIES = 8


class PlotLabels:
    """Handles come first, then rules in their order; a name for which there is no room is left out."""

    def __init__(self, painter: QPainter, scene: PlotScene) -> None:
        self._painter = painter
        self._scene = scene
        self._metrics = QFontMetricsF(painter.font())
        self._taken: list[QRectF] = []

    def paint(self) -> None:
        """All of them."""
        for handle in self._scene.picture.handles:
            self._keep_clear(handle)
        for handle in self._scene.picture.handles:
            self._paint_handle(handle)
        for rule in self._scene.picture.rules:
            self._paint_rule(rule)

    def _keep_clear(self, handle: Handle) -> None:
        centre, radius = self._scene.spot_px(Spot(handle.key)), handle_radius(self._scene.theme)
        if centre is not None:
            self._taken.append(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius))

    def _paint_handle(self, handle: Handle) -> None:
        centre = self._scene.spot_px(Spot(handle.key))
        if centre is None or not handle.text:
            return
        aside = handle_radius(self._scene.theme) + self._scene.theme.sizes.gap_px / 2
        place = self._place(handle.text, centre + QPointF(aside, -aside - self._metrics.height() / 2))
        if place.left() < centre.x() + aside:
            place.moveRight(min(centre.x() - aside, self._scene.frame.area.right()))
        self._write(handle.text, place, QColor(self._scene.theme.colours.text), is_vertical_first=True)

    def _paint_rule(self, rule: Rule) -> None:
        frame, area, gap = self._scene.frame, self._scene.frame.area, self._scene.theme.sizes.gap_px
        if not rule.name or not is_rule_shown(frame, rule):
            return
        if rule.is_vertical:
            place = self._place(rule.name, QPointF(frame.x_px(rule.value) + gap / 2, area.top()))
            if place.left() < frame.x_px(rule.value):
                place.moveRight(frame.x_px(rule.value) - gap / 2)
                place.moveLeft(max(place.left(), area.left()))
        else:
            y_px = frame.y_px(rule.value) - self._metrics.height() - 1
            place = self._place(rule.name, QPointF(area.right(), y_px))
        self._write(rule.name, place, token_colour(self._scene.theme, rule.colour), is_vertical_first=rule.is_vertical)

    def _place(self, text: str, corner: QPointF) -> QRectF:
        """With the top left corner there, moved into the area."""
        area = self._scene.frame.area
        width = min(self._metrics.horizontalAdvance(text) + 2, area.width())
        left = max(min(corner.x(), area.right() - width), area.left())
        top = max(min(corner.y(), area.bottom() - self._metrics.height()), area.top())
        return QRectF(left, top, width, self._metrics.height())

    def _write(self, text: str, place: QRectF, colour: QColor, *, is_vertical_first: bool) -> None:
        free = self._free(place, is_vertical_first=is_vertical_first)
        if free is None:
            return
        self._taken.append(free)
        behind = QColor(self._scene.theme.colours.surface)
        behind.setAlphaF(_BEHIND_ALPHA)
        self._painter.fillRect(free, behind)
        self._painter.setPen(colour)
        shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, free.width() + 1)
        self._painter.drawText(free, Qt.AlignmentFlag.AlignCenter, shown)

    def _free(self, place: QRectF, *, is_vertical_first: bool) -> QRectF | None:
        """The nearest place down, up or to the left that is not taken; None if all are."""
        down, left = QPointF(0, place.height()), QPointF(-place.width() - self._scene.theme.sizes.gap_px, 0)
        steps = (down, -down, left) if is_vertical_first else (left, down, -down)
        moved = [place.translated(step * count) for step in steps for count in range(1, _MOST_TRIES)]
        area = self._scene.frame.area.adjusted(-1, -1, 1, 1)
        for candidate in [place, *(other for other in moved if area.contains(other))]:
            if not any(candidate.intersects(taken) for taken in self._taken):
                return candidate
        return None
