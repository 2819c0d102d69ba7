"""The bars of the losses, their pulls, and the meters that the bars stack into."""

from functools import partial

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from lossviz.core.axis_ticks import linear_ticks, tick_spacing, value_text
from lossviz.core.fit.logistic import LossKind
from lossviz.widgets.curves.colours import faint_colour
from lossviz.widgets.fit.case_markers import paint_shape
from lossviz.widgets.fit.loss_columns import LossBarsPicture, LossColumns
from lossviz.widgets.fit.loss_layout import LossLayout
from lossviz.widgets.fit.loss_words import LossWords
from lossviz.widgets.plots.plot_key import KeyEntry
from lossviz.widgets.theme import Theme

KINDS: tuple[LossKind, ...] = ("bce", "mse")

_FILL_SHARE = 0.4
_HATCHES = {"bce": Qt.BrushStyle.BDiagPattern, "mse": Qt.BrushStyle.Dense6Pattern}
_HATCHED_PX = 6.0  # the narrowest bar whose hatch is not mere noise
_PULL_LINES = 1.5  # the width of an arrow's shaft, in thin lines
_HEAD_SHAFTS, _HEAD_ASPECT = 2.0, 0.8  # its head: how long in shafts; half its width for each 1 of its length
_LEAST_HEAD_PX = 1.5
_LEAST_HEAD_COLUMN_PX = 5.0
_LEAST_PULL_PX = 0.5
_MARK_PX = 3.0  # the radius of a class mark on the baseline
_LEAST_MARK_COLUMN_PX = 8.0
_SEPARATED_CASES = 60
_SEPARATED_LINES = 2.5  # the least height of a share that is told apart, in lines as thick as the one between
_BREAK_PX = 5.0


def loss_colour(kind: LossKind, theme: Theme) -> QColor:
    """Of all that belongs to a loss."""
    return QColor(theme.colours.loss_bce if kind == "bce" else theme.colours.loss_mse)


def key_entries(theme: Theme, words: LossWords) -> list[KeyEntry]:
    """The two hatches and the arrow."""
    bce, mse, pull = words.key_names()
    return [
        KeyEntry(bce, partial(_paint_sample, theme, "bce")),
        KeyEntry(mse, partial(_paint_sample, theme, "mse")),
        KeyEntry(pull, partial(_paint_arrow_sample, theme)),
    ]


def paint_scale(painter: QPainter, layout: LossLayout, theme: Theme, words: LossWords) -> None:
    """The grid and numbers of the bars, up and down from the baseline, and of the meters."""
    metrics = QFontMetricsF(painter.font())
    upper = layout.baseline - layout.bars.top()
    for place, top in ((layout.bars, layout.top), (layout.meter, layout.meter_top)):
        lowest = -top * (layout.bars.bottom() - layout.baseline) / max(upper, 1.0)
        spacing = tick_spacing(lowest, top, max(2, int(layout.bars.height() / (1.7 * metrics.height()))))
        for value in linear_ticks(lowest, top, spacing):
            y_px = round(layout.baseline - value / top * upper)
            painter.setPen(QPen(QColor(theme.colours.grid), theme.sizes.line_thin_px))
            painter.drawLine(QPointF(place.left(), y_px), QPointF(place.right(), y_px))
            _paint_number(painter, theme, QPointF(place.left(), y_px), value_text(abs(value), spacing))
    _paint_titles(painter, layout, theme, words)


def paint_bars(painter: QPainter, layout: LossLayout, columns: LossColumns, theme: Theme) -> None:
    """A bar up and a bar down for each column; one that is cut off at the edge has a gap there."""
    width = layout.bars.width() / len(columns)
    for kind in KINDS:
        losses = columns.losses[kind]
        bars = layout.columns(kind, losses)
        _paint_hatched(painter, theme, kind, bars, is_wide=width >= _HATCHED_PX)
        painter.setPen(QPen(QColor(theme.colours.surface), theme.sizes.line_px))
        for column in np.flatnonzero(losses > layout.most_loss(kind)).tolist():
            bar = bars[column]
            y_px = bar.top() + _BREAK_PX if kind == "bce" else bar.bottom() - _BREAK_PX
            painter.drawLine(QLineF(bar.left() - 1, y_px + 2, bar.right() + 1, y_px - 2))
    painter.setPen(QPen(QColor(theme.colours.text_muted), theme.sizes.line_thin_px))
    painter.drawLine(QPointF(layout.bars.left(), layout.baseline), QPointF(layout.bars.right(), layout.baseline))


def paint_classes(
    painter: QPainter, layout: LossLayout, picture: LossBarsPicture, columns: LossColumns, theme: Theme
) -> None:
    """The class of each case on the baseline, if there is a bar for each and room."""
    width = layout.bars.width() / len(columns)
    if width < _LEAST_MARK_COLUMN_PX or len(columns) < len(picture.cases):
        return
    painter.setPen(QPen(QColor(theme.colours.surface), theme.sizes.line_thin_px))
    for column, label in enumerate(picture.cases.y[columns.order].tolist()):
        centre = QPointF(layout.bars.left() + (column + 0.5) * width - 0.5, layout.baseline)
        painter.setBrush(QColor(theme.colours.positive if label else theme.colours.negative))
        paint_shape(painter, centre, _MARK_PX, bool(label))


def paint_pulls(painter: QPainter, layout: LossLayout, columns: LossColumns, theme: Theme) -> None:
    """An arrow for each column: up if its cases would have the logit higher. Both lanes have one scale."""
    width = layout.bars.width() / len(columns)
    for kind in KINDS:
        lane, colour = layout.lane(kind), loss_colour(kind, theme)
        middle, reach = lane.center().y(), lane.height() / 2 - 2
        painter.setPen(QPen(QColor(theme.colours.grid), theme.sizes.line_thin_px))
        painter.drawLine(QPointF(lane.left(), middle), QPointF(lane.right(), middle))
        lengths = -reach * columns.pulls[kind]
        shown = np.flatnonzero(np.abs(lengths) >= _LEAST_PULL_PX).tolist()
        feet = [QPointF(lane.left() + (column + 0.5) * width - 0.5, middle) for column in shown]
        tips = [foot + QPointF(0, lengths[column]) for foot, column in zip(feet, shown, strict=True)]
        has_heads = width >= _LEAST_HEAD_COLUMN_PX
        shaft_px = min(_PULL_LINES * theme.sizes.line_thin_px, width / (2 * _HEAD_SHAFTS if has_heads else 2))
        _paint_arrows(painter, QPen(colour, shaft_px), feet, tips, has_heads=has_heads)


def paint_meters(
    painter: QPainter, layout: LossLayout, picture: LossBarsPicture, columns: LossColumns, theme: Theme
) -> None:
    """The bars stacked, each a share of the mean; a few of them are told apart."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours.bar_track))
    painter.drawRect(layout.meter)
    for kind in KINDS:
        stack = layout.stack(kind, 0.0, picture.mean(kind))
        _paint_hatched(painter, theme, kind, [stack], is_wide=True)
        if len(picture.cases) <= _SEPARATED_CASES:
            _paint_separators(painter, layout, picture, columns, kind, theme)
    painter.setPen(QPen(QColor(theme.colours.text_muted), theme.sizes.line_thin_px))
    painter.drawLine(QPointF(layout.meter.left(), layout.baseline), QPointF(layout.meter.right(), layout.baseline))


def paint_meter_words(
    painter: QPainter, layout: LossLayout, picture: LossBarsPicture, theme: Theme, words: LossWords
) -> None:
    """The means above and below the meters, and the floor beside the upper one."""
    metrics, meter = QFontMetricsF(painter.font()), layout.meter
    for kind in KINDS:
        text, lane = words.mean(picture, kind), layout.lane(kind)
        width = metrics.horizontalAdvance(text) + 2
        place = QRectF(meter.center().x() - width / 2, lane.top(), width, lane.height())
        painter.setPen(loss_colour(kind, theme))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    if picture.floor is not None:
        y_px = layout.stack("bce", 0.0, picture.floor).top()
        painter.setPen(QPen(QColor(theme.colours.text), theme.sizes.line_px))
        painter.drawLine(QPointF(meter.left(), y_px), QPointF(meter.right() + 3, y_px))
        place = QRectF(meter.right() + 5, y_px - metrics.height() / 2, 200, metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words.floor(picture.floor))


def paint_marked(
    painter: QPainter,
    layout: LossLayout,
    picture: LossBarsPicture,
    columns: LossColumns,
    index: int,
    colour: QColor,
) -> None:
    """A frame around a case's bars, and around its share of each meter."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.5))
    column = columns.column_of(index)
    up, down = (layout.columns(kind, columns.losses[kind])[column] for kind in KINDS)
    painter.drawRect(QRectF(up.left(), up.top(), max(up.width(), 2.0), down.bottom() - up.top()).adjusted(-1, -2, 1, 2))
    before = columns.order[: columns.rank_of(index)]
    for kind in KINDS:
        shares = picture.losses(kind) / len(picture.cases)
        start = float(shares[before].sum())
        painter.drawRect(layout.stack(kind, start, start + float(shares[index])))


def _paint_separators(
    painter: QPainter,
    layout: LossLayout,
    picture: LossBarsPicture,
    columns: LossColumns,
    kind: LossKind,
    theme: Theme,
) -> None:
    ends = np.cumsum(picture.losses(kind)[columns.order] / len(picture.cases))
    lengths = layout.lengths(kind, ends, layout.meter_top)
    least_px = _SEPARATED_LINES * theme.sizes.line_thin_px
    shown = lengths[np.diff(lengths, prepend=0.0) >= least_px].tolist()
    left, right, side = layout.meter.left() + 1, layout.meter.right() - 1, -1 if kind == "bce" else 1
    painter.setPen(QPen(QColor(theme.colours.surface), theme.sizes.line_thin_px))
    heights = [layout.baseline + side * length for length in shown]
    painter.drawLines([QLineF(left, y_px, right, y_px) for y_px in heights])


def _paint_hatched(painter: QPainter, theme: Theme, kind: LossKind, bars: list[QRectF], *, is_wide: bool) -> None:
    colour = loss_colour(kind, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # with soft edges it takes four times as long
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faint_colour(colour, QColor(theme.colours.surface), _FILL_SHARE) if is_wide else colour)
    painter.drawRects(bars)
    if is_wide:
        painter.setBrush(QBrush(colour, _HATCHES[kind]))
        painter.setPen(QPen(colour, theme.sizes.line_thin_px))
        painter.drawRects([bar.adjusted(0, 0, -1, -1) for bar in bars if bar.height() > 0])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint_arrows(painter: QPainter, pen: QPen, feet: list[QPointF], tips: list[QPointF], *, has_heads: bool) -> None:
    """Upright ones; those that are too short for a head have none."""
    most_px = _HEAD_SHAFTS * pen.widthF() if has_heads else 0.0
    lengths = [tip.y() - foot.y() for foot, tip in zip(feet, tips, strict=True)]
    heads = [max(-most_px, min(most_px, length)) if abs(length) >= _LEAST_HEAD_PX else 0.0 for length in lengths]
    necks = [tip - QPointF(0, head) for tip, head in zip(tips, heads, strict=True)]
    painter.setPen(pen)
    painter.drawLines([QLineF(foot, neck) for foot, neck in zip(feet, necks, strict=True)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    for tip, neck, head in zip(tips, necks, heads, strict=True):
        if head:
            aside = QPointF(_HEAD_ASPECT * head, 0)
            painter.drawPolygon(QPolygonF([tip, neck + aside, neck - aside]))


def _paint_number(painter: QPainter, theme: Theme, beside: QPointF, text: str) -> None:
    height = QFontMetricsF(painter.font()).height()
    place = QRectF(beside.x() - 100 - theme.sizes.gap_px / 2, beside.y() - height / 2, 100, height)
    painter.setPen(QColor(theme.colours.text_muted))
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_titles(painter: QPainter, layout: LossLayout, theme: Theme, words: LossWords) -> None:
    painter.setPen(QColor(theme.colours.text_muted))
    height = QFontMetricsF(painter.font()).height()
    for kind in KINDS:
        lane = layout.lane(kind)
        place = QRectF(lane.left() - 100 - theme.sizes.gap_px / 2, lane.top(), 100, lane.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words.pulls())
    painter.save()
    painter.translate(theme.sizes.gap_px / 4, layout.bars.bottom())
    painter.rotate(-90)
    painter.drawText(QRectF(0, 0, layout.bars.height(), height), Qt.AlignmentFlag.AlignCenter, words.scale())
    painter.restore()


def _paint_sample(theme: Theme, kind: LossKind, painter: QPainter, place: QRectF) -> None:
    _paint_hatched(painter, theme, kind, [place.adjusted(0, 2, 0, -2)], is_wide=True)


def _paint_arrow_sample(theme: Theme, painter: QPainter, place: QRectF) -> None:
    x_px, colour = place.center().x(), QColor(theme.colours.text)
    foot, tip = QPointF(x_px, place.bottom() - 2), QPointF(x_px, place.top() + 2)
    pen = QPen(colour, _PULL_LINES * theme.sizes.line_thin_px)
    _paint_arrows(painter, pen, [foot], [tip], has_heads=True)
