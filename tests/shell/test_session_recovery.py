"""SessionRecovery: what a crash left is offered, restored or discarded, and kept where that fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lossviz.core.training.run_states import RunState
from lossviz.panels.message_panel import MessagePanel
from lossviz.shell.session_recovery import SessionRecovery
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.theme import ThemeSource, load_theme
from lossviz.workers.session_keeper import SessionKeeper
from tests.support.session_rig import SessionRig


class Restarted:
    """A sitting whose predecessor has left a session, with the banner that offers it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.rig = SessionRig(folder)
        self.keeper = SessionKeeper(folder / "state", self.rig.desk.worth_keeping)
        self.recovery = SessionRecovery(self.keeper, self.rig.desk, self.rig.messages)
        self.clock = FrameClock()
        self.panel = MessagePanel(self.clock, ThemeSource(load_theme("light")), self.rig.messages)
        self.panel.remedy_chosen.connect(self.recovery.take_remedy)
        qtbot.addWidget(self.panel)
        self.panel.show()

    def press(self, remedy: str) -> None:
        def buttons() -> list[QPushButton]:
            return self.panel.findChildren(QPushButton, f"remedy.{remedy}")

        self.qtbot.waitUntil(lambda: bool(buttons()) and buttons()[0].isVisible())
        buttons()[0].click()

    def left(self) -> list[str]:
        return sorted(path.name for path in (self.rig.folder / "state").glob("*.json"))


@pytest.fixture
def restarted(qtbot: QtBot, tmp_path: Path) -> Iterator[Restarted]:
    before = SessionRig(tmp_path)
    before.polynomial.set_degree(11)
    (tmp_path / "state").mkdir()
    before.desk.save(tmp_path / "state" / "running-1.lossviz.json")
    sitting = Restarted(qtbot, tmp_path)
    sitting.keeper.begin()
    yield sitting
    sitting.keeper.end()
    sitting.clock.stop()


def test_it_is_restored_at_the_press_of_a_button(restarted: Restarted) -> None:
    restarted.recovery.offer()
    assert "without having been closed" in restarted.rig.said()
    restarted.press("restore_session")
    assert restarted.rig.polynomial.degree == 11
    assert restarted.rig.desk.path is None
    assert restarted.left() == ["running-1.lossviz.json"]  # it is kept by this sitting now


def test_it_is_discarded_at_the_press_of_the_other(restarted: Restarted) -> None:
    restarted.recovery.offer()
    restarted.press("discard_session")
    assert restarted.rig.polynomial.degree == 4
    assert restarted.left() == []
    assert restarted.rig.said() == ""


def test_what_cannot_be_restored_is_told_and_kept(restarted: Restarted) -> None:
    (restarted.rig.folder / "state" / "left-1.lossviz.json").write_text('{"lossviz_session": 1,\n"states": }')
    restarted.recovery.offer()
    restarted.press("restore_session")
    assert "Line 2" in restarted.rig.said()
    assert restarted.rig.polynomial.degree == 4
    assert restarted.left() == ["left-1.lossviz.json"]
    restarted.press("discard_session")
    assert restarted.left() == []
    assert restarted.rig.said() == ""


def test_what_cannot_be_restored_now_can_be_restored_later(restarted: Restarted) -> None:
    restarted.rig.training.set_state(RunState.STARTING)
    restarted.recovery.offer()
    restarted.press("restore_session")
    assert "being trained" in restarted.rig.said()
    restarted.rig.training.set_state(RunState.IDLE)
    restarted.press("restore_session")
    assert restarted.rig.polynomial.degree == 11


def test_what_another_window_takes_away_meanwhile_is_not_offered(
    restarted: Restarted, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = restarted.rig.folder / "state" / "left-9.lossviz.json"
    monkeypatch.setattr(SessionKeeper, "left", gone)
    restarted.recovery.offer()
    restarted.recovery.take_remedy("restore_session")
    assert restarted.rig.messages.message is None


def test_after_an_orderly_end_nothing_is_offered(qtbot: QtBot, tmp_path: Path) -> None:
    sitting = Restarted(qtbot, tmp_path)
    sitting.keeper.begin()
    sitting.recovery.offer()
    assert sitting.rig.messages.message is None
    sitting.keeper.end()
    sitting.clock.stop()
