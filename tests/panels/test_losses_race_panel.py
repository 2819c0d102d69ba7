"""LossesRacePanel: the race is started, watched, cancelled and judged."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from lossviz.core.by_hand.summation_race import RaceProgress, RaceResult, RaceSettings
from lossviz.core.errors import LossvizError
from lossviz.panels.losses_race_panel import LossesRacePanel
from lossviz.stores.race_store import RaceStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.race_bars import RaceBars, seconds_text
from lossviz.widgets.theme import ThemeSource, load_theme
from lossviz.workers.race_controller import RaceController
from tests.support.assembly import PATIENCE_MS, choose

RESULT = RaceResult("tensor", 310_000, 2.0, 4e-5, 310_001.5, 310_000.25, 310_000.26)


class PanelRig:
    """The panel with a controller, as on its page."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.race = RaceStore()
        self.controller = RaceController(self.race)
        self.clock = FrameClock()
        self.clock.add_collector(self.controller.collect)
        self.race.state_changed.connect(self.clock.wake)
        self.panel = LossesRacePanel(self.clock, ThemeSource(load_theme("light")), self.race)
        self.panel.start_pressed.connect(self.controller.start)
        self.panel.cancel_pressed.connect(self.controller.cancel)
        qtbot.addWidget(self.panel)
        self.panel.resize(490, 300)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.until(lambda: "Press Start" in self.text("verdict"))

    def until(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def text(self, name: str) -> str:
        return self.panel.findChildren(QLabel, f"losses.race_{name}")[0].text()

    def button(self, name: str) -> QPushButton:
        return self.panel.findChildren(QPushButton, f"losses.race_{name}")[0]

    def press(self, name: str) -> None:
        assert self.button(name).isEnabled()
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    @property
    def bars(self) -> RaceBars:
        return self.panel.findChildren(RaceBars, "losses.race_bars")[0]

    @property
    def progress(self) -> QProgressBar:
        return self.panel.findChildren(QProgressBar, "losses.race_progress")[0]


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[PanelRig]:
    rig = PanelRig(qtbot)
    yield rig
    assert rig.controller.shut_down()
    rig.until(lambda: not rig.race.is_running)
    rig.clock.stop()


def test_a_race_is_started_with_the_mouse_and_its_times_are_what_was_measured(rig: PanelRig) -> None:
    rig.race.set_settings(RaceSettings(seconds=0.05))
    rig.press("start")
    rig.until(lambda: "times as long" in rig.text("verdict"))
    result = rig.race.result
    assert result is not None
    assert seconds_text(result.torch_seconds) in rig.bars.accessibleDescription()
    assert seconds_text(result.python_seconds) in rig.bars.accessibleDescription()
    assert f"{result.python_sum:.2f}" in rig.text("sums")
    assert f"{result.torch_sum:.2f}" in rig.text("sums")
    assert rig.progress.value() == rig.progress.maximum()
    assert rig.button("start").isEnabled()


def test_a_long_race_shows_progress_and_is_cancelled(rig: PanelRig) -> None:
    rig.race.set_settings(RaceSettings(seconds=None))
    rig.press("start")
    rig.until(lambda: rig.progress.value() > 0)
    assert not rig.button("start").isEnabled()
    assert "…" in rig.bars.accessibleDescription()
    rig.press("cancel")
    rig.until(lambda: "Cancelled" in rig.text("verdict"))
    assert rig.text("sums") == ""
    assert not rig.button("cancel").isEnabled()


def test_the_choices_are_the_next_race_s_settings(rig: PanelRig) -> None:
    kind, seconds = (rig.panel.findChildren(QComboBox, f"losses.race_{name}")[0] for name in ("kind", "seconds"))
    choose(kind, "list")
    choose(seconds, 5.0)
    assert rig.race.settings == RaceSettings("list", 5.0)
    choose(seconds, 0.0)
    assert rig.race.settings == RaceSettings("list", None)
    rig.until(lambda: "a list" in rig.bars.accessibleDescription())
    assert seconds.currentData() == 0.0


def test_ratio_sums_and_difference_come_from_the_result(rig: PanelRig) -> None:
    rig.race.begin()
    rig.race.finish(RESULT)
    rig.until(lambda: "50,000 times as long" in rig.text("verdict"))
    assert "310,000 samples" in rig.text("verdict")
    assert "4e−6" in rig.text("sums")
    assert rig.bars.accessibleDescription() == "torch.sum: 40 µs; Python, a tensor: 2 s"


def test_a_race_that_broke_says_why(rig: PanelRig) -> None:
    rig.race.begin()
    rig.race.set_progress(RaceProgress(10, 100, 0.1, 1e-4))
    rig.race.fail(LossvizError("That did not work.", "There was no room.", "Try again."))
    rig.until(lambda: rig.text("verdict") == "That did not work. There was no room. Try again.")
    assert rig.button("start").isEnabled()


@pytest.mark.parametrize(
    ("seconds", "text"), [(2.345, "2.35 s"), (0.0123, "12.3 ms"), (4.5e-5, "45 µs"), (3e-7, "0.3 µs")]
)
def test_times_are_told_to_three_digits(seconds: float, text: str) -> None:
    assert seconds_text(seconds) == text
