import math

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lossviz.widgets.curves.lines import raw_line
from lossviz.widgets.curves.plot import CurvePlot
from lossviz.widgets.exports.plot_menu import PlotMenu
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.curve_runs import falling_loss, run_of

RUN = run_of(falling_loss(2500), name="run 4", evaluations=[(500, 0.9), (1000, 0.7), (2000, 0.4)])


@pytest.fixture
def theme() -> ThemeSource:
    return ThemeSource(load_theme("dark"))


@pytest.fixture
def plot(theme: ThemeSource, qtbot: QtBot) -> CurvePlot:
    return shown_plot(theme, qtbot)


@pytest.fixture
def linked(theme: ThemeSource, qtbot: QtBot) -> tuple[CurvePlot, CurvePlot]:
    """Held by the fixture: a window that nobody holds may be collected while it is being painted."""
    first, second = shown_plot(theme, qtbot), shown_plot(theme, qtbot)
    first.link_x(second)
    return first, second


def shown_plot(theme: ThemeSource, qtbot: QtBot) -> CurvePlot:
    plot = CurvePlot(theme, "Loss", "cross-entropy", "step")
    qtbot.addWidget(plot)
    plot.resize(900, 300)
    with qtbot.waitExposed(plot):
        plot.show()
    plot.set_smoothing(50)
    plot.show_runs([RUN])
    return plot


def position_of(plot: CurvePlot, step: float) -> QPoint:
    frame = plot.canvas.frame
    return plot.canvas.position_px(step, (frame.values.low + frame.values.high) / 2).toPoint()


def hover(plot: CurvePlot, qtbot: QtBot, step: float) -> None:
    """Move the mouse there from a place beside it: Qt passes over a move to where the mouse is already."""
    QTest.mouseMove(plot.canvas.viewport(), position_of(plot, step + 100))
    QTest.mouseMove(plot.canvas.viewport(), position_of(plot, step))
    qtbot.waitUntil(lambda: plot.read_out != "")


def turn_wheel(widget: QWidget, position: QPoint, notches: int) -> None:
    event = QWheelEvent(
        QPointF(position),
        QPointF(widget.mapToGlobal(position)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def drag(plot: CurvePlot, qtbot: QtBot, pixels: int) -> None:
    """Press, move and release; the plot takes no two moves within 10 ms, so the last is repeated until it is taken."""
    viewport, start = plot.canvas.viewport(), position_of(plot, 1250)
    before, end = plot.canvas.frame, start + QPoint(pixels, 0)
    QTest.mouseMove(viewport, start)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)

    def has_moved() -> bool:
        QTest.mouseMove(viewport, end + QPoint(pixels // 10, 0))
        QTest.mouseMove(viewport, end)
        return plot.canvas.frame != before

    qtbot.waitUntil(has_moved)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def test_hovering_tells_the_step_under_the_mouse_and_reads_its_values(plot: CurvePlot, qtbot: QtBot) -> None:
    hovered: list[int] = []
    plot.step_hovered.connect(hovered.append)
    hover(plot, qtbot, 1204)
    step = hovered[-1]

    assert step == pytest.approx(1204, abs=4)  # a pixel is three steps wide
    assert plot.read_out.splitlines() == [
        f"step {step}",
        f"batch: {RUN.batch_values[step - 1]:.4g}",
        f"mean of the last 50: {RUN.batch_values[step - 50 : step].mean():.4g}",
        "validation: 0.7 (step 1000)",
    ]


def test_leaving_the_plot_takes_the_crosshair_away(plot: CurvePlot, qtbot: QtBot) -> None:
    hover(plot, qtbot, 1204)
    with qtbot.waitSignal(plot.step_hovered) as hovered:
        QTest.mouseMove(plot.canvas.viewport(), QPoint(3, 3))

    assert hovered.args == [None]
    assert plot.read_out == ""


def test_a_linked_crosshair_shows_the_same_step_and_does_not_answer(plot: CurvePlot, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(plot.step_hovered):
        plot.show_cursor(700)

    assert plot.read_out.startswith("step 700\n")


def test_the_read_out_stays_inside_the_plot(plot: CurvePlot) -> None:
    for step in (1, 1250, 2500):
        plot.show_cursor(step)
        (box,) = [label for label in plot.canvas.findChildren(QLabel) if label.text() == plot.read_out]
        assert plot.canvas.rect().contains(box.geometry())


def test_the_wheel_zooms_and_the_view_stays_until_a_double_click(plot: CurvePlot) -> None:
    fitted, viewport = plot.canvas.frame, plot.canvas.viewport()
    turn_wheel(viewport, position_of(plot, 1250), 3)
    zoomed = plot.canvas.frame
    assert zoomed.steps.span < 0.8 * fitted.steps.span
    assert not plot.is_fitted

    plot.show_runs([run_of(falling_loss(5000))])
    assert plot.canvas.frame == zoomed

    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, position_of(plot, 1250))
    assert plot.is_fitted
    assert plot.canvas.frame.steps.high > 5000


def test_dragging_pans_and_the_view_stays_until_it_is_fitted(plot: CurvePlot, qtbot: QtBot) -> None:
    fitted = plot.canvas.frame
    drag(plot, qtbot, -200)
    panned = plot.canvas.frame
    assert panned.steps.low > fitted.steps.low + 100
    assert panned.steps.span == pytest.approx(fitted.steps.span)

    plot.show_runs([RUN])
    assert plot.canvas.frame == panned
    plot.fit_view()
    assert plot.canvas.frame == fitted


def test_a_zoomed_view_shows_every_step(plot: CurvePlot) -> None:
    turn_wheel(plot.canvas.viewport(), position_of(plot, 1250), 12)
    frame = plot.canvas.frame
    steps, _ = raw_line(RUN, frame)

    assert frame.steps.low < 1250 < frame.steps.high
    assert steps.tolist() == list(range(math.floor(frame.steps.low), math.ceil(frame.steps.high) + 1))


def test_the_wheel_cannot_go_where_numbers_end(plot: CurvePlot) -> None:
    viewport = plot.canvas.viewport()
    for is_log in (False, True):
        plot.set_log_y(is_log)
        for notches in (-30_000, 30_000):
            turn_wheel(viewport, position_of(plot, 1250), notches // 30)
            plot.canvas.grab()
            plot.fit_view()

    assert plot.is_fitted


def test_linked_plots_show_the_same_steps_either_way(linked: tuple[CurvePlot, CurvePlot]) -> None:
    first, second = linked
    for moved, follower in ((first, second), (second, first)):
        turn_wheel(moved.canvas.viewport(), position_of(moved, 1250), 2)
        assert follower.canvas.frame.steps == moved.canvas.frame.steps
        assert not follower.is_fitted

    first.fit_view()
    assert second.is_fitted
    assert second.canvas.frame.steps == first.canvas.frame.steps
    assert second.canvas.frame.steps.high > 2500


def test_linked_plots_follow_the_longer_run(linked: tuple[CurvePlot, CurvePlot]) -> None:
    first, second = linked
    second.show_runs([run_of(falling_loss(9000))])
    first.show_runs([RUN])

    assert first.canvas.frame.steps == second.canvas.frame.steps
    assert first.canvas.frame.steps.high > 9000


def test_the_keyboard_moves_the_crosshair_and_fits(plot: CurvePlot) -> None:
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Left)
    (before,) = [int(line.split()[1]) for line in plot.read_out.splitlines()[:1]]
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.read_out.startswith(f"step {before - (2500 - before)}\n")
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.read_out == ""

    turn_wheel(plot.canvas.viewport(), position_of(plot, 1250), 2)
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.is_fitted


def test_the_right_button_opens_the_menu_of_every_plot(plot: CurvePlot) -> None:
    QTest.mouseClick(
        plot.canvas.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, position_of(plot, 1250)
    )

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, PlotMenu)
    menu.close()
