from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lossviz.widgets.curves.axes import ValueAxis
from lossviz.widgets.curves.colours import ghost_colour
from lossviz.widgets.curves.data import RunCurve
from lossviz.widgets.curves.plot import CurvePlot
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.curve_runs import falling_loss, first_steps, run_of


class PaintCount(QObject):
    """Counts the paint events of what it watches."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def theme() -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.fixture
def plot(theme: ThemeSource, qtbot: QtBot) -> CurvePlot:
    return shown_plot(theme, qtbot, "Loss", is_accuracy=False)


@pytest.fixture
def accuracy_plot(theme: ThemeSource, qtbot: QtBot) -> CurvePlot:
    return shown_plot(theme, qtbot, "Accuracy", is_accuracy=True)


def shown_plot(theme: ThemeSource, qtbot: QtBot, title: str, *, is_accuracy: bool) -> CurvePlot:
    plot = CurvePlot(theme, title, "value", "step", is_accuracy=is_accuracy)
    qtbot.addWidget(plot)
    plot.resize(900, 300)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


@contextmanager
def counted_paints(plot: CurvePlot, qtbot: QtBot) -> Iterator[PaintCount]:
    settle()
    counter = PaintCount()
    plot.canvas.viewport().installEventFilter(counter)
    yield counter
    qtbot.waitUntil(lambda: counter.count > 0)
    settle()
    plot.canvas.viewport().removeEventFilter(counter)


def settle() -> None:
    """Deliver what is posted, what that posts, and so on: a second paint would be posted by the first."""
    for _ in range(5):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def loss_run(count: int = 2500, key: int = 4) -> RunCurve:
    evaluations = [(step, 2.0 - step / 2000) for step in range(500, count + 1, 500)]
    return run_of(falling_loss(count), key=key, name=f"run {key}", evaluations=evaluations, marks_every=200)


def ghost_run(key: int, colour: str, level: float = 1.0) -> RunCurve:
    values = np.full(2500, level)
    return run_of(values, key=key, name=f"ghost {key}", colour=colour, is_ghost=True, evaluations=[(1700, level)])


def colours_in(plot: CurvePlot) -> set[str]:
    image = plot.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), dtype=np.uint32)
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in np.unique(pixels).tolist()}


def test_an_update_is_painted_once(plot: CurvePlot, qtbot: QtBot) -> None:
    run = loss_run()
    plot.set_smoothing(50)
    plot.show_runs([first_steps(run, 1000)])
    with counted_paints(plot, qtbot) as within_the_range:
        plot.show_runs([first_steps(run, 1010)])
    with counted_paints(plot, qtbot) as beyond_the_range:
        plot.show_runs([first_steps(run, 2400)])

    assert within_the_range.count == 1
    assert beyond_the_range.count == 1


def test_two_linked_plots_are_painted_once_each(plot: CurvePlot, accuracy_plot: CurvePlot, qtbot: QtBot) -> None:
    plot.link_x(accuracy_plot)
    run = loss_run()
    for each in (plot, accuracy_plot):
        each.show_runs([first_steps(run, 1000)])
    with counted_paints(plot, qtbot) as first, counted_paints(accuracy_plot, qtbot) as second:
        for each in (plot, accuracy_plot):
            each.show_runs([first_steps(run, 2400)])

    assert (first.count, second.count) == (1, 1)


def test_an_update_that_stays_in_the_range_leaves_the_axes_alone(plot: CurvePlot) -> None:
    run = loss_run()
    plot.show_runs([first_steps(run, 1000)])
    plot.show_runs([first_steps(run, 1030)])  # beyond the tight fit: makes room
    before = plot.canvas.frame
    plot.show_runs([first_steps(run, 1100)])

    assert plot.canvas.frame == before


def test_all_of_the_data_is_in_view(plot: CurvePlot) -> None:
    plot.set_ignore_outliers(False)
    run = loss_run()
    plot.show_runs([run])
    frame = plot.canvas.frame

    assert frame.steps.low < 1
    assert frame.steps.high > 2500
    assert frame.values.low < run.batch_values.min()
    assert frame.values.high > run.batch_values.max()


def test_each_part_of_the_current_run_has_its_colour(plot: CurvePlot, theme: ThemeSource) -> None:
    colours = theme.theme.colours
    plot.show_runs([loss_run()])
    assert {colours.train, colours.validation} <= colours_in(plot)

    plot.set_smoothing(50)
    assert colours.train in colours_in(plot)


def test_ghosts_are_drawn_in_their_own_colours_and_leave_again(plot: CurvePlot) -> None:
    plot.show_runs([ghost_run(1, "#8b5fbf", level=1.5), ghost_run(2, "#2a9d5c"), loss_run()])
    assert {"#8b5fbf", "#2a9d5c"} <= colours_in(plot)

    plot.show_runs([ghost_run(2, "#2a9d5c"), loss_run()])
    assert "#8b5fbf" not in colours_in(plot)
    assert "#2a9d5c" in colours_in(plot)


def test_a_run_that_becomes_a_ghost_is_drawn_as_one(plot: CurvePlot, theme: ThemeSource) -> None:
    run = loss_run()
    plot.show_runs([run])
    plot.show_runs([replace(run, is_ghost=True)])

    assert theme.theme.colours.train not in colours_in(plot)
    assert ghost_colour(run.key, QColor(theme.theme.colours.ghost)).name() in colours_in(plot)


def test_a_new_theme_is_taken_at_once(plot: CurvePlot, theme: ThemeSource) -> None:
    plot.show_runs([loss_run()])
    dark = load_theme("dark")
    theme.set_theme(dark)

    assert {dark.colours.surface, dark.colours.train, dark.colours.validation} <= colours_in(plot)
    assert not {load_theme("light").colours.train, load_theme("light").colours.surface} & colours_in(plot)


def test_the_legend_names_the_runs(plot: CurvePlot) -> None:
    plot.set_smoothing(50)
    plot.show_runs([ghost_run(1, "#8b5fbf"), loss_run()])

    assert plot.legend_names == ["run 4: mean of the last 50", "validation", "ghost 1"]


def test_plots_that_stand_together_give_their_legends_the_same_room(
    plot: CurvePlot, accuracy_plot: CurvePlot, qtbot: QtBot
) -> None:
    plot.align_title(accuracy_plot)
    for one in (plot, accuracy_plot):
        one.resize(400, 220)
        one.show_runs([loss_run()])
    qtbot.waitUntil(lambda: plot.legend.width() == accuracy_plot.legend.width())
    assert plot.legend.geometry() == accuracy_plot.legend.geometry()


@pytest.mark.parametrize("name", ["light", "projector"])
def test_a_low_plot_has_more_than_two_values_on_its_axis(qapp: QApplication, name: str) -> None:
    theme, font = load_theme(name), QFont()
    font.setPixelSize(theme.sizes.font_small_px)
    axis = ValueAxis("accuracy (%)", in_per_cent=True)
    axis.apply_theme(theme, font)
    for high in (0.7, 0.93, 1.02):
        ((_spacing, ticks),) = axis.tickValues(-0.02, high, 110.0)
        assert len(ticks) >= 4


def test_the_number_at_the_top_of_an_empty_plot_has_room(plot: CurvePlot) -> None:
    assert plot.canvas.frame.values.high > 1.0


def test_the_summary_tells_the_state_of_the_run(plot: CurvePlot) -> None:
    assert plot.summary() == "No values yet."
    plot.set_smoothing(2)
    run = run_of([2.0, 1.0, 0.5], name="run 7", key=7, evaluations=[(1, 1.5), (2, 0.75), (3, 0.8)])
    plot.show_runs([ghost_run(1, ""), run])

    assert plot.summary() == (
        "run 7: step 3, last batch 0.5, mean of the last 2 0.75; best validation 0.75 at step 2; earlier runs shown: 1."
    )


def test_the_best_accuracy_is_the_highest(accuracy_plot: CurvePlot) -> None:
    accuracy_plot.show_runs([run_of([0.5], evaluations=[(1, 0.6), (2, 0.9), (3, 0.8)])])

    assert "best validation 90.00% at step 2" in accuracy_plot.summary()


def test_an_accuracy_is_read_in_per_cent_on_its_axis_and_beside_the_crosshair(accuracy_plot: CurvePlot) -> None:
    accuracy_plot.show_runs([run_of([0.25, 0.5], evaluations=[(2, 0.9)])])
    accuracy_plot.show_cursor(2)
    assert accuracy_plot.read_out.splitlines()[1:] == ["batch: 50.00%", "validation: 90.00% (step 2)"]
    axis = ValueAxis("accuracy (%)", in_per_cent=True)
    assert axis.tickStrings([0.0, 0.2, 1.0], 1.0, 0.2) == ["0", "20", "100"]


def test_the_summary_tells_where_a_run_diverged(plot: CurvePlot) -> None:
    plot.show_runs([run_of([2.3, 1e13, np.nan], name="run 2")])

    assert plot.summary() == "run 2: diverged at step 3."


def test_the_hint_stands_there_until_the_first_value(plot: CurvePlot) -> None:
    plot.set_hint("Press Start")
    (hint,) = [label for label in plot.canvas.findChildren(QLabel) if label.text() == "Press Start"]
    assert hint.isVisible()
    assert plot.canvas.rect().contains(hint.geometry())

    plot.show_runs([run_of([1.0])])
    assert not hint.isVisible()
    plot.show_runs([run_of([])])
    assert hint.isVisible()


def test_an_empty_plot_has_no_numbers_and_no_grid(plot: CurvePlot, theme: ThemeSource) -> None:
    def colours() -> set[int]:
        settle()
        image = plot.canvas.grab().toImage()
        return {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}

    assert colours() == {QColor(theme.theme.colours.surface).rgb()}
    plot.show_runs([run_of([1.0, 0.5])])
    assert QColor(theme.theme.colours.grid).rgb() in colours()


def test_a_log_axis_shows_exponents_and_survives_values_that_have_none(plot: CurvePlot) -> None:
    plot.show_runs([run_of([1.0, 0.1, 0.0, -1.0, 0.01], evaluations=[(3, 0.0)])])
    plot.set_log_y(True)
    frame = plot.canvas.frame
    settle()

    assert frame.is_log
    assert frame.values.low < -2.0
    assert frame.values.high > 0.0


def test_outliers_count_when_they_are_wanted(plot: CurvePlot) -> None:
    plot.show_runs([run_of([50.0, 40.0, *falling_loss(1000)])])
    assert plot.canvas.frame.values.high < 10

    plot.set_ignore_outliers(False)
    assert plot.canvas.frame.values.high > 50


@pytest.mark.parametrize("values", [[], [np.nan], [2.3, 1e38, np.inf], [0.0] * 50, [-5.0] * 3, [1e-300] * 20])
@pytest.mark.parametrize("is_log", [False, True])
@pytest.mark.parametrize("smoothing", [0, 50])
def test_strange_runs_are_drawn_without_a_warning(
    plot: CurvePlot, values: list[float], is_log: bool, smoothing: int
) -> None:
    plot.set_smoothing(smoothing)
    plot.set_log_y(is_log)
    plot.show_runs([run_of(values, evaluations=[(0, 2.0), (2, np.nan)], marks_every=2), ghost_run(2, "")])
    plot.show_cursor(2)
    plot.fit_view()
    settle()

    assert plot.canvas.grab().width() == plot.canvas.width()
