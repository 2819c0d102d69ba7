"""parse_strict: what json reads, less what could mean two things or never ends."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.sessions.strict_json import MOST_DEPTH, NoStrictJson, parse_strict

_PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(_PLAIN)
def test_what_python_writes_is_read_as_it_was(value: object) -> None:
    assert parse_strict(json.dumps(value)) == value


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ('{\n"a": 1,\n}', 3, "Expecting property name enclosed in double quotes"),
        ('{"a": 1\n"b": 2}', 2, "Expecting ',' delimiter"),
        ('{"a": "no end', 1, "Unterminated string starting at"),
        ('["NaN",\n NaN]', 2, "NaN"),
        ("[\n\n-Infinity]", 3, "-Infinity"),
        ('["1e999", 1.0,\n1e999]', 2, "1e999"),
        ("[1,\n" + "9" * 5000 + "]", 2, "9" * 40 + "…"),
    ],
)
def test_the_line_of_what_cannot_be_read_is_told(text: str, line: int, found: str) -> None:
    with pytest.raises(NoStrictJson) as caught:
        parse_strict(text)
    assert caught.value.values == {"line": line, "found": found}


def test_a_key_that_stands_twice_in_one_place_is_named() -> None:
    assert parse_strict('[{"a": 1}, {"a": 2}]') == [{"a": 1}, {"a": 2}]
    with pytest.raises(NoStrictJson) as caught:
        parse_strict('{"b": {"a": 1, "c": 3, "a": 1}}')
    assert caught.value.values == {"found": "a"}


def test_depth_is_counted_outside_of_strings_only() -> None:
    assert parse_strict(json.dumps("[" * 1000)) == "[" * 1000
    deepest = "[" * MOST_DEPTH + "]" * MOST_DEPTH
    assert parse_strict(deepest)
    with pytest.raises(NoStrictJson, match="nested deeper"):
        parse_strict(f"[{deepest}]")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 3_000_000,
        '{"a":' * 1_000_000,
        '"' + '\\"' * 2_000_000,
        '"' + "\\\\" * 2_000_000 + "\\",
        "[" + "[]," * 500_000,
        "{" + ",".join(f'"{number}":0' for number in range(200_000)) + ',"7":0}',
    ],
    ids=["brackets", "braces", "quotes", "backslashes", "siblings", "keys"],
)
def test_hostile_texts_are_refused_without_a_search_that_is_quadratic(text: str) -> None:
    with pytest.raises(NoStrictJson):
        parse_strict(text)
