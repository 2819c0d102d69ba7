"""A stranger's way over the Losses page, with mouse and keys alone."""

import math
import re

import pytest
import torch
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.losses.catalogue import LOSSES
from lossviz.widgets.fit.case_plot import CasePlot
from lossviz.widgets.formulas.formula_view import FormulaView
from lossviz.widgets.likelihood.ball_boxes import BallBoxes
from lossviz.widgets.likelihood.belief_bars import BeliefBars
from lossviz.widgets.likelihood.distribution_bars import DistributionBars
from lossviz.widgets.likelihood.entropy_stack import EntropyStack
from lossviz.widgets.likelihood.likelihood_pictures import SHARE_HANDLE
from lossviz.widgets.losses.loss_list import LossList
from lossviz.widgets.losses.ratio_slider import RatioSlider
from lossviz.widgets.losses.sample_table import LABEL, LOSS, SCORE, SampleTable
from lossviz.widgets.plots.line_plot import LinePlot
from tests.support.assembly import until
from tests.support.visitor import Visitor, number_of

CATALOGUE, BOXES, ENTROPY, CHANCE_CODE, BY_HAND, LABELS = range(6)  # tabs of the page
CARD, CODE, SAMPLES = range(3)  # tabs of the catalogue

# The course's samples: labels (0, 0, 1), (0, 1, 0), logits (2, .5, 6), (.1, 0, 3).
SIGMOID_CE = (2.12692801, 0.97407698, 0.00247569, 0.74439666, 0.69314718, 3.04858735)
WEIGHTED_BY_3 = (2.12692801, 0.97407698, 0.00742706, 0.74439666, 2.07944154, 3.04858735)


@pytest.fixture
def visitor(assembly: Assembly, qtbot: QtBot) -> Visitor:
    return Visitor(assembly, qtbot, "losses")


def loss_row(visitor: Visitor, key: str) -> int:
    losses = visitor.part(LossList, "list")
    return next(
        row
        for row in range(losses.topLevelItemCount())
        if losses.model().index(row, 0).data(Qt.ItemDataRole.UserRole) == key
    )


def click_loss(visitor: Visitor, key: str, *, on_tick: bool) -> None:
    losses = visitor.part(LossList, "list")
    index = losses.model().index(loss_row(visitor, key), 0)
    losses.scrollTo(index)
    place = losses.visualRect(index)
    x = place.left() + 10 if on_tick else place.right() - 20
    visitor.click(losses.viewport(), QPointF(x, place.center().y()))


def listed_value(visitor: Visitor, key: str) -> str:
    losses = visitor.part(LossList, "list")
    return str(losses.model().index(loss_row(visitor, key), 1).data())


def drag_marker(visitor: Visitor, x: float) -> None:
    plot = visitor.part(LinePlot, "value_plot")
    start = plot.handle_position("marker")
    visitor.drag(plot, start, QPointF(plot.position(x, 0.0).x(), start.y()))


def slot(visitor: Visitor, view: str, name: str) -> float:
    said = visitor.part(FormulaView, view).accessibleDescription()
    return number_of(dict(entry.split(" = ") for entry in said.split(", "))[name])


def sample_losses(visitor: Visitor) -> list[float]:
    table = visitor.part(SampleTable, "samples")
    return [number_of(str(table.model().index(row, LOSS).data())) for row in range(table.rowCount())]


def posterior(visitor: Visitor) -> tuple[str, str]:
    said = visitor.part(BeliefBars, "posterior").accessibleDescription()
    first, second = said.rsplit(": ", 1)[1].split(", ")
    return first, second


def code_numbers(visitor: Visitor, name: str) -> dict[str, float]:
    """What each choice of a code view gives; it is the number beside it."""
    combo = visitor.part(QComboBox, f"{name}.code_of")
    numbers = {}
    for key in [combo.itemData(index) for index in range(combo.count())]:
        visitor.choose(f"{name}.code_of", key)
        result, shown = visitor.run_code(f"{name}.code")
        assert float(shown.split(" = ")[1]) == pytest.approx(result, rel=1e-9, abs=1e-15, nan_ok=True), key
        numbers[key] = result
    return numbers


def test_losses_are_ticked_and_compared(visitor: Visitor) -> None:
    plot = visitor.part(LinePlot, "value_plot")
    name = LOSSES["hinge"].words.name
    was_drawn = name in plot.summary()
    for is_drawn in (not was_drawn, was_drawn):
        click_loss(visitor, "hinge", on_tick=True)
        assert (name in plot.summary()) == is_drawn
        assert bool(listed_value(visitor, "hinge")) == is_drawn
    losses = visitor.part(LossList, "list")
    losses.setFocus()
    before = visitor.assembly.engine.losses.catalogue.chosen
    QTest.keyClick(losses, Qt.Key.Key_Space)
    visitor.settle()
    assert visitor.assembly.engine.losses.catalogue.chosen != before


def test_a_loss_that_is_clicked_opens_its_card(visitor: Visitor) -> None:
    for key in ("zero_one", "huber", "log"):
        click_loss(visitor, key, on_tick=False)
        assert visitor.part(QComboBox, "card_loss").currentData() == key
    visitor.choose("card_loss", "hinge")
    losses = visitor.part(LossList, "list")
    assert losses.currentIndex().row() == loss_row(visitor, "hinge")


def test_the_marker_is_dragged_and_all_numbers_follow(visitor: Visitor) -> None:
    if not listed_value(visitor, "log"):
        click_loss(visitor, "log", on_tick=True)
    visitor.choose("card_loss", "log")
    for margin in (2.0, -3.0):
        drag_marker(visitor, margin)
        place = visitor.assembly.engine.losses.catalogue.marker()
        assert place == pytest.approx(margin, abs=0.05)
        loss = math.log1p(math.exp(-place))
        assert number_of(listed_value(visitor, "log")) == pytest.approx(loss, abs=1e-4)
        assert slot(visitor, "card_value", "value") == pytest.approx(loss, abs=1e-4)
        assert slot(visitor, "card_slope", "slope") == pytest.approx(-1 / (1 + math.exp(place)), abs=1e-4)
    visitor.choose("card_loss", "zero_one")
    assert slot(visitor, "card_value", "value") == 1.0
    assert slot(visitor, "card_slope", "slope") == 0.0
    visitor.choose("axis", "probability")
    drag_marker(visitor, 0.6)
    visitor.choose("card_loss", "log")
    place = visitor.assembly.engine.losses.catalogue.marker()
    assert slot(visitor, "card_value", "value") == pytest.approx(-math.log(place), abs=1e-4)


def test_the_code_of_the_marker_gives_the_numbers_of_the_card(visitor: Visitor) -> None:
    for axis, key, place in (
        ("margin", "focal", 0.7),
        ("probability", "weighted_ce", 0.2),
        ("residual", "huber", -1.4),
    ):
        visitor.choose("axis", axis)
        visitor.choose("card_loss", key)
        drag_marker(visitor, place)
        on_card = slot(visitor, "card_value", "value"), slot(visitor, "card_slope", "slope")
        visitor.open_tab("loss_tabs", CODE)
        numbers = code_numbers(visitor, "marker")
        assert (numbers["value"], numbers["slope"]) == pytest.approx(on_card, abs=1e-3), key
        visitor.open_tab("loss_tabs", CARD)


def test_the_slopes_are_hidden_and_shown(visitor: Visitor) -> None:
    slopes = visitor.part(LinePlot, "slope_plot")
    is_shown = visitor.part(QCheckBox, "gradients").isChecked()
    assert slopes.isVisible() == is_shown
    visitor.press("gradients")
    assert slopes.isVisible() != is_shown


def test_pos_weight_and_delta_move_the_curves(visitor: Visitor) -> None:
    for name, key, number in (("pos_weight", "weighted_ce", 2.5), ("delta", "huber", 0.3)):
        if not listed_value(visitor, key):
            click_loss(visitor, key, on_tick=True)
        before = listed_value(visitor, key)
        visitor.type_into(name, str(number))
        assert listed_value(visitor, key) != before
        slider = visitor.part(RatioSlider, f"{name}_slider")
        slider.setFocus()
        QTest.keyClick(slider, Qt.Key.Key_PageDown)
        visitor.settle()
        value = visitor.part(QDoubleSpinBox, name).value()
        assert value < number
        visitor.drag(slider, handle_of(slider), handle_of(slider) + QPointF(slider.width() / 4, 0))
        assert visitor.part(QDoubleSpinBox, name).value() > value
    place = visitor.assembly.engine.losses.catalogue.marker()
    weight = visitor.part(QDoubleSpinBox, "pos_weight").value()
    shown = number_of(listed_value(visitor, "weighted_ce"))
    assert shown == pytest.approx(weight * math.log1p(math.exp(-place)), rel=1e-3)


def handle_of(slider: RatioSlider) -> QPointF:
    share = (slider.value() - slider.minimum()) / (slider.maximum() - slider.minimum())
    return QPointF(6 + share * (slider.width() - 12), slider.height() / 2)


def test_the_samples_cost_what_the_course_says(visitor: Visitor) -> None:
    visitor.type_into("pos_weight", "3")
    visitor.open_tab("loss_tabs", SAMPLES)
    for key, expected in (("sigmoid_ce", SIGMOID_CE), ("weighted_ce", WEIGHTED_BY_3)):
        visitor.choose("samples_loss", key)
        assert sample_losses(visitor) == pytest.approx(expected, abs=6e-5)
        visitor.press("reduction_mean")
        assert slot(visitor, "result", "result") == pytest.approx(sum(expected) / 6, abs=6e-5)
        visitor.press("reduction_sum")
        assert slot(visitor, "result", "result") == pytest.approx(sum(expected), abs=6e-4)
        visitor.press("reduction_none")
        assert visitor.part(FormulaView, "result").accessibleDescription() == ""


def test_samples_are_edited(visitor: Visitor) -> None:
    visitor.open_tab("loss_tabs", SAMPLES)
    visitor.choose("samples_loss", "sigmoid_ce")
    visitor.press("reduction_mean")
    table = visitor.part(SampleTable, "samples")
    type_into_cell(visitor, table, 1, "-1,25")
    tick = table.visualRect(table.model().index(0, LABEL))
    visitor.click(table.viewport(), QPointF(tick.left() + 10, tick.center().y()))
    scores = torch.tensor([2.0, -1.25, 6.0, 0.1, 0.0, 3.0], dtype=torch.float64)
    labels = torch.tensor([1.0, 0, 1, 0, 1, 0], dtype=torch.float64)
    expected = torch.nn.functional.binary_cross_entropy_with_logits(scores, labels, reduction="none")
    assert sample_losses(visitor) == pytest.approx(expected.tolist(), abs=6e-5)
    assert slot(visitor, "result", "result") == pytest.approx(float(expected.mean()), abs=6e-5)
    type_into_cell(visitor, table, 1, "hello")
    assert "hello" in visitor.text("samples_refusal")
    assert sample_losses(visitor) == pytest.approx(expected.tolist(), abs=6e-5)
    visitor.press("add_sample")
    assert table.rowCount() == 7
    visitor.press("remove_sample")
    visitor.press("reset_samples")
    assert sample_losses(visitor) == pytest.approx(SIGMOID_CE, abs=6e-5)


def type_into_cell(visitor: Visitor, table: QTableWidget, row: int, text: str) -> None:
    place = table.visualRect(table.model().index(row, SCORE)).center()
    visitor.click(table.viewport(), QPointF(place))
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    (editor,) = table.viewport().findChildren(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    visitor.settle()


def test_the_code_of_every_loss_gives_its_number(visitor: Visitor) -> None:
    visitor.open_tab("loss_tabs", SAMPLES)
    toggle = visitor.part(QPushButton, "samples_toggle")
    if toggle.isVisible():
        visitor.press("samples_toggle")
    for key in LOSSES:
        visitor.choose("samples_loss", key)
        numbers = code_numbers(visitor, "samples")
        assert numbers["library"] == pytest.approx(numbers["by_hand"], rel=1e-9), key
        said = visitor.part(FormulaView, "result").accessibleDescription()
        assert number_of(said.split(" = ")[1]) == pytest.approx(numbers["by_hand"], rel=1e-3), key


def test_one_blue_ball_is_99_to_1_for_the_second_box(visitor: Visitor) -> None:
    visitor.open_tab("tabs", BOXES)
    assert visitor.part(QDoubleSpinBox, "prior").value() == 0.5
    visitor.press("put_blue")
    assert posterior(visitor) == ("0.01", "0.99")
    visitor.press("put_white")
    assert posterior(visitor) == ("0.5", "0.5")
    visitor.press("take_back")
    visitor.type_into("prior", "0.99")
    assert posterior(visitor) == ("0.5", "0.5")
    visitor.press("clear_balls")
    assert posterior(visitor) == ("0.99", "0.01")


def test_balls_are_drawn_from_a_box_that_is_revealed_at_last(visitor: Visitor) -> None:
    visitor.open_tab("tabs", BOXES)
    reveal = visitor.part(QPushButton, "reveal")
    assert not reveal.isEnabled()
    for count in (1, 10, 100):
        visitor.press(f"draw_{count}")
    assert visitor.text("draws") == "111"
    assert "111 drawn" in visitor.part(BallBoxes, "boxes").accessibleDescription()
    balls = visitor.assembly.engine.losses.boxes
    share = 0.01 if balls.blues < balls.whites else 0.99
    assert balls.blues / 111 == pytest.approx(share, abs=0.05)
    visitor.press("reveal")
    assert not reveal.isEnabled()
    drawn = balls.is_blue.tolist()
    visitor.press("clear_balls")
    visitor.press("draw_100")
    assert balls.is_blue.tolist() == drawn[:100]
    visitor.choose("ball_source", "first")
    visitor.press("draw_100")
    assert balls.blues < 10


def test_zero_counts_and_priors_of_0_are_explained(visitor: Visitor) -> None:
    visitor.open_tab("tabs", BOXES)
    visitor.type_into("box_1_white", "0")
    visitor.type_into("box_1_blue", "0")
    assert "box" in visitor.text("boxes_note").lower()
    assert visitor.assembly.engine.losses.boxes.boxes.first.blues == 1
    visitor.press("put_white")
    assert "cannot give" in visitor.text("boxes_note")
    assert posterior(visitor)[1] == "1"
    visitor.type_into("prior", "1")
    assert posterior(visitor) == ("–", "–")
    assert "Choose a prior" in visitor.text("boxes_note")
    visitor.type_into("prior", "1.5")
    assert "1.5" in visitor.text("boxes_note")
    assert visitor.part(QDoubleSpinBox, "prior").value() == 1.0


def test_the_likelihood_has_its_peak_at_the_share_that_was_drawn(visitor: Visitor) -> None:
    visitor.open_tab("tabs", BOXES)
    for name in ("put_blue", "put_white", "put_white", "put_blue", "put_white"):
        visitor.press(name)
    plot = visitor.part(LinePlot, "likelihood")
    start = plot.handle_position(SHARE_HANDLE)
    visitor.drag(plot, start, QPointF(plot.position(0.7, 0.5).x(), start.y()))
    share = visitor.part(QDoubleSpinBox, "share").value()
    assert share == pytest.approx(0.7, abs=0.02)
    assert number_of(visitor.text("log_sum")) == pytest.approx(-math.log(share**2 * (1 - share) ** 3), rel=1e-6)
    higher = number_of(visitor.text("log_sum"))
    visitor.press("best_share")
    assert visitor.part(QDoubleSpinBox, "share").value() == 0.4
    assert number_of(visitor.text("log_sum")) < higher
    visitor.choose("likelihood_view", 1)
    rows = visitor.part(QTableView, "draw_table").model()
    assert rows.rowCount() == 5
    assert number_of(str(rows.index(4, 3).data())) == pytest.approx(number_of(visitor.text("log_sum")), rel=1e-5)


def test_the_table_of_draws_comes_back_after_the_balls_are_gone(visitor: Visitor) -> None:
    visitor.open_tab("tabs", BOXES)
    visitor.press("draw_100")
    table = visitor.part(QTableView, "draw_table")
    visitor.choose("likelihood_view", 1)
    assert table.model().rowCount() == 100
    visitor.choose("likelihood_view", 0)
    visitor.press("clear_balls")
    assert not table.grab().isNull()  # as it is painted before the next frame brings it up to date
    visitor.choose("likelihood_view", 1)
    assert table.model().rowCount() == 0


def test_the_labels_as_draws_give_the_number_of_the_fit_page(visitor: Visitor) -> None:
    fit = visitor.assembly.engine.fit.fit
    visitor.open_tab("tabs", BOXES)
    visitor.choose("draw_source", "labels")
    seen = []
    for x in (None, 1.0, 9.0):
        if x is not None:
            visitor.go_to("fit")
            plot = visitor.part(CasePlot, "plot")
            visitor.drag(plot, plot.case_position(3), plot.position(x, 1.0))
            visitor.go_to("losses")
        mean = visitor.text("log_mean")
        assert mean == visitor.text("fit_bce")
        assert visitor.text("same") == "="
        assert float(mean) == fit.loss("bce")
        visitor.go_to("fit")
        assert visitor.text("loss_bce") == f"{float(mean):.6g}"
        visitor.go_to("losses")
        seen.append(mean)
    assert len(set(seen)) == 3


def test_both_distributions_are_dragged(visitor: Visitor) -> None:
    visitor.open_tab("tabs", ENTROPY)
    for side, index, share in (("p", 0, 0.5), ("q", 1, 0.15), ("q", 2, 0.6)):
        bars = visitor.part(DistributionBars, f"bars_{side}")
        visitor.drag(bars, bars.top_px(index), bars.place_px(index, share))
        shares = [visitor.part(QDoubleSpinBox, f"share_{side}_{place}").value() for place in range(3)]
        assert shares[index] == pytest.approx(share, abs=0.011)
        assert sum(shares) == pytest.approx(1.0, abs=1e-9)
    distributions = visitor.assembly.engine.losses.distributions
    p, q = (torch.from_numpy(distributions.distribution(side).copy()) for side in ("p", "q"))
    entropy, cross = -float((p * p.log()).sum()), -float((p * q.log()).sum())
    divergence = float(torch.nn.functional.kl_div(q.log(), p, reduction="sum"))
    for name, value in (("entropy_p", entropy), ("cross_entropy", cross), ("divergence", divergence)):
        assert visitor.text(name) == f"{value:.4f}", name
    assert cross == pytest.approx(entropy + divergence, abs=1e-12)
    visitor.choose("unit", "bits")
    assert visitor.text("cross_entropy") == f"{cross / math.log(2):.4f}"
    assert visitor.part(EntropyStack, "entropy_stack").accessibleDescription()


def test_an_outcome_that_q_rules_out_costs_infinitely_much(visitor: Visitor) -> None:
    visitor.open_tab("tabs", ENTROPY)
    visitor.type_into("share_q_0", "0")
    assert visitor.text("cross_entropy") == visitor.text("divergence") == "∞"
    assert "infinite" in visitor.text("entropy_note")
    visitor.press("swap")
    assert visitor.text("divergence") != "∞"
    assert visitor.text("reverse_divergence") == "∞"
    visitor.type_into("share_p_1", "7")
    assert "7" in visitor.text("entropy_note")
    visitor.type_into("outcomes", "6")
    bars = visitor.part(DistributionBars, "bars_q")
    bars.setFocus()
    before = visitor.part(QDoubleSpinBox, "share_q_5").value()
    for _ in range(5):
        QTest.keyClick(bars, Qt.Key.Key_Right)
    QTest.keyClick(bars, Qt.Key.Key_PageUp)
    visitor.settle()
    assert visitor.part(QDoubleSpinBox, "share_q_5").value() == pytest.approx(before + 0.1, abs=1e-6)
    assert sum(visitor.assembly.engine.losses.distributions.distribution("q")) == pytest.approx(1.0, abs=1e-12)


def test_the_code_of_boxes_likelihood_bridge_and_entropy(visitor: Visitor) -> None:
    visitor.open_tab("tabs", BOXES)
    visitor.press("put_blue")
    visitor.press("draw_10")
    log_sum = number_of(visitor.text("log_sum"))
    visitor.open_tab("tabs", ENTROPY)
    cross = number_of(visitor.text("cross_entropy"))
    visitor.open_tab("tabs", CHANCE_CODE)
    numbers = code_numbers(visitor, "chance")
    assert numbers["likelihood"] == pytest.approx(log_sum, rel=1e-7)
    assert numbers["entropy"] == pytest.approx(cross, abs=6e-5)
    assert numbers["bridge"] == pytest.approx(visitor.assembly.engine.fit.fit.loss("bce"), rel=1e-14)
    assert 0.0 <= numbers["posterior"] <= 1.0


def test_by_hand_and_by_the_library(visitor: Visitor) -> None:
    visitor.open_tab("tabs", BY_HAND)
    for way in ("formula", "from_probabilities", "from_logits"):
        assert visitor.text(f"by_hand_binary_{way}_mean") == "0.796195"
        assert visitor.text(f"by_hand_multiclass_{way}_mean") == "1.159102"
    totals = (number_of(visitor.text(f"by_hand_binary_{way}_total")) for way in ("formula", "from_logits"))
    assert list(totals) == pytest.approx([2388.584, 2388.584], abs=1e-3)
    visitor.type_into("by_hand_features", "150")
    assert visitor.text("by_hand_binary_formula_mean") in ("NaN", "∞")
    assert re.fullmatch(r"\d+\.\d{6}", visitor.text("by_hand_binary_from_logits_mean"))
    visitor.type_into("by_hand_seed", "-3")
    assert "-3" in visitor.text("by_hand_refused") or "−3" in visitor.text("by_hand_refused")
    visitor.press("by_hand_reset")
    assert visitor.text("by_hand_binary_formula_mean") == "0.796195"


def test_the_code_by_hand(visitor: Visitor) -> None:
    visitor.open_tab("tabs", BY_HAND)
    if visitor.part(QPushButton, "by_hand_toggle").isVisible():
        visitor.press("by_hand_toggle")
    numbers = code_numbers(visitor, "by_hand")
    assert f"{numbers['binary']:.6f}" == "0.796195"
    assert f"{numbers['multiclass']:.6f}" == "1.159102"
    assert numbers["index_labels"] == pytest.approx((0.02215516 + 3.09967364) / 2, abs=1e-8)


def test_labels_as_numbers_one_hot_rows_and_those_that_are_refused(visitor: Visitor) -> None:
    visitor.open_tab("tabs", LABELS)
    table = visitor.part(QTableWidget, "labels_table")
    answers = [str(table.model().index(row, 1).data()) for row in range(table.rowCount())]
    for row in (0, 1):
        assert "0.02215516" in answers[row]
        assert "3.09967364" in answers[row]
    assert "same losses" in visitor.text("labels_same")
    refused = next(row for row, answer in enumerate(answers) if answer.startswith("✗"))
    visitor.click(table.viewport(), QPointF(table.visualRect(table.model().index(refused, 0)).center()))
    assert "PyTorch refuses" in visitor.text("labels_message")
    assert visitor.text("labels_instead")
    visitor.type_into("label_0", "0")
    assert "4.02215516" in str(table.model().index(0, 1).data())
    visitor.type_into("label_0", "3")
    assert "3" in visitor.text("labels_refused")


def test_the_race_is_started_and_cancelled(visitor: Visitor) -> None:
    visitor.open_tab("tabs", LABELS)
    race, cancel = visitor.assembly.engine.losses.race, visitor.part(QPushButton, "race_cancel")
    visitor.choose("race_seconds", 10.0)
    assert not cancel.isEnabled()
    visitor.press("race_start", is_settled=False)
    progress = visitor.part(QProgressBar, "race_progress")
    until(visitor.assembly, visitor.qtbot, lambda: progress.value() > 0)
    assert not visitor.part(QPushButton, "race_start").isEnabled()
    visitor.press("race_cancel", is_settled=False)
    until(visitor.assembly, visitor.qtbot, lambda: race.state == "cancelled")
    assert visitor.text("race_verdict").startswith("Cancelled")
    assert visitor.part(QPushButton, "race_start").isEnabled()


def test_the_race_goes_to_its_end(visitor: Visitor) -> None:
    visitor.open_tab("tabs", LABELS)
    visitor.choose("race_kind", "list")
    visitor.choose("race_seconds", 1.0)
    visitor.press("race_start", is_settled=False)
    until(visitor.assembly, visitor.qtbot, lambda: visitor.assembly.engine.losses.race.state == "done")
    assert "times as long" in visitor.text("race_verdict")
    assert "differ" in visitor.text("race_sums")
    assert visitor.part(QProgressBar, "race_progress").value() == 1000
