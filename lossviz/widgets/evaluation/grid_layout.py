"""Where the tiles of an image grid lie."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF


@dataclass(frozen=True)
class GridLayout:
    """columns: tiles in a row. pitch_x, pitch_y: from one tile to the next. side: of an image. All in pixels."""

    columns: int
    pitch_x: float
    pitch_y: float
    side: float
    gap: float

    def rows(self, tiles: int) -> int:
        """How many rows so many tiles take."""
        return -(-tiles // self.columns)

    def height(self, tiles: int) -> float:
        """Of all rows."""
        return self.rows(tiles) * self.pitch_y + self.gap

    def tile(self, index: int) -> QRectF:
        """The room of a tile, caption included, from the top of the first row."""
        row, column = divmod(index, self.columns)
        return QRectF(column * self.pitch_x, self.gap / 2 + row * self.pitch_y, self.pitch_x, self.pitch_y)

    def image(self, index: int) -> QRectF:
        """Its image."""
        tile = self.tile(index)
        return QRectF(round(tile.center().x() - self.side / 2), tile.top() + self.gap / 2, self.side, self.side)

    def tile_at(self, position: QPointF, tiles: int) -> int | None:
        """The tile under `position`; None beside them."""
        column = int(position.x() // self.pitch_x)
        row = int((position.y() - self.gap / 2) // self.pitch_y)
        index = row * self.columns + column
        return index if 0 <= column < self.columns and row >= 0 and index < tiles else None

    def in_sight(self, top: float, bottom: float, tiles: int) -> range:
        """The tiles between these heights."""
        first = max(0, int((top - self.gap / 2) // self.pitch_y))
        last = max(0, int((bottom - self.gap / 2) // self.pitch_y))
        return range(min(first * self.columns, tiles), min((last + 1) * self.columns, tiles))


def grid_layout(width: float, side: float, caption_width: float, caption_height: float, gap: float) -> GridLayout:
    """As many columns as fit, with the room that is left shared among them."""
    least = max(side, caption_width) + gap
    columns = max(1, int(width // least))
    return GridLayout(columns, width / columns, side + caption_height + 1.5 * gap, side, gap)
