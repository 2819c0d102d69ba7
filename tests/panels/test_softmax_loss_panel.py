"""SoftmaxLossPanel: the loss, its parts and floor, and the point on -ln p."""

import math
from collections.abc import Iterator

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lossviz.core.softmax.presets import PresetKey
from lossviz.panels.softmax_loss_panel import SoftmaxLossPanel
from tests.support.logits_rig import SIZES, LogitsRig, drag, text_of


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[LogitsRig]:
    rig = LogitsRig(qtbot)
    yield rig
    rig.clock.stop()


def shown(rig: LogitsRig, size: tuple[int, int] = SIZES[0]) -> SoftmaxLossPanel:
    return rig.show(SoftmaxLossPanel(rig.clock, rig.theme, rig.logits), size)


@pytest.mark.parametrize(
    ("preset", "is_double", "loss"),
    [
        ("b4_first", False, ".02215516"),
        ("b4_second", False, "3.09967364"),
        ("b4_first", True, ".56551919"),
        ("b4_second", True, "1.4743222"),
        ("soft_first", False, "2.17215516"),
        ("soft_second", False, "2.76967364"),
    ],
)
def test_the_losses_of_the_course_stand_there_to_their_last_digit(
    rig: LogitsRig, preset: PresetKey, is_double: bool, loss: str
) -> None:
    rig.logits.apply_preset(preset)
    rig.logits.set_double(is_double)
    assert abs(float(text_of(shown(rig), "loss")) - float(loss)) <= 0.51 * 10.0 ** -len(loss.partition(".")[2])


@pytest.mark.parametrize(("count", "floor"), [(2, "0.3133"), (3, "0.5514"), (10, "1.4612")])
def test_two_softmaxes_have_a_floor_that_is_drawn_and_explained(rig: LogitsRig, count: int, floor: str) -> None:
    rig.logits.set_class_count(count)
    rig.logits.set_double(is_double=True)
    panel = shown(rig)
    assert f"floor {floor}" in panel.split.equation
    assert floor in text_of(panel, "loss_explanation")
    assert f"{math.log1p((count - 1) / math.e):.4f}" == floor


def test_the_meter_shows_the_entropy_and_the_divergence_that_torch_finds(rig: LogitsRig) -> None:
    rig.logits.apply_preset("soft_first")
    panel = shown(rig)
    y = torch.tensor(rig.logits.target.tolist(), dtype=torch.float64)
    logs = torch.log_softmax(torch.tensor(rig.logits.logits.tolist(), dtype=torch.float64), dim=0)
    divergence = torch.nn.functional.kl_div(logs, y, reduction="sum").item()
    assert f"H(y) = {torch.special.entr(y).sum().item():.4f}" in panel.split.equation
    assert f"KL = {divergence:.4f}" in panel.split.equation


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("temperature", [1.0, 0.5, 4.0])
def test_dragging_the_point_gives_the_true_class_that_probability(
    rig: LogitsRig, size: tuple[int, int], temperature: float
) -> None:
    rig.logits.set_temperature(temperature)
    panel = shown(rig, size)
    others = rig.logits.logits[1:].copy()
    plot = panel.plot
    drag(plot, plot.handle_position("true_class"), plot.position(0.25, 2.0))
    p = float(rig.logits.facts.probabilities[0])
    assert abs(plot.position(p, 0).x() - plot.position(0.25, 0).x()) <= 1.5
    assert (rig.logits.logits[1:] == others).all()
    rig.settle()
    assert float(text_of(panel, "loss")) == pytest.approx(-math.log(p), abs=1e-8)
    assert plot.handle_position("true_class").x() == pytest.approx(plot.position(p, 0).x())


def test_the_arrow_keys_move_the_point_by_a_hundredth(rig: LogitsRig) -> None:
    panel = shown(rig)
    p = float(rig.logits.facts.probabilities[0])
    panel.plot.setFocus()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Left):
        QTest.keyClick(panel.plot, key)
    assert rig.logits.facts.probabilities[0] == pytest.approx(p - 0.01, abs=1e-5)


def test_dragging_beyond_the_ends_leaves_finite_numbers(rig: LogitsRig) -> None:
    panel = shown(rig)
    for end, bound in ((-5.0, 1e-6), (5.0, 1 - 1e-6)):
        drag(panel.plot, panel.plot.handle_position("true_class"), panel.plot.position(end, 1.0))
        rig.settle()
        assert rig.logits.facts.probabilities[0] == pytest.approx(bound, rel=1e-9)


def test_with_two_softmaxes_the_point_moves_between_narrow_bounds(rig: LogitsRig) -> None:
    rig.logits.set_double(is_double=True)
    panel = shown(rig)
    drag(panel.plot, panel.plot.handle_position("true_class"), panel.plot.position(0.4, 1.0))
    assert rig.logits.facts.output[0] == pytest.approx(0.4, abs=0.01)
    rig.settle()
    drag(panel.plot, panel.plot.handle_position("true_class"), panel.plot.position(0.99, 0.0))
    assert rig.logits.facts.loss == pytest.approx(rig.logits.facts.floor, abs=1e-5)


def test_of_a_soft_target_only_a_part_is_on_the_curve_and_it_is_said_which(rig: LogitsRig) -> None:
    rig.logits.apply_preset("soft_first")
    text = text_of(shown(rig), "loss_explanation")
    cost = 0.5 * -math.log(float(rig.logits.facts.probabilities[2]))
    assert "soft" in text
    assert f"{cost:.4g}" in text
