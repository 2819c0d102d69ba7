"""What is seen at a pixel is the point of the surface that lies there, in both directions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from lossviz.widgets.surfaces.camera import Camera, View
from lossviz.widgets.surfaces.terrain import Terrain, terrain_of
from lossviz.widgets.surfaces.terrain_raster import draw_terrain, sight_lines
from tests.support.surface_pictures import RANGE, surface_picture

TERRAIN = terrain_of(surface_picture(size=24))
ANGLES = st.builds(Camera, st.floats(-180, 180), st.floats(8, 88))


def grid_places(terrain: Terrain) -> np.ndarray[tuple[int, int]]:
    count = len(terrain.heights)
    ws, bs = np.meshgrid(RANGE.w_values(count), RANGE.b_values(count))
    return np.column_stack([ws.ravel(), bs.ravel()])


@given(ANGLES, st.integers(0, 24 * 24 - 1))
def test_a_grid_point_that_is_seen_is_what_its_pixel_picks(camera: Camera, number: int) -> None:
    view = View(camera, 500, 400)
    place = grid_places(TERRAIN)[number]
    point = TERRAIN.points_of(place[None])
    if not TERRAIN.are_seen(view, point)[0]:
        return
    x, y = view.pixels_of(point)[0]
    # A pixel inwards from the edge: on the very edge a ray may pass the surface by.
    towards = view.pixels_of(np.array([[0.0, 0.0, point[0, 2]]]))[0] - (x, y)
    x, y = np.array([x, y]) + towards / max(np.hypot(*towards), 1e-9)
    picked = TERRAIN.place_seen(view, *view.across_and_up(QPointF(x, y)))
    if picked is None:
        return
    back = view.pixels_of(TERRAIN.points_of(np.array([picked])))[0]
    assert np.hypot(*(back - (x, y))) < 2.0


def test_from_above_every_grid_point_is_picked_at_its_pixel() -> None:
    view = View(Camera(-90.0, 80.0), 500, 400)
    inner = grid_places(TERRAIN).reshape(24, 24, 2)[1:-1, 1:-1].reshape(-1, 2)
    points = TERRAIN.points_of(inner)
    seen = TERRAIN.are_seen(view, points)
    assert seen.mean() > 0.9
    for place, (x, y) in zip(inner[seen], view.pixels_of(points)[seen], strict=True):
        picked = TERRAIN.place_seen(view, *view.across_and_up(QPointF(x, y)))
        assert picked is not None
        assert np.abs((np.array(picked) - place) / (9.0, 25.0)).max() < 0.5 / 23


def test_beside_the_surface_nothing_is_picked() -> None:
    view = View(Camera(), 500, 400)
    assert TERRAIN.place_seen(view, *view.across_and_up(QPointF(3, 3))) is None
    assert TERRAIN.place_seen(view, *view.across_and_up(QPointF(250, 395))) is None


def test_a_wall_hides_what_lies_behind_it() -> None:
    heights = np.zeros((41, 41))
    heights[20] = 1.0
    terrain = Terrain(surface_picture(size=2), TERRAIN.scale, heights, np.zeros((41, 41)))
    points = np.array([[0.0, -0.5, 0.0], [0.0, 0.3, 0.0], [0.0, 0.0, 1.0], [np.nan, 0.0, 0.0]])
    from_the_front = terrain.are_seen(View(Camera(-90.0, 30.0), 500, 400), points)
    from_behind = terrain.are_seen(View(Camera(90.0, 30.0), 500, 400), points)
    assert from_the_front.tolist() == [True, False, True, False]
    assert from_behind.tolist() == [False, True, True, False]


@given(ANGLES)
def test_projection_keeps_what_is_level_level(camera: Camera) -> None:
    view = View(camera, 600, 400)
    centre = view.pixels_of(np.array([[0.0, 0.0, 0.5]]))[0]
    np.testing.assert_allclose(centre, (300, 200), atol=1e-9)
    low, high = view.pixels_of(np.array([[0.3, -0.2, 0.0], [0.3, -0.2, 1.0]]))
    assert low[0] == pytest.approx(high[0])
    assert low[1] - high[1] == pytest.approx(view.scale * np.cos(np.radians(camera.elevation)))


@pytest.mark.parametrize("camera", [Camera(), Camera(30, 20), Camera(-150, 70, 0.5), Camera(90, 45), Camera(0, 89)])
def test_the_picture_agrees_with_rays_traced_one_by_one(qapp: QApplication, camera: Camera) -> None:
    view = View(camera, 260, 200)
    lines = sight_lines(view)
    assert lines is not None
    walls = (QColor("#010203"), QColor("#040506"))
    argb = draw_terrain(TERRAIN, lines, walls)
    is_wall = np.isin(argb, [0xFF010203, 0xFF040506])
    is_surface = (argb != 0) & ~is_wall
    wrong, asked = 0, 0
    for y in range(2, lines.rows, 7):
        for x in range(2, lines.columns, 7):
            across, up = view.across_and_up(QPointF(lines.left + x + 0.5, lines.top + y + 0.5))
            picked = TERRAIN.place_seen(view, across, up)
            asked += 1
            wrong += (picked is not None) != bool(is_surface[y, x])
    assert wrong <= 0.02 * asked


def test_without_room_there_is_nothing_to_draw() -> None:
    assert sight_lines(View(Camera(), 1, 0.5)) is None


def test_a_level_surface_is_a_floor() -> None:
    picture = surface_picture(size=2)
    flat = terrain_of(type(picture)(RANGE, np.full((3, 3), 7.0), (0.0, 0.0)))
    assert (flat.heights == 0).all()
