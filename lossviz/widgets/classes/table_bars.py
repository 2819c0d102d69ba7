"""The bars of a row: logit, probability, target, and both slopes."""

import math

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from lossviz.widgets.classes.bar_scale import SHARES, BarScale
from lossviz.widgets.classes.table_layout import ColumnKey
from lossviz.widgets.classes.table_scene import TableScene
from lossviz.widgets.curves.colours import faint_colour

_BAR_SHARE = 0.52  # of the row
_MOST_BAR_PX = 18.0
_PAIR_SHARE, _PAIR_GAP_PX = 0.3, 2.0
_MOST_PAIR_PX = 10.0
_GRIP_PX, _NEAR_GRIP_PX, _GRIP_AIR_PX = 2.0, 3.0, 3.0
_BREAK_PX = 6.0
_FAINT = 0.3


def paint_bars(painter: QPainter, scene: TableScene, index: int) -> None:
    """The bars of a class that move with its logit."""
    _paint_logit(painter, scene, index)
    _paint_probability(painter, scene, index)
    _paint_slopes(painter, scene, index)


def paint_target_bar(painter: QPainter, scene: TableScene, index: int) -> None:
    """The share of a class in the target, with its handle."""
    track, bar = _share_bar(scene, index, "y_bar", float(scene.rows.target[index]))
    _fill(painter, bar, QColor(scene.theme.colours.target), min(scene.theme.sizes.radius_px, bar.width() / 2))
    _paint_grip(painter, scene, index, track, bar.right())


def paint_tracks(painter: QPainter, scene: TableScene) -> None:
    """The rooms of the bars, and where their zeros are."""
    layout, theme = scene.layout, scene.theme
    keys: tuple[ColumnKey, ...] = ("z_bar", "p_bar", "y_bar")
    for index in range(layout.count):
        for key in keys:
            _fill(painter, _lane(scene, layout.bar(index, key)), QColor(theme.colours.bar_track), theme.sizes.radius_px)
    painter.setPen(QPen(QColor(theme.colours.text_muted), theme.sizes.line_thin_px))
    for key, scale in (("z_bar", scene.logit_scale), ("slopes", scene.slope_scale)):
        x_px = round(scale.x_px(0.0, layout.bar(0, key))) - 0.5
        painter.drawLine(QLineF(x_px, layout.head.bottom(), x_px, layout.foot.top()))


def paint_swatch(painter: QPainter, place: QRectF, scene: TableScene, *, is_mse: bool) -> None:
    """A piece of a slope's bar, for the head."""
    colours = scene.theme.colours
    _fill_slope(painter, place, QColor(colours.loss_mse if is_mse else colours.loss_bce), scene, is_mse=is_mse)


def _paint_logit(painter: QPainter, scene: TableScene, index: int) -> None:
    rows, colours, scale = scene.rows, scene.theme.colours, scene.logit_scale
    cell, value = scene.layout.bar(index, "z_bar"), float(rows.logits[index])
    track = _lane(scene, cell)
    zero, end = round(scale.x_px(0.0, cell)), scale.x_px(value, cell)
    bar = QRectF(min(zero, end), track.top(), abs(end - zero), track.height())
    painter.fillRect(bar, QColor(colours.bar_best if index == rows.likeliest else colours.bar))
    fed = rows.fed(index)
    if fed is not None:
        painter.setPen(QPen(QColor(colours.text), scene.theme.sizes.line_thin_px, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(scale.x_px(fed, cell), cell.top() + 2, scale.x_px(fed, cell), cell.bottom() - 2))
    if not scale.holds(value) and math.isfinite(value):
        _paint_break(painter, scene, track, end, -1.0 if value > 0 else 1.0)
    _paint_grip(painter, scene, index, track, end)


def _share_bar(scene: TableScene, index: int, key: ColumnKey, share: float) -> tuple[QRectF, QRectF]:
    """The track, and as much of it as the share fills."""
    cell = scene.layout.bar(index, key)
    track = _lane(scene, cell)
    return track, QRectF(track.left(), track.top(), SHARES.x_px(share, cell) - track.left(), track.height())


def _paint_probability(painter: QPainter, scene: TableScene, index: int) -> None:
    """With a line where the target is."""
    colours, rows = scene.theme.colours, scene.rows
    track, bar = _share_bar(scene, index, "p_bar", float(rows.probabilities[index]))
    colour = QColor(colours.bar_best if index == rows.likeliest else colours.bar)
    _fill(painter, bar, colour, min(scene.theme.sizes.radius_px, bar.width() / 2))
    if not rows.target[index]:
        return
    aim = SHARES.x_px(float(rows.target[index]), track)
    painter.setPen(QPen(QColor(colours.target), scene.theme.sizes.line_px))
    inside = min(max(aim, track.left() + 1), track.right() - 1)
    painter.drawLine(QLineF(inside, track.top() - 2, inside, track.bottom() + 2))


def _paint_slopes(painter: QPainter, scene: TableScene, index: int) -> None:
    rows, colours = scene.rows, scene.theme.colours
    cell = scene.layout.bar(index, "slopes")
    zero = round(scene.slope_scale.x_px(0.0, cell))
    height = min(_PAIR_SHARE * cell.height(), _MOST_PAIR_PX * scene.theme.sizes.enlargement)
    middle = cell.center().y()
    for is_mse, value, colour in (
        (False, float(rows.bce_slopes[index]), colours.loss_bce),
        (True, float(rows.mse_slopes[index]), colours.loss_mse),
    ):
        end = scene.slope_scale.x_px(value, cell)
        top = middle + _PAIR_GAP_PX / 2 if is_mse else middle - _PAIR_GAP_PX / 2 - height
        bar = QRectF(min(zero, end), round(top), abs(end - zero), round(height))
        _fill_slope(painter, bar, QColor(colour), scene, is_mse=is_mse)
        if not scene.slope_scale.holds(value) and math.isfinite(value):
            _paint_break(painter, scene, bar, end, -1.0 if value > 0 else 1.0)


def _fill_slope(painter: QPainter, bar: QRectF, colour: QColor, scene: TableScene, *, is_mse: bool) -> None:
    """Squared error solid, cross-entropy hatched: as their curves, told apart without the colour too."""
    if is_mse:
        painter.fillRect(bar, colour)
        return
    painter.fillRect(bar, faint_colour(colour, QColor(scene.theme.colours.surface), _FAINT))
    painter.fillRect(bar, QBrush(colour, Qt.BrushStyle.BDiagPattern))
    if bar.width() >= 1.0:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, scene.theme.sizes.line_thin_px))
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_grip(painter: QPainter, scene: TableScene, index: int, track: QRectF, end_px: float) -> None:
    """The handle at the end of a bar that can be dragged."""
    colours = scene.theme.colours
    is_near = index == scene.light.index or (scene.keyed is not None and index == scene.keyed[0])
    half = _NEAR_GRIP_PX if is_near else _GRIP_PX
    left = min(max(end_px - half, track.left() - 1), track.right() + 1 - 2 * half)
    place = QRectF(left, track.top() - _GRIP_AIR_PX / 2, 2 * half, track.height() + _GRIP_AIR_PX)
    painter.setPen(QPen(QColor(colours.surface), scene.theme.sizes.line_thin_px))
    painter.setBrush(QColor(colours.text if is_near else colours.text_muted))
    painter.drawRoundedRect(place, half, half)


def _paint_break(painter: QPainter, scene: TableScene, track: QRectF, end_px: float, inward: float) -> None:
    """A gap near the end of a bar that goes on beyond its cell."""
    painter.setPen(QPen(QColor(scene.theme.colours.surface), scene.theme.sizes.line_px))
    for step in (2.0, 3.0):
        x_px = end_px + inward * step * _BREAK_PX
        painter.drawLine(QLineF(x_px - 2, track.bottom() + 1, x_px + 2, track.top() - 1))


def _lane(scene: TableScene, cell: QRectF) -> QRectF:
    height = round(min(_BAR_SHARE * cell.height(), _MOST_BAR_PX * scene.theme.sizes.enlargement))
    return QRectF(cell.left(), round(cell.center().y() - height / 2), cell.width(), height)


def _fill(painter: QPainter, place: QRectF, colour: QColor, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(place, radius, radius)


def scale_ends(scene: TableScene, key: ColumnKey) -> BarScale | None:
    """The scale of a column of bars."""
    scales: dict[ColumnKey, BarScale] = {"z_bar": scene.logit_scale, "slopes": scene.slope_scale}
    return SHARES if key in ("p_bar", "y_bar") else scales.get(key)
