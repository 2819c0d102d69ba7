"""DigitStore: the pen, the eraser, the picture, and undo of each."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from lossviz.core.ink.strokes import render_mnist_style, render_raw
from lossviz.stores.digit_store import ERASER_RADIUS, PEN_WIDTHS, DigitStore
from tests.support.tellings import Tellings

LINE = [(0.3, 0.2), (0.5, 0.5), (0.7, 0.8)]


def draw(store: DigitStore, points: list[tuple[float, float]]) -> None:
    store.begin_stroke(*points[0])
    for point in points[1:]:
        store.extend_stroke(*point)
    store.finish_gesture()


def strokes_of(store: DigitStore) -> list[list[tuple[float, float]]]:
    return [[(round(float(x), 4), round(float(y), 4)) for x, y in stroke] for stroke in store.drawing.strokes]


def image_of(store: DigitStore) -> NDArray[np.uint8]:
    assert store.image_u8 is not None
    return store.image_u8


def dark_square_on_white() -> NDArray[np.uint8]:
    picture = np.full((40, 40), 255, np.uint8)
    picture[10:30, 15:25] = 0
    return picture


@pytest.fixture
def store() -> DigitStore:
    return DigitStore()


def test_a_fresh_sheet_has_no_ink_no_image_and_nothing_to_undo(store: DigitStore) -> None:
    assert store.drawing.is_empty
    assert store.image_u8 is None
    assert not store.can_undo


def test_the_stroke_under_the_pen_is_seen_point_by_point(store: DigitStore) -> None:
    told = Tellings(store.drawing_changed)
    store.begin_stroke(*LINE[0])
    assert strokes_of(store) == [LINE[:1]]
    store.extend_stroke(*LINE[1])
    assert strokes_of(store) == [LINE[:2]]
    assert told.count == 2


def test_the_pen_off_the_canvas_draws_nothing(store: DigitStore) -> None:
    told = Tellings(store.drawing_changed)
    store.extend_stroke(0.5, 0.5)
    assert store.drawing.is_empty
    assert told.count == 0


def test_a_stroke_can_be_taken_back_as_soon_as_it_is_seen(store: DigitStore) -> None:
    store.begin_stroke(*LINE[0])
    assert store.can_undo
    store.undo()
    assert store.drawing.is_empty
    assert not store.can_undo


def test_undo_while_the_pen_is_down_takes_the_stroke_and_the_pen_draws_on_nowhere(store: DigitStore) -> None:
    draw(store, LINE)
    store.begin_stroke(0.1, 0.1)
    store.undo()
    store.extend_stroke(0.2, 0.2)
    store.finish_gesture()
    assert strokes_of(store) == [LINE]


def test_undo_takes_back_strokes_one_by_one_and_then_nothing(store: DigitStore) -> None:
    draw(store, LINE)
    draw(store, [(0.1, 0.1), (0.2, 0.2)])
    store.undo()
    assert strokes_of(store) == [LINE]
    store.undo()
    told = Tellings(store.drawing_changed)
    store.undo()
    assert store.drawing.is_empty
    assert told.count == 0


def test_clear_empties_the_sheet_and_undo_brings_the_drawing_back(store: DigitStore) -> None:
    draw(store, LINE)
    store.clear()
    assert store.drawing.is_empty
    assert store.image_u8 is None
    store.undo()
    assert strokes_of(store) == [LINE]


def test_clearing_an_empty_sheet_is_no_step(store: DigitStore) -> None:
    told = Tellings(store.drawing_changed)
    store.clear()
    assert (told.count, store.can_undo) == (0, False)


def test_a_whole_drag_of_the_eraser_is_undone_as_one(store: DigitStore) -> None:
    draw(store, LINE)
    for x, y in LINE:
        store.erase_at(x, y)
    store.finish_gesture()
    assert strokes_of(store) != [LINE]
    store.undo()
    assert strokes_of(store) == [LINE]


def test_two_drags_of_the_eraser_are_two_steps(store: DigitStore) -> None:
    draw(store, LINE)
    store.erase_at(*LINE[0])
    store.finish_gesture()
    once = strokes_of(store)
    store.erase_at(*LINE[2])
    store.finish_gesture()
    store.undo()
    assert strokes_of(store) == once


def test_the_eraser_leaves_no_ink_within_its_radius(store: DigitStore) -> None:
    draw(store, LINE)
    store.erase_at(0.5, 0.5)
    points = np.concatenate(store.drawing.strokes)
    assert len(store.drawing.strokes) == 2
    assert (np.hypot(*(points - 0.5).T) > ERASER_RADIUS).all()


def test_erasing_beside_the_ink_is_no_step(store: DigitStore) -> None:
    draw(store, LINE)
    told = Tellings(store.drawing_changed)
    store.erase_at(0.9, 0.1)
    store.finish_gesture()
    assert told.count == 0
    store.undo()
    assert store.drawing.is_empty


def test_a_picture_takes_the_drawings_place_and_undo_brings_it_back(store: DigitStore) -> None:
    draw(store, LINE)
    store.open_picture(dark_square_on_white())
    picture = store.drawing.picture
    assert picture is not None
    assert store.drawing.strokes == ()
    assert picture.was_dark_on_light
    assert store.image_u8 is not None
    store.undo()
    assert strokes_of(store) == [LINE]


def test_a_pictures_ink_and_paper_can_be_exchanged_and_exchanged_back(store: DigitStore) -> None:
    store.open_picture(dark_square_on_white())
    before = image_of(store)
    opened = store.drawing.picture
    told = Tellings(store.drawing_changed)
    store.set_dark_on_light(True)
    assert told.count == 0
    store.set_dark_on_light(False)
    exchanged = store.drawing.picture
    assert opened is not None
    assert exchanged is not None
    assert not exchanged.was_dark_on_light
    assert np.array_equal(exchanged.ink_u8, 255 - opened.ink_u8)
    store.undo()
    assert np.array_equal(image_of(store), before)


def test_without_a_picture_there_is_nothing_to_exchange(store: DigitStore) -> None:
    draw(store, LINE)
    told = Tellings(store.drawing_changed)
    store.set_dark_on_light(True)
    assert told.count == 0


def test_the_style_decides_how_ink_becomes_an_image(store: DigitStore) -> None:
    draw(store, LINE)
    mnist = render_mnist_style(store.drawing.strokes)
    assert mnist is not None
    assert np.array_equal(image_of(store), mnist)
    told = Tellings(store.drawing_changed)
    store.set_style("raw")
    store.set_style("raw")
    assert told.count == 1
    raw = render_raw(store.drawing.strokes, 1.0, store.pen_width)
    assert raw is not None
    assert np.array_equal(image_of(store), raw)


def test_the_pens_width_is_kept_within_its_limits_and_told_once(store: DigitStore) -> None:
    told = Tellings(store.pen_changed)
    for wish in (9.0, 9.0):
        store.set_pen_width(wish)
    assert (store.pen_width, told.count) == (PEN_WIDTHS[1], 1)
    store.set_pen_width(0.0)
    assert (store.pen_width, told.count) == (PEN_WIDTHS[0], 2)


def test_a_wider_pen_gives_more_raw_ink(store: DigitStore) -> None:
    draw(store, LINE)
    store.set_style("raw")
    store.set_pen_width(PEN_WIDTHS[0])
    thin = image_of(store)
    store.set_pen_width(PEN_WIDTHS[1])
    thick = image_of(store)
    assert int(thick.sum()) > 2 * int(thin.sum())


def test_the_image_is_made_once_for_each_drawing(store: DigitStore) -> None:
    draw(store, LINE)
    assert store.image_u8 is store.image_u8


def test_a_dot_at_the_very_edge_is_ink(store: DigitStore) -> None:
    store.begin_stroke(1.0, 1.0)
    store.finish_gesture()
    assert store.image_u8 is not None


Gesture = Callable[[DigitStore], None]
PLACES = st.floats(0, 1, width=32)
GESTURES = st.one_of(
    st.builds(lambda x, y: lambda store: store.begin_stroke(x, y), PLACES, PLACES),
    st.builds(lambda x, y: lambda store: store.extend_stroke(x, y), PLACES, PLACES),
    st.builds(lambda x, y: lambda store: store.erase_at(x, y), PLACES, PLACES),
    st.sampled_from(
        [
            DigitStore.finish_gesture,
            DigitStore.clear,
            DigitStore.undo,
            lambda store: store.open_picture(dark_square_on_white()),
            lambda store: store.set_dark_on_light(False),
        ]
    ),
)


@given(gestures=st.lists(GESTURES, max_size=30))
def test_whatever_was_done_enough_undoing_leads_back_to_a_fresh_sheet(gestures: list[Gesture]) -> None:
    store = DigitStore()
    for gesture in gestures:
        gesture(store)
        drawing, image = store.drawing, store.image_u8
        assert store.can_undo or drawing.is_empty
        assert image is None or (image.shape == (28, 28) and image.any())
    for _ in gestures:
        store.undo()
    assert store.drawing.is_empty
    assert not store.can_undo
