"""Where the cells of the table are, and which of them is under the mouse."""

import math
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF

from lossviz.widgets.classes.class_rows import Term
from lossviz.widgets.classes.table_fonts import TableFonts

ColumnKey = Literal[
    "mark", "name", "z", "z_bar", "scaled", "exp", "once", "p", "p_bar", "y", "y_bar", "loss", "slopes", "bce", "mse"
]
Part = Literal["head", "row", "foot"]

TERM_OF: dict[ColumnKey, Term] = {
    "z": "z",
    "z_bar": "z",
    "scaled": "scaled",
    "exp": "exp",
    "once": "once",
    "p": "p",
    "p_bar": "p",
    "y": "y",
    "y_bar": "y",
    "loss": "loss",
    "slopes": "grad",
    "bce": "grad",
    "mse": "grad",
}
BARS: dict[ColumnKey, int] = {"z_bar": 5, "p_bar": 4, "y_bar": 3, "slopes": 6}  # shares of the room that is left

_ROW_PX = (24, 44)
_LEAST_ROW_EM = 1.45
_USUAL_PX = 13  # the type that the numbers here are right for
_EDGE_PX, _GAP_PX, _JOINT_PX = 8, 12, 7  # joint: between a number and its own bar
_LEAST_BAR_PX = 48
_MARK_PX = 18
_NAME_PX = (60, 170)
_NAME_SHARE = 0.085
_BOX_AIR_PX = 10
_JOINED: tuple[ColumnKey, ...] = ("name", "z_bar", "p_bar", "y_bar", "bce")
_SAMPLES: dict[ColumnKey, str] = {
    "z": "−1000.55",
    "scaled": "−1.000e5",
    "exp": "8.888e−88",
    "once": "0.0000",
    "p": "0.0000",
    "y": "0.000",
    "loss": "1.000e−9",
    "bce": "+8.8e−88",
    "mse": "+8.8e−88",
}
_LONG_SHARE = "0.00000000"
_TITLED_SHARE = "0.000000"  # as wide as the title of its column
_SLOPES: tuple[ColumnKey, ...] = ("bce", "mse")


@dataclass(frozen=True)
class Hit:
    """What is at a place: a row's cell, or one of the head or the foot. index: of the row."""

    part: Part
    column: ColumnKey
    index: int | None = None

    @property
    def term(self) -> Term | None:
        """The number's place in the formulas."""
        return "sum" if (self.part, self.column) == ("foot", "exp") else TERM_OF.get(self.column)


@dataclass(frozen=True)
class TableLayout:
    """In pixels. columns: left edge and width of each. is_long: whether probabilities have eight decimals."""

    columns: dict[ColumnKey, tuple[float, float]]
    count: int
    width: float
    head_px: float
    row_px: float
    foot_px: float
    is_long: bool

    def row(self, index: int) -> QRectF:
        """All cells of a class."""
        return QRectF(0.0, self.head_px + index * self.row_px, self.width, self.row_px)

    @property
    def head(self) -> QRectF:
        """The names of the columns."""
        return QRectF(0.0, 0.0, self.width, self.head_px)

    @property
    def foot(self) -> QRectF:
        """The sums."""
        return QRectF(0.0, self.head_px + self.count * self.row_px, self.width, self.foot_px)

    def cell(self, place: QRectF, key: ColumnKey) -> QRectF:
        """The part of a row, of the head or of the foot that belongs to a column."""
        left, width = self.columns[key]
        return QRectF(left, place.top(), width, place.height())

    def bar(self, index: int, key: ColumnKey) -> QRectF:
        """The cell of a class's bar."""
        return self.cell(self.row(index), key)

    def term_band(self, term: str) -> QRectF | None:
        """All columns of a term, from head to foot."""
        keys = [key for key in self.columns if TERM_OF.get(key) == ("exp" if term == "sum" else term)]
        if not keys:
            return None
        air = _JOINT_PX / 2
        left = min(self.columns[key][0] for key in keys) - air
        right = max(sum(self.columns[key]) for key in keys) + air
        return QRectF(left, 0.0, right - left, self.foot.bottom())

    def hit(self, place: QPointF) -> Hit | None:
        """What is there; a place between two columns belongs to the nearer one."""
        if not (0 <= place.x() < self.width and 0 <= place.y() < self.foot.bottom()):
            return None
        key = min(self.columns, key=lambda key: _distance(place.x(), *self.columns[key]))
        if place.y() < self.head_px:
            return Hit("head", key)
        index = int((place.y() - self.head_px) // self.row_px)
        return Hit("row", key, index) if index < self.count else Hit("foot", key)


def table_layout(size: QSize, count: int, fonts: TableFonts, *, has_once: bool) -> TableLayout:
    """The table in a widget of `size`; what it cannot hold is cut off at the right."""
    head, foot = head_px(fonts), foot_px(fonts)
    least_row, most_row = row_px(fonts)
    row = min(max((size.height() - head - foot) // max(count, 1), least_row), most_row)
    name = min(max(_NAME_SHARE * size.width(), _NAME_PX[0]), _NAME_PX[1])
    widths = _wanted(fonts, name, has_once=has_once)
    air = len(BARS) * _LEAST_BAR_PX * (_enlargement(fonts) - 1.0)
    if least_width(fonts, has_once=has_once) + air > size.width():
        del widths["scaled"]
        widths["p"] = max(widths["p"], fonts.number_px(_TITLED_SHARE))
    is_long = least_width(fonts, has_once=has_once, is_long=True) + air <= size.width()
    if is_long:
        widths["p"] = fonts.number_px(_LONG_SHARE)
    if _taken(widths) + sum(_slope_px(fonts, key) for key in _SLOPES) > size.width():
        widths = {key: width for key, width in widths.items() if key not in _SLOPES}
    room = max(size.width() - _taken(widths), 0.0)
    for key, share in BARS.items():
        widths[key] += room * share / sum(BARS.values())
    return TableLayout(_placed(widths), count, size.width(), head, row, foot, is_long)


def least_width(fonts: TableFonts, *, has_once: bool, is_long: bool = False) -> float:
    """What the columns take that are always there."""
    widths = _wanted(fonts, _NAME_PX[0], has_once=has_once)
    if is_long:
        widths["p"] = fonts.number_px(_LONG_SHARE)
    return _taken({key: width for key, width in widths.items() if key not in _SLOPES})


def row_px(fonts: TableFonts) -> tuple[int, int]:
    """The least and the greatest height of a row; large type is for a screen that is seen from afar, and filled."""
    least, most = _ROW_PX
    return max(least, math.ceil(_LEAST_ROW_EM * fonts.number.pixelSize())), round(most * _enlargement(fonts) ** 2)


def head_px(fonts: TableFonts) -> int:
    """Two lines: what the column is, and its scale."""
    return round(QFontMetricsF(fonts.symbol).height() + QFontMetricsF(fonts.small).height() + _JOINT_PX)


def foot_px(fonts: TableFonts) -> int:
    """One line."""
    return round(QFontMetricsF(fonts.strong).height() + 1.5 * _JOINT_PX)


def _wanted(fonts: TableFonts, name_px: float, *, has_once: bool) -> dict[ColumnKey, float]:
    """The least width of every column, from left to right."""
    order: tuple[ColumnKey, ...] = (
        *("mark", "name", "z", "z_bar", "scaled", "exp", "once"),
        *("p", "p_bar", "y", "y_bar", "loss", "slopes", "bce", "mse"),
    )
    widths: dict[ColumnKey, float] = {}
    for key in order:
        if key in BARS:
            widths[key] = _LEAST_BAR_PX
        elif key in _SAMPLES and (key != "once" or has_once):
            widths[key] = fonts.number_px(_SAMPLES[key])
        elif key in ("mark", "name"):
            widths[key] = _MARK_PX if key == "mark" else name_px
    widths["z"] += _BOX_AIR_PX
    return widths


def _enlargement(fonts: TableFonts) -> float:
    return max(fonts.number.pixelSize() / _USUAL_PX, 1.0)


def _slope_px(fonts: TableFonts, key: ColumnKey) -> float:
    """Bars come before the slopes' numbers: a table that has these is wider by as much again."""
    return 2 * fonts.number_px(_SAMPLES[key])


def _taken(widths: dict[ColumnKey, float]) -> float:
    return sum(widths.values()) + sum(_gap(key) for key in widths) + 2 * _EDGE_PX


def _gap(key: ColumnKey) -> int:
    if key == "mark":
        return 0
    return _JOINT_PX if key in _JOINED else _GAP_PX


def _placed(widths: dict[ColumnKey, float]) -> dict[ColumnKey, tuple[float, float]]:
    columns: dict[ColumnKey, tuple[float, float]] = {}
    left = float(_EDGE_PX)
    for key, width in widths.items():
        left += _gap(key)
        columns[key] = (round(left), float(round(width)))
        left += width
    return columns


def _distance(x: float, left: float, width: float) -> float:
    return max(left - x, x - left - width, 0.0)
