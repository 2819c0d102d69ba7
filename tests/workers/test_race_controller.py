"""RaceController: it runs beside the window, can be cancelled at any time, and leaves no thread behind."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from lossviz.core.by_hand.summation_race import RaceSettings
from lossviz.stores.race_store import RaceStore
from lossviz.workers import race_controller
from lossviz.workers.race_controller import RaceController
from tests.support.assembly import PATIENCE_MS

SHORT = RaceSettings(seconds=0.01)
ENDLESS = RaceSettings(seconds=None)  # a quarter of a minute and more; to be cancelled


class RaceRig:
    """A controller over a store of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.race = RaceStore()
        self.controller = RaceController(self.race)

    def start(self, settings: RaceSettings) -> None:
        self.race.set_settings(settings)
        self.controller.start()
        assert self.race.state == "running"

    def until(self, condition: Callable[[], bool]) -> None:
        """Let frames go by until `condition` holds."""
        self._qtbot.waitUntil(lambda: bool(self.controller.collect() and False) or condition(), timeout=PATIENCE_MS)


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[RaceRig]:
    rig = RaceRig(qtbot)
    yield rig
    assert rig.controller.shut_down()
    rig.until(lambda: not rig.controller.collect())


def test_a_race_ends_with_a_result_and_another_can_be_run(rig: RaceRig) -> None:
    assert rig.race.state == "idle"
    for kind in ("tensor", "list"):
        rig.start(RaceSettings("tensor" if kind == "tensor" else "list", 0.01))
        rig.until(lambda: rig.race.state == "done")
        assert rig.race.result is not None
        assert rig.race.result.kind == kind
        assert not rig.controller.collect()


def test_progress_is_told_and_a_cancelled_race_has_no_result(rig: RaceRig) -> None:
    rig.start(ENDLESS)
    rig.until(lambda: rig.race.progress is not None)
    assert rig.race.progress is not None
    assert 0 < rig.race.progress.done < rig.race.progress.count
    rig.controller.cancel()
    rig.until(lambda: rig.race.state == "cancelled")
    assert rig.race.result is None


def test_a_race_that_is_on_is_not_begun_again_nor_changed(rig: RaceRig) -> None:
    rig.start(ENDLESS)
    rig.controller.start()
    rig.race.set_settings(SHORT)
    assert rig.race.settings == ENDLESS
    rig.controller.cancel()
    rig.until(lambda: rig.race.state == "cancelled")


def test_closing_the_window_ends_the_race(rig: RaceRig) -> None:
    rig.start(ENDLESS)
    assert rig.controller.shut_down()


def test_cancelling_without_a_race_does_not_cancel_the_next(rig: RaceRig) -> None:
    rig.controller.cancel()
    rig.start(SHORT)
    rig.until(lambda: rig.race.state == "done")


def test_a_race_that_breaks_is_a_problem_and_no_silence(
    rig: RaceRig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_arguments: object) -> None:
        raise MemoryError("no room for the losses")

    monkeypatch.setattr(race_controller, "run_race", fail)
    rig.start(SHORT)
    rig.until(lambda: rig.race.state == "failed")
    assert "there is not enough memory" in str(rig.race.problem)
    assert "a task broke" in caplog.text
