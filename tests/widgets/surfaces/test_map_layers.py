"""MapLayers: what is drawn in parts, because that is faster, looks as if it had been drawn at once."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from lossviz.widgets.surfaces import map_layers, marks
from lossviz.widgets.surfaces.map_axes import draw_axes
from lossviz.widgets.surfaces.map_layers import MapSheet
from lossviz.widgets.surfaces.palette import SurfacePalette
from lossviz.widgets.surfaces.picture import SurfacePicture
from lossviz.widgets.surfaces.surface_map import SurfaceMap
from lossviz.widgets.theme import ThemeSource, load_presenting_theme, load_theme
from tests.support.surface_pictures import surface_picture

THEMES = {"light": load_theme("light"), "dark": load_theme("dark"), "presenting": load_presenting_theme()}
PICTURE = surface_picture(size=16)
MOST_PIXELS, HARDLY_SEEN = 100, 130  # of a map's 100 000 pixels; of 255


def shown(qtbot: QtBot, look: str, picture: SurfacePicture | None = PICTURE) -> SurfaceMap:
    """A map that was made for this picture, and so keeps nothing from another."""
    surface_map = SurfaceMap(ThemeSource(THEMES[look]))
    qtbot.addWidget(surface_map)
    surface_map.resize(420, 460)
    if picture is not None:
        surface_map.show_picture(picture)
    return surface_map


def painted(qtbot: QtBot, look: str = "light") -> QImage:
    return shown(qtbot, look).grab().toImage()


def grey(image: QImage) -> NDArray[np.int_]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return lines[:, : grey.width()].astype(np.int_)


def whole_sheet(sheet: MapSheet) -> tuple[QRect, ...]:
    return (QRect(0, 0, sheet.size.width(), sheet.size.height()),)


@pytest.mark.parametrize("look", list(THEMES))
def test_layers_lose_nothing_where_they_are_cut(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, look: str) -> None:
    in_parts = painted(qtbot, look)
    for part in ("inside", "right_of_map"):
        monkeypatch.setattr(MapSheet, part, whole_sheet)
    assert painted(qtbot, look) == in_parts


@pytest.mark.parametrize("look", list(THEMES))
def test_no_label_of_an_axis_reaches_into_the_map(qtbot: QtBot, look: str) -> None:
    frame = shown(qtbot, look).frame
    assert frame is not None
    sheet = QImage(420, 460, QImage.Format.Format_ARGB32_Premultiplied)
    sheet.fill(Qt.GlobalColor.transparent)
    with QPainter(sheet) as painter:
        draw_axes(painter, frame, SurfacePalette(THEMES[look], QFont()), ("w", "b"))
    alpha = np.frombuffer(sheet.constBits(), np.uint8).reshape(sheet.height(), sheet.width(), 4)[:, :, 3]
    edge = THEMES[look].sizes.line_thin_px  # the border lies over the ends of the ticks
    area = frame.area.toAlignedRect().adjusted(edge, edge, -edge, -edge)
    assert alpha.any()
    assert not alpha[area.top() : area.bottom() + 1, area.left() : area.right() + 1].any()


def test_the_colours_have_no_seams(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    in_parts = painted(qtbot)
    monkeypatch.setattr(map_layers, "_MOST_ROWS", 10_000)
    assert painted(qtbot) == in_parts


@pytest.mark.parametrize("picture", [None, PICTURE])
def test_around_the_map_is_the_windows_background(qtbot: QtBot, picture: SurfacePicture | None) -> None:
    surface_map = shown(qtbot, "light", picture)
    ground = QColor("#123456")
    palette = surface_map.palette()
    palette.setColor(surface_map.backgroundRole(), ground)
    surface_map.setPalette(palette)
    image = surface_map.grab().toImage()
    corners = [(1, 1), (418, 1), (1, 458), (418, 458)]
    assert {image.pixelColor(*corner).name() for corner in corners} == {ground.name()}


def test_a_path_of_many_small_steps_is_drawn_as_it_is(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    fewer = grey(painted(qtbot))
    counts: list[int] = []

    def all_of_them(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
        counts.append(len(pixels))
        return pixels

    monkeypatch.setattr(marks, "_without_repeats", all_of_them)
    gaps = np.abs(grey(painted(qtbot)) - fewer)
    assert max(counts) > 100
    assert (gaps > 16).sum() <= MOST_PIXELS
    assert gaps.max() <= HARDLY_SEEN


def test_of_points_in_the_same_pixel_the_first_stays_and_the_last_of_all() -> None:
    pixels = np.array([[1.0, 1.0], [1.1, 1.2], [3.0, 1.0], [3.4, 0.9], [3.4, 1.1]])
    assert marks._without_repeats(pixels).tolist() == [[1.0, 1.0], [3.0, 1.0], [3.4, 1.1]]
    ends = np.array([[1.0, 1.0], [1.1, 1.0]])
    assert marks._without_repeats(ends).tolist() == ends.tolist()
