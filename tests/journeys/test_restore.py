"""A window ends: after a kill the next one offers what was set; after an orderly end it can be continued."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QPushButton
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from tests.support.assembly import Home, part, press, settle, until
from tests.support.tiny_runs import ENDLESS_RUN

# A sitting in a process of its own: somebody types a weight, and then nothing more happens.
SITTING = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox
from lossviz.composition import Assembly
from lossviz.core.training.settings import TrainingSettings
from lossviz.engine import Surroundings
from lossviz.workers import session_keeper

session_keeper.QUIET_MS = 50
folder, application = Path(sys.argv[1]), QApplication([])
settings = QSettings(str(folder / "lossviz.ini"), QSettings.Format.IniFormat)
around = Surroundings(settings, folder / "mnist", folder / "built-in")
assembly = Assembly(application, around, TrainingSettings(), "cpu")
assembly.window.show()
assembly.begin_session()
assembly.window.show_page("fit")
weight = assembly.window.findChild(QDoubleSpinBox, "fit.weight")
weight.selectAll()
QTest.keyClicks(weight, "1.25")
QTest.keyClick(weight, Qt.Key.Key_Return)
application.exec()
"""
PATIENCE_MS = 60_000  # until another Python has opened a window on a machine that is busy with other things


@pytest.fixture
def killed(home: Home, qtbot: QtBot) -> dict[str, object]:
    """The session that a window had kept when it was killed."""
    kept = home.folder / "sessions" / "running-1.lossviz.json"
    sitting = subprocess.Popen([sys.executable, "-c", SITTING, str(home.folder)])
    try:
        qtbot.waitUntil(lambda: kept.exists() or sitting.poll() is not None, timeout=PATIENCE_MS)
    finally:
        sitting.kill()
        sitting.wait()
    session: dict[str, object] = json.loads(kept.read_text("utf-8"))
    return session


def steps(assembly: Assembly) -> int:
    run = assembly.engine.mnist.training.run
    return len(run.log) if run else 0


def left(folder: Path) -> list[str]:
    return [file.name for file in (folder / "sessions").glob("*.json")]


def test_what_was_set_before_a_kill_is_offered_and_put_back(
    killed: dict[str, object], home: Home, qtbot: QtBot
) -> None:
    assembly = home.build()
    qtbot.addWidget(assembly.window)
    with qtbot.waitExposed(assembly.window):
        assembly.window.show()
    assert assembly.engine.states.state() != killed["states"]
    assembly.begin_session()
    settle(assembly, qtbot)
    QTest.mouseClick(part(assembly, QPushButton, "remedy.restore_session"), Qt.MouseButton.LeftButton)
    settle(assembly, qtbot)
    assert json.loads(json.dumps(assembly.engine.states.state())) == killed["states"]
    assert assembly.window.page == killed["page"] == "fit"
    assert part(assembly, QDoubleSpinBox, "fit.weight").value() == 1.25
    assert left(home.folder) == ["running-1.lossviz.json"]
    assert assembly.window.close()
    assert left(home.folder) == ["last.lossviz.json"]


def test_a_network_that_was_being_trained_when_the_window_was_closed_can_be_trained_on(
    home: Home, qtbot: QtBot
) -> None:
    closed = home.open(qtbot, ENDLESS_RUN)
    closed.begin_session()
    press(closed, "start")
    until(closed, qtbot, lambda: steps(closed) > 20)
    closed.window.close()
    qtbot.waitUntil(lambda: (home.folder / "sessions" / "last.lossviz.json").exists(), timeout=PATIENCE_MS)
    taken = steps(closed)
    following = home.open(qtbot)
    following.begin_session()
    assert steps(following) == 0
    following.window.run_command(following.window.commands["file.continue_last"])
    settle(following, qtbot)
    assert steps(following) == taken
    assert following.engine.mnist.training.run is not None
    assert following.engine.mnist.training.run.settings == ENDLESS_RUN
    assert following.settings.recent_files_there() == ()
    press(following, "continue")
    settle(following, qtbot)
    press(following, "start")
    until(following, qtbot, lambda: steps(following) > taken)
