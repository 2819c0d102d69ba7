"""Strokes become the image that MNIST would have made of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.ink.strokes import Stroke, render_mnist_style, render_raw


def _stroke(*points: tuple[float, float]) -> Stroke:
    return np.array(points, np.float32)


SEVEN = [_stroke((10, 10), (60, 10), (30, 110)), _stroke((20, 60), (55, 58))]


def _ink_sides(image: np.ndarray) -> tuple[int, int]:
    rows, columns = np.nonzero(image)
    return int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1


def test_a_drawn_digit_has_the_geometry_measured_on_mnist() -> None:
    image = render_mnist_style(SEVEN)
    assert image is not None
    assert max(_ink_sides(image)) == 20
    assert image.max() == 255
    mass = image / image.sum()
    assert abs(mass.sum(axis=1) @ np.arange(28) - 14) <= 0.5
    assert abs(mass.sum(axis=0) @ np.arange(28) - 14) <= 0.5


@given(
    scale=st.floats(0.01, 100),
    x=st.floats(-1000, 1000),
    y=st.floats(-1000, 1000),
)
def test_size_and_place_on_the_canvas_do_not_matter(scale: float, x: float, y: float) -> None:
    plain = render_mnist_style(SEVEN)
    moved = render_mnist_style([(stroke * scale + [x * scale, y * scale]).astype(np.float32) for stroke in SEVEN])
    assert plain is not None
    assert moved is not None
    assert np.abs(plain.astype(int) - moved).max() <= 3


def test_the_order_of_the_strokes_and_their_direction_do_not_matter() -> None:
    plain = render_mnist_style(SEVEN)
    turned = render_mnist_style([stroke[::-1] for stroke in reversed(SEVEN)])
    assert plain is not None
    assert turned is not None
    assert np.abs(plain.astype(int) - turned).max() <= 25  # the samples lie elsewhere along the line
    assert np.abs(plain.astype(int) - turned).mean() < 0.5


def test_the_pen_is_up_between_strokes() -> None:
    image = render_mnist_style([_stroke((0, 0), (0, 100)), _stroke((80, 0), (80, 100))])
    assert image is not None
    assert image[:, 14].max() == 0


@pytest.mark.parametrize("point_count", [2, 30, 5000])
def test_how_densely_the_mouse_reports_does_not_matter(point_count: int) -> None:
    share = np.linspace(0, 1, point_count)[:, None]
    stroke = (share * [40, 100]).astype(np.float32)
    image, reference = render_mnist_style([stroke]), render_mnist_style([_stroke((0, 0), (40, 100))])
    assert image is not None
    assert reference is not None
    assert np.abs(image.astype(int) - reference).max() <= 12  # finer samples follow the line's edge more closely


def test_a_dot_is_a_small_round_spot_in_the_middle() -> None:
    image = render_mnist_style([_stroke((300, 200))])
    assert image is not None
    assert max(_ink_sides(image)) <= 3
    assert image[14, 14] == 255
    again = render_mnist_style([_stroke((7, 7), (7, 7), (7, 7))])
    assert np.array_equal(image, np.zeros(0) if again is None else again)


@pytest.mark.parametrize(
    "strokes",
    [[], [np.zeros((0, 2), np.float32)], [_stroke((float("nan"), 1)), _stroke((float("inf"), 0))]],
)
def test_without_ink_there_is_no_image(strokes: list[Stroke]) -> None:
    assert render_mnist_style(strokes) is None
    assert not render_raw(strokes, 280, 20).any()


def test_points_that_are_not_finite_are_left_out() -> None:
    broken = [np.insert(SEVEN[0], 1, [np.nan, 5], axis=0), SEVEN[1]]
    clean, image = render_mnist_style(SEVEN), render_mnist_style(broken)
    assert clean is not None
    assert image is not None
    assert np.array_equal(clean, image)


def test_a_scribble_of_any_length_is_drawn() -> None:
    scribble = np.random.default_rng(0).random((20_000, 2)).astype(np.float32)
    image = render_mnist_style([scribble])
    assert image is not None
    assert np.mean(image[8:20, 8:20] > 128) == 1


def test_the_raw_image_keeps_size_place_and_pen() -> None:
    image = render_raw([_stroke((50, 50), (50, 250))], canvas_side=280, pen_width=20)
    expected = np.zeros((28, 28))
    expected[5:25, 4:6] = 255  # a bar 2 px wide and 20 px long
    inner = slice(7, 23)  # the round ends reach a pixel further
    assert np.array_equal(image[inner], expected[inner])
    assert not image[:, 7:].any()
    assert image[4, 4] > 0


def test_a_raw_line_thinner_than_a_pixel_is_fainter_by_as_much() -> None:
    image = render_raw([_stroke((145, 20), (145, 260))], canvas_side=280, pen_width=4)
    assert image[14, 14] == pytest.approx(255 * 0.4, abs=1)
