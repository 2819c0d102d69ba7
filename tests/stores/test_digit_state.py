"""The state of the canvas: strokes as vectors or a picture, the pen, the ink style."""

import base64
import tracemalloc
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from lossviz.core.ink.drawing_state import LONGEST_SIDE_PX
from lossviz.stores.digit_store import PEN_WIDTHS, DigitStore
from tests.support.state_checks import as_saved, assert_comes_back, assert_preparing_changes_nothing, assert_refused
from tests.support.tellings import Tellings

PLACES = st.tuples(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))
STROKES = st.lists(st.lists(PLACES, min_size=1, max_size=6), max_size=4)
PICTURES = arrays.arrays(np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 40)))


def drawn(strokes: list[list[tuple[float, float]]]) -> DigitStore:
    store = DigitStore()
    for first, *others in strokes:
        store.begin_stroke(*first)
        for place in others:
            store.extend_stroke(*place)
        store.finish_gesture()
    return store


@given(STROKES, st.floats(*PEN_WIDTHS), st.booleans())
def test_a_drawing_comes_back_to_the_last_bit(
    strokes: list[list[tuple[float, float]]], pen: float, is_raw: bool
) -> None:
    store, other = drawn(strokes), DigitStore()
    store.set_pen_width(pen)
    store.set_style("raw" if is_raw else "mnist")
    assert_comes_back(store, other)
    assert all(map(np.array_equal, other.drawing.strokes, store.drawing.strokes))
    np.testing.assert_equal(other.image_u8, store.image_u8)


@given(PICTURES, st.booleans())
def test_a_picture_comes_back_pixel_by_pixel(picture: NDArray[np.uint8], is_dark_on_light: bool) -> None:
    store, other = DigitStore(), drawn([[(0.1, 0.1)]])
    store.open_picture(picture)
    store.set_dark_on_light(is_dark_on_light)
    assert_comes_back(store, other)
    assert other.drawing.picture is not None
    np.testing.assert_array_equal(other.drawing.picture.grey_u8, picture)


def test_a_stroke_under_the_pen_belongs_to_the_state() -> None:
    store = DigitStore()
    store.begin_stroke(0.5, 0.5)
    first = as_saved(store)
    store.extend_stroke(0.6, 0.5)
    assert (first["strokes"], as_saved(store)["strokes"]) == (
        [{"points": [[0.5, 0.5]]}],
        [{"points": [[0.5, 0.5], [0.6, 0.5]]}],
    )


def test_the_pen_alone_leaves_the_drawing() -> None:
    store = drawn([[(0.2, 0.2), (0.4, 0.4)]])
    store.prepare({"pen": 0.1, "style": "raw"})()
    assert (store.pen_width, store.style, len(store.drawing.strokes)) == (0.1, "raw", 1)


def test_a_drawing_that_is_there_already_is_not_told() -> None:
    store = drawn([[(0.2, 0.2), (0.4, 0.4)]])
    told = Tellings(store.drawing_changed)
    store.prepare(as_saved(store))()
    assert told.count == 0
    assert_preparing_changes_nothing(store, {"strokes": []})
    assert store.drawing.is_empty


def test_each_change_of_the_drawing_is_told_as_it_is_then() -> None:
    store = drawn([[(0.25, 0.25), (0.25, 0.5)], [(0.75, 0.25)]])
    two_strokes = as_saved(store)
    store.open_picture(np.full((9, 9), 7, np.uint8))
    assert "picture" in as_saved(store)
    store.prepare(two_strokes)()
    assert as_saved(store) == two_strokes
    for y in (0.25, 0.3, 0.4, 0.5):
        store.erase_at(0.25, y)
    store.finish_gesture()
    assert as_saved(store)["strokes"] == [{"points": [[0.75, 0.25]]}]


def packed(size: int) -> str:
    return base64.b64encode(zlib.compress(bytes(size))).decode()


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"strokes": [[[0.5, 0.5]]]}, "digit.strokes"),
        ({"strokes": [{"points": [[0.5]]}]}, "digit.strokes[0].points"),
        ({"strokes": [{"points": [[0.5, 1e9]]}]}, "digit.strokes[0].points"),
        ({"strokes": [{"points": [[0.5, 0.5]], "width": 1}]}, "digit.strokes[0].width"),
        ({"strokes": [{"points": [[0, 0]]}], "picture": {"rows": 1, "columns": 1, "grey": packed(1)}}, "digit.strokes"),
        ({"picture": {"columns": 1, "grey": packed(1)}}, "digit.picture.rows"),
        ({"picture": {"rows": 10**9, "columns": 1, "grey": packed(1)}}, "digit.picture.rows"),
        ({"picture": {"rows": 2, "columns": 1, "grey": packed(1)}}, "digit.picture.grey"),
        ({"picture": {"rows": 2, "columns": 1, "grey": packed(3)}}, "digit.picture.grey"),
        ({"picture": {"rows": 1, "columns": 1, "grey": "é"}}, "digit.picture.grey"),
        ({"picture": {"rows": 1, "columns": 1, "grey": "AAAA"}}, "digit.picture.grey"),
        ({"picture": {"rows": 1, "columns": 1, "grey": "A"}}, "digit.picture.grey"),
        ({"picture": {"rows": 1, "columns": 1}}, "digit.picture.grey"),
        ({"pen": 0.5}, "digit.pen"),
        ({"style": "clean"}, "digit.style"),
        ({"ink": "raw"}, "digit.ink"),
    ],
)
def test_what_cannot_be_drawn_is_refused(state: dict[str, object], named: str) -> None:
    assert_refused(drawn([[(0.2, 0.2), (0.4, 0.4)]]), state, named)


def test_a_picture_that_would_unpack_to_far_more_than_it_says_is_refused_in_little_memory() -> None:
    bomb = {"rows": 28, "columns": 28, "grey": packed(200 << 20)}
    store = DigitStore()
    tracemalloc.start()
    assert_refused(store, {"picture": bomb}, "digit.picture.grey")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20 << 20


def test_the_largest_picture_can_be_opened_again() -> None:
    store, other = DigitStore(), DigitStore()
    store.open_picture(np.tile(np.arange(256, dtype=np.uint8), (16, LONGEST_SIDE_PX // 256)))
    assert_comes_back(store, other)
