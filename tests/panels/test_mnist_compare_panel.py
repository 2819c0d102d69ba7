"""MnistComparePanel: plan a comparison, run it, and read what came of it."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QProgressBar, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.training.run_states import BUSY, RunState
from lossviz.core.training.settings import TrainingSettings
from lossviz.panels.mnist_compare_panel import MnistComparePanel
from lossviz.stores.digit_store import DigitStore
from lossviz.stores.page_stores import ComparisonStores
from lossviz.widgets.comparison.variant_curves import running_means
from lossviz.widgets.comparison.variant_looks import LineSample
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.handwriting.probability_bars import ProbabilityBars
from lossviz.widgets.number_boxes import LearningRateBox
from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.assembly import PATIENCE_MS, Kind, choose
from tests.support.comparison_rig import ComparisonRig
from tests.support.short_memory import pretend_short_memory
from tests.support.tiny_runs import TINY_RUN


class PanelRig(ComparisonRig):
    """The panel over the rig's stores, shown, its buttons connected as in the window."""

    def __init__(self, qtbot: QtBot, settings: TrainingSettings = TINY_RUN) -> None:
        super().__init__(qtbot, settings)
        self._qtbot = qtbot
        self.digit = DigitStore()
        self.theme = ThemeSource(load_theme("light"))
        self.clock = FrameClock()
        self.clock.add_collector(self.controller.collect)
        stores = ComparisonStores(self.comparison, self.opinions, self.training, self.data, self.digit)
        self.panel = MnistComparePanel(self.clock, self.theme, stores)
        self.panel.start_pressed.connect(self.controller.start)
        self.panel.pause_pressed.connect(self.controller.toggle_pause)
        self.panel.stop_pressed.connect(self.controller.stop)
        self.comparison.state_changed.connect(self.clock.wake)
        qtbot.addWidget(self.panel)
        self.panel.resize(900, 800)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.drawn()

    def end(self) -> None:
        self.clock.stop()
        super().end()

    def drawn(self) -> None:
        """Draw the panel as it is now."""
        self.panel.redraw()

    def part(self, kind: type[Kind], name: str) -> Kind:
        (found,) = self.panel.findChildren(kind, f"mnist.{name}")
        return found

    def press(self, name: str) -> None:
        button = self.part(QAbstractButton, name)
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
        self.drawn()

    def compare(self) -> None:
        """Press Compare and wait for the end."""
        self.press("compare")
        self._qtbot.waitUntil(lambda: self.comparison.state not in BUSY, timeout=PATIENCE_MS)
        self.drawn()

    def text(self, name: str) -> str:
        return self.part(QLabel, name).text()


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[PanelRig]:
    rig = PanelRig(qtbot)
    yield rig
    rig.end()


def test_before_the_first_comparison_it_asks_for_a_guess(rig: PanelRig) -> None:
    assert "Guess first" in rig.text("compare_note")
    assert "Softmax regression · SGD · rate 0.1 · batches of 20 · epochs 3" in rig.text("compare_shared")


def test_the_course_question_shows_four_fixed_variants(rig: PanelRig) -> None:
    choose(rig.part(QComboBox, "compare_difference"), "course_question")
    rig.drawn()
    names = [rig.text(f"compare_choice_{number}") for number in (1, 2, 3, 4)]
    assert names == ["Cross-entropy", "MSE on softmax, mean", "MSE on softmax, sum", "MSE on one number"]
    assert not rig.part(QAbstractButton, "compare_add").isEnabled()


def test_how_many_images_are_trained_on_is_said_where_it_is_not_all_of_them(rig: PanelRig) -> None:
    choose(rig.part(QComboBox, "compare_difference"), "course_question")
    rig.training.set_settings(rig.training.settings.changed(training_images=0))
    rig.drawn()
    assert "images" not in rig.text("compare_shared")
    rig.training.set_settings(rig.training.settings.changed(training_images=1000))
    rig.drawn()
    assert "Course CNN · SGD · rate 0.01 · images 1000 · batches of 100" in rig.text("compare_shared")


def test_the_end_brings_test_accuracies_and_a_verdict(rig: PanelRig) -> None:
    rig.compare()
    for number, (result,) in enumerate(rig.comparison.results, start=1):
        assert result.test is not None
        assert rig.text(f"compare_test_{number}") == f"{100 * result.test.accuracy:.2f}%"
    assert "of the 40 test digits right" in rig.text("compare_verdict")
    assert "cannot be compared with each other" in rig.text("compare_verdict")


def test_the_bar_is_there_until_the_comparison_is_done(rig: PanelRig) -> None:
    bar = rig.part(QProgressBar, "compare_progress")
    rig.start_endless()
    rig.until(lambda: rig.comparison.state is RunState.RUNNING)
    rig.drawn()
    assert bar.isVisible()
    rig.press("compare_stop")
    rig.until(lambda: rig.comparison.state is RunState.IDLE)
    rig.drawn()
    assert bar.isVisible()
    assert "epoch" in bar.text()


def test_a_comparison_that_is_done_has_no_bar(rig: PanelRig) -> None:
    rig.compare()
    assert not rig.part(QProgressBar, "compare_progress").isVisible()


def test_a_low_panel_says_how_the_verdict_begins_and_a_screen_reader_all_of_it(rig: PanelRig) -> None:
    rig.compare()
    whole, verdict = rig.text("compare_verdict"), rig.part(QLabel, "compare_verdict")
    assert verdict.toolTip() == ""
    rig.panel.resize(480, 420)
    rig.until(lambda: verdict.toolTip() == whole)
    assert whole.startswith(verdict.text())
    assert "of the 40 test digits right" in verdict.text()
    assert "cannot be compared" not in verdict.text()
    assert verdict.accessibleDescription() == whole


def test_beside_another_plan_the_verdict_says_that_it_is_of_the_last_comparison(rig: PanelRig) -> None:
    rig.compare()
    before = rig.text("compare_verdict")
    rig.training.set_settings(TINY_RUN.changed(learning_rate=0.2))
    rig.drawn()
    assert rig.text("compare_test_1") == "–"
    assert rig.text("compare_verdict") == f"The last comparison: {before}"


def test_accuracies_share_an_axis_and_each_loss_has_its_own(rig: PanelRig) -> None:
    rig.compare()
    accuracy = rig.part(LinePlot, "compare_curves_accuracy")
    losses = [rig.part(LinePlot, f"compare_curves_loss_{number}") for number in (1, 2, 3, 4)]
    assert [plot.isVisible() for plot in losses] == [True, True, False, False]
    for name in ("Cross-entropy", "MSE on softmax, mean"):
        assert name in accuracy.summary()
        assert sum(name in plot.summary() for plot in losses[:2]) == 1
    assert losses[0].y_range.high > 5 * losses[1].y_range.high
    assert accuracy.x_range.high == losses[0].x_range.high == 24
    assert accuracy.y_range.high == 102.0
    assert accuracy.summary().startswith("accuracy (%) over step")


def test_several_seeds_show_their_range(rig: PanelRig) -> None:
    assert not rig.part(QLabel, "compare_spread_1").isVisible()
    rig.comparison.set_seeds(2)
    rig.compare()
    spread = rig.part(QLabel, "compare_spread_1")
    assert spread.isVisible()
    assert "–" in spread.text()
    assert "2 seeds" in rig.text("compare_verdict")


def test_a_variant_that_ran_out_of_memory_is_named(rig: PanelRig, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_short_memory(monkeypatch, most_images=15)
    rig.compare()
    note = rig.text("compare_note")
    assert "Cross-entropy: memory ran out after step 0: batches in two halves" in note
    assert "MSE on softmax, mean: memory ran out after step 0: batches in two halves" in note
    assert rig.part(QLabel, "compare_note").isVisible()
    assert "of the 40 test digits right" in rig.text("compare_verdict")


def test_a_diverged_variant_says_so_in_its_row(rig: PanelRig) -> None:
    rig.training.set_settings(TINY_RUN.changed(loss="mse_logits"))
    choose(rig.part(QComboBox, "compare_difference"), "learning_rate")
    rig.drawn()
    rig.part(LearningRateBox, "compare_choice_2").setValue(1e6)
    rig.compare()
    assert rig.text("compare_validation_2") == "diverged"
    assert "left all bounds" in rig.part(QLabel, "compare_validation_2").toolTip()
    assert "rate 1e+06 diverged" in rig.text("compare_verdict")
    assert rig.text("compare_validation_1").endswith("%")


def test_two_variants_alike_are_refused_in_place(rig: PanelRig) -> None:
    before = rig.comparison.plan
    combo = rig.part(QComboBox, "compare_choice_2")
    combo.setFocus()
    while combo.currentIndex() > 0:
        QTest.keyClick(combo, Qt.Key.Key_Up)
    rig.drawn()
    assert "Two of the variants are the same" in rig.text("compare_note")
    assert rig.comparison.plan.variants[0] == before.variants[0]
    assert combo.currentIndex() != 0


def test_variants_can_be_added_and_removed(rig: PanelRig) -> None:
    assert not rig.part(QAbstractButton, "compare_remove_1").isVisible()
    rig.press("compare_add")
    rig.press("compare_add")
    assert len(rig.comparison.plan.variants) == 4
    assert not rig.part(QAbstractButton, "compare_add").isEnabled()
    kept = rig.comparison.plan.variants[1].settings
    rig.press("compare_remove_1")
    assert rig.comparison.plan.variants[0].settings == kept


def test_nothing_can_be_chosen_while_a_comparison_goes_on(rig: PanelRig) -> None:
    rig.start_endless()
    rig.drawn()
    for name in ("compare_difference", "compare_scaling", "compare_choice_1"):
        assert not rig.part(QWidget, name).isEnabled()
    rig.press("compare_pause")
    assert rig.comparison.state is RunState.PAUSED
    assert rig.part(QAbstractButton, "compare_pause").text() == "Resume"
    rig.press("compare_pause")
    rig.press("compare_stop")
    rig.until(lambda: rig.comparison.state is RunState.IDLE)


def test_beside_a_training_it_waits_and_says_why(rig: PanelRig) -> None:
    rig.training.set_state(RunState.STARTING)
    rig.drawn()
    assert not rig.part(QAbstractButton, "compare").isEnabled()
    assert "A training run is in progress" in rig.text("compare_note")


def test_every_variant_says_what_it_reads_in_the_same_drawing(rig: PanelRig) -> None:
    choose(rig.part(QComboBox, "compare_difference"), "loss")
    rig.comparison.change_variant(1, loss="mse_number")
    rig.compare()
    rig.part(QTabWidget, "compare_tabs").setCurrentIndex(1)
    rig.digit.begin_stroke(0.5, 0.1)
    rig.digit.extend_stroke(0.5, 0.9)
    rig.drawn()
    image = rig.digit.image_u8
    scores, number = (rig.opinions.answer(key, image) for key in "ab")
    assert scores is not None
    assert number is not None
    assert rig.text("compare_opinion_1_digit") == f"reads {scores.digit}"
    assert rig.text("compare_opinion_2_digit") == f"reads {number.digit}: its number is {number.outputs[0]:.2f}"
    bars = rig.part(ProbabilityBars, "compare_opinion_1_bars")
    assert f"Most likely: {scores.digit}." in bars.accessibleDescription()
    assert not rig.part(ProbabilityBars, "compare_opinion_3_bars").isVisible()


def test_before_a_run_the_empty_plot_says_what_will_be_there(rig: PanelRig) -> None:
    hints = [label for label in rig.panel.curves.accuracy.findChildren(QLabel) if label.isVisible()]
    assert [label.text().split(":")[0] for label in hints] == ["Press Compare"]
    rig.compare()
    assert not hints[0].isVisible()


def test_where_networks_stand_in_two_rows_all_digits_of_one_are_seen_at_once(rig: PanelRig) -> None:
    rig.comparison.propose("course_question")
    rig.part(QTabWidget, "compare_tabs").setCurrentIndex(1)
    rig.panel.resize(470, 540)
    rig.drawn()
    bars = rig.part(ProbabilityBars, "compare_opinion_1_bars")
    assert bars.height() <= bars.minimumSizeHint().height()
    name, sample = rig.part(QLabel, "compare_opinion_1_name"), rig.panel.bars.findChildren(LineSample)[0]
    assert sample.geometry().center().y() == pytest.approx(name.geometry().center().y(), abs=4)


@pytest.mark.parametrize("width", [480, 900])
def test_no_control_is_cut_off_at_the_side(rig: PanelRig, width: int) -> None:
    rig.comparison.propose("course_question")
    rig.comparison.set_seeds(2)
    rig.panel.resize(width, 600)
    rig.drawn()
    for name in ("compare_seeds", "compare_add", "compare_spread_1"):
        control = rig.part(QWidget, name)
        assert control.mapTo(rig.panel, control.rect().bottomRight()).x() < width


def test_each_point_of_a_curve_is_the_mean_of_the_batches_before_it() -> None:

    values = np.random.default_rng(0).random(1000)
    steps, means = running_means(np.concatenate(([0.0], np.cumsum(values))))
    assert steps[-1] == 1000
    for step, mean in zip(steps.astype(int), means, strict=True):
        assert mean == pytest.approx(values[max(step - 20, 0) : step].mean())
    assert len(running_means(np.zeros(1))[0]) == 0
