"""What the pen draws stays; what the eraser touches goes, and nothing else."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from lossviz.core.ink.drawing import Drawing, opened_picture
from lossviz.core.ink.pictures import picture_mnist_style, picture_raw
from lossviz.core.ink.strokes import Stroke, render_mnist_style, render_raw

RADIUS = 0.06

Points = NDArray[np.float64]

_unit = st.floats(0, 1, width=32)
_strokes = st.lists(st.lists(st.tuples(_unit, _unit), min_size=1, max_size=12), max_size=4)


def _stroke(*points: tuple[float, float]) -> Stroke:
    return np.array(points, np.float32)


def _distances(points: Points, strokes: tuple[Stroke, ...]) -> Points:
    """(n,): from each point (n, 2) to the nearest place on the strokes, their corners and segments; inf without any."""
    lines = [np.concatenate([stroke[:1], stroke]).astype(float) for stroke in strokes]  # a dot: from itself to itself
    starts = np.concatenate([np.zeros((0, 2)), *(line[:-1] for line in lines)])
    along = np.concatenate([np.zeros((0, 2)), *(np.diff(line, axis=0) for line in lines)])
    offsets = points[:, None] - starts
    lengths = np.maximum((along**2).sum(axis=1), 1e-300)
    shares = np.clip((offsets * along).sum(axis=2) / lengths, 0, 1)
    nearest = offsets - shares[..., None] * along
    distances: Points = np.hypot(nearest[..., 0], nearest[..., 1]).min(axis=1, initial=np.inf)
    return distances


def _samples(strokes: tuple[Stroke, ...]) -> Points:
    """Points on all strokes, much denser than the eraser is wide."""
    rows = [np.zeros((0, 2))]
    for stroke in strokes:
        rows.append(stroke.astype(float))
        for a, b in zip(stroke.astype(float), stroke[1:].astype(float), strict=False):
            rows.append(a + np.linspace(0, 1, 50)[:, None] * (b - a))
    return np.concatenate(rows)


@given(_strokes, _unit, _unit)
def test_the_eraser_takes_what_is_within_its_radius_and_nothing_else(
    points: list[list[tuple[float, float]]], x: float, y: float
) -> None:
    drawing = Drawing(tuple(_stroke(*stroke) for stroke in points))
    erased = drawing.erased(x, y, RADIUS)
    centre = np.array([x, y])
    for stroke in erased.strokes:
        assert np.hypot(*(stroke - centre).T).min() > RADIUS - 1e-6
    # Between two points that are left a segment may graze the circle.
    assert _distances(centre[None], erased.strokes) > RADIUS * 0.98
    before, after = _samples(drawing.strokes), _samples(erased.strokes)
    is_outside = np.hypot(*(before - centre).T) > RADIUS * 1.3  # the line is cut in steps of a quarter of the radius
    assert not is_outside.any() or _distances(before[is_outside], erased.strokes).max() < 1e-5
    assert not len(after) or _distances(after, drawing.strokes).max() < 1e-5


@given(_strokes, _unit, _unit)
def test_a_drawing_is_itself_just_where_the_eraser_meets_no_point(
    points: list[list[tuple[float, float]]], x: float, y: float
) -> None:
    drawing = Drawing(tuple(_stroke(*stroke) for stroke in points))
    erased = drawing.erased(x, y, RADIUS)
    distance = _distances(np.array([[x, y]]), drawing.strokes)[0]
    if distance > RADIUS + 1e-6:
        assert erased is drawing
    if distance < RADIUS * 0.98:
        assert erased is not drawing
    assert erased.erased(x, y, RADIUS) is erased


def test_rubbing_between_two_far_points_cuts_the_line() -> None:
    erased = Drawing((_stroke((0.1, 0.5), (0.9, 0.5)),)).erased(0.5, 0.5, RADIUS)
    left, right = erased.strokes
    assert left[0] == pytest.approx([0.1, 0.5])
    assert left[-1] == pytest.approx([0.5 - RADIUS, 0.5], abs=RADIUS / 4)
    assert right[0] == pytest.approx([0.5 + RADIUS, 0.5], abs=RADIUS / 4)
    assert right[-1] == pytest.approx([0.9, 0.5])


def test_rubbing_takes_effect_even_where_as_many_points_are_left_as_before() -> None:
    """Cutting a line adds points to it: their number tells nothing."""
    for resting in range(1, 80):  # how often the pen was sampled before it moved off
        erased = Drawing((_stroke(*[(0.1, 0.5)] * resting, (0.9, 0.5)),)).erased(0.1, 0.5, RADIUS)
        assert len(erased.strokes) == 1
        assert erased.strokes[0][0, 0] > 0.1 + RADIUS


def test_a_dot_is_taken_whole_and_the_strokes_beside_it_stay_the_same() -> None:
    line = _stroke((0.1, 0.1), (0.2, 0.1))
    erased = Drawing((line, _stroke((0.8, 0.8)))).erased(0.81, 0.8, RADIUS)
    assert len(erased.strokes) == 1
    assert erased.strokes[0] is line


def test_rubbing_over_everything_leaves_an_empty_drawing() -> None:
    drawing = Drawing((_stroke((0.4, 0.5), (0.6, 0.5)),)).erased(0.5, 0.5, 0.2)
    assert drawing.is_empty
    assert drawing.image("mnist", 0.07) is None
    assert drawing.image("raw", 0.07) is None


def test_rubbing_many_times_over_does_not_make_a_stroke_grow_without_end() -> None:
    drawing = Drawing((_stroke((0, 0), (1, 1)), _stroke((0, 1), (1, 0))))
    for step in range(200):
        drawing = drawing.erased(step / 200, 0.02, RADIUS)
    spacing = RADIUS / 4
    assert sum(map(len, drawing.strokes)) < 2 * 2 * math.sqrt(2) / spacing + 10


def test_a_stroke_is_added_without_changing_the_drawing_that_it_is_added_to() -> None:
    first, second = _stroke((0, 0)), _stroke((1, 1))
    one = Drawing().with_stroke(first)
    two = one.with_stroke(second)
    assert [len(drawing.strokes) for drawing in (one, two)] == [1, 2]
    assert two.strokes[0] is first


def test_strokes_are_seen_as_the_renderers_draw_them() -> None:
    drawing = Drawing((_stroke((0.2, 0.1), (0.7, 0.4), (0.3, 0.9)), _stroke((0.5, 0.5))))
    np.testing.assert_array_equal(drawing.image("mnist", 0.07), render_mnist_style(drawing.strokes))
    np.testing.assert_array_equal(drawing.image("raw", 0.07), render_raw(drawing.strokes, 1.0, 0.07))


# Pictures


def _picture() -> np.ndarray:
    picture = np.full((60, 40), 240, np.uint8)
    picture[10:50, 18:23] = 15
    return picture


def test_a_picture_is_seen_as_ink_in_both_styles() -> None:
    drawing = opened_picture(_picture())
    ink = 255 - _picture()
    np.testing.assert_array_equal(drawing.image("mnist", 0.07), picture_mnist_style(ink))
    np.testing.assert_array_equal(drawing.image("raw", 0.07), picture_raw(ink))
    assert not drawing.is_empty


@pytest.mark.parametrize("is_inverted", [False, True])
def test_the_border_decides_which_is_ink_unless_it_is_said(is_inverted: bool) -> None:
    grey = 255 - _picture() if is_inverted else _picture()
    by_border = opened_picture(grey).picture
    assert by_border is not None
    assert by_border.was_dark_on_light == (not is_inverted)
    for said in (False, True):
        picture = opened_picture(grey, said).picture
        assert picture is not None
        assert picture.was_dark_on_light == said
        np.testing.assert_array_equal(picture.ink_u8, 255 - grey if said else grey)
        np.testing.assert_array_equal(picture.grey_u8, grey)


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_blank_picture_shows_the_network_nothing_in_mnist_style(grey: int) -> None:
    assert opened_picture(np.full((50, 50), grey, np.uint8)).image("mnist", 0.07) is None


def test_a_picture_gives_way_to_a_stroke_and_to_the_eraser() -> None:
    drawing, stroke = opened_picture(_picture()), _stroke((0.5, 0.5))
    drawn = drawing.with_stroke(stroke)
    assert drawn.picture is None
    assert drawn.strokes == (stroke,)
    assert drawing.erased(0.5, 0.5, RADIUS).is_empty
