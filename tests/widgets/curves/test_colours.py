from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from lossviz.widgets.curves.colours import GHOST_HUES, faint_colour, ghost_colour, relative_luminance
from lossviz.widgets.theme import load_theme


def contrast(first: QColor, second: QColor) -> float:
    darker, lighter = sorted((relative_luminance(first), relative_luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def distance(first: QColor, second: QColor) -> int:
    return abs(first.red() - second.red()) + abs(first.green() - second.green()) + abs(first.blue() - second.blue())


def test_luminance_gives_the_published_contrasts() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_earlier_run_stands_out_from_the_plot_and_from_the_others(name: str) -> None:
    colours = load_theme(name).colours
    ghosts = [ghost_colour(key, QColor(colours.ghost)) for key in range(len(GHOST_HUES))]

    for ghost in ghosts:
        assert contrast(ghost, QColor(colours.surface)) >= 3.0
    for first, second in combinations([*ghosts, QColor(colours.train), QColor(colours.validation)], 2):
        assert distance(first, second) >= 40


def test_a_faint_colour_lies_between_the_colour_and_what_is_behind() -> None:
    assert faint_colour(QColor(0, 100, 200), QColor(100, 100, 100), 0.25) == QColor(75, 100, 125)
