"""What a table can be taken along as besides what every plot can: the rows that are selected, for a spreadsheet."""

from dataclasses import replace

from PySide6.QtWidgets import QAbstractItemView

from lossviz.core.tables import tabbed_text
from lossviz.widgets.exports.plot_export import PlotExport, clipboard


class TableExport(PlotExport):
    """The rows of its source's table are those of the view, in the same order."""

    @property
    def title(self) -> str:
        """The widget's name for people."""
        return self.widget.accessibleName() or self.tr("Table")

    @property
    def selected(self) -> tuple[int, ...]:
        """The places of the selected rows, ascending; empty where nothing can be selected."""
        view = self.widget
        if not isinstance(view, QAbstractItemView):
            return ()
        return tuple(sorted({index.row() for index in view.selectionModel().selectedIndexes()}))

    def copy_by_key(self) -> None:
        """Rows are what one wants of a table."""
        self.copy_rows()

    def copy_rows(self) -> None:
        """To the clipboard: the selected rows with their heads, or all if none is selected."""
        table, selected = self.numbers(), self.selected
        rows = tuple(table.rows[place] for place in selected if place < len(table.rows)) or table.rows
        clipboard().setText(tabbed_text(replace(table, rows=rows)))
        self.copied.emit("rows")
