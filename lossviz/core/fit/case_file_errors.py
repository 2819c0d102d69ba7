"""What people are told about tables of cases that cannot be read or written."""

from pathlib import Path

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.system_reasons import system_reason


def unusable(path: Path, why: str, remedy: str, **values: object) -> LossvizError:
    """The error for a file that gives no cases. why, remedy: marked templates that `values` fill."""
    what = QT_TRANSLATE_NOOP("errors", "{file} could not be opened as a table of cases.")
    return LossvizError(what, why, remedy, file=path, **values)


def missing(path: Path) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP("errors", "There is no file of this name there."),
        QT_TRANSLATE_NOOP("errors", "Please check the folder, or choose another file."),
    )


def unreadable(path: Path, error: OSError) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Please check that the file is there and that you may read it."),
        reason=system_reason(error),
    )


def unwritable(path: Path, error: OSError) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The cases could not be saved to {file}."),
        QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed there. Choose another folder or free some space."),
        file=path,
        reason=system_reason(error),
    )


def not_text(path: Path) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP("errors", "It is not text in UTF-8, in UTF-16 with a byte order mark, or in GBK."),
        QT_TRANSLATE_NOOP("errors", "In your spreadsheet, please save the table as “CSV UTF-8” and open that file."),
    )


def too_large(path: Path, most_rows: int, most_bytes: int) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP("errors", "It holds more than {limit} cases, or more than {megabytes} MB."),
        QT_TRANSLATE_NOOP(
            "errors", "Please keep at most {limit} rows, a random sample for example, and open it again."
        ),
        limit=f"{most_rows:,}",
        megabytes=most_bytes // 1_000_000,
    )


def broken_quotes(path: Path, line: int) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP(
            "errors",
            "Near line {line}, a text in quotation marks does not end where its cell ends, or a cell has no end.",
        ),
        QT_TRANSLATE_NOOP("errors", "Please write a quotation mark inside such a text twice, or leave it out."),
        line=line,
    )


def empty(path: Path) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP("errors", "It is empty."),
        QT_TRANSLATE_NOOP(
            "errors",
            "The first line names the columns, as in “tumour size (cm),class”; each further line is one case, "
            "as in “2.5,benign”.",
        ),
    )


def only_a_header(path: Path) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP("errors", "It has one line, which names the columns, and no cases."),
        QT_TRANSLATE_NOOP("errors", "Please add a line for each case, as in “2.5,benign”."),
    )


def one_column(path: Path, line: int) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP("errors", "Line {line} has a single column, where a number and a class are expected."),
        QT_TRANSLATE_NOOP("errors", "Please separate the columns with commas, semicolons or tabs."),
        line=line,
    )


def no_header(path: Path, line: int, cell: str) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP("errors", "Line {line} should name the columns, but it has “{cell}” for a name."),
        QT_TRANSLATE_NOOP("errors", "Please put a line such as “tumour size (cm),class” above the cases."),
        line=line,
        cell=shortened(cell),
    )


def wrong_width(path: Path, line: int, cells: int, columns: int) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP("errors", "Line {line} has {cells} cells, but the first line names {columns} columns."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Please complete or remove that line. Numbers with a decimal comma need semicolons or tabs between the "
            "columns.",
        ),
        line=line,
        cells=cells,
        columns=columns,
    )


def no_number(path: Path, line: int, cell: str, column: str) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP("errors", "Line {line} has “{cell}” in the column “{column}”, where a number is expected."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Please correct or remove that line. Sizes are taken from the first column with numbers, classes from the "
            "last column.",
        ),
        line=line,
        cell=shortened(cell),
        column=shortened(column),
    )


def not_finite(path: Path, line: int, cell: str, column: str) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP(
            "errors", "Line {line} has “{cell}” in the column “{column}”: no number, or none that can be drawn."
        ),
        QT_TRANSLATE_NOOP("errors", "Please remove that line, or write its size as a number below 1e100."),
        line=line,
        cell=shortened(cell),
        column=shortened(column),
    )


def no_class(path: Path, line: int, column: str) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP("errors", "Line {line} has nothing in the last column, “{column}”, which tells the class."),
        QT_TRANSLATE_NOOP("errors", "Please complete or remove that line."),
        line=line,
        column=shortened(column),
    )


def third_class(path: Path, line: int, classes: tuple[str, str, str], column: str) -> LossvizError:
    first, second, third = map(shortened, classes)
    return unusable(
        path,
        QT_TRANSLATE_NOOP(
            "errors",
            "The last column, “{column}”, tells the class, and line {line} brings a third one: “{third}” besides "
            "“{first}” and “{second}”.",
        ),
        QT_TRANSLATE_NOOP(
            "errors", "Please keep two classes, spelled alike throughout, and put them in the last column."
        ),
        line=line,
        first=first,
        second=second,
        third=third,
        column=shortened(column),
    )


def one_case(path: Path) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP("errors", "It holds a single case, through which any curve can be drawn."),
        QT_TRANSLATE_NOOP("errors", "Please add cases until there are some of both classes."),
    )


def one_class(path: Path, name: str) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP("errors", "All its cases are of the class “{name}”, so there is nothing to tell apart."),
        QT_TRANSLATE_NOOP("errors", "Please add cases of the other class. Classes are taken from the last column."),
        name=shortened(name),
    )


def all_equal(path: Path, column: str) -> LossvizError:
    return unusable(
        path,
        QT_TRANSLATE_NOOP(
            "errors",
            "All numbers in the column “{column}” are equal, to nine digits, so they tell nothing about the class.",
        ),
        QT_TRANSLATE_NOOP("errors", "Please add cases with other numbers, or put another column first."),
        column=shortened(column),
    )


def shortened(text: str) -> str:
    """At most 40 characters of it, for a message."""
    return text if len(text) <= 40 else f"{text[:39]}…"
