"""Tables as CSV text: numbers keep all digits and a point, whatever the language of the machine."""

import csv
import io
import locale
import math
from collections.abc import Iterator

import pytest

from lossviz.core.tables import Table, csv_text, tabbed_text, table_of


@pytest.fixture
def decimal_comma() -> Iterator[None]:
    """A language that writes 1,5, where the machine has one."""
    before = locale.setlocale(locale.LC_NUMERIC)
    for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "C"):
        try:
            locale.setlocale(locale.LC_NUMERIC, name)
            break
        except locale.Error:
            continue
    yield
    locale.setlocale(locale.LC_NUMERIC, before)


@pytest.mark.usefixtures("decimal_comma")
def test_numbers_have_a_point_and_come_back_exactly() -> None:
    numbers = (0.1 + 0.2, 1e-300, -math.pi, 12345678901234567.0)
    text = csv_text(table_of(("x",), [(number,) for number in numbers]))
    assert tuple(float(row[0]) for row in list(csv.reader(io.StringIO(text)))[1:]) == numbers


def test_each_kind_of_cell_is_written_as_programs_read_it() -> None:
    row = ("a, b", 3, 0.5, True, None, math.nan, -math.inf)
    text = csv_text(Table(("text", "whole", "number", "truth", "none", "nan", "inf"), (row,)))
    assert text == 'text,whole,number,truth,none,nan,inf\r\n"a, b",3,0.5,1,,nan,-inf\r\n'


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells under 1 heads"):
        table_of(("x",), [(1.0, 2.0)])


def test_with_tabs_a_spreadsheet_takes_it_apart_again() -> None:
    text = tabbed_text(Table(("name", "x"), (("a, b", 0.1 + 0.2), ("tab\there", None))))
    assert list(csv.reader(io.StringIO(text), "excel-tab")) == [
        ["name", "x"],
        ["a, b", repr(0.1 + 0.2)],
        ["tab\there", ""],
    ]
