"""Which digits were taken for which: the confusion matrix, how well each digit is known, and the images of a cell."""

import math
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from lossviz.core.evaluation.confusion import ClassScores
from lossviz.core.evaluation.facts import EvaluationFacts
from lossviz.core.per_cents import per_cent
from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.evaluation_status import evaluation_status, status_signals
from lossviz.stores.evaluation_store import Cell, EvaluationStore, Predictions
from lossviz.widgets.classes.number_table import NumberTable, TableColumn, TableRow
from lossviz.widgets.controls import named
from lossviz.widgets.evaluation.confusion_matrix import ConfusionMatrix
from lossviz.widgets.evaluation.evaluation_bar import EvaluationBar
from lossviz.widgets.evaluation.evaluation_panel import EvaluationPanel
from lossviz.widgets.evaluation.image_grid import ImageGrid
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import by_type

Arrangement = Literal["wide", "stacked", "beside"]

_FIRST_COST = slice(1, 2)  # of the lines of a caption
_NO_LIMIT_PX = (1 << 24) - 1  # a widget's own largest width
_WIDE_PX, _HIGH_PX = 720, 470  # from these sizes on all three stand in two columns
_PLACES: dict[Arrangement, tuple[tuple[int, int, int, int], ...]] = {  # row, column, rows, columns of each widget
    "wide": ((0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)),
    "stacked": ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)),
    "beside": ((0, 0, 1, 1), (0, 1, 1, 1), (0, 1, 1, 1)),
}
_STRETCHES: dict[Arrangement, tuple[tuple[int, int], tuple[int, int]]] = {  # of the rows, of the columns
    "wide": ((0, 1), (3, 2)),
    "stacked": ((1, 0), (0, 1)),
    "beside": ((1, 0), (1, 0)),
}


class MnistConfusionPanel(EvaluationPanel):
    """A click on a cell shows its images, a click on an image sends it off."""

    def __init__(
        self,
        clock: FrameClock,
        theme: ThemeSource,
        evaluations: EvaluationStore,
        data: DataStore,
        classifiers: ClassifierStore,
    ) -> None:
        super().__init__(clock)
        self._evaluations, self._data, self._classifiers = evaluations, data, classifiers
        self._shown: tuple[Predictions | None, Cell | None] | None = None
        self._arrangement: Arrangement | None = None
        self._build(theme)
        self._arrange()
        self._listen()

    def redraw(self) -> None:
        """Show the part's last evaluation and the chosen cell."""
        store = self._evaluations
        self._bar.show_status(evaluation_status(store, self._data, self._classifiers))
        now = store.predictions, store.cell
        if self._shown is not None and all(a is b or a == b for a, b in zip(now, self._shown, strict=True)):
            return
        is_new_cell = self._shown is None or store.cell != self._shown[1]
        self._shown = now
        facts = store.predictions.facts if store.predictions else None
        self._matrix.show_counts(facts.counts if facts else None)
        self._matrix.show_cell(store.cell)
        self._table.show_rows(self._rows(facts.scores) if facts else (), store.cell[0] if store.cell else None)
        self._show_cell(facts, store.cell)
        if is_new_cell:
            self._grid.scroll_to_top()
        self._arrange()
        self._show_sides()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the three parts as the room allows."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Of the widest part, and of the matrix or the table in height: the rest can be scrolled to."""
        matrix, table = self._matrix.minimumSizeHint(), self._table.minimumSizeHint()
        bar, edge = self._bar.minimumSizeHint(), self._area.verticalScrollBar().sizeHint().width()
        width = max(bar.width(), max(matrix.width(), table.width()) + edge)
        return QSize(width, bar.height() + max(matrix.height(), table.height()) + self._spacing)

    def _build(self, theme: ThemeSource) -> None:
        self._spacing = theme.theme.sizes.gap_px
        self._matrix = named(ConfusionMatrix(theme), "mnist.confusion", self.tr("Confusion matrix"))
        self._table = named(NumberTable(theme, self._columns()), "mnist.class_scores", self.tr("Scores of each digit"))
        self._table.setToolTip(
            self.tr(
                "Precision: of what was read as this digit, the share that is. Recall: of this digit, the share that "
                "was read as it. F1: their harmonic mean. 0/0: nothing to count. Mean: of the digits that have one."
            )
        )
        grid = named(ImageGrid(theme), "mnist.cell_images", self.tr("Images of the cell"))
        self.hold(EvaluationBar("mnist.confusion"), grid)
        self._build_area()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(self._spacing)
        column.addWidget(self._bar)
        column.addWidget(self._area, 1)

    def _build_area(self) -> None:
        content = QWidget()
        self._places = QGridLayout(content)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(self._spacing)
        self._area = named(QScrollArea(), "mnist.confusion_area", self.tr("Matrix, scores and images"))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)

    def _listen(self) -> None:
        evaluations = self._evaluations
        self._bar.part_chosen.connect(evaluations.set_part)
        self._matrix.cell_chosen.connect(evaluations.choose_cell)
        for signal in (*status_signals(evaluations, self._data, self._classifiers), evaluations.cell_changed):
            signal.connect(self.mark_dirty)

    def _columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(self.tr("digit"), self.tr("mean"), is_left=True),
            TableColumn(self.tr("precision"), per_cent(1.0)),
            TableColumn(self.tr("recall"), per_cent(1.0)),
            TableColumn(self.tr("F1"), per_cent(1.0)),
        )

    def _rows(self, scores: ClassScores) -> tuple[TableRow, ...]:
        columns = (scores.precision, scores.recall, scores.f1)
        rows = [
            TableRow((str(digit), *(_share(float(column[digit])) for column in columns)))
            for digit in range(len(scores.images))
        ]
        return (*rows, TableRow((self.tr("mean"), *map(_share, scores.macro()))))

    def _show_cell(self, facts: EvaluationFacts | None, cell: Cell | None) -> None:
        if facts is None or cell is None:
            self._grid.clear(self.tr("Choose a cell to see its images, the most expensive first."))
            return
        self.show_images(facts, facts.of_cell(*cell), self.tr("No image is in this cell."), _FIRST_COST)

    def _arrange(self) -> None:
        arrangement = self._fitting_arrangement()
        least_px = self._table.minimumSizeHint().width()
        self._table.setMaximumWidth(_NO_LIMIT_PX if arrangement == "wide" else least_px)
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        for widget, place in zip((self._matrix, self._table, self._grid), _PLACES[arrangement], strict=True):
            self._places.removeWidget(widget)
            self._places.addWidget(widget, *place)
        self._places.setAlignment(self._table, Qt.AlignmentFlag.AlignTop)
        rows, columns = _STRETCHES[arrangement]
        for index in range(2):
            self._places.setRowStretch(index, rows[index])
            self._places.setColumnStretch(index, columns[index])
        self._show_sides()

    def _fitting_arrangement(self) -> Arrangement:
        """Side by side only where the matrix's figures have room beside the table; what is too high is scrolled."""
        if self.height() >= by_type(self, _HIGH_PX) and self.width() >= by_type(self, _WIDE_PX):
            return "wide"
        matrix, table = self._matrix.minimumSizeHint(), self._table.minimumSizeHint()
        bar_px = self._bar.heightForWidth(self.width()) if self._bar.hasHeightForWidth() else self._bar.height()
        room_px = self.height() - bar_px - self._spacing
        is_low = room_px < matrix.height() + self._spacing + table.height()
        has_width = self.width() >= matrix.width() + self._spacing + table.width()
        if not (is_low and has_width):
            return "stacked"
        has_height = room_px >= table.height() + self._spacing + self._grid.minimumSizeHint().height()
        return "wide" if has_height else "beside"

    def _show_sides(self) -> None:
        """Where there is room for one of them only: the images of a chosen cell, else the table."""
        has_cell = self._evaluations.cell is not None
        self._table.setVisible(self._arrangement != "beside" or not has_cell)
        self._grid.setVisible(self._arrangement != "beside" or has_cell)


def _share(share: float) -> str:
    return "0/0" if math.isnan(share) else per_cent(share)
