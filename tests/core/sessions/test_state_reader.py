"""StateReader: what is there and right is given, what is absent is None, everything else is refused by its name."""

import contextlib
import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.errors import LossvizError
from lossviz.core.sessions.state_reader import StateReader

Reading = Callable[[StateReader], object]

READINGS: dict[str, Reading] = {
    "number": lambda reader: reader.number("key", -1.0, 1.0),
    "whole": lambda reader: reader.whole("key", 0, 9),
    "choice": lambda reader: reader.choice("key", ("mse", "bce")),
    "flag": lambda reader: reader.flag("key"),
    "text": lambda reader: reader.text("key", 5),
    "numbers": lambda reader: reader.numbers("key", -1.0, 1.0, 1, 3),
    "wholes": lambda reader: reader.wholes("key", 0, 9, 1, 3),
    "choices": lambda reader: reader.choices("key", ("mse", "bce"), 3),
    "flags": lambda reader: reader.flags("key", 1, 3),
    "texts": lambda reader: reader.texts("key", 1, 3, 5),
    "rows": lambda reader: reader.rows("key", 2, -1.0, 1.0, 1, 3),
    "part": lambda reader: reader.part("key"),
    "parts": lambda reader: reader.parts("key", 1, 3),
}

WRONG: list[tuple[str, object]] = [
    *[("number", value) for value in (None, True, "0.5", 1.5, math.nan, math.inf, 10**400, [0.5])],
    *[("whole", value) for value in (None, True, 2.0, 10, -1, "2")],
    *[("choice", value) for value in (None, "hinge", 1, ["mse"])],
    *[("flag", value) for value in (None, 0, 1, "true")],
    *[("text", value) for value in (None, 5, "six677")],
    *[("numbers", value) for value in (None, 0.5, "0.5", [], [0.0] * 4, [0.5, True], [0.5, math.nan])],
    *[("wholes", value) for value in ([], [1, 2.0], [1] * 4)],
    *[("choices", value) for value in ("mse", ["mse", "hinge"], ["mse"] * 4)],
    *[("flags", value) for value in ([], [True, 1], [True] * 4)],
    *[("texts", value) for value in ("text", [], ["six677"], ["a"] * 4)],
    *[("rows", value) for value in ([], [[0.0]], [[0.0, 0.5, 1.0]], [[0.0, 2.0]], [0.0, 0.5], [[0.0, 0.0]] * 4)],
    ("part", None),
    ("part", "text"),
    ("parts", {}),
    ("parts", []),
    ("parts", [{}, 1]),
    ("parts", [{}] * 4),
]

RIGHT: list[tuple[str, object, object]] = [
    ("number", 1, 1.0),
    ("number", -0.25, -0.25),
    ("whole", 9, 9),
    ("choice", "mse", "mse"),
    ("flag", False, False),
    ("text", "five5", "five5"),
    ("numbers", [0, 0.5], (0.0, 0.5)),
    ("wholes", [0, 9], (0, 9)),
    ("choices", ["bce"], ("bce",)),
    ("choices", [], ()),
    ("flags", [True, False], (True, False)),
    ("texts", ["", "five5"], ("", "five5")),
    ("rows", [[0, 1], [0.5, -1.0]], ((0.0, 1.0), (0.5, -1.0))),
]


@pytest.mark.parametrize(("kind", "value", "read"), RIGHT)
def test_what_is_right_is_given(kind: str, value: object, read: object) -> None:
    reader = StateReader({"key": value}, "fit")
    assert READINGS[kind](reader) == read
    reader.finish()


@pytest.mark.parametrize("kind", READINGS)
def test_what_is_absent_is_none(kind: str) -> None:
    reader = StateReader({}, "fit")
    assert READINGS[kind](reader) is None
    assert "key" not in reader
    reader.finish()


@pytest.mark.parametrize(("kind", "value"), WRONG)
def test_what_cannot_be_is_refused_by_its_whole_name_and_with_what_is_expected(kind: str, value: object) -> None:
    with pytest.raises(LossvizError) as told:
        READINGS[kind](StateReader({"key": value}, "fit"))
    assert told.value.values["key"] == "fit.key"
    assert "“fit.key”" in str(told.value)
    assert "Expected " in str(told.value)
    assert "{" not in str(told.value).replace(repr(value), "")


@pytest.mark.parametrize("text", ["\ud800", "one\udcff", "a\0b"])
def test_a_text_that_no_file_can_hold_is_refused(text: str) -> None:
    reader = StateReader({"key": text, "list": ["fine", text]}, "fit")
    with pytest.raises(LossvizError, match="no file can hold") as told:
        reader.text("key")
    str(told.value).encode()
    with pytest.raises(LossvizError, match="no file can hold"):
        reader.texts("list")


def test_a_path_may_hold_what_stands_for_bytes_that_are_no_text() -> None:
    assert StateReader({"key": "/one\udcff"}, "session").file_name("key") == "/one\udcff"


@given(st.sampled_from(sorted(READINGS)), st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists))
def test_nothing_that_a_file_may_hold_makes_another_error(kind: str, value: object) -> None:
    with contextlib.suppress(LossvizError):
        READINGS[kind](StateReader({"key": value}, "fit"))


def test_a_wrong_value_of_any_length_is_told_in_a_few_words() -> None:
    with pytest.raises(LossvizError) as told:
        StateReader({"key": [["long"] * 100] * 100}, "fit").flag("key")
    assert len(str(told.value)) < 200


def test_a_name_that_nobody_reads_is_refused_and_the_known_ones_are_told() -> None:
    reader = StateReader({"w": 1.0, "weight": 2.0}, "fit")
    reader.number("w", -10.0, 10.0)
    reader.flag("law_shown")
    with pytest.raises(LossvizError, match=r"“fit\.weight”.*Known are law_shown, w\."):
        reader.finish()


def test_null_is_accepted_where_it_is_asked_for() -> None:
    reader = StateReader({"selected": None, "w": 1.0}, "fit")
    assert reader.is_null("selected")
    assert not reader.is_null("w")
    assert not reader.is_null("b")
    reader.finish()


def test_what_lies_deeper_is_named_with_its_place() -> None:
    reader = StateReader({"network": {"w": "x"}, "strokes": [{"width": 1.0}, {"width": "x"}]}, "digit")
    network, strokes = reader.part("network"), reader.parts("strokes")
    assert network
    assert strokes
    assert strokes[0].number("width", 0.0, 2.0) == 1.0
    with pytest.raises(LossvizError, match=r"“digit\.strokes\[1\]\.width”"):
        strokes[1].number("width", 0.0, 2.0)
    with pytest.raises(LossvizError, match=r"“digit\.network\.w”"):
        network.number("w", 0.0, 2.0)


def test_a_store_refuses_a_value_of_the_right_kind_in_its_own_words() -> None:
    reader = StateReader({"selected": 7}, "fit")
    error = reader.refusal("selected", "There are {count} cases; it is {found}.", count=5)
    assert "There are 5 cases; it is 7." in str(error)
    assert error.values["key"] == "fit.selected"
