"""Which digits were taken for which: the confusion matrix, how well each digit is known, and the images of a cell."""

import math
from functools import partial
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from lossviz.core.evaluation.confusion import ClassScores
from lossviz.core.evaluation.facts import EvaluationFacts
from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.evaluation_status import evaluation_status
from lossviz.stores.evaluation_store import Cell, EvaluationStore, Predictions
from lossviz.widgets.classes.number_table import NumberTable, TableColumn, TableRow
from lossviz.widgets.controls import named
from lossviz.widgets.evaluation.confusion_matrix import ConfusionMatrix
from lossviz.widgets.evaluation.cost_captions import CostCaptions
from lossviz.widgets.evaluation.evaluation_bar import EvaluationBar
from lossviz.widgets.evaluation.grid_picture import Caption, GridPicture
from lossviz.widgets.evaluation.image_grid import ImageGrid
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import by_type

Arrangement = Literal["wide", "stacked", "beside"]

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


class MnistConfusionPanel(Panel):
    """A click on a cell shows its images, a click on an image sends it off."""

    image_chosen = Signal(object, int)  # (28, 28) uint8, its label
    evaluate_pressed = Signal()
    cancel_pressed = Signal()

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
        self._captions = CostCaptions(self)
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
        self._show_images(facts, store.cell)
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
        self._bar = EvaluationBar("mnist.confusion")
        self._matrix = named(ConfusionMatrix(theme), "mnist.confusion", self.tr("Confusion matrix"))
        self._table = named(NumberTable(theme, self._columns()), "mnist.class_scores", self.tr("Scores of each digit"))
        self._table.setToolTip(
            self.tr(
                "Precision: of what was read as this digit, the share that is. Recall: of this digit, the share that "
                "was read as it. F1: their harmonic mean. 0/0: nothing to count. Mean: of the digits that have one."
            )
        )
        self._grid = named(ImageGrid(theme), "mnist.cell_images", self.tr("Images of the cell"))
        self._build_area()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
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
        evaluations, bar = self._evaluations, self._bar
        bar.part_chosen.connect(evaluations.set_part)
        bar.evaluate_pressed.connect(self.evaluate_pressed)
        bar.cancel_pressed.connect(self.cancel_pressed)
        self._matrix.cell_chosen.connect(evaluations.choose_cell)
        self._grid.image_chosen.connect(self._on_image_chosen)
        for signal in (
            *(evaluations.predictions_changed, evaluations.part_changed, evaluations.cell_changed),
            *(evaluations.progress_changed, evaluations.problem_changed),
            *(self._data.digits_changed, self._classifiers.classifier_changed),
        ):
            signal.connect(self.mark_dirty)

    def _columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(self.tr("digit"), self.tr("mean"), is_left=True),
            TableColumn(self.tr("precision"), "100.0%"),
            TableColumn(self.tr("recall"), "100.0%"),
            TableColumn(self.tr("F1"), "100.0%"),
        )

    def _rows(self, scores: ClassScores) -> tuple[TableRow, ...]:
        columns = (scores.precision, scores.recall, scores.f1)
        rows = [
            TableRow((str(digit), *(_share(float(column[digit])) for column in columns)))
            for digit in range(len(scores.images))
        ]
        return (*rows, TableRow((self.tr("mean"), *map(_share, scores.macro()))))

    def _show_images(self, facts: EvaluationFacts | None, cell: Cell | None) -> None:
        if facts is None or cell is None:
            self._grid.clear(self.tr("Choose a cell to see its images, the most expensive first."))
            return
        picture = GridPicture(
            images_u8=facts.labelled.images_u8,
            places=facts.of_cell(*cell),
            caption_of=partial(self._caption, facts),
            spoken_of=partial(self._captions.spoken, facts),
            samples=self._captions.samples(facts)[1:2],
        )
        self._grid.show_picture(picture, self.tr("No image is in this cell."))

    def _caption(self, facts: EvaluationFacts, place: int) -> Caption:
        return self._captions.costs(facts, place)[:1]

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

    @Slot(int)
    def _on_image_chosen(self, place: int) -> None:
        said = self._evaluations.predictions
        if said is not None:
            self.image_chosen.emit(said.labelled.images_u8[place], int(said.labelled.labels[place]))


def _share(share: float) -> str:
    return "0/0" if math.isnan(share) else f"{share:.1%}"
