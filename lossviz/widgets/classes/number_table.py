"""A small table of changing numbers, painted: sixty labels in a grid would be laid out anew with every change."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table, table_of
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.joints import listed, listed_phrases
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.key_steps import DOWN, stepped
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import Theme, ThemeSource

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class TableColumn:
    """sample: a text as wide as the widest that will stand here."""

    head: str
    sample: str
    is_left: bool = False


@dataclass(frozen=True)
class TableRow:
    """warned: which cells are shown as wrong."""

    cells: tuple[str, ...]
    warned: frozenset[int] = frozenset()


class NumberTable(QWidget):
    """Columns that hold still while their numbers change; a row lights up when it is pointed at."""

    row_hovered = Signal(object)  # int, or None for none

    def __init__(self, theme: ThemeSource, columns: Sequence[TableColumn]) -> None:
        super().__init__()
        self._theme = theme
        self._columns = tuple(columns)
        self._rows: tuple[TableRow, ...] = ()
        self._lit: int | None = None
        self._keyed: int | None = None  # the row that the keys have gone to
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Table"))
        offer_export(self, self)
        theme.theme_changed.connect(self._on_theme)

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[TableRow], lit: int | None = None) -> None:
        """Show these, one of them lit."""
        shown = tuple(rows)
        if (shown, lit) == (self._rows, self._lit):
            return
        has_other_height = len(shown) != len(self._rows)
        self._rows, self._lit = shown, lit
        if has_other_height:
            self.updateGeometry()
        self.setAccessibleDescription(self.summary())
        self.update()

    def summary(self) -> str:
        """Every row, each cell with its head."""
        heads = [column.head for column in self._columns]
        return listed_phrases(_spoken(heads, row) for row in self._rows) or self.tr("There are no rows yet.")

    def table(self) -> Table:
        """As it is written."""
        return table_of([column.head for column in self._columns], (row.cells for row in self._rows))

    def row_rect(self, row: int) -> QRectF:
        """Where a row lies in this widget."""
        return self._place(row, self._row_px())

    def sizeHint(self) -> QSize:
        """All rows, and the columns with some air."""
        least = self.minimumSizeHint()
        return QSize(round(1.3 * least.width()), least.height())

    def minimumSizeHint(self) -> QSize:
        """All rows, and the columns side by side."""
        gap = self._theme.theme.sizes.gap_px
        width = sum(self._widths()) + gap / 2 * len(self._columns)
        return QSize(math.ceil(width), math.ceil((len(self._rows) + 1) * self._row_px()) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the heads and the rows."""
        theme = self._theme.theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.colours.surface))
            fonts = self._font(), self._font(is_warned=True)
            painter.setFont(fonts[0])
            edges = self._edges()
            self._paint_heads(painter, theme, edges)
            height = self._row_px()
            for index, row in enumerate(self._rows):
                place = self._place(index, height)
                if index == self._lit:
                    painter.fillRect(place, QColor(theme.colours.selection))
                self._paint_row(painter, fonts, edges, place, row)
            paint_focus(painter, self, theme)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the row under the mouse."""
        self.row_hovered.emit(self._row_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that there is none."""
        super().leaveEvent(event)
        self.row_hovered.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down point at a row, Escape at none."""
        keyed = stepped(event.key(), self._keyed, len(self._rows), DOWN)
        if keyed is not None:
            self._keyed = keyed
            self.row_hovered.emit(keyed)
        elif event.key() == Qt.Key.Key_Escape and self._keyed is not None:
            self._forget_keyed()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at no row any more."""
        super().focusOutEvent(event)
        self._forget_keyed()

    def _forget_keyed(self) -> None:
        if self._keyed is not None:
            self._keyed = None
            self.row_hovered.emit(None)

    def _paint_heads(self, painter: QPainter, theme: Theme, edges: list[QRectF]) -> None:
        height = self._row_px()
        painter.setPen(QColor(theme.colours.text_muted))
        for column, edge in zip(self._columns, edges, strict=True):
            painter.drawText(QRectF(edge.left(), 0, edge.width(), height), _alignment(column), column.head)
        painter.setPen(QPen(QColor(theme.colours.border), theme.sizes.line_thin_px))
        painter.drawLine(QPointF(0, height), QPointF(self.width(), height))

    def _paint_row(
        self, painter: QPainter, fonts: tuple[QFont, QFont], edges: list[QRectF], place: QRectF, row: TableRow
    ) -> None:
        """fonts: for usual cells, and for those that warn."""
        colours, metrics = self._theme.theme.colours, QFontMetricsF(fonts[0])
        for number, (column, edge, text) in enumerate(zip(self._columns, edges, row.cells, strict=True)):
            is_warned = number in row.warned
            painter.setPen(QColor(colours.error_edge if is_warned else colours.text))
            painter.setFont(fonts[is_warned])
            cell = QRectF(edge.left(), place.top(), edge.width(), place.height())
            fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, edge.width())
            painter.drawText(cell, _alignment(column), fitting)

    def _edges(self) -> list[QRectF]:
        """Where each column stands; what is left of the width is shared evenly, but none is torn far apart."""
        widths, gap = self._widths(), self._theme.theme.sizes.gap_px
        spare = (self.width() - sum(widths)) / max(1, len(widths))
        air, left, edges = min(max(spare, gap / 2), 5.0 * gap), gap / 2, []
        for width in widths:
            edges.append(QRectF(left, 0, width, 0))
            left += width + air
        return edges

    def _widths(self) -> list[float]:
        metrics = QFontMetricsF(self._font())
        return [
            max(metrics.horizontalAdvance(text) for text in (column.head, column.sample)) + 1
            for column in self._columns
        ]

    def _place(self, row: int, height: float) -> QRectF:
        """Of a row, where each is so high; the heads stand above the first."""
        return QRectF(0, (row + 1) * height, self.width(), height)

    def _row_at(self, position: QPointF) -> int | None:
        row = int(position.y() // self._row_px()) - 1
        return row if 0 <= row < len(self._rows) else None

    def _row_px(self) -> float:
        return math.ceil(QFontMetricsF(self._font()).height()) + 2.0

    def _font(self, *, is_warned: bool = False) -> QFont:
        """What is wrong is underlined too: its colour alone says nothing to some."""
        font = small_font(self.font(), self._theme.theme)
        font.setUnderline(is_warned)
        return font

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()


def _alignment(column: TableColumn) -> Qt.AlignmentFlag:
    return _LEFT if column.is_left else _RIGHT


def _spoken(heads: Sequence[str], row: TableRow) -> str:
    return listed(f"{head} {cell}" for head, cell in zip(heads, row.cells, strict=True))
