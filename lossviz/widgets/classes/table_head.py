"""The head of the table: symbols with their words, scales of the bars; and the foot with the sums."""

from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from lossviz.widgets.classes.bar_scale import BarScale
from lossviz.widgets.classes.number_texts import scale_text, significant_text, sum_text
from lossviz.widgets.classes.table_bars import paint_swatch, scale_ends
from lossviz.widgets.classes.table_layout import ColumnKey
from lossviz.widgets.classes.table_scene import TableScene
from lossviz.widgets.classes.table_words import TableWords

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
_SYMBOLS: dict[ColumnKey, tuple[str, str]] = {  # a symbol, and what is raised behind it
    "z": ("z", ""),
    "scaled": ("z / T", ""),
    "exp": ("e", "z / T"),
    "once": ("p", ""),
    "p": ("p", ""),
    "y": ("y", ""),
    "loss": ("−y ln p", ""),
}
_FORMULA = "CE: (p − y) / T"
_SLOPE = "∂L/∂z"
_RAISED_SHARE = 0.78
_SWATCH_PX = (14.0, 8.0)
_HEAD_AIR_PX = 4.0
_MARK_AIR_PX = 6.0  # between two numbers of a scale


def paint_head(painter: QPainter, scene: TableScene, words: TableWords) -> None:
    """Two lines: symbols above, words and scales below."""
    head, titles = scene.layout.head, words.titles(is_twice=scene.rows.once is not None)
    middle = head.top() + _HEAD_AIR_PX + QFontMetricsF(scene.fonts.symbol).height()
    for key in scene.layout.columns:
        cell = scene.layout.cell(head, key)
        upper, lower = QRectF(cell), QRectF(cell)
        upper.setTop(head.top() + _HEAD_AIR_PX)
        upper.setBottom(middle)
        lower.setTop(middle)
        lower.setBottom(head.bottom() - _HEAD_AIR_PX / 2)
        _paint_symbol(painter, scene, upper, key)
        scale = scale_ends(scene, key)
        if key == "slopes":
            _paint_slopes_head(painter, scene, upper, lower)
        elif scale is not None:
            _paint_scale(painter, scene, lower, scale)
        elif key in titles:
            _paint_small(painter, scene, lower, LEFT if key == "name" else RIGHT, titles[key])


def paint_foot(painter: QPainter, scene: TableScene, words: TableWords) -> None:
    """The sums."""
    rows, foot = scene.rows, scene.layout.foot
    texts: dict[ColumnKey, str] = {
        "exp": significant_text(rows.exp_sum),
        "p": sum_text(float(rows.probabilities.sum())),
        "y": sum_text(float(rows.target.sum())),
    }
    _paint_small(painter, scene, scene.layout.cell(foot, "name"), LEFT, words.sum_name())
    painter.setFont(scene.fonts.strong)
    painter.setPen(QColor(scene.theme.colours.text))
    for key, text in texts.items():
        painter.drawText(scene.layout.cell(foot, key), RIGHT, text)
    _paint_loss(painter, scene, scene.layout.cell(foot, "loss"))
    slopes, metrics = scene.layout.cell(foot, "slopes"), QFontMetricsF(scene.fonts.small)
    names = (words.slopes_name(), _SLOPE)
    fitting = next((name for name in names if metrics.horizontalAdvance(name) <= slopes.width()), "")
    _paint_small(painter, scene, slopes, _MIDDLE, fitting)


def _paint_loss(painter: QPainter, scene: TableScene, cell: QRectF) -> None:
    text = significant_text(scene.rows.loss)
    painter.setPen(QColor(scene.theme.colours.loss_bce))
    painter.drawText(cell, RIGHT, text)
    painter.setFont(scene.fonts.symbol)
    painter.drawText(cell.adjusted(-cell.width(), 0, -scene.fonts.number_px(text) - _HEAD_AIR_PX, 0), RIGHT, "L =")


def _paint_symbol(painter: QPainter, scene: TableScene, place: QRectF, key: ColumnKey) -> None:
    symbol, raised = _SYMBOLS.get(key, ("", ""))
    if not symbol:
        return
    small = QFont(scene.fonts.symbol)
    small.setPixelSize(round(_RAISED_SHARE * small.pixelSize()))
    raised_px = QFontMetricsF(small).horizontalAdvance(raised) if raised else 0.0
    painter.setPen(QColor(scene.theme.colours.text))
    painter.setFont(scene.fonts.symbol)
    painter.drawText(place.adjusted(-40, 0, -raised_px, 0), RIGHT, symbol)
    if raised:
        painter.setFont(small)
        painter.drawText(place.translated(0, -_HEAD_AIR_PX), RIGHT, raised)


def _paint_scale(painter: QPainter, scene: TableScene, place: QRectF, scale: BarScale) -> None:
    """The ends and 0, or as many of these as are clear of each other."""
    metrics = QFontMetricsF(scene.fonts.small)
    for values in ({scale.low, 0.0, scale.high}, {0.0, scale.high}, {scale.low, 0.0}, {0.0}):
        marks = [_mark(metrics, place, scale, value) for value in sorted(values)]
        if all(after.left() - before.right() >= _MARK_AIR_PX for (_, before), (_, after) in pairwise(marks)):
            for text, room in marks:
                _paint_small(painter, scene, room, LEFT, text)
            return


def _mark(metrics: QFontMetricsF, place: QRectF, scale: BarScale, value: float) -> tuple[str, QRectF]:
    """A number of a scale, and its room: about where the value stands, and within `place`."""
    text = scale_text(value)
    width = metrics.horizontalAdvance(text)
    left = min(max(scale.x_px(value, place) - width / 2, place.left()), place.right() - width)
    return text, QRectF(left, place.top(), width, place.height())


def _paint_slopes_head(painter: QPainter, scene: TableScene, upper: QRectF, lower: QRectF) -> None:
    """The colours of both slopes beside each other, above their scale; where that is too wide, in its place."""
    formula = "CE" if scene.rows.once is not None else _FORMULA
    room = upper.width() + 2 * _HEAD_AIR_PX
    text = next((text for text in (formula, "CE") if _title_px(scene, text, "MSE") <= room), "")
    if text:
        _paint_scale(painter, scene, lower, scene.slope_scale)
        _paint_slope_title(painter, scene, upper, text, is_mse=False)
        _paint_slope_title(painter, scene, upper.adjusted(_title_px(scene, text), 0, 0, 0), "MSE", is_mse=True)
    else:
        _paint_slope_title(painter, scene, upper, "CE", is_mse=False)
        _paint_slope_title(painter, scene, lower, "MSE", is_mse=True)


def _title_px(scene: TableScene, *texts: str) -> float:
    """What these take beside each other, each behind its colour and with air after it."""
    metrics = QFontMetricsF(scene.fonts.small)
    return sum(_SWATCH_PX[0] + 3 * _HEAD_AIR_PX + metrics.horizontalAdvance(text) for text in texts)


def _paint_slope_title(painter: QPainter, scene: TableScene, place: QRectF, text: str, *, is_mse: bool) -> None:
    swatch = QRectF(place.left(), round(place.center().y() - _SWATCH_PX[1] / 2), *_SWATCH_PX)
    paint_swatch(painter, swatch, scene, is_mse=is_mse)
    words = place.adjusted(_SWATCH_PX[0] + _HEAD_AIR_PX, 0, 0, 0)
    _paint_small(painter, scene, words, LEFT, text)


def _paint_small(
    painter: QPainter, scene: TableScene, place: QRectF, flags: Qt.AlignmentFlag | Qt.TextFlag, text: str
) -> None:
    painter.setFont(scene.fonts.small)
    painter.setPen(QColor(scene.theme.colours.text_muted))
    painter.drawText(place, flags, text)
