"""SlicePlot: both curves, the model on them, and what the mouse reads."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lossviz.widgets.surfaces.slice_plot import SlicePlot
from lossviz.widgets.theme import ThemeSource, load_theme

XS = np.linspace(-2.0, 2.0, 81)


@pytest.fixture
def theme(qapp: QApplication) -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.fixture
def plot(qtbot: QtBot, theme: ThemeSource) -> SlicePlot:
    widget = SlicePlot(theme)
    qtbot.addWidget(widget)
    widget.resize(420, 220)
    widget.show_slice(XS, XS**2, 100 * (XS - 1) ** 2, 0.5, "w")
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_it_reads_both_losses_between_the_points(plot: SlicePlot) -> None:
    assert plot.read_out(1.5).splitlines() == ["w = 1.5", "squared error 2.25", "cross-entropy 25"]


def test_the_summary_begins_with_what_stands_at_the_model(plot: SlicePlot) -> None:
    assert plot.summary().startswith(plot.read_out(0.5).replace("\n", ", ") + ". ")


def test_the_arrow_keys_read_along_the_curves_and_escape_reads_nothing(plot: SlicePlot) -> None:
    before = plot.grab().toImage()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.grab().toImage() != before
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.grab().toImage() == before


def test_both_curves_fill_the_plot_though_one_is_a_hundred_times_the_other(plot: SlicePlot, theme: ThemeSource) -> None:
    image, colours = plot.grab().toImage(), theme.theme.colours
    for colour in (colours.loss_mse, colours.loss_bce):
        rows = [y for y in range(25, 195) for x in range(70, 350, 2) if image.pixelColor(x, y) == QColor(colour)]
        assert max(rows) - min(rows) > 120


def test_the_mouse_reads_what_is_under_it(plot: SlicePlot) -> None:
    before = plot.grab().toImage()
    QTest.mouseMove(plot, QPoint(150, 100))
    assert plot.grab().toImage() != before


@pytest.mark.parametrize("ys", [np.zeros(81), np.full(81, np.nan), np.where(XS > 0, np.inf, 1.0)])
@pytest.mark.parametrize("size", [(1, 1), (200, 110), (1000, 300)])
def test_odd_curves_are_painted_at_any_size(plot: SlicePlot, ys: np.ndarray[tuple[int]], size: tuple[int, int]) -> None:
    plot.resize(*size)
    plot.show_slice(XS, ys, ys, 99.0, "b")
    assert not plot.grab().isNull()
