"""The confusion matrix: which digits were taken for which, cell by cell."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.evaluation.confusion import Counts, Shares, row_shares
from lossviz.core.tables import Table
from lossviz.core.training.networks import CLASSES
from lossviz.widgets.evaluation.evaluation_tables import matrix_table
from lossviz.widgets.evaluation.matrix_figures import figures_size, least_figures_font
from lossviz.widgets.evaluation.matrix_layout import MatrixLayout, matrix_layout
from lossviz.widgets.evaluation.matrix_painting import MatrixScene, paint_matrix
from lossviz.widgets.evaluation.matrix_words import MatrixWords
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.paint_target import shows_focus
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource

Cell = tuple[int, int]  # true digit, predicted digit

_USUAL_CELL_PX = 30
_STEPS: dict[int, Cell] = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Home: (0, -CLASSES),
    Qt.Key.Key_End: (0, CLASSES),
    Qt.Key.Key_PageUp: (-CLASSES, 0),
    Qt.Key.Key_PageDown: (CLASSES, 0),
}


class ConfusionMatrix(QWidget):
    """Rows are the true digits, columns the predicted ones. A click or the arrow keys choose a cell."""

    cell_chosen = Signal(object)  # (true, predicted), or None for none

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._words = MatrixWords(self)
        self._counts: Counts | None = None
        self._shares: Shares | None = None
        self._cell: Cell | None = None
        self._hovered: Cell | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Confusion matrix"))
        offer_export(self, self)
        self._describe()
        theme.theme_changed.connect(self._on_theme)

    def show_counts(self, counts: Counts | None) -> None:
        """counts: (10, 10), rows true digits; None: nothing has been measured."""
        if counts is not self._counts:
            self._counts = counts
            self._shares = None if counts is None else row_shares(counts)
            self._describe()
            self.update()

    def show_cell(self, cell: Cell | None) -> None:
        """Frame this one."""
        if cell != self._cell:
            self._cell = cell
            self._describe()
            self.update()

    def summary(self) -> str:
        """How many were read right and which mistake is most frequent, or the chosen cell."""
        return self._words.summary(self._counts, self._cell)

    def table(self) -> Table:
        """All cells."""
        return matrix_table(self._counts)

    @property
    def layout_now(self) -> MatrixLayout:
        """Where the cells lie."""
        font = self._font()
        return matrix_layout(self.width(), self.height(), QFontMetricsF(font).height(), figures_size(font).width())

    @property
    def foot(self) -> str:
        """The sentence below the matrix: of the cell under the mouse, else of the chosen one; empty for neither."""
        cell = self._hovered or self._cell
        return "" if cell is None or self._counts is None else self._words.sentence(self._counts, *cell)

    def sizeHint(self) -> QSize:
        """Cells in which four figures have room."""
        return self._size_for(QSize(_USUAL_CELL_PX, _USUAL_CELL_PX))

    def minimumSizeHint(self) -> QSize:
        """Cells that hold four figures in the least type."""
        return self._size_for(figures_size(least_figures_font(self._font(), self._theme.theme)).toSize())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw heads, cells and the line below."""
        scene = MatrixScene(
            counts=self._counts,
            shares=self._shares,
            cell=self._cell,
            hovered=self._hovered,
            foot=self.foot,
            layout=self.layout_now,
            theme=self._theme.theme,
            has_focus=shows_focus(self),
        )
        with QPainter(self) as painter:
            painter.setFont(self._font())
            paint_matrix(painter, self.rect(), scene, self._words)
            paint_focus(painter, self, self._theme.theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell; the chosen one is let go."""
        cell = self._cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.cell_chosen.emit(None if cell == self._cell else cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the mouse."""
        self._hover(self._cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is."""
        super().leaveEvent(event)
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End and the page keys go from cell to cell; Escape lets it go."""
        step = _STEPS.get(event.key())
        if self._counts is None or (step is None and not self._lets_go(event)):
            super().keyPressEvent(event)
        elif step is None:
            self.cell_chosen.emit(None)
        elif self._cell is None:
            self.cell_chosen.emit(_most_frequent_mistake(self._counts))
        else:
            true, predicted = (min(max(now + by, 0), CLASSES - 1) for now, by in zip(self._cell, step, strict=True))
            self.cell_chosen.emit((true, predicted))

    def _lets_go(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self._cell is not None

    def _cell_at(self, position: QPointF) -> Cell | None:
        return None if self._counts is None else self.layout_now.cell_at(position)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.setCursor(Qt.CursorShape.ArrowCursor if cell is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.summary())

    def _font(self) -> QFont:
        return small_font(self.font(), self._theme.theme)

    def _size_for(self, cell: QSize) -> QSize:
        heads = round(3 * QFontMetricsF(self._font()).height()) + 14
        return QSize(heads + CLASSES * cell.width(), heads + CLASSES * cell.height())

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()


def _most_frequent_mistake(counts: Counts) -> Cell:
    mistakes = np.where(np.eye(CLASSES, dtype=bool), -1, counts)
    true, predicted = divmod(int(mistakes.argmax()), CLASSES)
    return true, predicted
