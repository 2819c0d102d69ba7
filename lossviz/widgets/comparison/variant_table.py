"""The variants of a comparison as rows: their lines, what they choose, and how they fare."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from lossviz.core.training.variants import FEWEST, FIELDS, Difference, Variant
from lossviz.widgets.comparison.variant_row import VariantRow, VariantRowWidgets
from lossviz.widgets.controls import plain_label
from lossviz.widgets.number_boxes import LearningRateBox
from lossviz.widgets.theme import ThemeSource


class VariantTable(QWidget):
    """A row for each variant. prefix: of the object names of its controls."""

    choice_changed = Signal(int, object)  # row, the changed settings by name
    removed = Signal(int)  # row

    def __init__(self, theme: ThemeSource, prefix: str) -> None:
        super().__init__()
        self._theme = theme
        self._prefix = prefix
        self._shape: object = None
        self._rows: list[VariantRowWidgets] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._build_heads()

    def show_plan(
        self, difference: Difference, variants: Sequence[Variant], rows: Sequence[VariantRow], *, is_locked: bool
    ) -> None:
        """Show the variants of a plan, a row for each. is_locked: nothing can be chosen now."""
        if (difference, len(variants)) != self._shape:
            self._shape = (difference, len(variants))
            self._rebuild(difference, len(variants))
        for row, variant, shown in zip(self._rows, variants, rows, strict=True):
            row.show_row(variant, shown)
            row.lock(is_locked, can_remove=len(variants) > FEWEST and bool(FIELDS[difference]))

    def show_spread(self, *, is_shown: bool) -> None:
        """Show the range of the seeds, or not: of one there is none."""
        self._spread_head.setVisible(is_shown)
        for row in self._rows:
            row.show_spread(is_shown=is_shown)

    def _build_heads(self) -> None:
        heads = (self.tr("validation"), self.tr("test"), self.tr("range of seeds"))
        tips = (
            self.tr("Share of the validation digits read right at the last evaluation"),
            self.tr("Share of the test digits read right after the last step; the mean over all seeds"),
            self.tr("The worst and the best seed, on the test digits"),
        )
        for column, (text, tip) in enumerate(zip(heads, tips, strict=True), start=2):
            head = plain_label(text)
            head.setProperty("rank", "small")
            head.setToolTip(tip)
            self._grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
        self._spread_head = head

    def _rebuild(self, difference: Difference, count: int) -> None:
        for row in self._rows:
            for widget in row.widgets:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.setObjectName("")  # it lives until its own signal has been dealt with
                widget.deleteLater()
            row.deleteLater()
        self._rows = [self._new_row(difference, index) for index in range(count)]

    def _new_row(self, difference: Difference, index: int) -> VariantRowWidgets:
        row = VariantRowWidgets(self, self._theme, self._prefix, difference, index)
        for column, widget in enumerate(row.widgets):
            self._grid.addWidget(widget, index + 1, column)
        if isinstance(row.editor, QComboBox):
            row.editor.activated.connect(self._on_chosen)
        elif isinstance(row.editor, LearningRateBox):
            row.editor.valueChanged.connect(self._on_chosen)
        row.remove.clicked.connect(self._on_removed)
        return row

    def _on_chosen(self) -> None:
        index = next(place for place, row in enumerate(self._rows) if row.editor is self.sender())
        self.choice_changed.emit(index, self._rows[index].choice)

    def _on_removed(self) -> None:
        self.removed.emit(next(place for place, row in enumerate(self._rows) if row.remove is self.sender()))
