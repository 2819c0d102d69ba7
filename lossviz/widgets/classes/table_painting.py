"""How the table of classes is drawn: what is lit, bars, numbers."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lossviz.core.fit.cases import Column
from lossviz.widgets.classes.class_rows import ClassRows
from lossviz.widgets.classes.number_texts import SHORT_SHARE, logit_text, share_text, significant_text, slope_text
from lossviz.widgets.classes.row_fields import is_in_field
from lossviz.widgets.classes.table_bars import paint_bars, paint_target_bar, paint_tracks
from lossviz.widgets.classes.table_head import LEFT, RIGHT, paint_foot, paint_head
from lossviz.widgets.classes.table_layout import ColumnKey
from lossviz.widgets.classes.table_scene import TableScene
from lossviz.widgets.classes.table_words import TableWords
from lossviz.widgets.curves.colours import faint_colour

_BAND_SHARE = 0.45  # of the lit colour in a row or a column; where they cross it is whole
_DOT_PX = 6.0
_DOT_AIR_PX = 2.5
_TARGET_DECIMALS = 3
_FOLLOWING: tuple[ColumnKey, ...] = ("z", "scaled", "exp", "once", "loss", "bce", "mse")  # the logits


def paint_ground(painter: QPainter, scene: TableScene, words: TableWords) -> None:
    """What stays while a bar is dragged; see TableScene.ground_key."""
    _paint_light(painter, scene)
    _paint_lines(painter, scene)
    paint_head(painter, scene, words)
    paint_tracks(painter, scene)
    for index in range(len(scene.rows)):
        _paint_name(painter, scene, index)
        paint_target_bar(painter, scene, index)
        _paint_mark(painter, scene, index)
    _paint_numbers(painter, scene, ("y",))


def paint_values(painter: QPainter, scene: TableScene, words: TableWords) -> None:
    """What follows the values, but for what the fields show."""
    for index in range(len(scene.rows)):
        paint_bars(painter, scene, index)
    _paint_numbers(painter, scene, _FOLLOWING)
    paint_foot(painter, scene, words)
    _paint_keyed(painter, scene)


def _paint_light(painter: QPainter, scene: TableScene) -> None:
    light, layout = scene.light, scene.layout
    full = QColor(scene.theme.colours.selection)
    faint = faint_colour(full, QColor(scene.theme.colours.surface), _BAND_SHARE)
    band = layout.term_band(light.term) if light.term is not None else None
    row = layout.row(light.index) if light.index is not None and light.index < len(scene.rows) else None
    for place in (band, row):
        if place is not None:
            painter.fillRect(place, faint)
    if band is not None and row is not None:
        painter.fillRect(band & row, full)
    elif band is not None and light.term == "sum":
        painter.fillRect(band & layout.foot, full)


def _paint_lines(painter: QPainter, scene: TableScene) -> None:
    layout, colours = scene.layout, scene.theme.colours
    painter.setPen(QPen(QColor(colours.grid), scene.theme.sizes.line_thin_px))
    for index in range(1, len(scene.rows)):
        y_px = layout.row(index).top() - 0.5
        painter.drawLine(QLineF(0, y_px, layout.width, y_px))
    painter.setPen(QPen(QColor(colours.border), scene.theme.sizes.line_thin_px))
    for y_px in (layout.head.bottom() - 0.5, layout.foot.top() - 0.5, layout.foot.bottom() - 0.5):
        painter.drawLine(QLineF(0, y_px, layout.width, y_px))


def _paint_mark(painter: QPainter, scene: TableScene, index: int) -> None:
    """A ring, filled as far as the class has a share in the target."""
    colours, share = scene.theme.colours, float(scene.rows.target[index])
    centre = scene.layout.bar(index, "mark").center()
    painter.setBrush(QColor(colours.field))
    painter.setPen(QPen(QColor(colours.target if share else colours.text_muted), scene.theme.sizes.line_thin_px))
    painter.drawEllipse(centre, _DOT_PX, _DOT_PX)
    inner = _DOT_PX - _DOT_AIR_PX
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.target))
    pie = QRectF(centre - QPointF(inner, inner), centre + QPointF(inner, inner))
    painter.drawPie(pie, 90 * 16, -round(360 * 16 * min(max(share, 0.0), 1.0)))


def _paint_name(painter: QPainter, scene: TableScene, index: int) -> None:
    is_true = index == scene.rows.true_class
    cell = scene.layout.bar(index, "name")
    painter.setFont(scene.fonts.strong if is_true else scene.fonts.number)
    painter.setPen(QColor(scene.theme.colours.text))
    name = painter.fontMetrics().elidedText(scene.rows.names[index], Qt.TextElideMode.ElideRight, int(cell.width()))
    painter.drawText(cell, LEFT, name)


def _paint_numbers(painter: QPainter, scene: TableScene, columns: Sequence[ColumnKey]) -> None:
    """Those of the columns that the table has room for; what is exactly 0 is faint."""
    colours, true = QColor(scene.theme.colours.text), scene.rows.true_class
    faint = QColor(scene.theme.colours.text_muted)
    for key in columns:
        if key not in scene.layout.columns:
            continue
        write, numbers = _written(scene.rows, key)
        for index, number in enumerate(numbers.tolist()):
            if key == "z" and is_in_field(number):
                continue
            painter.setPen(colours if number else faint)
            painter.setFont(scene.fonts.strong if key in ("y", "loss") and index == true else scene.fonts.number)
            painter.drawText(scene.layout.bar(index, key), RIGHT, write(number))


def _written(rows: ClassRows, key: ColumnKey) -> tuple[Callable[[float], str], Column]:
    """How the numbers of a column are written, and the numbers."""
    match key:
        case "y":
            return partial(share_text, decimals=_TARGET_DECIMALS), rows.target
        case "once":
            return partial(share_text, decimals=SHORT_SHARE), np.zeros(len(rows)) if rows.once is None else rows.once
        case "z" | "scaled":
            return logit_text, rows.logits if key == "z" else rows.scaled
        case "exp" | "loss":
            return significant_text, rows.exps if key == "exp" else rows.loss_terms
        case "bce" | "mse":
            return slope_text, rows.bce_slopes if key == "bce" else rows.mse_slopes
    raise LookupError(key)


def _paint_keyed(painter: QPainter, scene: TableScene) -> None:
    """The frame of the bar that the keys move."""
    if scene.keyed is None:
        return
    index, key = scene.keyed
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(scene.theme.colours.accent), scene.theme.sizes.line_px))
    painter.drawRoundedRect(scene.layout.bar(index, key).adjusted(-4, 2, 4, -2), 3, 3)
