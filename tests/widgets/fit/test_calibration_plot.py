"""CalibrationPlot: where the circles stand, how large they are, and what they say."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lossviz.widgets.fit.calibration_plot import CalibrationPlot
from lossviz.widgets.theme import ThemeSource

THREE = ((0.1, 0.05, 100), (0.5, 0.5, 25), (0.9, 1.0, 50))


@pytest.fixture
def plot(qtbot: QtBot, theme: ThemeSource) -> CalibrationPlot:
    plot = CalibrationPlot(theme)
    qtbot.addWidget(plot)
    plot.resize(640, 480)
    with qtbot.waitExposed(plot):
        plot.show()
    plot.show_bins(THREE)
    return plot


def test_areas_are_as_the_numbers_of_cases(plot: CalibrationPlot) -> None:
    widths = [plot.circle(index).width() for index in range(3)]
    assert widths[1] / widths[0] == pytest.approx((25 / 100) ** 0.5)
    assert widths[2] / widths[0] == pytest.approx((50 / 100) ** 0.5)


def test_circles_stand_at_predicted_and_happened(plot: CalibrationPlot) -> None:
    centres = [plot.circle(index).center() for index in range(3)]
    across, up = centres[2] - centres[0], centres[1] - centres[0]
    assert up.x() / across.x() == pytest.approx(0.4 / 0.8)
    assert up.y() / across.y() == pytest.approx(0.45 / 0.95)


def test_a_hovered_circle_says_its_numbers(plot: CalibrationPlot) -> None:
    QTest.mouseMove(plot, QPointF(300, 20).toPoint())
    assert plot.note == ""
    QTest.mouseMove(plot, plot.circle(0).center().toPoint())
    assert plot.note == "predicted 0.100\nhappened 0.050\n100 cases"
    assert not plot.grab().isNull()
    plot.show_bins(THREE[:1])
    assert plot.note == ""


def test_every_group_is_described(plot: CalibrationPlot) -> None:
    assert plot.accessibleDescription().split("; ")[2] == "predicted 0.900, happened 1.000, 50 cases"
    plot.show_bins(())
    assert plot.accessibleDescription() == "No cases yet."


@pytest.mark.parametrize("size", [(1, 1), (30, 400), (400, 30), (300, 260), (1600, 900)])
@pytest.mark.parametrize("points", [(), THREE, ((0.0, 1.0, 1),), ((1.0, 0.0, 10**9), (0.3, 0.3, 1))])
def test_it_paints_at_any_size(
    plot: CalibrationPlot, size: tuple[int, int], points: tuple[tuple[float, float, int], ...]
) -> None:
    plot.resize(*size)
    plot.show_bins(points)
    assert not plot.grab().isNull()
