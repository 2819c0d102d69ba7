"""The software view: picture, turning, zooming, picking, keys."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lossviz.widgets.surfaces.camera import Camera
from lossviz.widgets.surfaces.picture import SurfacePath
from lossviz.widgets.surfaces.software_view import SoftwareSurfaceView
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.surface_pictures import MARKER, RANGE, surface_picture, turn_wheel

LEFT = Qt.MouseButton.LeftButton
PICTURE = surface_picture(size=24)


@pytest.fixture
def theme(qapp: QApplication) -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.fixture
def view(qtbot: QtBot, theme: ThemeSource) -> SoftwareSurfaceView:
    widget = SoftwareSurfaceView(theme)
    qtbot.addWidget(widget)
    widget.resize(500, 400)
    widget.show_picture(PICTURE)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_it_is_never_blank(view: SoftwareSurfaceView) -> None:
    image = view.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, 500, 5) for y in range(0, 400, 5)}
    assert len(colours) > 200


def test_a_drag_turns_and_tells(qtbot: QtBot, view: SoftwareSurfaceView) -> None:
    before, image = view.camera, view.grab().toImage()
    cameras: list[Camera] = []
    view.camera_changed.connect(cameras.append)
    QTest.mousePress(view, LEFT, pos=QPoint(300, 300))
    QTest.mouseMove(view, QPoint(350, 320))
    QTest.mouseRelease(view, LEFT, pos=QPoint(350, 320))
    assert cameras[-1] == view.camera
    assert view.camera.azimuth == pytest.approx(before.azimuth - 50 * 0.4)
    assert view.camera.elevation == pytest.approx(before.elevation + 20 * 0.4)
    assert view.grab().toImage() != image


def test_the_eye_stays_above_the_floor_and_below_the_top(view: SoftwareSurfaceView) -> None:
    for y in (2000, -4000):
        QTest.mousePress(view, LEFT, pos=QPoint(300, 300))
        QTest.mouseMove(view, QPoint(300, y))
        QTest.mouseRelease(view, LEFT, pos=QPoint(300, y))
        assert 5.0 <= view.camera.elevation <= 89.0
        assert not view.grab().isNull()


def test_a_linked_camera_is_taken_without_an_echo(view: SoftwareSurfaceView) -> None:
    cameras: list[Camera] = []
    view.camera_changed.connect(cameras.append)
    view.set_camera(Camera(10.0, 50.0, 2.0))
    assert view.camera == Camera(10.0, 50.0, 2.0)
    assert cameras == []


def test_the_wheel_zooms_within_bounds(view: SoftwareSurfaceView) -> None:
    turn_wheel(view, QPointF(250, 200), 1)
    assert view.camera.distance == pytest.approx(1 / 1.15)
    for _ in range(60):
        turn_wheel(view, QPointF(250, 200), 1)
    nearest = view.camera.distance
    turn_wheel(view, QPointF(250, 200), 1)
    assert view.camera.distance == nearest
    assert not view.grab().isNull()


@pytest.mark.parametrize("place", [(3.0, -4.0), (1.0, 8.0), (5.0, 5.0)])
def test_a_click_on_the_surface_brings_the_marker_there(
    qtbot: QtBot, view: SoftwareSurfaceView, place: tuple[float, float]
) -> None:
    view.set_camera(Camera(-70.0, 70.0))
    at = view.pixel_of(place)
    assert at is not None
    with qtbot.waitSignal(view.marker_moved):
        QTest.mouseClick(view, LEFT, pos=at.toPoint())
    picked = view.place_at(QPointF(at.toPoint()))
    assert picked is not None
    assert abs(picked[0] - place[0]) < 9.0 / 23
    assert abs(picked[1] - place[1]) < 25.0 / 23


def test_a_click_beside_the_surface_does_nothing(view: SoftwareSurfaceView) -> None:
    places: list[tuple[float, float]] = []
    view.marker_moved.connect(lambda w, b: places.append((w, b)))
    QTest.mouseClick(view, LEFT, pos=QPoint(4, 396))
    assert places == []


def test_a_drag_that_begins_on_the_marker_moves_it_and_not_the_eye(view: SoftwareSurfaceView) -> None:
    places: list[tuple[float, float]] = []
    view.marker_moved.connect(lambda w, b: places.append((w, b)))
    camera, at = view.camera, view.pixel_of(MARKER)
    assert at is not None
    QTest.mousePress(view, LEFT, pos=at.toPoint())
    QTest.mouseMove(view, at.toPoint() + QPoint(30, 60))
    QTest.mouseRelease(view, LEFT, pos=at.toPoint() + QPoint(30, 60))
    assert view.camera == camera
    landed = view.pixel_of(places[-1])
    assert landed is not None
    assert (landed - (at + QPointF(30, 60))).manhattanLength() < 3


def test_keys_move_the_marker_and_with_ctrl_turn(qtbot: QtBot, view: SoftwareSurfaceView) -> None:
    with qtbot.waitSignal(view.marker_moved) as moved:
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert moved.args == [pytest.approx(MARKER[0] + 0.9), pytest.approx(MARKER[1])]
    with qtbot.waitSignal(view.camera_changed):
        QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(view.camera_changed):
        QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.camera == Camera()


def test_hovering_tells_the_place_on_the_surface(view: SoftwareSurfaceView) -> None:
    places: list[object] = []
    view.hovered.connect(places.append)
    QTest.mouseMove(view, QPoint(250, 220))
    assert places[-1] == view.place_at(QPointF(250, 220))
    assert places[-1] is not None
    QTest.mouseMove(view, QPoint(3, 3))
    assert places[-1] is None


def test_the_marker_is_painted_where_it_stands(view: SoftwareSurfaceView, theme: ThemeSource) -> None:
    view.show_picture(replace(PICTURE, paths=(), arrow=None, marker=(4.0, 5.0)))
    at = view.pixel_of((4.0, 5.0))
    assert at is not None
    assert view.grab().toImage().pixelColor(at.toPoint()) == QColor(theme.theme.colours.marker)


@pytest.mark.parametrize("values", [np.ones((2, 2)), np.full((5, 5), np.nan), np.array([[0.0, np.inf], [1.0, 2.0]])])
def test_odd_surfaces_and_paths_are_painted(view: SoftwareSurfaceView, values: np.ndarray[tuple[int, int]]) -> None:
    wild = np.array([[0.0, 0.0], [1e300, 5.0], [np.nan, 1.0], [1.0, 1.0]])
    paths = (SurfacePath(wild), SurfacePath(np.empty((0, 2))))
    view.show_picture(replace(PICTURE, values=values, paths=paths, marker=(1e300, np.nan), best=(99.0, 99.0)))
    assert not view.grab().isNull()
    assert view.pixel_of((RANGE.w_high + 1, 0.0)) is None


@pytest.mark.parametrize("size", [(1, 1), (30, 400), (900, 20), (1200, 900)])
def test_it_paints_at_any_size_and_before_the_first_picture(
    qtbot: QtBot, theme: ThemeSource, size: tuple[int, int]
) -> None:
    widget = SoftwareSurfaceView(theme)
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.grab()
    widget.show_picture(PICTURE)
    assert not widget.grab().isNull()


def test_a_new_theme_repaints_everything(view: SoftwareSurfaceView, theme: ThemeSource) -> None:
    before = view.grab().toImage()
    theme.set_theme(load_theme("dark"))
    assert view.grab().toImage() != before
