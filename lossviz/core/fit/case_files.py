"""Cases as CSV files, as spreadsheets write and read them."""

import csv
import io
import math
import re
from pathlib import Path

import numpy as np

from lossviz.core.fit import case_file_errors as errors
from lossviz.core.fit.case_rules import are_too_small, is_size, tidied
from lossviz.core.fit.case_tables import Table, read_table
from lossviz.core.fit.cases import Cases, CaseWords, Column
from lossviz.core.whole_files import write_whole

_ROWS_LOOKED_AT = 100
# \uFF08 and \uFF09 are the brackets of Chinese keyboards.
_NAME_AND_UNIT = re.compile(r"(.+?)\s*(?:\(([^()]*)\)|\[([^\[\]]*)\]|\uFF08([^()\[\]\uFF08\uFF09]*)\uFF09)")
_NAMED_POSITIVE = re.compile(r"[^(]*\(1 = (.+)\)")
_YES = {"true", "yes", "y", "positive", "pos", "+", "malignant", "恶性", "阳性", "是", "有", "真"}
_NO = {"false", "no", "n", "negative", "neg", "-", "−", "benign", "良性", "阴性", "否", "无", "假"}


def read_cases(path: Path) -> Cases:
    """The cases in a table whose first line names the columns; at most case_tables.MOST_ROWS of them.

    The quantity is the first column that has a name and mostly numbers in its first 100 rows, its unit what the name
    has in brackets at its end; the class is the last column; others are ignored. Between semicolons or tabs, a comma
    in a number is a decimal comma.
    Of the two classes the positive one is that which the class column's name gives, as in "class (1 = malignant)";
    else the one that says yes in English or Chinese, or the other one of a no; else the greater number; else the later
    in alphabetical order.
    Raises: LossvizError, naming the line where there is one, if a number, a class or anything else is not as above, or
    if there are not two classes and two different sizes.
    """
    table = read_table(path)
    _check_names(table, path)
    place = _place_of_quantity(table)
    x = _sizes(table, place, path)
    names = [tidied(row[-1]) for row in table.rows]
    classes = _two_classes(names, table, path)
    if np.ptp(x) <= 1e-9 * np.abs(x).max() or are_too_small(x):
        raise errors.all_equal(path, table.header[place])
    positive = _positive(classes, table.header[-1])
    negative = next(name for name in classes if name != positive)
    quantity, unit = _name_and_unit(table.header[place])
    y = np.array([name == positive for name in names], dtype=np.float64)
    return Cases(x, y, CaseWords(quantity, unit, negative, positive))


def write_cases(path: Path, cases: Cases) -> None:
    """Write a table that `read_cases` turns into the same cases, to the last bit; UTF-8 with a mark, for spreadsheets.

    What was there stays until the new file is whole.
    Raises: LossvizError if the folder cannot be written or the disk is full.
    """
    words = cases.words
    text = io.StringIO(newline="")
    # All texts in quotation marks: in a bare one, a semicolon or tab would pass for the separator.
    table = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    table.writerow([_column_name(words), f"class (1 = {words.positive})"])
    names = [words.negative, words.positive]
    table.writerows((x, names[int(y)]) for x, y in zip(cases.x.tolist(), cases.y.tolist(), strict=True))
    try:
        write_whole(path, [text.getvalue().encode("utf-8-sig", "replace")])
    except OSError as error:
        raise errors.unwritable(path, error) from error


def _check_names(table: Table, path: Path) -> None:
    for name in table.header:
        if _number(name, table.separator) is not None:
            raise errors.no_header(path, table.header_line, name)


def _place_of_quantity(table: Table) -> int:
    sample = table.rows[:_ROWS_LOOKED_AT]
    for place, name in enumerate(table.header[:-1]):
        numbers = sum(_number(row[place], table.separator) is not None for row in sample)
        if name and 2 * numbers > len(sample):
            return place
    return next((place for place, name in enumerate(table.header[:-1]) if name), 0)


def _sizes(table: Table, place: int, path: Path) -> Column:
    sizes = np.empty(len(table.rows))
    for index, row in enumerate(table.rows):
        number = _number(row[place], table.separator)
        if number is None:
            raise errors.no_number(path, table.lines[index], row[place], table.header[place])
        if not is_size(number):
            raise errors.not_finite(path, table.lines[index], row[place], table.header[place])
        sizes[index] = number
    return sizes


def _number(cell: str, separator: str) -> float | None:
    if separator != "," and "." not in cell:
        cell = cell.replace(",", ".")
    try:
        return float(cell) if "_" not in cell else None
    except ValueError:
        return None


def _two_classes(names: list[str], table: Table, path: Path) -> tuple[str, str]:
    if "" in names:
        raise errors.no_class(path, table.lines[names.index("")], table.header[-1])
    classes = tuple(dict.fromkeys(names))
    if len(names) == 1:
        raise errors.one_case(path)
    if len(classes) == 1:
        raise errors.one_class(path, classes[0])
    if len(classes) > 2:
        line = table.lines[names.index(classes[2])]
        raise errors.third_class(path, line, (classes[0], classes[1], classes[2]), table.header[-1])
    return classes[0], classes[1]


def _positive(classes: tuple[str, str], column: str) -> str:
    named = _NAMED_POSITIVE.fullmatch(tidied(column))
    if named and named[1] in classes:
        return named[1]
    return max(classes, key=_rank)


def _rank(name: str) -> tuple[int, float, str]:
    """The greater of two is the positive class: yes above anything else, that above no."""
    folded = name.casefold()
    number = _number(name, ";")
    order = number if number is not None and math.isfinite(number) else -math.inf
    return (folded in _YES) - (folded in _NO), order, name


def _name_and_unit(name: str) -> tuple[str, str]:
    name = tidied(name)
    parts = _NAME_AND_UNIT.fullmatch(name)
    if not parts:
        return name, ""
    unit = next(unit for unit in parts.groups()[1:] if unit is not None)
    return parts[1], unit.strip()


def _column_name(words: CaseWords) -> str:
    """The name that `_name_and_unit` takes apart again: the brackets are empty where there would be none to find."""
    if not words.unit and _name_and_unit(words.quantity) == (words.quantity, ""):
        return words.quantity
    is_bracketed = "(" in words.unit or ")" in words.unit
    return f"{words.quantity} [{words.unit}]" if is_bracketed else f"{words.quantity} ({words.unit})"
