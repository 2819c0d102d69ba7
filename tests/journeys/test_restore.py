"""A window is killed: the next one offers what was set, puts it back, and leaves nothing when it is closed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.assembly import Home, part, settle

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
    assert left(home.folder) == []
