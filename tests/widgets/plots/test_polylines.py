"""Lines cut to what is in view."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from lossviz.widgets.plots.polylines import Pixels, lone_points, polygon, visible_lines

AREA = QRectF(10, 20, 100, 50)
NAN = float("nan")

coordinates = st.one_of(st.floats(-200, 300), st.sampled_from([10.0, 110.0, 20.0, 70.0, NAN, 1e9, -1e9]))
lines = st.lists(st.tuples(coordinates, coordinates), min_size=0, max_size=12)


def columns(points: list[tuple[float, float]]) -> tuple[Pixels, Pixels]:
    pixels = np.array(points, np.float64).reshape(-1, 2)
    return pixels[:, 0], pixels[:, 1]


def test_a_polygon_has_the_pixels_as_they_are() -> None:
    pixels = np.array([[0.1, -2.5], [1e9, 3.0]])
    assert polygon(pixels) == QPolygonF([QPointF(0.1, -2.5), QPointF(1e9, 3.0)])


def test_what_lies_inside_stays_as_it_is() -> None:
    pieces = visible_lines(*columns([(10, 20), (50, 70), (110, 30)]), AREA)
    assert [piece.tolist() for piece in pieces] == [[[10, 20], [50, 70], [110, 30]]]


def test_a_line_is_cut_where_it_leaves() -> None:
    pieces = visible_lines(*columns([(0, 0), (40, 40), (40, 100), (60, 100), (60, 40)]), AREA)
    assert [piece.tolist() for piece in pieces] == [[[20, 20], [40, 40], [40, 70]], [[60, 70], [60, 40]]]


def test_a_line_through_the_view_without_a_point_in_it_is_seen() -> None:
    (piece,) = visible_lines(*columns([(-1000.0, 45.0), (1000.0, 45.0)]), AREA)
    assert piece.tolist() == [[10, 45], [110, 45]]


def test_what_is_not_a_number_breaks_a_line_and_leaves_lone_points() -> None:
    xs, ys = columns([(20, 30), (30, 30), (40, NAN), (50, 30), (60, NAN), (70, 30), (80, 30)])
    assert [piece[:, 0].tolist() for piece in visible_lines(xs, ys, AREA)] == [[20, 30], [70, 80]]
    assert lone_points(xs, ys).tolist() == [[50, 30]]


@given(lines)
def test_exactly_what_is_in_view_is_drawn(points: list[tuple[float, float]]) -> None:
    xs, ys = columns(points)
    pieces = visible_lines(xs, ys, AREA)
    for piece in pieces:
        assert np.allclose(piece, np.clip(piece, (10, 20), (110, 70)), atol=1e-6)
    for sample in _samples(xs, ys):
        if 10.01 < sample[0] < 109.99 and 20.01 < sample[1] < 69.99:
            assert min(_distance_to(piece, sample) for piece in pieces) < 1e-4


def _samples(xs: Pixels, ys: Pixels) -> list[NDArray[np.float64]]:
    points = np.column_stack([xs, ys])
    segments = [(one, other) for one, other in pairwise(points) if np.isfinite([one, other]).all()]
    return [one + share * (other - one) for one, other in segments for share in np.linspace(0, 1, 21)]


def _distance_to(piece: Pixels, point: NDArray[np.float64]) -> float:
    if len(piece) == 1:
        return float(np.hypot(*(piece[0] - point)))
    starts, along = piece[:-1], np.diff(piece, axis=0)
    lengths = np.maximum((along**2).sum(axis=1), 1e-30)
    shares = np.clip(((point - starts) * along).sum(axis=1) / lengths, 0, 1)
    return float(np.hypot(*(starts + shares[:, None] * along - point).T).min())
