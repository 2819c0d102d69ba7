"""Where the cells of a confusion matrix lie."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from lossviz.core.training.networks import CLASSES

_MOST_WIDE, _MOST_HIGH = 1.7, 1.25  # times a cell's other side


@dataclass(frozen=True)
class MatrixLayout:
    """origin: of the first cell. cell: its size, whole pixels. All in the widget."""

    origin: QPointF
    cell: QSizeF

    def rect(self, true: int, predicted: int) -> QRectF:
        """The cell of this row and column."""
        place = self.origin + QPointF(predicted * self.cell.width(), true * self.cell.height())
        return QRectF(place, self.cell)

    @property
    def cells(self) -> QRectF:
        """All of them."""
        return QRectF(self.origin, self.cell * CLASSES)

    def cell_at(self, position: QPointF) -> tuple[int, int] | None:
        """Row and column under `position`; None beside the matrix."""
        if not self.cells.contains(position):
            return None
        place = position - self.origin
        row, column = int(place.y() // self.cell.height()), int(place.x() // self.cell.width())
        return min(row, CLASSES - 1), min(column, CLASSES - 1)


def matrix_layout(width: float, height: float, text_px: float, figures_px: float) -> MatrixLayout:
    """Cells as large as fit beside the heads. text_px: the height of a line. figures_px: what four figures need."""
    left, top, below = 2 * text_px + 6, 2 * text_px + 4, text_px + 8
    cell_height = max(1.0, (height - top - below) // CLASSES)
    widest = max(_MOST_WIDE * cell_height // 1, figures_px)
    cell_width = max(1.0, min((width - left - 2) // CLASSES, widest))
    cell_height = min(cell_height, _MOST_HIGH * cell_width // 1)
    spare = width - left - 2 - CLASSES * cell_width
    return MatrixLayout(QPointF(left + round(spare / 2), top), QSizeF(cell_width, cell_height))
