"""MnistTimelinePanel: the time machine by mouse, its words, and the lines in the curves."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.training.run_states import RunState
from lossviz.panels.mnist_timeline_panel import MnistTimelinePanel
from lossviz.panels.training_curves import TrainingCurves
from lossviz.stores.data_store import DataStore
from lossviz.stores.timeline_store import TimelineStore
from lossviz.stores.training_store import TrainingStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.page_checks import assert_named, own_controls
from tests.support.timeline_runs import run_with
from tests.support.tiny_runs import TINY_RUN

STEPS = (0, 3, 8, 11, 16, 20)


@dataclass(frozen=True)
class Scene:
    """The panel under the curves."""

    qtbot: QtBot
    clock: FrameClock
    training: TrainingStore
    timeline: TimelineStore
    curves: TrainingCurves
    panel: MnistTimelinePanel
    window: QWidget

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.clock._dirty)

    def press_at(self, step: int) -> None:
        scrubber = self.panel.scrubber
        QTest.mousePress(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(round(scrubber.x_of(step)), 20))
        QTest.mouseRelease(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(round(scrubber.x_of(step)), 20))
        self.settle()

    def press(self, button: QAbstractButton) -> None:
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    @property
    def marks(self) -> list[int | None]:
        return [plot.marked_step for plot in (self.curves.loss_plot, self.curves.accuracy_plot)]


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    clock, theme = FrameClock(), ThemeSource(load_theme("light"))
    training = TrainingStore(DataStore(), TINY_RUN, "cpu", 1)
    timeline = TimelineStore(training)
    curves = TrainingCurves(clock, theme, training, timeline=timeline)
    panel = MnistTimelinePanel(clock, theme, timeline, training)
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(curves, 1)
    column.addWidget(panel)
    qtbot.addWidget(window)
    window.resize(500, 500)
    with qtbot.waitExposed(window):
        window.show()
    scene = Scene(qtbot, clock, training, timeline, curves, panel, window)
    scene.settle()
    return scene


@pytest.fixture
def with_run(scene: Scene) -> Scene:
    scene.training.put_run(run_with(STEPS, 20))
    scene.settle()
    return scene


def test_before_the_first_run_the_panel_says_what_it_is_for(scene: Scene) -> None:
    panel = scene.panel
    assert panel.place.text() == "Start a run, then look back on it."
    of_no_use = (panel.scrubber, panel.play_button, panel.live_button, panel.memory, panel.saving)
    assert not any(widget.isVisible() for widget in of_no_use)


def test_the_first_run_moves_nothing(scene: Scene) -> None:
    before = scene.panel.geometry()
    scene.training.put_run(run_with(STEPS, 20))
    scene.settle()
    assert scene.panel.scrubber.isVisible()
    assert scene.panel.geometry() == before


def test_dragging_marks_the_step_in_both_plots_and_says_where_it_is(with_run: Scene) -> None:
    with_run.press_at(11)
    assert with_run.timeline.step == 11
    assert with_run.marks == [11, 11]
    assert with_run.panel.place.text() == "run 1, step 11, epoch 1.38"
    with_run.press(with_run.panel.live_button)
    assert with_run.timeline.step is None
    assert with_run.marks == [None, None]
    assert with_run.panel.place.text() == "Now: run 1, step 20, epoch 2.50"
    assert not with_run.panel.live_button.isEnabled()


def test_while_the_run_goes_on_the_panel_says_so(with_run: Scene) -> None:
    with_run.training.set_state(RunState.STARTING)
    with_run.training.set_state(RunState.RUNNING)
    with_run.press_at(3)
    assert with_run.panel.place.text() == "run 1, step 3, epoch 0.38; the run goes on"


def test_the_crosshair_of_the_mouse_leaves_the_mark_alone(with_run: Scene) -> None:
    with_run.press_at(8)
    with_run.curves.loss_plot.show_cursor(4)
    with_run.curves.loss_plot.show_cursor(None)
    assert with_run.marks == [8, 8]


def test_play_and_hold(with_run: Scene) -> None:
    button = with_run.panel.play_button
    assert button.text() == "Play"
    with_run.press(button)
    assert (with_run.timeline.is_playing, with_run.timeline.step, button.text()) == (True, 0, "Pause")
    with_run.press(button)
    assert (with_run.timeline.is_playing, button.text()) == (False, "Play")
    with_run.press(button)
    with_run.press_at(11)
    assert (with_run.timeline.is_playing, with_run.timeline.step) == (False, 11)


def test_memory_and_the_size_of_a_file_are_told(with_run: Scene) -> None:
    panel = with_run.panel
    assert panel.memory.text() == "6 snapshots, 0.2 MB; all runs 0.2 MB of 256 MB"
    with_run.press(panel.saving)
    assert with_run.timeline.saves_history


def test_another_run_is_shown_as_it_is_now(with_run: Scene) -> None:
    with_run.press_at(3)
    with_run.training.put_run(run_with((0, 8), 8, number=2))
    with_run.settle()
    assert with_run.marks == [None, None]
    assert with_run.panel.place.text() == "Now: run 2, step 8, epoch 1.00"


@pytest.mark.parametrize("width", [480, 1200])
def test_every_word_has_room(with_run: Scene, width: int) -> None:
    with_run.window.resize(width, 500)
    with_run.press_at(3)
    for label in (with_run.panel.place, with_run.panel.memory, with_run.panel.saving):
        assert label.width() >= label.sizeHint().width() or label.height() >= label.heightForWidth(label.width()) > 0


def test_every_control_has_its_names(with_run: Scene) -> None:
    assert_named(own_controls(with_run.panel, QWidget()), "mnist")
