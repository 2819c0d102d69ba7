"""A stranger's way through the window, with mouse and keys alone."""

import random
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.data.mnist_download import DownloadCancelled
from lossviz.core.errors import LossvizError
from lossviz.core.training.run_states import RunState
from lossviz.core.training.settings import TrainingSettings
from lossviz.widgets.handwriting.probability_bars import ProbabilityBars
from lossviz.workers import data_controller
from lossviz.workers.training_controller import TrainingController
from tests.support.assembly import Home, begin, draw, part, press, settle, show, until
from tests.support.tiny_runs import ENDLESS_RUN, TINY_RUN

ONE = ((0.5, 0.15), (0.5, 0.4), (0.5, 0.6), (0.5, 0.85))
MOMENTS = 10  # at which the window is closed, for each thing that it may be doing


def until_state(assembly: Assembly, qtbot: QtBot, state: RunState) -> None:
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is state)


def steps(assembly: Assembly) -> int:
    run = assembly.engine.mnist.training.run
    return len(run.log) if run else 0


def prediction(assembly: Assembly) -> str:
    return part(assembly, QLabel, "mnist.prediction").text()


def test_train_hold_go_on_save_open_again_and_be_read(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert part(assembly, QComboBox, "mnist.data").currentText() == "Built-in digits"
    assembly.engine.mnist.training.set_settings(TINY_RUN.changed(epochs=400))
    train_hold_and_stop(assembly, qtbot)
    go_on_to_the_end(assembly, qtbot)
    save_and_open_again(assembly, qtbot, tmp_path / "run.pt", monkeypatch)
    draw(assembly, *ONE)
    settle(assembly, qtbot)
    assert prediction(assembly)[0] == "1"
    assert assembly.engine.mnist.messages.message is None


def train_hold_and_stop(assembly: Assembly, qtbot: QtBot) -> None:
    press(assembly, "start")
    until_state(assembly, qtbot, RunState.RUNNING)
    until(assembly, qtbot, lambda: assembly.pages.mnist.curves.loss_plot.canvas.frame.steps.high > 10)
    press(assembly, "pause")
    until_state(assembly, qtbot, RunState.PAUSED)
    press(assembly, "pause")
    until_state(assembly, qtbot, RunState.RUNNING)
    press(assembly, "stop")
    until_state(assembly, qtbot, RunState.IDLE)
    assert 0 < steps(assembly) < 400 * 8


def go_on_to_the_end(assembly: Assembly, qtbot: QtBot) -> None:
    press(assembly, "continue")
    settle(assembly, qtbot)
    press(assembly, "start")
    until_state(assembly, qtbot, RunState.RUNNING)
    until_state(assembly, qtbot, RunState.IDLE)
    assert steps(assembly) == 400 * 8
    assert len(assembly.engine.mnist.training.runs) == 1


def save_and_open_again(assembly: Assembly, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(file), ""))
    press(assembly, "save")
    qtbot.waitUntil(file.exists)
    press(assembly, "load")
    until(assembly, qtbot, lambda: len(assembly.engine.mnist.training.runs) == 2)
    assert steps(assembly) == 400 * 8
    assert "run 2" in part(assembly, QLabel, "mnist.answer_source").text()


def wait_for_another(bars: ProbabilityBars, qtbot: QtBot) -> None:
    seen = bars.accessibleDescription()
    qtbot.waitUntil(lambda: bars.accessibleDescription() != seen)


def test_the_bars_move_while_the_network_learns(assembly: Assembly, qtbot: QtBot) -> None:
    draw(assembly, *ONE)
    assembly.engine.mnist.training.set_settings(ENDLESS_RUN.changed(learning_rate=0.001))
    press(assembly, "start")
    bars = assembly.pages.mnist.answer.bars
    for _ in range(3):
        wait_for_another(bars, qtbot)
    press(assembly, "stop")
    until_state(assembly, qtbot, RunState.IDLE)


def test_a_learning_rate_of_a_million_is_explained_and_cured_with_a_click(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.engine.mnist.training.set_settings(TINY_RUN.changed(loss="mse_logits", learning_rate=1e6))
    settle(assembly, qtbot)
    clicks = 0
    press(assembly, "start")
    while True:
        until(assembly, qtbot, lambda: assembly.engine.mnist.training.state in {RunState.IDLE, RunState.FAILED})
        settle(assembly, qtbot)
        if assembly.engine.mnist.training.state is RunState.IDLE:
            break
        banner = assembly.pages.mnist.messages.banner
        assert banner.isVisible()
        assert "learning rate" in banner.accessibleDescription()
        part(assembly, QAbstractButton, "remedy.lower_learning_rate").click()
        clicks += 1
        assert clicks < 12
    assert clicks > 0
    assert not assembly.pages.mnist.messages.isVisible()
    run = assembly.engine.mnist.training.run
    assert run is not None
    assert run.test is not None


def test_an_empty_machine_has_digits_a_network_and_no_complaint(home: Home, qtbot: QtBot) -> None:
    assembly = home.open(qtbot)
    assert assembly.engine.mnist.messages.message is None
    assert "not MNIST" in part(assembly, QLabel, "mnist.data_description").text()
    assert part(assembly, QAbstractButton, "mnist.start").isEnabled()
    draw(assembly, *ONE)
    settle(assembly, qtbot)
    assert prediction(assembly)[0] == "1"


def test_what_was_chosen_is_so_in_the_next_sitting(home: Home, qtbot: QtBot) -> None:
    first = home.open(qtbot)
    first.settings.set_theme_name("dark")
    assert first.window.close()
    second = home.build()
    show(second, qtbot)
    assert second.settings.theme_name == "dark"


def opened_for_a_moment(home: Home, qtbot: QtBot, settings: TrainingSettings = TINY_RUN) -> Assembly:
    """A window that `close` deletes: many that are alive make each other slow."""
    assembly = home.build(settings)
    with qtbot.waitExposed(assembly.window):
        assembly.window.show()
    return assembly


def close(assembly: Assembly, qtbot: QtBot) -> None:
    """Close the window and see that nothing runs on."""
    threads = [assembly.engine.training._steering._thread, assembly.engine.data._tasks._thread]
    if not assembly.window.close():
        qtbot.waitUntil(assembly.shut_down)
    assert not assembly.window.isVisible()
    assert all(thread is None or thread.isFinished() for thread in threads)
    assert not any(timer.isActive() for timer in assembly.engine.clock.findChildren(QTimer))
    QCoreApplication.sendPostedEvents()
    shiboken6.delete(assembly.window)


def test_the_window_can_be_closed_at_any_moment_of_a_training(home: Home, qtbot: QtBot) -> None:
    chance = random.Random(1)
    for _ in range(MOMENTS):
        assembly = opened_for_a_moment(home, qtbot, chance.choice([TINY_RUN, ENDLESS_RUN]))
        begin(assembly, qtbot)
        press(assembly, "start")
        qtbot.wait(chance.randrange(60))  # waits for nothing: it is to be anywhere in the middle
        if chance.random() < 0.3:
            assembly.engine.training.toggle_pause()
        close(assembly, qtbot)


def test_the_window_can_be_closed_at_any_moment_of_loading(home: Home, qtbot: QtBot) -> None:
    chance = random.Random(2)
    for _ in range(MOMENTS):
        assembly = opened_for_a_moment(home, qtbot)
        assembly.begin(None)
        qtbot.wait(chance.randrange(15))
        close(assembly, qtbot)


def test_the_window_can_be_closed_at_any_moment_of_a_download(
    home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = threading.Event()

    def endless_download(_folder: Path, _on_progress: object, is_cancelled: Callable[[], bool]) -> Path:
        while not is_cancelled():
            nothing.wait(0.005)
        raise DownloadCancelled

    monkeypatch.setattr(data_controller, "download_mnist", endless_download)
    chance = random.Random(3)
    for _ in range(MOMENTS):
        assembly = opened_for_a_moment(home, qtbot)
        begin(assembly, qtbot)
        press(assembly, "download")
        qtbot.wait(chance.randrange(40))
        close(assembly, qtbot)


def test_a_thread_that_takes_its_time_lets_the_window_go_first(
    home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = threading.Event()
    monkeypatch.setattr(data_controller, "load_digits", lambda _path: may_end.wait() and None)
    patient = data_controller.DataController.shut_down
    monkeypatch.setattr(data_controller.DataController, "shut_down", lambda self, _ms=20: patient(self, patience_ms=20))
    assembly = home.open(qtbot)
    assembly.engine.data.choose(home.folder)
    assert not assembly.window.close()
    assert not assembly.window.isVisible()
    may_end.set()
    qtbot.waitUntil(lambda: not assembly.settings.window_geometry.isEmpty())


def test_a_network_that_cannot_be_loaded_does_not_keep_the_window_shut(
    home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> None:
        raise LossvizError("The run is damaged.", "", "")

    monkeypatch.setattr("lossviz.engine.load_run", fail)
    assembly = home.open(qtbot)
    draw(assembly, *ONE)
    settle(assembly, qtbot)
    assert prediction(assembly) == "–"
    assert "No network can answer yet" in part(assembly, QLabel, "mnist.answer_source").text()
    assert isinstance(assembly.engine.training, TrainingController)
