"""Every draw as a row: its probability, the product so far, the sum of -ln P so far."""

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from lossviz.core.likelihood.running_product import RunningProduct
from lossviz.core.likelihood.small_numbers import power_text
from lossviz.core.tables import Table, table_of
from lossviz.widgets.exports.plot_access import offer_table
from lossviz.widgets.exports.table_words import rows_in_words
from lossviz.widgets.focus_ring import FocusRing
from lossviz.widgets.losses.tinted_selection import tint_selection
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource

AnyIndex = QModelIndex | QPersistentModelIndex

_ROW_SHARE_OF_FONT = 1.5
_COLUMN_SHARES = (0.23, 0.22, 0.33, 0.22)
_HEADS = ("draw", "outcome", "probability", "product", "minus_ln_probability_nat", "sum_of_minus_ln_probability_nat")


class DrawTableModel(QAbstractTableModel):
    """Rows are written only when they come into view: ten thousand cost what ten cost."""

    def __init__(self) -> None:
        super().__init__()
        self._product: RunningProduct | None = None
        self._outcomes: Callable[[int], str] = str
        self._columns: tuple[tuple[str, Callable[[RunningProduct, int], str]], ...] = (
            (self.tr("draw"), lambda product, row: f"{self._outcomes(row)} {row + 1}"),
            (self.tr("P"), lambda product, row: power_text(-float(product.losses[row]))),
            (self.tr("product"), lambda product, row: power_text(-float(product.sums[row]))),
            (self.tr("Σ −ln P"), lambda product, row: f"{product.sums[row]:.6g}".replace("inf", "∞")),
        )

    def show_draws(self, product: RunningProduct, outcomes: Callable[[int], str]) -> None:
        """Show these; outcomes: what the draw in a row gave."""
        self.beginResetModel()
        self._product, self._outcomes = product, outcomes
        self.endResetModel()

    def table(self) -> Table:
        """A row for each draw. -ln P: in nat."""
        product = self._product
        if product is None:
            return Table(_HEADS)
        columns = (product.probabilities, product.products, product.losses, product.sums)
        numbers = zip(*(column.tolist() for column in columns), strict=True)
        return table_of(_HEADS, ((row + 1, self._outcomes(row), *cells) for row, cells in enumerate(numbers)))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """As many as draws."""
        return 0 if self._product is None or (parent is not None and parent.isValid()) else len(self._product)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Outcome, probability, product, sum."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell."""
        if self._product is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._columns[index.column()][1](self._product, index.row()) if role == _TEXT else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a column holds."""
        return self._columns[section][0] if role == _TEXT and orientation == Qt.Orientation.Horizontal else None


class DrawTable(QTableView):
    """Scrolls to the last draw when there are more."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._model = DrawTableModel()
        self.setModel(self._model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        FocusRing(self)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.setAccessibleName(self.tr("Every draw with the product and the sum so far"))
        offer_table(self, self)
        theme.theme_changed.connect(self._follow_theme)
        self._follow_theme()

    def show_draws(self, product: RunningProduct, outcomes: Callable[[int], str]) -> None:
        """Show these; outcomes: what the draw in a row gave."""
        before = self._model.rowCount()
        place = self.verticalScrollBar().value()
        self._model.show_draws(product, outcomes)
        if len(product) != before:
            self.scrollToBottom()
        else:
            self.verticalScrollBar().setValue(place)

    def summary(self) -> str:
        """The first and the last draws."""
        return rows_in_words(self)

    def table(self) -> Table:
        """Every draw."""
        return self._model.table()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the width: powers of ten take the most."""
        super().resizeEvent(event)
        for column, share in enumerate(_COLUMN_SHARES):
            self.setColumnWidth(column, math.floor(share * self.viewport().width()))

    def _follow_theme(self) -> None:
        theme = self._theme.theme
        tint_selection(self, theme)
        for part in (self, self.horizontalHeader()):
            part.setFont(small_font(part.font(), theme))
        row_px = round(_ROW_SHARE_OF_FONT * theme.sizes.font_px)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_px)


_TEXT = Qt.ItemDataRole.DisplayRole
