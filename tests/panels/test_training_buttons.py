"""TrainingButtons: what can be pressed follows the state, and what is pressed happens."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.run_states import RunState
from tests.support.assembly import Home, press, settle, show, until
from tests.support.tiny_runs import ENDLESS_RUN, TINY_RUN


def pressable(assembly: Assembly) -> set[str]:
    buttons = (
        button
        for name in ("start", "pause", "stop", "save", "load")
        for button in assembly.pages.mnist.buttons.findChildren(QPushButton, f"mnist.{name}")
    )
    return {button.objectName().removeprefix("mnist.") for button in buttons if button.isEnabled()}


def start(assembly: Assembly, qtbot: QtBot) -> None:
    press(assembly, "start")
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is RunState.RUNNING)


def stop(assembly: Assembly, qtbot: QtBot) -> None:
    press(assembly, "stop")
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is RunState.IDLE)


def finish_a_run(assembly: Assembly, qtbot: QtBot) -> None:
    press(assembly, "start")
    training = assembly.engine.mnist.training
    until(assembly, qtbot, lambda: training.state is RunState.IDLE and training.run is not None)


def answer_dialogs(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    text = str(path) if path else ""
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_arguments: (text, ""))


def test_without_data_nothing_can_be_started(home: Home, qtbot: QtBot) -> None:
    assembly = home.build()
    show(assembly, qtbot)
    settle(assembly, qtbot)
    assert pressable(assembly) == {"load"}
    assembly.begin(None)
    until(assembly, qtbot, lambda: assembly.engine.mnist.data.digits is not None)
    assert pressable(assembly) == {"start", "load"}


def test_the_buttons_follow_the_state(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.engine.mnist.training.set_settings(ENDLESS_RUN)
    pause = assembly.pages.mnist.buttons.pause_button
    start(assembly, qtbot)
    assert pressable(assembly) == {"pause", "stop", "save"}
    press(assembly, "pause")
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is RunState.PAUSED)
    assert pressable(assembly) == {"pause", "stop", "save"}
    assert pause.text() == "Resume"
    press(assembly, "pause")
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is RunState.RUNNING)
    assert pause.text() == "Pause"
    stop(assembly, qtbot)
    assert pressable(assembly) == {"start", "save", "load"}


def test_going_on_is_offered_where_it_is_possible(assembly: Assembly, qtbot: QtBot) -> None:
    (box,) = assembly.pages.mnist.buttons.findChildren(QCheckBox)
    assert not box.isEnabled()
    finish_a_run(assembly, qtbot)
    assert box.isEnabled()
    press(assembly, "continue")
    settle(assembly, qtbot)
    assert assembly.pages.mnist.buttons.start_button.text() == "Go on"
    assembly.engine.mnist.training.set_settings(TINY_RUN.changed(seed=3))
    settle(assembly, qtbot)
    assert not box.isEnabled()
    assert not box.isChecked()
    assert assembly.pages.mnist.buttons.start_button.text() == "Start"


def test_a_run_is_saved_where_the_dialog_says_and_opened_again(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish_a_run(assembly, qtbot)
    answer_dialogs(monkeypatch, tmp_path / "my run")
    press(assembly, "save")
    file = tmp_path / "my run.pt"
    qtbot.waitUntil(file.exists)
    assert str(file) in assembly.window.statusBar().currentMessage()
    assert load_run(file).settings == TINY_RUN
    answer_dialogs(monkeypatch, file)
    press(assembly, "load")
    until(assembly, qtbot, lambda: len(assembly.engine.mnist.training.runs) == 2)
    assert assembly.engine.mnist.messages.message is None


def test_a_dialog_that_is_cancelled_changes_nothing(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish_a_run(assembly, qtbot)
    answer_dialogs(monkeypatch, None)
    before = sorted(tmp_path.iterdir())
    press(assembly, "save")
    press(assembly, "load")
    assert len(assembly.engine.mnist.training.runs) == 1
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("content", [b"", b"not a run", b"\x80\x04\x95" + bytes(200)])
def test_a_file_that_is_no_run_is_a_message_and_the_runs_stay(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    file = tmp_path / "run.pt"
    file.write_bytes(content)
    answer_dialogs(monkeypatch, file)
    press(assembly, "load")
    until(assembly, qtbot, lambda: assembly.engine.mnist.messages.message is not None)
    settle(assembly, qtbot)
    assert assembly.engine.mnist.training.runs == ()
    assert assembly.pages.mnist.messages.banner.isVisible()
    message = assembly.engine.mnist.messages.message
    assert message is not None
    assert "run.pt" in str(message.error)
