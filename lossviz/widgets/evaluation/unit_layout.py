"""Where the units of a layer lie: as large as all of them fit."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

_GAP_PX = 6.0


@dataclass(frozen=True)
class UnitLayout:
    """columns: units in a row. side: of one picture. A unit is `pictures` of them side by side over a line."""

    columns: int
    side: float
    line: float
    pictures: int
    left: float

    def unit(self, index: int) -> QRectF:
        """All of a unit."""
        row, column = divmod(index, self.columns)
        width, height = self._pitch
        place = QPointF(self.left + column * width, row * height)
        return QRectF(place.x(), place.y(), width - _GAP_PX, height - _GAP_PX)

    def picture(self, index: int, number: int) -> QRectF:
        """One picture of a unit."""
        place = self.unit(index).topLeft()
        return QRectF(place.x() + number * (self.side + 2), place.y(), self.side, self.side)

    def line_of(self, index: int) -> QRectF:
        """The line below the pictures."""
        unit = self.unit(index)
        return QRectF(unit.left(), unit.top() + self.side + 1, unit.width(), self.line)

    def unit_at(self, position: QPointF, units: int) -> int | None:
        """The unit under `position`; None beside them."""
        width, height = self._pitch
        column, row = int((position.x() - self.left) // width), int(position.y() // height)
        index = row * self.columns + column
        return index if 0 <= column < self.columns and row >= 0 and index < units else None

    @property
    def _pitch(self) -> tuple[float, float]:
        width = self.pictures * self.side + 2 * (self.pictures - 1) + _GAP_PX
        return width, self.side + self.line + 1 + _GAP_PX


def unit_layout(width: float, height: float, units: int, pictures: int, line: float, most_side: float) -> UnitLayout:
    """The columns for which the pictures are largest, `most_side` at most."""
    best = max(range(1, units + 1), key=lambda columns: _side(width, height, units, columns, pictures, line))
    side = max(1.0, min(most_side, _side(width, height, units, best, pictures, line)) // 1)
    pitch = pictures * side + 2 * (pictures - 1) + _GAP_PX
    columns = min(units, max(1, int((width + _GAP_PX) // pitch)))
    rows = math.ceil(units / columns)
    columns = math.ceil(units / rows)  # rows of nearly equal length
    return UnitLayout(columns, side, line, pictures, max(0.0, (width + _GAP_PX - columns * pitch) // 2))


def units_at_once(width: float, height: float, units: int, pictures: int, line: float, least_side: float) -> int:
    """How many of `units` have room, at least one, with pictures no smaller than `least_side`."""
    columns = (width + _GAP_PX) // (pictures * least_side + 2 * (pictures - 1) + _GAP_PX)
    rows = (height + _GAP_PX) // (least_side + line + 1 + _GAP_PX)
    return min(units, max(1, int(columns) * int(rows)))


def _side(width: float, height: float, units: int, columns: int, pictures: int, line: float) -> float:
    rows = math.ceil(units / columns)
    across = ((width + _GAP_PX) / columns - _GAP_PX - 2 * (pictures - 1)) / pictures
    down = (height + _GAP_PX) / rows - _GAP_PX - line - 1
    return min(across, down)
