"""LossSplit: the parts of the loss on one scale."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from lossviz.widgets.classes.loss_split import LossSplit, LossSplitPicture
from lossviz.widgets.likelihood.entropy_stack import DIVERGENCE_COLOUR
from lossviz.widgets.theme import ThemeSource, load_theme


@pytest.fixture
def theme() -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.fixture
def split(qtbot: QtBot, theme: ThemeSource) -> LossSplit:
    split = LossSplit(theme)
    qtbot.addWidget(split)
    split.resize(400, split.minimumSizeHint().height())
    split.show()
    return split


def colours_at(split: LossSplit, value: float) -> set[str]:
    """What is painted from top to bottom where a loss lies."""
    image = split.grab().toImage()
    x = round(split.place_of(value))
    return {image.pixelColor(x + dx, y).name() for y in range(image.height()) for dx in (-1, 0, 1)}


def test_the_parts_are_stacked_and_end_at_their_sum(split: LossSplit, theme: ThemeSource) -> None:
    split.show_picture(LossSplitPicture(entropy=0.4, divergence=0.3, floor=0.4))
    colours = theme.theme.colours
    assert colours.target in colours_at(split, 0.2)
    divergence = getattr(colours, DIVERGENCE_COLOUR)
    assert divergence not in colours_at(split, 0.2)
    assert divergence in colours_at(split, 0.55)
    assert not {colours.target, divergence} & colours_at(split, 0.85)


def test_the_floor_is_drawn_where_it_lies(split: LossSplit, theme: ThemeSource) -> None:
    split.show_picture(LossSplitPicture(entropy=0.0, divergence=0.2, floor=0.55))
    text = QColor(theme.theme.colours.text).name()
    image, x = split.grab().toImage(), int(split.place_of(0.55))
    column = [image.pixelColor(x, y).name() == text for y in range(image.height())]
    assert sum(column) >= image.height() / 3


@pytest.mark.parametrize("floor", [0.0, 0.02])
def test_the_scale_begins_with_a_whole_0_beside_a_low_floor(split: LossSplit, floor: float) -> None:
    zero = QRect(round(split.place_of(0.0)) - 5, split.height() - 10, 10, 10)
    split.show_picture(LossSplitPicture(entropy=0.0, divergence=0.2, floor=0.7))
    far = split.grab(zero).toImage()
    split.show_picture(LossSplitPicture(entropy=floor, divergence=0.2, floor=floor))
    assert split.grab(zero).toImage() == far


@pytest.mark.parametrize("loss", [0.0, 0.02, 1.0, 3.7, 9.9, 123.0, 2e5])
def test_every_loss_finds_room_on_the_scale(split: LossSplit, loss: float) -> None:
    split.show_picture(LossSplitPicture(0.0, loss, 0.0))
    assert split.place_of(0.0) <= split.place_of(loss) < split.width()
    split.grab()


def test_it_is_read_aloud(split: LossSplit) -> None:
    split.show_picture(LossSplitPicture(0.25, 0.5, 0.25))
    assert split.accessibleDescription() == "L = 0.7500: H(y) = 0.2500, KL = 0.5000, floor 0.2500"
