"""TrainingCurves and TrainingProgress: how a run goes, in pictures and words."""

import re

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.training.run_states import RunState
from lossviz.widgets.curves.plot import CurvePlot
from lossviz.widgets.number_boxes import CountBox
from tests.support.assembly import part, press, settle, until
from tests.support.tiny_runs import ENDLESS_RUN, STEPS_PER_EPOCH, TINY_RUN


def plots(assembly: Assembly) -> tuple[CurvePlot, CurvePlot]:
    return part(assembly, CurvePlot, "mnist.loss_plot"), part(assembly, CurvePlot, "mnist.accuracy_plot")


def train(assembly: Assembly, qtbot: QtBot) -> None:
    press(assembly, "start")
    training = assembly.engine.mnist.training
    qtbot.waitUntil(lambda: training.state is not RunState.IDLE)
    until(assembly, qtbot, lambda: training.state in {RunState.IDLE, RunState.FAILED})
    settle(assembly, qtbot)


def status(assembly: Assembly) -> str:
    return part(assembly, QLabel, "mnist.status").text()


def bar(assembly: Assembly) -> QProgressBar:
    return part(assembly, QProgressBar, "mnist.progress")


def hover(plot: CurvePlot, step: float, qtbot: QtBot) -> None:
    frame = plot.canvas.frame
    middle = (frame.values.low + frame.values.high) / 2
    QTest.mouseMove(plot.canvas.viewport(), plot.canvas.position_px(step + 5, middle).toPoint())
    QTest.mouseMove(plot.canvas.viewport(), plot.canvas.position_px(step, middle).toPoint())
    qtbot.waitUntil(lambda: plot.read_out != "")


def turn_wheel(plot: CurvePlot) -> None:
    viewport = plot.canvas.viewport()
    here = QPointF(viewport.rect().center())
    event = QWheelEvent(
        here,
        QPointF(viewport.mapToGlobal(here.toPoint())),
        QPoint(),
        QPoint(0, 360),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


@pytest.mark.parametrize("hovered", [0, 1])
def test_hovering_in_one_plot_reads_the_same_step_in_both(assembly: Assembly, qtbot: QtBot, hovered: int) -> None:
    train(assembly, qtbot)
    both = plots(assembly)
    assert [plot.read_out for plot in both] == ["", ""]
    hover(both[hovered], 10, qtbot)
    assert both[0].read_out.splitlines()[0] == both[1].read_out.splitlines()[0]
    assert "10" in both[0].read_out.splitlines()[0]
    QTest.mouseMove(both[hovered].canvas.viewport(), QPoint(1, 1))
    QTest.mouseMove(assembly.pages.mnist.data, QPoint(1, 1))


def test_the_curves_grow_while_the_network_learns(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.engine.mnist.training.set_settings(ENDLESS_RUN)
    press(assembly, "start")
    loss, _accuracy = plots(assembly)
    until(assembly, qtbot, lambda: bool(assembly.engine.mnist.training.runs) and loss.canvas.frame.steps.high > 20)
    seen = loss.canvas.frame.steps.high
    qtbot.waitUntil(lambda: loss.canvas.frame.steps.high > seen)
    assert all(plot.canvas.frame.steps == loss.canvas.frame.steps for plot in plots(assembly))


def test_an_earlier_run_stays_as_a_ghost_with_its_name(assembly: Assembly, qtbot: QtBot) -> None:
    train(assembly, qtbot)
    assembly.engine.mnist.training.set_settings(TINY_RUN.changed(loss="mse_softmax"))
    settle(assembly, qtbot)
    train(assembly, qtbot)
    for plot in plots(assembly):
        names = " | ".join(plot.legend_names)
        assert re.search(r"Run 1: [^|]*Cross-entropy", names)
        assert re.search(r"Run 2: [^|]*MSE on softmax", names)


@pytest.mark.parametrize("name", ["log_loss", "ignore_outliers"])
def test_the_switches_over_the_curves_can_be_pressed_at_any_time(assembly: Assembly, qtbot: QtBot, name: str) -> None:
    press(assembly, name)
    train(assembly, qtbot)
    press(assembly, name)
    settle(assembly, qtbot)
    assert plots(assembly)[0].canvas.frame.is_log is False


def test_the_loss_axis_becomes_logarithmic_and_the_accuracys_does_not(assembly: Assembly, qtbot: QtBot) -> None:
    train(assembly, qtbot)
    press(assembly, "log_loss")
    assert [plot.canvas.frame.is_log for plot in plots(assembly)] == [True, False]


def test_smoothing_is_read_out_in_both_plots(assembly: Assembly, qtbot: QtBot) -> None:
    train(assembly, qtbot)
    box = part(assembly, CountBox, "mnist.smoothing")
    box.setValue(5)
    hover(plots(assembly)[0], 12, qtbot)
    with_smoothing = [plot.read_out for plot in plots(assembly)]
    box.setValue(0)
    without = [plot.read_out for plot in plots(assembly)]
    assert all(one != other for one, other in zip(with_smoothing, without, strict=True))


def test_fit_shows_the_whole_run_again(assembly: Assembly, qtbot: QtBot) -> None:
    train(assembly, qtbot)
    loss, accuracy = plots(assembly)
    turn_wheel(loss)
    assert not loss.is_fitted
    press(assembly, "fit_curves")
    assert loss.is_fitted
    assert accuracy.is_fitted
    assert loss.canvas.frame.steps.high >= 3 * STEPS_PER_EPOCH


def test_a_diverged_run_is_drawn_and_the_next_one_too(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.engine.mnist.training.set_settings(TINY_RUN.changed(loss="mse_logits", learning_rate=1e6, epochs=9))
    settle(assembly, qtbot)
    train(assembly, qtbot)
    assert assembly.engine.mnist.training.state is RunState.FAILED
    assert status(assembly).startswith("Stopped by an error")
    assembly.window.grab()
    assembly.engine.mnist.training.set_settings(TINY_RUN)
    settle(assembly, qtbot)
    train(assembly, qtbot)
    assembly.window.grab()
    assert status(assembly).startswith("Finished")


def test_before_the_first_run_the_window_is_ready(assembly: Assembly) -> None:
    assert status(assembly) == "Ready"
    assert bar(assembly).value() == 0


def test_progress_tells_epoch_step_pace_and_time_left(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.engine.mnist.training.set_settings(ENDLESS_RUN)
    press(assembly, "start")
    pattern = r"epoch \d+ of 10000 · step [\d,]+ · [\d,]+ images/s · (\d+ min )?\d+ s left"
    qtbot.waitUntil(lambda: re.fullmatch(pattern, bar(assembly).text()) is not None)
    assert status(assembly) == "Training · Softmax regression, Cross-entropy"
    press(assembly, "pause")
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is RunState.PAUSED)
    assert status(assembly).startswith("Paused")
    assert "images/s" not in bar(assembly).text()


def test_a_finished_run_tells_what_came_of_it(assembly: Assembly, qtbot: QtBot) -> None:
    train(assembly, qtbot)
    run = assembly.engine.mnist.training.run
    assert run is not None
    assert run.test is not None
    assert bar(assembly).value() == bar(assembly).maximum()
    assert bar(assembly).text() == "epoch 3 of 3 · step 24"
    assert f"{run.test.accuracy:.2%} of the test digits read right" in status(assembly)


def test_a_stopped_run_is_not_called_finished(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.engine.mnist.training.set_settings(ENDLESS_RUN)
    press(assembly, "start")
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is RunState.RUNNING)
    press(assembly, "stop")
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is RunState.IDLE)
    assert not status(assembly).startswith("Finished")
    assert part(assembly, QAbstractButton, "mnist.start").isEnabled()
