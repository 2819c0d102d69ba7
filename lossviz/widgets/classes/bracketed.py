"""Rows of cells between the brackets of a matrix."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from lossviz.widgets.theme import ThemeSource

_ROW_PX = 24
_USUAL_PX = 13  # the type that it is right for
_ROW_GAP_PX = 2
_LIP_PX = 5  # how far a bracket reaches in
_AIR_PX = 4


class Bracketed(QWidget):
    """A grid of cells, all rows equally high, so that matrices side by side have their rows in line."""

    row_hovered = Signal(object)  # int, or None for none

    def __init__(self, theme: ThemeSource, *, has_brackets: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._has_brackets = has_brackets
        self._lit: int | None = None
        self._row_count = 0
        self.grid = QGridLayout(self)
        side = _LIP_PX + _AIR_PX if has_brackets else 0
        self.grid.setContentsMargins(side, _AIR_PX, side, _AIR_PX)
        self.grid.setHorizontalSpacing(_AIR_PX)
        self.grid.setVerticalSpacing(_ROW_GAP_PX)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def row_px(self) -> int:
        """The height of a row."""
        return round(_ROW_PX * max(self._theme.theme.sizes.font_px / _USUAL_PX, 1.0))

    @property
    def first_row_px(self) -> int:
        """The height of the first row with the room above it, and as much below."""
        return self.row_px + 2 * _AIR_PX

    def place(self, row: int, column: int, cell: QWidget) -> None:
        """Put a cell into the grid."""
        self._row_count = max(self._row_count, row + 1)
        cell.setFixedHeight(self.row_px)
        cell.setMouseTracking(True)
        self.grid.addWidget(cell, row, column)

    def clear(self) -> None:
        """Take all cells away."""
        self._row_count = 0
        while (item := self.grid.takeAt(0)) is not None:
            if (cell := item.widget()) is not None:
                cell.hide()
                cell.deleteLater()

    def light_row(self, row: int | None) -> None:
        """Show which row is pointed at."""
        if row != self._lit:
            self._lit = row
            self.update()

    def row_rect(self, row: int) -> QRectF:
        """Where a row lies in this widget."""
        return QRectF(0, _AIR_PX + row * (self.row_px + _ROW_GAP_PX), self.width(), self.row_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the brackets."""
        theme = self._theme.theme
        with QPainter(self) as painter:
            if self._lit is not None and self._lit < self._row_count:
                painter.fillRect(self.row_rect(self._lit), QColor(theme.colours.selection))
            if not self._has_brackets:
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.colours.text), 1.5 * theme.sizes.line_thin_px))
            for edge, lip in ((1.0, _LIP_PX), (self.width() - 1.0, -_LIP_PX)):
                top, bottom = 1.0, self.height() - 1.0
                painter.drawPolyline(
                    [
                        *(QPointF(edge + lip, top), QPointF(edge, top)),
                        *(QPointF(edge, bottom), QPointF(edge + lip, bottom)),
                    ]
                )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the row under the mouse."""
        row = int((event.position().y() - _AIR_PX) // (self.row_px + _ROW_GAP_PX))
        self.row_hovered.emit(row if 0 <= row < self._row_count else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that there is none."""
        super().leaveEvent(event)
        self.row_hovered.emit(None)

    def _on_theme_changed(self) -> None:
        for place in range(self.grid.count()):
            item = self.grid.itemAt(place)
            if item is not None and (cell := item.widget()) is not None:
                cell.setFixedHeight(self.row_px)
        self.update()
