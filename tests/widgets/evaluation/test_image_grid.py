"""ImageGrid: thousands of tiles, of which each can be seen, reached and chosen."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lossviz.widgets.evaluation.grid_layout import grid_layout
from lossviz.widgets.evaluation.grid_picture import CaptionLine, GridPicture
from lossviz.widgets.evaluation.image_grid import ImageGrid
from lossviz.widgets.theme import ThemeSource, load_theme

COUNT = 5000


class Asked:
    """places: whose captions were asked for."""

    def __init__(self) -> None:
        self.places: list[int] = []

    def caption(self, place: int) -> tuple[CaptionLine, ...]:
        self.places.append(place)
        return (CaptionLine(str(place)),)


@pytest.fixture
def grid(qtbot: QtBot) -> ImageGrid:
    grid = ImageGrid(ThemeSource(load_theme("light")))
    qtbot.addWidget(grid)
    grid.resize(400, 300)
    with qtbot.waitExposed(grid):
        grid.show()
    return grid


def picture(count: int = COUNT, asked: Asked | None = None) -> GridPicture:
    """The images in reverse order; image i is all of grey i % 256."""
    images = np.broadcast_to((np.arange(COUNT) % 256).astype(np.uint8)[:, None, None], (COUNT, 28, 28))
    caption = (asked or Asked()).caption
    return GridPicture(images, np.arange(COUNT)[::-1][:count], caption, lambda place: f"image {place}", ("8888",))


def click(grid: ImageGrid, index: int) -> None:
    place = grid.layout_now.image(index).center().toPoint() - QPoint(0, grid.verticalScrollBar().value())
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_chooses_the_image_by_its_place_in_the_data(grid: ImageGrid) -> None:
    chosen = list[int]()
    grid.image_chosen.connect(chosen.append)
    grid.show_picture(picture())
    click(grid, 0)
    click(grid, 6)
    grid.verticalScrollBar().setValue(round(grid.layout_now.tile(1000).top()))
    click(grid, 1000)
    assert chosen == [COUNT - 1, COUNT - 7, COUNT - 1001]


def test_only_captions_in_sight_are_asked_for(grid: ImageGrid) -> None:
    asked = Asked()
    grid.show_picture(picture(asked=asked))
    grid.grab()
    assert 0 < len(set(asked.places)) < 60


def test_each_tile_shows_its_own_image(grid: ImageGrid) -> None:
    grid.show_picture(picture())
    grid.verticalScrollBar().setValue(round(grid.layout_now.tile(2000).top()))
    shot = grid.viewport().grab().toImage()
    for index in (2000, 2003, 2009):
        place = grid.layout_now.image(index).center().toPoint() - QPoint(0, grid.verticalScrollBar().value())
        assert shot.pixelColor(place * shot.devicePixelRatio()).red() == (COUNT - 1 - index) % 256


def test_keys_reach_the_last_image_and_enter_chooses_it(grid: ImageGrid) -> None:
    chosen = list[int]()
    grid.image_chosen.connect(chosen.append)
    grid.show_picture(picture())
    columns = grid.layout_now.columns
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Space):
        QTest.keyClick(grid, key)
    assert chosen == [COUNT - 2 - columns, 0]
    assert grid.accessibleDescription() == f"{COUNT} of {COUNT:,}: image 0"
    bar = grid.verticalScrollBar()
    assert bar.value() == bar.maximum()
    QTest.keyClick(grid, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_fewer_images_leave_neither_scroll_bar_nor_key_beyond_the_end(grid: ImageGrid) -> None:
    chosen = list[int]()
    grid.image_chosen.connect(chosen.append)
    grid.show_picture(picture())
    QTest.keyClick(grid, Qt.Key.Key_End)
    grid.show_picture(picture(2))
    assert grid.verticalScrollBar().maximum() == 0
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert chosen == [COUNT - 2]


def test_without_images_there_is_a_note_and_nothing_to_choose(grid: ImageGrid) -> None:
    chosen = list[int]()
    grid.image_chosen.connect(chosen.append)
    grid.show_picture(picture())
    grid.clear("No image is in this cell.")
    QTest.keyClick(grid, Qt.Key.Key_Return)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert chosen == []
    assert grid.accessibleDescription() == "No image is in this cell."
    grid.grab()


@given(st.floats(80, 2000), st.integers(1, 3000), st.floats(0, 120), st.integers(0, 50))
def test_every_tile_is_found_where_it_lies(width: float, tiles: int, caption_width: float, caption: int) -> None:
    layout = grid_layout(width, 56.0, caption_width, float(caption), 8.0)
    for index in {0, tiles // 2, tiles - 1}:
        tile = layout.tile(index)
        assert layout.tile_at(tile.center(), tiles) == index
        assert tile.contains(layout.image(index)) or layout.columns == 1
        assert index in layout.in_sight(tile.top(), tile.bottom(), tiles)
        assert tile.bottom() <= layout.height(tiles)
    assert layout.tile_at(layout.tile(tiles).center(), tiles) is None
