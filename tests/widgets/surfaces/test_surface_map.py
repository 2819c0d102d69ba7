"""SurfaceMap: what a person does with mouse and keys, and what is painted."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lossviz.core.fit.grid_range import GridRange
from lossviz.widgets.surfaces.colouring import colour_table
from lossviz.widgets.surfaces.map_frame import MapFrame
from lossviz.widgets.surfaces.picture import SurfacePath, SurfacePicture
from lossviz.widgets.surfaces.surface_map import SurfaceMap
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.surface_pictures import MARKER, RANGE, loss_values, surface_picture, turn_wheel

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN = replace(surface_picture(size=16), paths=(), arrow=None, best=None)


@pytest.fixture
def theme(qapp: QApplication) -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.fixture
def surface_map(qtbot: QtBot, theme: ThemeSource) -> SurfaceMap:
    """Shown, and it takes the marker and the range where it asks for them, as its panel would."""
    widget = SurfaceMap(theme)
    qtbot.addWidget(widget)
    widget.resize(400, 360)
    widget.show_picture(PLAIN)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def frame_of(surface_map: SurfaceMap) -> MapFrame:
    frame = surface_map.frame
    assert frame is not None
    return frame


def pixel(surface_map: SurfaceMap, w: float, b: float) -> QPoint:
    return frame_of(surface_map).pixel_of((w, b)).toPoint()


def asked_places(surface_map: SurfaceMap) -> list[tuple[float, float]]:
    """Where the marker is asked to be, from now on."""
    places: list[tuple[float, float]] = []
    surface_map.marker_moved.connect(lambda w, b: places.append((w, b)))
    return places


def test_a_click_brings_the_marker_to_the_place_under_the_mouse(surface_map: SurfaceMap) -> None:
    places = asked_places(surface_map)
    QTest.mouseClick(surface_map, LEFT, pos=pixel(surface_map, 3.0, -4.0))
    assert len(places) == 1
    frame = frame_of(surface_map)
    assert_same_pixel(frame, places[0], (3.0, -4.0))


def test_the_marker_is_dragged_without_a_jump_and_stops_at_the_edge(surface_map: SurfaceMap) -> None:
    places = asked_places(surface_map)
    start = pixel(surface_map, *MARKER) + QPoint(4, -3)
    QTest.mousePress(surface_map, LEFT, pos=start)
    assert places == []
    QTest.mouseMove(surface_map, start + QPoint(60, 40))
    frame = frame_of(surface_map)
    wanted = (MARKER[0] + 60 * frame.w_per_px, MARKER[1] - 40 * frame.b_per_px)
    assert_same_pixel(frame, places[-1], wanted)
    QTest.mouseMove(surface_map, QPoint(399, 359))
    assert places[-1] == (RANGE.w_high, RANGE.b_low)
    QTest.mouseRelease(surface_map, LEFT, pos=QPoint(399, 359))
    let_go = len(places)
    QTest.mouseMove(surface_map, start)
    assert len(places) == let_go


def test_a_press_beside_the_map_does_nothing(surface_map: SurfaceMap) -> None:
    places = asked_places(surface_map)
    QTest.mouseClick(surface_map, LEFT, pos=QPoint(5, 200))
    assert places == []


@pytest.mark.parametrize(
    ("key", "modifier", "w", "b"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 0.01, 0),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, -0.01, 0),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier, 0, 0.1),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, 0, -0.01),
    ],
)
def test_arrow_keys_move_the_marker_by_shares_of_the_range(
    qtbot: QtBot, surface_map: SurfaceMap, key: Qt.Key, modifier: Qt.KeyboardModifier, w: float, b: float
) -> None:
    with qtbot.waitSignal(surface_map.marker_moved) as moved:
        QTest.keyClick(surface_map, key, modifier)
    assert moved.args == [pytest.approx(MARKER[0] + 9 * w), pytest.approx(MARKER[1] + 25 * b)]


def test_the_wheel_zooms_about_the_mouse(qtbot: QtBot, surface_map: SurfaceMap) -> None:
    at = QPointF(pixel(surface_map, 2.0, 1.0))
    place = frame_of(surface_map).place_at(at)
    with qtbot.waitSignal(surface_map.range_changed) as changed:
        turn_wheel(surface_map, at, 1)
    assert changed.args is not None
    asked = changed.args[0]
    assert MapFrame(frame_of(surface_map).area, asked).place_at(at) == pytest.approx(place)
    assert asked.w_high - asked.w_low == pytest.approx(9 / 1.2)


def test_turns_of_the_wheel_add_up_before_the_next_picture(surface_map: SurfaceMap) -> None:
    ranges: list[GridRange] = []
    surface_map.range_changed.connect(ranges.append)
    for _ in range(3):
        turn_wheel(surface_map, QPointF(200, 150), -1)
    assert ranges[-1].w_high - ranges[-1].w_low == pytest.approx(9 * 1.2**3)


def test_a_right_drag_pans_with_the_mouse(surface_map: SurfaceMap) -> None:
    ranges: list[GridRange] = []
    surface_map.range_changed.connect(ranges.append)
    places = asked_places(surface_map)
    frame, start = frame_of(surface_map), QPoint(200, 150)
    place = frame.place_at(QPointF(start))
    QTest.mousePress(surface_map, RIGHT, pos=start)
    QTest.mouseMove(surface_map, start + QPoint(30, 50))
    QTest.mouseRelease(surface_map, RIGHT, pos=start + QPoint(30, 50))
    after = MapFrame(frame.area, ranges[-1]).place_at(QPointF(start + QPoint(30, 50)))
    assert after == pytest.approx(place)
    assert places == []


def test_a_double_click_fits_and_leaves_the_marker_where_it_was(qtbot: QtBot, surface_map: SurfaceMap) -> None:
    surface_map.marker_moved.connect(lambda w, b: surface_map.show_picture(replace(PLAIN, marker=(w, b))))
    places: list[tuple[float, float]] = []
    surface_map.marker_moved.connect(lambda w, b: places.append((w, b)))
    at = pixel(surface_map, 3.0, -4.0)
    QTest.mouseClick(surface_map, LEFT, pos=at)
    with qtbot.waitSignal(surface_map.fit_asked):
        QTest.mouseDClick(surface_map, LEFT, pos=at)
    assert places[-1] == MARKER


def test_home_asks_for_the_whole_range(qtbot: QtBot, surface_map: SurfaceMap) -> None:
    with qtbot.waitSignal(surface_map.fit_asked):
        QTest.keyClick(surface_map, Qt.Key.Key_Home)


def test_the_place_under_the_mouse_is_told_and_none_beside_the_map(surface_map: SurfaceMap) -> None:
    places: list[object] = []
    surface_map.hovered.connect(places.append)
    QTest.mouseMove(surface_map, QPoint(150, 100))
    assert places[-1] == frame_of(surface_map).place_at(QPointF(150, 100))
    QTest.mouseMove(surface_map, QPoint(3, 200))
    assert places[-1] is None


def test_every_grid_point_is_painted_in_its_colour_at_its_place(surface_map: SurfaceMap) -> None:
    values = np.zeros((5, 5))
    values[3, 1] = 1.0
    surface_map.show_picture(SurfacePicture(GridRange(0.0, 4.0, 0.0, 4.0), values, (9.0, 9.0), is_moving=True))
    image = surface_map.grab().toImage()
    top, floor = (QColor.fromRgb(int(colour_table()[index])) for index in (-1, 0))
    assert near(image.pixelColor(pixel(surface_map, 1.0, 3.0)), top)
    assert near(image.pixelColor(pixel(surface_map, 3.0, 1.0)), floor)


@pytest.mark.parametrize(("is_moving", "wanted"), [(False, True), (True, False)])
def test_contours_are_drawn_after_a_drag_only(surface_map: SurfaceMap, is_moving: bool, wanted: bool) -> None:
    bare = replace(PLAIN, values=loss_values("bce", 17), marker=(99.0, 99.0), is_moving=True)
    surface_map.show_picture(bare)
    without = surface_map.grab().toImage()
    surface_map.show_picture(replace(bare, is_moving=is_moving))
    assert (surface_map.grab().toImage() != without) is wanted


def test_contours_stay_while_only_the_marker_is_dragged(surface_map: SurfaceMap) -> None:
    bare = replace(PLAIN, values=loss_values("bce", 17), marker=(99.0, 99.0))
    surface_map.show_picture(bare)
    with_contours = surface_map.grab().toImage()
    surface_map.show_picture(replace(bare, values=bare.values.copy(), is_moving=True))
    assert surface_map.grab().toImage() == with_contours


def test_the_contour_under_the_mouse_is_thick(surface_map: SurfaceMap) -> None:
    side = np.linspace(-1, 1, 33)
    values = np.broadcast_to(side, (33, 33)).copy()
    surface_map.show_picture(SurfacePicture(GridRange(-1.0, 1.0, -1.0, 1.0), values, (9.0, 9.0)))
    before = surface_map.grab().toImage()
    level = -1 + 2 * 3 / 11
    QTest.mouseMove(surface_map, pixel(surface_map, level, 0.0))
    far = pixel(surface_map, level, -0.9)
    changed = [dx for dx in range(-4, 5) if differs(surface_map.grab().toImage(), before, far + QPoint(dx, 0))]
    assert changed
    other = pixel(surface_map, level + 2 / 11, -0.9)
    assert not any(differs(surface_map.grab().toImage(), before, other + QPoint(dx, 0)) for dx in range(-4, 5))


@pytest.mark.parametrize("overlay", [np.eye(9) < 0.5, np.where(np.eye(9) < 0.5, -1.0, 1.0)])
def test_the_area_of_the_overlay_is_striped(surface_map: SurfaceMap, overlay: np.ndarray[tuple[int, int]]) -> None:
    surface_map.show_picture(replace(PLAIN, is_moving=True))
    before = surface_map.grab().toImage()
    half = overlay.copy()
    half[:, 4:] = False if overlay.dtype == np.bool_ else 1.0
    surface_map.show_picture(replace(PLAIN, is_moving=True, overlay=half))
    after = surface_map.grab().toImage()
    row = pixel(surface_map, 0.0, 5.0).y()
    left = range(pixel(surface_map, -2.5, 0.0).x(), pixel(surface_map, -0.5, 0.0).x())
    right = range(pixel(surface_map, 2.0, 0.0).x(), pixel(surface_map, 5.5, 0.0).x())
    assert any(differs(after, before, QPoint(x, row)) for x in left)
    assert not any(differs(after, before, QPoint(x, row)) for x in right)


def test_a_diverging_path_and_a_marker_far_outside_are_painted(surface_map: SurfaceMap) -> None:
    wild = np.array([[0.0, 0.0], [5.0, -1e9], [-1e300, 1e300], [np.inf, 0.0], [1.0, 1.0]])
    picture = replace(PLAIN, paths=(SurfacePath(wild), SurfacePath(np.empty((0, 2)))), marker=(1e300, -4.0))
    surface_map.show_picture(picture)
    assert not surface_map.grab().isNull()


@pytest.mark.parametrize("values", [np.ones((4, 4)), np.full((4, 4), np.nan), np.array([[0, 1], [2, np.inf]])])
@pytest.mark.parametrize("is_quantile", [False, True])
def test_odd_surfaces_are_painted(
    surface_map: SurfaceMap, values: np.ndarray[tuple[int, int]], is_quantile: bool
) -> None:
    surface_map.show_picture(replace(PLAIN, values=values, is_quantile=is_quantile))
    assert not surface_map.grab().isNull()


@pytest.mark.parametrize("size", [(1, 1), (40, 300), (300, 40), (1500, 900)])
def test_it_paints_at_any_size_and_before_the_first_picture(
    qtbot: QtBot, theme: ThemeSource, size: tuple[int, int]
) -> None:
    widget = SurfaceMap(theme)
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.grab()
    widget.show_picture(replace(surface_picture(size=16), overlay=np.ones((6, 6), np.bool_)))
    widget.set_slice("w")
    assert not widget.grab().isNull()


def test_a_new_theme_repaints_everything(surface_map: SurfaceMap, theme: ThemeSource) -> None:
    before = surface_map.grab().toImage()
    theme.set_theme(load_theme("dark"))
    assert surface_map.grab().toImage() != before


def test_the_description_says_where_the_marker_is(surface_map: SurfaceMap) -> None:
    assert "w = −1.5, b = 6" in surface_map.summary()


def test_the_least_is_told_from_the_cross_where_it_is_known(surface_map: SurfaceMap) -> None:
    surface_map.show_picture(replace(PLAIN, best=(0.12345, -2.0)))
    assert "It is least at the cross, w = 0.1235, b = −2." in surface_map.summary()


def assert_same_pixel(frame: MapFrame, first: tuple[float, float], second: tuple[float, float]) -> None:
    assert (frame.pixel_of(first) - frame.pixel_of(second)).manhattanLength() < 1.5


def near(first: QColor, second: QColor, tolerance: int = 25) -> bool:
    gaps = (first.red() - second.red(), first.green() - second.green(), first.blue() - second.blue())
    return max(abs(gap) for gap in gaps) <= tolerance


def differs(first: QImage, second: QImage, at: QPoint) -> bool:
    return first.pixel(at) != second.pixel(at)


def test_the_axes_are_called_as_the_picture_says(surface_map: SurfaceMap) -> None:
    before = surface_map.grab().toImage()
    surface_map.show_picture(replace(PLAIN, axis_names=("a", "c"), is_marker_fixed=True))
    assert surface_map.grab().toImage() != before
    assert "a = −1.5, c = 6" in surface_map.summary()
    assert "Arrow keys" not in surface_map.summary()


def test_what_is_missing_is_striped_and_the_rest_is_not(surface_map: SurfaceMap) -> None:
    before = surface_map.grab().toImage()
    missing = np.zeros((16, 16), np.bool_)
    missing[8:] = True
    surface_map.show_picture(replace(PLAIN, missing=missing))
    frame, after = surface_map.frame, surface_map.grab().toImage()
    assert frame is not None
    column = round(frame.pixel_of((4.0, 0.0)).x())
    rows = range(round(frame.area.top()) + 2, round(frame.area.bottom()) - 2)
    differs = [row for row in rows if before.pixel(column, row) != after.pixel(column, row)]
    assert len(differs) > 10
    assert max(differs) <= frame.area.center().y() + frame.area.height() / 16
    surface_map.show_picture(PLAIN)
    assert surface_map.grab().toImage() == before
