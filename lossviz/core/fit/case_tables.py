"""Tables as text files: bytes to text, text to rows of cells, each row with the line where it ends."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lossviz.core.fit import case_file_errors as errors
from lossviz.core.regular_files import require_regular_file

MOST_ROWS = 100_000
_MOST_BYTES = 64_000_000
_HEADER_LENGTH = 10_000
_LINE_END = re.compile(r"[\r\n]")
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True)
class Table:
    """header: the columns' names. rows: cells, as many as there are names. lines: where in the file each row ends."""

    header: list[str]
    header_line: int
    rows: list[list[str]]
    lines: list[int]
    separator: str


def read_table(path: Path) -> Table:
    """The rows of a file that have anything in them, the first of which is the header; spaces around cells are gone.

    The header decides on the separator: semicolons if it has any, else tabs, else commas. Empty columns at its right
    end do not count.
    Raises: LossvizError if it is no readable text, has no case, no second column, more than MOST_ROWS cases, or a row
    that is longer or shorter than the header.
    """
    text = _decoded(_content(path), path)
    separator = _separator(text)
    numbered = _rows(text, separator, path)
    header_line, header = next(numbered, (0, []))
    header = _without_empty_end(header)
    if not header:
        raise errors.empty(path)
    if len(header) == 1:
        raise errors.one_column(path, header_line)
    table = Table(header, header_line, [], [], separator)
    for line, cells in numbered:
        table.rows.append(_fitted(cells, len(header), line, path))
        table.lines.append(line)
        if len(table.rows) > MOST_ROWS:
            raise errors.too_large(path, MOST_ROWS, _MOST_BYTES)
    if not table.rows:
        raise errors.only_a_header(path)
    return table


def _content(path: Path) -> bytes:
    try:
        require_regular_file(path)
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise errors.missing(path) from error
    except OSError as error:
        raise errors.unreadable(path, error) from error
    if len(content) > _MOST_BYTES:
        raise errors.too_large(path, MOST_ROWS, _MOST_BYTES)
    return content


def _decoded(content: bytes, path: Path) -> str:
    """UTF-16 only with its mark; otherwise UTF-8, and what is not UTF-8 as GBK in its widest form, GB 18030."""
    is_utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if is_utf16 else ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise errors.not_text(path)


def _separator(text: str) -> str:
    header = _LINE_END.split(_QUOTED.sub("", text.lstrip("\r\n ")[:_HEADER_LENGTH]), maxsplit=1)[0]
    return next((separator for separator in ";\t" if separator in header), ",")


def _rows(text: str, separator: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True, strict=True)
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise errors.broken_quotes(path, reader.line_num) from error


def _without_empty_end(cells: list[str]) -> list[str]:
    return cells[: max((place for place, cell in enumerate(cells, start=1) if cell), default=0)]


def _fitted(cells: list[str], columns: int, line: int, path: Path) -> list[str]:
    if len(cells) > columns and not any(cells[columns:]):
        cells = cells[:columns]
    if len(cells) != columns:
        raise errors.wrong_width(path, line, len(cells), columns)
    return cells
