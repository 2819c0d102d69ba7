"""The catalogue's panel: one marker in two plots, live numbers, and refusals in place."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from lossviz.core.losses.axes import AXES, AxisKey
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.entries import LossKey
from lossviz.panels.losses_catalogue_panel import LossesCataloguePanel
from lossviz.stores.catalogue_store import CatalogueStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.number_boxes import NumberBox
from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.theme import ThemeSource, load_theme


class Bench:
    """A panel of its own, and what it shows."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.store = CatalogueStore()
        self.clock = FrameClock()
        self.panel = LossesCataloguePanel(self.clock, ThemeSource(load_theme("light")), self.store)
        qtbot.addWidget(self.panel)
        self.panel.resize(950, 500)
        self.panel.show()
        self.panel.redraw()

    def row(self, key: LossKey) -> list[str]:
        """Loss and slope of a loss as the list has them."""
        item = self.panel.losses.topLevelItem(list(LOSSES).index(key))
        assert item is not None
        return [item.text(1), item.text(2)]

    def drag(self, plot: LinePlot, x: float) -> None:
        """Take the plot's marker to `x` with the mouse."""
        start = plot.handle_position("marker").toPoint()
        end = QPoint(round(plot.position(x, 0.0).x()), start.y())
        QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(plot, (start + end) / 2)
        QTest.mouseMove(plot, end)
        QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=end)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.clock.stop()


def _has_marker_at(plot: LinePlot, x: float) -> bool:
    return abs(plot.handle_position("marker").x() - plot.position(x, 0.0).x()) < 0.5


def test_the_marker_is_dragged_in_either_plot(bench: Bench) -> None:
    for plot, x in ((bench.panel.value_plot, 2.0), (bench.panel.slope_plot, -3.0)):
        bench.drag(plot, x)
        assert bench.store.marker() == pytest.approx(x, abs=0.1)
        other = bench.panel.value_plot if plot is bench.panel.slope_plot else bench.panel.slope_plot
        bench.qtbot.waitUntil(partial(_has_marker_at, other, bench.store.marker()))


def test_the_list_has_the_numbers_at_the_marker(bench: Bench) -> None:
    bench.store.set_marker(-1.0)
    bench.panel.redraw()
    assert bench.row("log") == ["1.3133", "−0.7311"]
    assert bench.row("zero_one") == ["1.0000", "0.0000"]
    assert bench.row("mse") == ["0.5344", "−0.2875"]
    assert bench.row("hinge") == ["2.0000", "−1.0000"]
    assert bench.row("huber") == ["", ""]


def test_the_log_loss_of_no_probability_is_infinite(bench: Bench) -> None:
    bench.store.set_axis("probability")
    bench.store.set_marker(0.0)
    bench.panel.redraw()
    assert bench.row("log") == ["∞", "−∞"]
    assert bench.row("hinge") == ["", ""]


def test_a_tick_draws_a_loss(bench: Bench) -> None:
    item = bench.panel.losses.topLevelItem(list(LOSSES).index("exponential"))
    assert item is not None
    place = QPoint(11, bench.panel.losses.visualItemRect(item).center().y())
    QTest.mouseClick(bench.panel.losses.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "exponential" in bench.store.chosen
    bench.qtbot.waitUntil(lambda: "Exponential" in bench.panel.value_plot.summary())


@pytest.mark.parametrize("axis", AXES)
def test_every_loss_is_drawn_over_every_axis_that_it_has(bench: Bench, axis: AxisKey) -> None:
    for key in LOSSES:
        bench.store.set_chosen(key, is_chosen=True)
    combo = bench.panel.findChild(QComboBox, "losses.axis")
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(list(AXES).index(axis)):
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert bench.store.axis == axis
    bench.panel.redraw()
    summary = bench.panel.value_plot.summary()
    for entry in LOSSES.values():
        assert (entry.words.name in summary) == (axis in entry.curves)
    assert bench.panel.grab().width() == 950


def test_losses_that_are_the_same_are_one_line(bench: Bench) -> None:
    bench.store.set_chosen("softmax_ce", is_chosen=True)
    bench.panel.redraw()
    assert "Log loss (BCE) = Softmax CE" in bench.panel.value_plot.summary()


def test_without_slopes_the_losses_have_all_the_room(bench: Bench) -> None:
    box = bench.panel.findChild(QCheckBox, "losses.gradients")
    assert isinstance(box, QCheckBox)
    before = bench.panel.value_plot.height()
    box.click()
    bench.qtbot.waitUntil(lambda: bench.panel.value_plot.height() > 1.8 * before)
    assert not bench.panel.slope_plot.isVisible()


@pytest.mark.parametrize(("name", "typed"), [("pos_weight", "0"), ("pos_weight", "nan"), ("delta", "1e308")])
def test_a_number_that_is_none_is_explained_in_place(bench: Bench, name: str, typed: str) -> None:
    box = bench.panel.findChild(NumberBox, f"losses.{name}")
    refusal = bench.panel.findChild(QLabel, "losses.catalogue_refusal")
    assert isinstance(box, NumberBox)
    assert isinstance(refusal, QLabel)
    before = bench.store.options
    box.selectAll()
    QTest.keyClicks(box, typed)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert typed in refusal.text()
    assert refusal.isVisible()
    assert bench.store.options == before
    box.selectAll()
    QTest.keyClicks(box, "2")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not refusal.isVisible()
    assert 2.0 in (bench.store.options.pos_weight, bench.store.options.delta)


def test_half_a_small_window_is_enough(bench: Bench) -> None:
    least = bench.panel.minimumSizeHint()
    assert least.width() <= 490
    assert least.height() <= 300
