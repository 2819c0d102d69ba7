"""JSON that was perhaps written by hand or by somebody else: one meaning, bounded depth, finite numbers."""

import json
import math
import re
from collections import Counter
from typing import NoReturn

from lossviz.core.errors import QT_TRANSLATE_NOOP

MOST_DEPTH = 32
MOST_DIGITS = 40  # of a number; a float64 needs 17

# A string without an end goes to the end of the text: to look for it again behind each of its quotes never ends.
_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)'
_STRINGS_AND_BRACKETS = re.compile(_STRING + r"|[\[{]|[\]}]", re.DOTALL)


class NoStrictJson(Exception):
    """why: a template in the context "errors"; values: of its fields, which may be {line} and {found}."""

    def __init__(self, why: str, **values: object) -> None:
        super().__init__(why, values)
        self.why = why
        self.values = values


def parse_strict(text: str) -> object:
    """What `text` says.

    Raises: NoStrictJson, with the line or the key, if it is no JSON, is nested deeper than MOST_DEPTH, names a key
    twice, or holds a number that is not finite or longer than MOST_DIGITS.
    """
    _check_depth(text)
    try:
        return json.loads(
            text,
            object_pairs_hook=_with_distinct_keys,
            parse_constant=lambda found: _refuse_number(text, found),
            parse_float=lambda found: _finite(text, found),
            parse_int=lambda found: _short(text, found),
        )
    except json.JSONDecodeError as error:
        why = QT_TRANSLATE_NOOP("errors", "Line {line} is no JSON: {found}.")
        raise NoStrictJson(why, line=error.lineno, found=error.msg) from error


def _check_depth(text: str) -> None:
    depth = 0
    for match in _STRINGS_AND_BRACKETS.finditer(text):
        first = text[match.start()]
        depth += (first in "[{") - (first in "]}")
        if depth > MOST_DEPTH:
            why = QT_TRANSLATE_NOOP("errors", "Line {line} is nested deeper than any that lossviz writes.")
            raise NoStrictJson(why, line=_line_at(text, match.start()))


def _with_distinct_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = Counter(name for name, _ in pairs)
        twice = next(name for name, count in names.items() if count > 1)
        raise NoStrictJson(QT_TRANSLATE_NOOP("errors", "It names “{found}” twice in one place."), found=twice[:80])
    return members


def _finite(text: str, found: str) -> float:
    value = float(found) if len(found) <= MOST_DIGITS else math.inf
    return value if math.isfinite(value) else _refuse_number(text, found)


def _short(text: str, found: str) -> int:
    return int(found) if len(found) <= MOST_DIGITS else _refuse_number(text, found)


def _refuse_number(text: str, found: str) -> NoReturn:
    """The line is that of the first such number outside of strings."""
    matches = re.finditer(f"{_STRING}|{re.escape(found)}", text, re.DOTALL)
    start = next((match.start() for match in matches if match.group()[0] != '"'), 0)
    short = found if len(found) <= MOST_DIGITS else found[:MOST_DIGITS] + "…"
    why = QT_TRANSLATE_NOOP("errors", "Line {line} holds {found}, which is no number that lossviz could use.")
    raise NoStrictJson(why, line=_line_at(text, start), found=short)


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
