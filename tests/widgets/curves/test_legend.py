"""CurveLegend: a click or a key hides a run and brings it back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lossviz.widgets.curves.legend import CurveLegend
from lossviz.widgets.curves.plot import CurvePlot
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.curve_runs import run_of

PRESENT = run_of([2.0, 1.0], name="run 4", key=4, evaluations=[(2, 1.5)])
EARLIER = [run_of([2.0, 1.5], name=f"ghost {key}", key=key, is_ghost=True) for key in (1, 2)]


@pytest.fixture
def plot(qtbot: QtBot) -> CurvePlot:
    plot = CurvePlot(ThemeSource(load_theme("light")), "Loss", "value", "step")
    qtbot.addWidget(plot)
    plot.resize(900, 300)
    plot.show_runs([PRESENT, *EARLIER])
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


@pytest.fixture
def told(plot: CurvePlot) -> list[int]:
    keys: list[int] = []
    plot.run_toggled.connect(keys.append)
    return keys


def click(legend: CurveLegend, name: str) -> None:
    QTest.mouseClick(legend, Qt.MouseButton.LeftButton, pos=legend.place_of(name).center())


def test_a_click_on_a_name_tells_its_run(plot: CurvePlot, told: list[int]) -> None:
    for name in ("ghost 2", "run 4: train", "validation"):
        click(plot.legend, name)
    assert told == [2, 4, 4]


def test_a_click_beside_the_names_or_with_another_button_does_nothing(plot: CurvePlot, told: list[int]) -> None:
    legend = plot.legend
    QTest.mouseClick(legend, Qt.MouseButton.LeftButton, pos=QPoint(legend.width() - 2, 2))
    QTest.mouseClick(legend, Qt.MouseButton.RightButton, pos=legend.place_of("ghost 1").center())
    assert told == []


def test_the_keys_lead_to_a_name_and_space_tells_its_run(plot: CurvePlot, told: list[int], qtbot: QtBot) -> None:
    legend = plot.legend
    assert legend.focusPolicy() == Qt.FocusPolicy.TabFocus
    legend.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(legend.hasFocus)
    before = legend.grab().toImage()
    QTest.keyClick(legend, Qt.Key.Key_Right)
    assert legend.grab().toImage() != before
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(legend, key)
    for _ in range(9):
        QTest.keyClick(legend, Qt.Key.Key_Left)
    QTest.keyClick(legend, Qt.Key.Key_Space)
    assert told == [1, 2, 4]


def test_a_hidden_run_stays_in_the_legend_and_is_drawn_nowhere(plot: CurvePlot, told: list[int]) -> None:
    before = plot.legend.grab().toImage()
    plot.show_runs([PRESENT, EARLIER[0]], hidden=[EARLIER[1]])
    assert plot.legend_names == ["run 4: train", "validation", "ghost 1"]
    assert "ghost 2 (hidden)" in plot.legend.accessibleDescription()
    assert "ghost 2 (hidden)" in plot.legend.toolTip()
    assert plot.legend.grab().toImage() != before
    click(plot.legend, "ghost 2")
    assert told == [2]


def test_a_legend_without_runs_takes_no_keys(qtbot: QtBot) -> None:
    legend = CurveLegend(ThemeSource(load_theme("light")))
    qtbot.addWidget(legend)
    legend.set_entries([])
    assert legend.focusPolicy() == Qt.FocusPolicy.NoFocus
    QTest.keyClick(legend, Qt.Key.Key_Space)
