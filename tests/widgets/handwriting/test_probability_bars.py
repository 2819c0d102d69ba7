"""ProbabilityBars: lengths, numbers and the mark of the likeliest class, as painted."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lossviz.widgets.handwriting.probability_bars import ProbabilityBars
from lossviz.widgets.theme import ThemeSource, load_theme

FOUR = np.array([0.1, 0.2, 0.6, 0.1])
NAMES = ["a", "b", "c", "d"]


@pytest.fixture
def theme(qapp: QApplication) -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.fixture
def bars(qtbot: QtBot, theme: ThemeSource) -> ProbabilityBars:
    widget = ProbabilityBars(theme)
    qtbot.addWidget(widget)
    widget.resize(400, 220)
    return widget


def pixels_in(image: QImage, colour: str, rows: QRect) -> int:
    """How many pixels of exactly this colour there are."""
    wanted = QColor(colour).rgb()
    return sum(
        image.pixel(x, y) == wanted
        for x in range(rows.left(), rows.right() + 1)
        for y in range(rows.top(), rows.bottom() + 1)
    )


def length_px(bars: ProbabilityBars, row: int, of_rows: int, colour: str) -> int:
    """How many pixels of this colour lie along the middle of a row's bar, the pointer on its left left out."""
    image = bars.grab().toImage()
    y = round((row + 0.5) * bars.height() / of_rows)
    return pixels_in(image, colour, QRect(QPoint(16, y), QPoint(bars.width() - 60, y)))


def test_a_bar_is_as_long_as_its_probability(bars: ProbabilityBars, theme: ThemeSource) -> None:
    colours = theme.theme.colours
    bars.show_probabilities(np.array([0.0, 0.25, 1.0]), NAMES[:3])
    full = length_px(bars, 2, 3, colours.bar_best)
    assert full > 200
    assert length_px(bars, 1, 3, colours.bar) == pytest.approx(full / 4, abs=3)
    assert length_px(bars, 0, 3, colours.bar) == 0
    assert length_px(bars, 0, 3, colours.bar_track) == pytest.approx(full, abs=3)


def test_only_the_likeliest_has_the_strong_colour(bars: ProbabilityBars, theme: ThemeSource) -> None:
    bars.show_probabilities(FOUR, NAMES)
    lengths = [length_px(bars, row, 4, theme.theme.colours.bar_best) > 0 for row in range(4)]
    assert lengths == [False, False, True, False]


def test_the_likeliest_is_marked_also_without_colour(bars: ProbabilityBars, theme: ThemeSource) -> None:
    def grey_left_of_the_bars(probabilities: np.ndarray[tuple[int], np.dtype[np.float64]]) -> QImage:
        bars.show_probabilities(probabilities, NAMES)
        image = bars.grab(QRect(0, 0, 20, bars.height())).toImage()
        return image.convertToFormat(QImage.Format.Format_Grayscale8)

    assert grey_left_of_the_bars(FOUR) != grey_left_of_the_bars(FOUR[::-1].copy())


def test_without_ink_there_are_empty_tracks(bars: ProbabilityBars, theme: ThemeSource) -> None:
    bars.show_probabilities(FOUR, NAMES)
    bars.show_probabilities(None, NAMES)
    image = bars.grab().toImage()
    everywhere = QRect(0, 0, bars.width(), bars.height())
    assert pixels_in(image, theme.theme.colours.bar_best, everywhere) == 0
    assert pixels_in(image, theme.theme.colours.bar, everywhere) == 0
    assert "No probabilities" in bars.accessibleDescription()


def test_the_description_names_the_likeliest_and_every_number(bars: ProbabilityBars) -> None:
    bars.show_probabilities(np.array([0.0004, 0.0216, 0.978]), NAMES[:3])
    assert bars.accessibleDescription() == "Most likely: c. a: 0.0%, b: 2.2%, c: 97.8%"


def test_what_is_not_a_number_is_a_dash_and_never_the_likeliest(bars: ProbabilityBars) -> None:
    bars.show_probabilities(np.array([np.nan, 0.3, np.inf]), NAMES[:3])
    assert bars.accessibleDescription() == "Most likely: b. a: –, b: 30.0%, c: –"
    bars.show_probabilities(np.array([np.nan, np.nan]), NAMES[:2])
    bars.grab()
    assert "No probabilities" in bars.accessibleDescription()


def test_a_label_for_each_probability_is_asked_for(bars: ProbabilityBars) -> None:
    with pytest.raises(ValueError, match="3 probabilities for 4 labels"):
        bars.show_probabilities(FOUR[:3], NAMES)


@pytest.mark.parametrize("count", [1, 2, 10, 40])
def test_the_height_asked_for_follows_the_number_of_classes(bars: ProbabilityBars, count: int) -> None:
    bars.show_probabilities(np.full(count, 1 / count), [str(i) for i in range(count)])
    assert bars.minimumSizeHint().height() == 16 * count
    assert bars.sizeHint().height() >= 16 * count


@pytest.mark.parametrize("size", [(1, 1), (30, 500), (500, 30), (160, 160), (2000, 1200)])
def test_it_paints_at_any_size(bars: ProbabilityBars, size: tuple[int, int]) -> None:
    bars.show_probabilities(FOUR, ["a very long name of a class", "", "c", "d"])
    bars.resize(*size)
    assert not bars.grab().isNull()
    bars.show_probabilities(None, [])
    assert not bars.grab().isNull()


def test_long_names_do_not_ask_for_a_wide_window(bars: ProbabilityBars) -> None:
    bars.show_probabilities(FOUR, ["W" * 500, "b", "c", "d"])
    assert bars.minimumSizeHint().width() < 300
