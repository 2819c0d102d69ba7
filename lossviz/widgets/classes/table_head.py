"""The head of the table: symbols with their words, scales of the bars; and the foot with the sums."""

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
_RAISED_SHARE = 0.78
_SWATCH_PX = (14.0, 8.0)
_HEAD_AIR_PX = 4.0


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
        if scale is not None:
            _paint_scale(painter, scene, lower, scale)
        elif key in titles:
            _paint_small(painter, scene, lower, LEFT if key == "name" else RIGHT, titles[key])
    _paint_slopes_title(painter, scene, head, middle)


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
    slopes = scene.layout.cell(foot, "slopes")
    if slopes.width() >= QFontMetricsF(scene.fonts.small).horizontalAdvance(words.slopes_name()):
        _paint_small(painter, scene, slopes, _MIDDLE, words.slopes_name())


def _paint_loss(painter: QPainter, scene: TableScene, cell: QRectF) -> None:
    text = significant_text(scene.rows.loss)
    painter.setPen(QColor(scene.theme.colours.loss_bce))
    painter.drawText(cell, RIGHT, text)
    painter.setFont(scene.fonts.symbol)
    painter.drawText(cell.adjusted(-40, 0, -scene.fonts.number_px(text) - _HEAD_AIR_PX, 0), RIGHT, "L =")


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
    """The ends, and 0 where it is clear of them."""
    _paint_small(painter, scene, place, LEFT, scale_text(scale.low))
    _paint_small(painter, scene, place, RIGHT, scale_text(scale.high))
    metrics, zero = QFontMetricsF(scene.fonts.small), scale.x_px(0.0, place)
    low_px, high_px = (metrics.horizontalAdvance(scale_text(end)) + 6 for end in (scale.low, scale.high))
    if scale.low < 0 and place.left() + low_px < zero < place.right() - high_px:
        _paint_small(painter, scene, QRectF(zero - 8, place.top(), 16, place.height()), _MIDDLE, "0")


def _paint_slopes_title(painter: QPainter, scene: TableScene, head: QRectF, middle: float) -> None:
    """The colours of both slopes."""
    cell, metrics = scene.layout.cell(head, "slopes"), QFontMetricsF(scene.fonts.small)
    left, centre = cell.left(), (head.top() + _HEAD_AIR_PX + middle) / 2
    is_wide = cell.width() >= metrics.horizontalAdvance(_FORMULA + "MSE") + 2 * _SWATCH_PX[0] + 6 * _HEAD_AIR_PX
    for text, is_mse in ((_FORMULA if is_wide and scene.rows.once is None else "CE", False), ("MSE", True)):
        swatch = QRectF(left, round(centre - _SWATCH_PX[1] / 2), *_SWATCH_PX)
        paint_swatch(painter, swatch, scene, is_mse=is_mse)
        left = swatch.right() + _HEAD_AIR_PX
        _paint_small(painter, scene, QRectF(left, head.top() + _HEAD_AIR_PX, 120, middle - head.top()), LEFT, text)
        left += metrics.horizontalAdvance(text) + 2 * _HEAD_AIR_PX


def _paint_small(
    painter: QPainter, scene: TableScene, place: QRectF, flags: Qt.AlignmentFlag | Qt.TextFlag, text: str
) -> None:
    painter.setFont(scene.fonts.small)
    painter.setPen(QColor(scene.theme.colours.text_muted))
    painter.drawText(place, flags, text)
