"""Tables of plain values, as text that any program reads."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Cell = str | float | int | bool | None


@dataclass(frozen=True)
class Table:
    """heads: a name for each column, the same in every language. rows: as many cells each; None: there is no value.

    Raises: ValueError if a row has more or fewer cells than there are heads.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.heads):
                raise ValueError(f"{len(row)} cells under {len(self.heads)} heads: {row!r}")


def table_of(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Table:
    """A table of what is at hand as lists.

    Raises: ValueError if a row has more or fewer cells than there are heads.
    """
    return Table(tuple(heads), tuple(tuple(row) for row in rows))


def csv_text(table: Table) -> str:
    """With a line of heads. Numbers have a point and all their digits, whatever the language; what is not a number is
    nan, inf or -inf. Lines end as RFC 4180 wants it.
    """
    return _lines(table, "excel")


def tabbed_text(table: Table) -> str:
    """As `csv_text`, with tabs: what spreadsheets take apart when it is pasted."""
    return _lines(table, "excel-tab")


def _lines(table: Table, dialect: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, dialect)
    writer.writerow(table.heads)
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return text.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(int(cell))
    return repr(float(cell)) if isinstance(cell, float) else str(cell)
