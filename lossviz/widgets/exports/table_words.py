"""A table in words."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import QTableView, QTreeView

from lossviz.widgets.joints import listed, listed_phrases, titled

_MOST_ROWS = 12  # that are told one by one: as many as one listens to


def rows_in_words(view: QTableView | QTreeView) -> str:
    """Every row of the columns in sight, each cell with its head; of a long table the first and the last ones."""
    model = view.model()
    count = model.rowCount()
    left_out = max(0, count - _MOST_ROWS)
    told = [_row(view, model, row) for row in _told_rows(count, left_out)]
    if not any(told):
        return QCoreApplication.translate("TableExport", "There are no rows yet.")
    if left_out:
        more = QCoreApplication.translate("TableExport", "{count} more rows")
        told.insert(_MOST_ROWS // 2, more.format(count=f"{left_out:,}"))
    return listed_phrases(told)


def _told_rows(count: int, left_out: int) -> Iterator[int]:
    first = _MOST_ROWS // 2 if left_out else count
    yield from range(first)
    yield from range(first + left_out, count)


def _row(view: QTableView | QTreeView, model: QAbstractItemModel, row: int) -> str:
    columns = [column for column in range(model.columnCount()) if not view.isColumnHidden(column)]
    return listed(_cell(model, row, column) for column in columns)


def _cell(model: QAbstractItemModel, row: int, column: int) -> str:
    """Empty if there is no text in it."""
    text = str(model.index(row, column, QModelIndex()).data() or "")
    head = str(model.headerData(column, Qt.Orientation.Horizontal) or "").replace("\n", " ")
    return titled(head, text) if head and text else text
