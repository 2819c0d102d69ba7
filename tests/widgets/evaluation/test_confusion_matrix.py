"""ConfusionMatrix: every cell can be pointed at, clicked and reached by keys, and its colours keep their order."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lossviz.core.evaluation.confusion import confusion_counts
from lossviz.widgets.curves.colours import relative_luminance
from lossviz.widgets.evaluation.confusion_matrix import ConfusionMatrix
from lossviz.widgets.evaluation.matrix_colours import MatrixColours, matrix_top
from lossviz.widgets.evaluation.matrix_figures import fitting_font
from lossviz.widgets.evaluation.matrix_layout import matrix_layout
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource, load_theme

COUNTS = np.diag(np.full(10, 90)) + 1
COUNTS[4, 9] = 30


@pytest.fixture
def matrix(qtbot: QtBot) -> ConfusionMatrix:
    matrix = ConfusionMatrix(ThemeSource(load_theme("light")))
    qtbot.addWidget(matrix)
    matrix.resize(480, 300)
    with qtbot.waitExposed(matrix):
        matrix.show()
    matrix.show_counts(COUNTS)
    matrix.cell_chosen.connect(matrix.show_cell)
    return matrix


def centre(matrix: ConfusionMatrix, true: int, predicted: int) -> QPoint:
    return matrix.layout_now.rect(true, predicted).center().toPoint()


def test_a_click_on_any_cell_chooses_its_row_and_column(matrix: ConfusionMatrix) -> None:
    chosen = list[object]()
    matrix.cell_chosen.connect(chosen.append)
    cells = [(true, predicted) for true in range(10) for predicted in range(10)]
    for cell in cells:
        QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=centre(matrix, *cell))
    assert chosen == cells


def test_a_click_on_the_chosen_cell_lets_it_go_and_one_beside_the_matrix_does_nothing(matrix: ConfusionMatrix) -> None:
    chosen = list[object]()
    matrix.cell_chosen.connect(chosen.append)
    for place in (centre(matrix, 2, 3), centre(matrix, 2, 3), QPoint(1, 1)):
        QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [(2, 3), None]


def test_the_keys_begin_at_the_most_frequent_mistake_and_stay_within_the_matrix(matrix: ConfusionMatrix) -> None:
    chosen = list[object]()
    matrix.cell_chosen.connect(chosen.append)
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_Escape)
    for key in keys:
        QTest.keyClick(matrix, key)
    assert chosen == [(4, 9), (4, 9), (3, 9), (3, 0), (9, 0), None]


def test_the_sentence_tells_of_the_cell_under_the_mouse_else_of_the_chosen_one(matrix: ConfusionMatrix) -> None:
    assert matrix.foot == ""
    matrix.show_cell((7, 7))
    QTest.mouseMove(matrix, centre(matrix, 4, 9) + QPoint(1, 1))
    QTest.mouseMove(matrix, centre(matrix, 4, 9))
    assert matrix.foot == "4 read as 9: 30 of 129 (23.3%)"
    QTest.mouseMove(matrix, QPoint(1, 1))
    assert matrix.foot == "7 read right: 91 of 100 (91.0%)"
    assert matrix.accessibleDescription() == matrix.foot


@pytest.mark.parametrize("theme", ["light", "projector"])
def test_at_its_smallest_a_cell_still_holds_a_thousand_in_type_that_can_be_read(qtbot: QtBot, theme: str) -> None:
    matrix = ConfusionMatrix(ThemeSource(load_theme(theme)))
    qtbot.addWidget(matrix)
    matrix.resize(matrix.minimumSizeHint())
    cell, usual = matrix.layout_now.cell, small_font(matrix.font(), load_theme(theme))
    font = fitting_font(usual, cell, 1027)
    assert font.pixelSize() >= 9
    assert QFontMetricsF(font).horizontalAdvance("1027") <= cell.width()
    assert QFontMetricsF(font).capHeight() <= cell.height()


def test_without_counts_nothing_can_be_chosen(matrix: ConfusionMatrix) -> None:
    chosen = list[object]()
    matrix.cell_chosen.connect(chosen.append)
    matrix.show_counts(None)
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=centre(matrix, 2, 3))
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    assert chosen == []
    assert matrix.accessibleDescription() == "Not measured yet"
    matrix.grab()


@given(st.integers(120, 1500), st.integers(120, 1500), st.integers(10, 24))
def test_every_cell_lies_within_the_widget_and_is_found_where_it_is(width: int, height: int, text_px: int) -> None:
    layout = matrix_layout(width, height, text_px, 0.0)
    for true, predicted in itertools.product(range(10), repeat=2):
        assert layout.cell_at(layout.rect(true, predicted).center()) == (true, predicted)
    assert layout.cells.bottom() <= height
    assert layout.cells.right() <= width
    assert layout.cell_at(layout.cells.topLeft() - QPointF(1, 1)) is None


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_more_mistakes_are_further_from_the_ground_in_lightness_alone(theme_name: str) -> None:
    theme = load_theme(theme_name)
    colours = MatrixColours(theme, 0.1)
    lightness = [relative_luminance(colours.mistake(share)) for share in (0, 0.0005, 0.005, 0.02, 0.05, 0.1)]
    assert lightness == sorted(lightness, reverse=not theme.is_dark)
    assert all(abs(one - other) > 0.005 for one, other in itertools.pairwise(lightness))
    assert colours.mistake(0.5) == colours.mistake(0.1)


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_figures_can_be_read_on_every_colour(theme_name: str) -> None:
    colours = MatrixColours(load_theme(theme_name), 0.1)
    for ground in (colours.diagonal(), *(colours.mistake(share / 1000) for share in range(101))):
        low, high = sorted((relative_luminance(ground), relative_luminance(colours.text_on(ground))))
        assert (high + 0.05) / (low + 0.05) >= 4.5


def test_the_strongest_colour_stands_for_a_round_share_that_no_mistake_exceeds() -> None:
    shares = np.diag(np.full(10, 0.9))
    assert matrix_top(shares) == 0.01
    shares[2, 3] = 0.034
    assert matrix_top(shares) == 0.05
    assert matrix_top(confusion_counts(np.arange(10), np.zeros(10, np.int64)) / 1.0) == 1.0
