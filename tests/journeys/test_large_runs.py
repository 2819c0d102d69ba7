"""A run with a long history is written and read while the window goes on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from threading import Event

import pytest
import torch
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.training.checkpoints import load_run, save_run
from lossviz.core.training.flat_weights import WeightLayout
from lossviz.core.training.run_states import RunState
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.snapshots import Snapshot
from lossviz.engine import SHIPPED_RUN
from lossviz.panels import training_buttons
from lossviz.resource_files import resource_path
from lossviz.workers import run_opener, run_saver
from tests.support.assembly import PATIENCE_MS, assembly, draw, home, press, settle, until
from tests.support.tiny_runs import ENDLESS_RUN, TINY_RUN

__all__ = ["assembly", "home"]

SNAPSHOTS = 400  # 33 MB


@dataclass(frozen=True)
class Hold:
    """begun: set by a thread once it is at work. gate: what it waits for."""

    begun: Event
    gate: Event

    def wait(self) -> None:
        """On the thread."""
        self.begun.set()
        assert self.gate.wait(PATIENCE_MS / 1000)


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hold]:
    """Runs are written and read as ever, once the gate is open."""
    held = Hold(Event(), Event())

    def save(path: Path, run: SavedRun) -> None:
        held.wait()
        save_run(path, run)

    def load(path: Path) -> SavedRun:
        held.wait()
        return load_run(path)

    monkeypatch.setattr(run_saver, "save_run", save)
    monkeypatch.setattr(run_opener, "load_run", load)
    yield held
    held.gate.set()


def adopt_large_run(window: Assembly) -> None:
    """The network that ships, as if every few steps of its way had been kept."""
    window.engine.opener.adopt(load_run(resource_path(SHIPPED_RUN)), Path("large.pt"))
    run = window.engine.mnist.training.run
    assert run is not None
    assert run.history is not None
    last = run.history.snapshots.all[-1]
    layout = WeightLayout(last.layout.names, last.layout.shapes)
    random = torch.Generator().manual_seed(1)
    for step in range(SNAPSHOTS):
        run.history.snapshots.put(Snapshot(step, layout, last.flat + torch.randn(layout.length, generator=random)))
    window.engine.mnist.timeline.set_saves_history(saves_history=True)


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Answer the dialogs for saving and opening a run."""
    monkeypatch.setattr(training_buttons, "asked_save_path", lambda *_: path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def status(window: Assembly) -> str:
    return window.window.statusBar().currentMessage()


def answers_the_pen(window: Assembly, qtbot: QtBot) -> None:
    """A stroke gets an answer: the window goes on."""
    bars = window.pages.mnist.answer.bars
    assert "Most likely" not in bars.summary()
    draw(window, (0.3, 0.3), (0.7, 0.3), (0.5, 0.8))
    until(window, qtbot, lambda: "Most likely" in bars.summary())


def test_the_window_answers_while_a_run_is_saved_and_the_file_has_the_run_as_it_was(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hold: Hold
) -> None:
    file, mnist = tmp_path / "run.pt", assembly.engine.mnist
    adopt_large_run(assembly)
    settle(assembly, qtbot)
    choose_file(monkeypatch, file)
    press(assembly, "save")
    qtbot.waitUntil(hold.begun.is_set, timeout=PATIENCE_MS)
    assert status(assembly) == f"Saving the run to {file}…"
    answers_the_pen(assembly, qtbot)
    mnist.training.set_settings(TINY_RUN)
    settle(assembly, qtbot)
    press(assembly, "start")  # another run takes its place meanwhile
    until(assembly, qtbot, lambda: len(mnist.training.runs) == 2 and mnist.training.state is RunState.IDLE)
    assert not file.exists()
    hold.gate.set()
    until(assembly, qtbot, lambda: assembly.engine.files.task is None)
    assert status(assembly) == f"The run was saved to {file}."
    assert len(load_run(file).snapshots) == SNAPSHOTS + 1
    assert assembly.settings.recent_files == (file,)
    assert assembly.sessions.desk.present().run is None  # it is not the file of the run in front


def test_the_window_answers_while_a_run_is_opened(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hold: Hold
) -> None:
    file, mnist = tmp_path / "other.pt", assembly.engine.mnist
    copyfile(resource_path(SHIPPED_RUN), file)
    choose_file(monkeypatch, file)
    press(assembly, "load")
    qtbot.waitUntil(hold.begun.is_set, timeout=PATIENCE_MS)
    assert status(assembly) == f"Opening {file}…"
    answers_the_pen(assembly, qtbot)
    assert mnist.training.runs == ()
    hold.gate.set()
    until(assembly, qtbot, lambda: len(mnist.training.runs) == 1)
    assert mnist.run_list.given_name(1) == "other"
    assert (status(assembly), assembly.settings.recent_files) == ("", (file,))
    reference = assembly.sessions.desk.present().run
    assert reference is not None
    assert reference.path == str(file)


def test_a_run_that_was_read_while_a_training_began_is_refused_with_words(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hold: Hold
) -> None:
    file, mnist = tmp_path / "other.pt", assembly.engine.mnist
    copyfile(resource_path(SHIPPED_RUN), file)
    choose_file(monkeypatch, file)
    press(assembly, "load")
    mnist.training.set_settings(ENDLESS_RUN)
    press(assembly, "start")
    until(assembly, qtbot, lambda: mnist.training.run is not None)
    hold.gate.set()
    until(assembly, qtbot, lambda: mnist.messages.message is not None)
    assert mnist.messages.message is not None
    assert "stop it" in str(mnist.messages.message.error)
    assert (len(mnist.training.runs), status(assembly), assembly.settings.recent_files) == (1, "", ())
    press(assembly, "stop")
    until(assembly, qtbot, lambda: mnist.training.is_free)


def test_a_window_that_is_closed_at_once_leaves_the_whole_file(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adopt_large_run(assembly)
    settle(assembly, qtbot)
    choose_file(monkeypatch, tmp_path / "run.pt")
    press(assembly, "save")
    if not assembly.window.close():
        qtbot.waitUntil(assembly.shut_down, timeout=PATIENCE_MS)
    assert len(load_run(tmp_path / "run.pt").snapshots) == SNAPSHOTS + 1
    assert list(tmp_path.glob(".*.part")) == []


def test_a_window_that_is_closed_while_a_run_is_read_ends_without_it(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hold: Hold
) -> None:
    copyfile(resource_path(SHIPPED_RUN), tmp_path / "run.pt")
    choose_file(monkeypatch, tmp_path / "run.pt")
    press(assembly, "load")
    qtbot.waitUntil(hold.begun.is_set, timeout=PATIENCE_MS)
    hold.gate.set()
    if not assembly.window.close():
        qtbot.waitUntil(assembly.shut_down, timeout=PATIENCE_MS)
    assert assembly.engine.mnist.training.runs == ()


@pytest.mark.parametrize("what", ["session", "lesson"])
def test_what_is_opened_after_a_run_is_set_after_it(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, what: str
) -> None:
    """The run brings its own settings, whenever it has been read."""
    session, run = tmp_path / "one.lossviz.json", tmp_path / "run.pt"
    copyfile(resource_path(SHIPPED_RUN), run)
    training = assembly.engine.mnist.training
    training.set_settings(training.settings.changed(epochs=77))
    assembly.sessions.desk.save(session)
    begin: dict[str, Callable[[], object]] = {
        "session": lambda: assembly.open_file(session),
        "lesson": lambda: assembly.classroom.begin_shipped("mnist_by_both_losses"),
    }
    assembly.open_file(run)
    begin[what]()
    assert len(training.runs) == 1
    epochs = training.settings.epochs
    assert epochs != load_run(run).settings.epochs
    until(assembly, qtbot, lambda: assembly.engine.files.task is None)
    assert training.settings.epochs == epochs
