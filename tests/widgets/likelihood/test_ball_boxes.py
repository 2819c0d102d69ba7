"""BallBoxes: as many balls as there are, inside what they lie in."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from lossviz.widgets.likelihood.ball_boxes import BallBoxes, BallBoxesPicture
from lossviz.widgets.likelihood.ball_painting import ball_size, heap_places, mixed_colours, row_places
from lossviz.widgets.theme import ThemeSource, load_theme

ROOMS = [QRectF(5, 7, 120, 60), QRectF(0, 0, 300, 280), QRectF(0, 0, 40, 200)]


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("count", [1, 7, 100, 1000])
def test_all_balls_of_a_heap_lie_inside_and_on_no_other(room: QRectF, count: int) -> None:
    places = heap_places(count, room)
    assert len(places) == count
    allowed = room.adjusted(-0.01, -0.01, 0.01, 0.01)
    assert all(allowed.contains(place) for place in places)
    assert len({(round(place.x(), 3), round(place.y(), 3)) for place in places}) == count


def test_balls_on_the_table_stand_in_rows_that_can_be_counted() -> None:
    room = QRectF(0, 0, 275, 100)
    places = row_places(25, 22.0, room)
    assert sum(place.top() == places[0].top() for place in places) == 10
    assert ball_size(5, room) == 32.0


@pytest.mark.parametrize(("whites", "blues"), [(99, 1), (0, 5), (5, 0)])
def test_a_shaken_box_holds_what_was_put_in(whites: int, blues: int) -> None:
    colours = mixed_colours(whites, blues)
    assert (len(colours), sum(colours)) == (whites + blues, blues)


@pytest.fixture
def boxes(theme: ThemeSource, on_screen: Callable[[QWidget, int, int], None]) -> BallBoxes:
    widget = BallBoxes(theme)
    on_screen(widget, 480, 110)
    return widget


def shown(boxes: BallBoxes, drawn: list[bool], source: int | None = None) -> None:
    boxes.show_picture(BallBoxesPicture(((99, 1), (1, 99)), np.array(drawn, np.bool_), source))


def test_the_last_balls_are_shown_where_all_do_not_fit(boxes: BallBoxes) -> None:
    shown(boxes, [True] * 20)
    assert boxes.shown_on_table() == 20
    shown(boxes, [True] * 5000)
    assert 50 < boxes.shown_on_table() < 5000


def test_what_lies_there_is_spoken(boxes: BallBoxes) -> None:
    shown(boxes, [True, False, True])
    assert "3 drawn: 2 blue, 1 white" in boxes.accessibleDescription()
    assert "Box 1: 99 white, 1 blue" in boxes.accessibleDescription()


@pytest.mark.parametrize("width_px", [420, 490, 640])
def test_the_head_of_the_table_counts_both_colours_however_narrow_it_is(boxes: BallBoxes, width_px: int) -> None:
    boxes.resize(width_px, 300)
    shown(boxes, [True] * 8 + [False] * 2)
    assert boxes.table_head.endswith("8 blue, 2 white")


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_the_newest_ball_and_the_revealed_box_change_the_picture(
    boxes: BallBoxes, theme: ThemeSource, theme_name: str
) -> None:
    theme.set_theme(load_theme(theme_name))
    pictures = []
    for drawn, source in (([], None), ([True], None), ([False], None), ([True], 0), ([True], 1)):
        shown(boxes, drawn, source)
        pictures.append(boxes.grab().toImage())
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])
