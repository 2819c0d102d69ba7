"""The status bar tells what the work is done with."""

from pytestqt.qtbot import QtBot

from lossviz.core.training.devices import CPU_INSTEAD
from lossviz.core.training.run_states import RunState
from lossviz.core.training.settings import TrainingSettings
from lossviz.panels.status_panel import StatusPanel
from lossviz.stores.data_store import DataStore
from lossviz.stores.training_store import Speed, TrainingStore
from lossviz.widgets.frame_clock import FrameClock
from tests.support.tiny_runs import tiny_digits


class Rig:
    """The panel over stores that nobody else touches."""

    def __init__(self, qtbot: QtBot) -> None:
        self.clock = FrameClock()
        self.data = DataStore()
        self.training = TrainingStore(self.data, TrainingSettings(), "auto", 2)
        self.panel = StatusPanel(self.clock, self.training, self.data)
        qtbot.addWidget(self.panel)
        with qtbot.waitExposed(self.panel):
            self.panel.show()


def test_before_anything_was_loaded_it_says_so(qtbot: QtBot) -> None:
    rig = Rig(qtbot)
    qtbot.waitUntil(lambda: rig.panel.data.text() == "no data yet")
    assert rig.panel.device.text() == "Automatic"
    assert rig.panel.threads.text() == "2 threads"
    assert not rig.panel.speed.isVisible()


def test_it_follows_data_processor_and_threads(qtbot: QtBot) -> None:
    rig = Rig(qtbot)
    digits = tiny_digits()
    rig.data.set_digits(digits)
    rig.training.set_device(CPU_INSTEAD)
    rig.training.set_threads(1)
    qtbot.waitUntil(lambda: rig.panel.threads.text() == "1 thread")
    assert rig.panel.device.text() == "CPU"
    assert digits.identity.name.startswith(rig.panel.data.text().rstrip("…"))


def test_the_threads_are_those_that_the_network_gains_from(qtbot: QtBot) -> None:
    rig = Rig(qtbot)
    rig.training.set_settings(TrainingSettings(network="mlp"))
    qtbot.waitUntil(lambda: rig.panel.threads.text() == "1 thread")


def test_the_speed_is_told_while_something_is_trained(qtbot: QtBot) -> None:
    rig = Rig(qtbot)
    rig.training.set_state(RunState.STARTING)
    rig.training.set_state(RunState.RUNNING)
    rig.training.note_growth(Speed(1234.5, None))
    qtbot.waitUntil(rig.panel.speed.isVisible)
    assert rig.panel.speed.text() in ("1234 images/s", "1235 images/s")
    rig.training.set_state(RunState.PAUSED)
    qtbot.waitUntil(lambda: not rig.panel.speed.isVisible())


def test_every_part_has_a_name_for_a_screen_reader(qtbot: QtBot) -> None:
    panel = Rig(qtbot).panel
    for part in (panel, panel.speed.label, panel.data.label, panel.device.label, panel.threads.label):
        assert part.accessibleName()
