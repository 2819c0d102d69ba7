"""SoftmaxTwoClassesPanel: a sigmoid is a softmax of two."""

import math
from collections.abc import Iterator

import pytest
import torch
from pytestqt.qtbot import QtBot

from lossviz.panels.softmax_two_classes_panel import SoftmaxTwoClassesPanel
from tests.support.logits_by_hand import set_logits, set_targets
from tests.support.logits_rig import SIZES, LogitsRig, drag, press, text_of


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[LogitsRig]:
    rig = LogitsRig(qtbot)
    yield rig
    rig.clock.stop()


def shown(rig: LogitsRig, size: tuple[int, int] = SIZES[0]) -> SoftmaxTwoClassesPanel:
    return rig.show(SoftmaxTwoClassesPanel(rig.clock, rig.theme, rig.logits), size)


def number(panel: SoftmaxTwoClassesPanel, name: str) -> float:
    return float(text_of(panel, f"two_{name}").replace("−", "-"))


def test_with_more_classes_a_button_leads_to_two(rig: LogitsRig) -> None:
    panel = shown(rig)
    assert "3 classes" in text_of(panel, "two_classes_invitation")
    assert not panel.plot.isVisible()
    press(panel, "two_classes")
    rig.settle()
    assert rig.logits.class_count == 2
    assert panel.plot.isVisible()


def test_at_ln_1_5_both_say_0_6(rig: LogitsRig) -> None:
    rig.logits.apply_preset("two_classes")
    panel = shown(rig)
    assert text_of(panel, "two_difference") == f"{math.log(1.5):.12f}"
    assert text_of(panel, "two_sigmoid") == text_of(panel, "two_softmax") == "0.600000000000"


@pytest.mark.parametrize("logits", [(0.0, 2.0), (3.0, -4.5), (0.1, 0.2), (-20.0, 15.0)])
@pytest.mark.parametrize("targets", [(0.0, 1.0), (1.0, 0.0), (0.3, 0.7)])
def test_bce_is_the_cross_entropy_of_two_classes(
    rig: LogitsRig, logits: tuple[float, float], targets: tuple[float, float]
) -> None:
    rig.logits.apply_preset("two_classes")
    set_logits(rig.logits, logits)
    set_targets(rig.logits, targets)
    panel = shown(rig)
    difference = torch.tensor([logits[1] - logits[0]], dtype=torch.float64)
    y = torch.tensor([targets[1]], dtype=torch.float64)
    bce = torch.nn.functional.binary_cross_entropy_with_logits(difference, y).item()
    assert number(panel, "bce") == pytest.approx(bce, abs=1e-12)
    assert abs(number(panel, "bce") - number(panel, "cross_entropy")) <= 1e-12
    assert abs(number(panel, "sigmoid") - number(panel, "softmax")) <= 1e-12


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("temperature", [1.0, 2.0])
def test_dragging_the_point_moves_the_second_logit(rig: LogitsRig, size: tuple[int, int], temperature: float) -> None:
    rig.logits.apply_preset("two_classes")
    rig.logits.set_temperature(temperature)
    panel = shown(rig, size)
    drag(panel.plot, panel.plot.handle_position("difference"), panel.plot.position(-3.0, 0.1))
    rig.settle()
    assert rig.logits.logits[0] == 0.0
    assert rig.logits.logits[1] / temperature == pytest.approx(-3.0, abs=0.1)
    assert number(panel, "difference") == pytest.approx(rig.logits.logits[1] / temperature, abs=1e-12)


def test_a_second_softmax_is_said_to_part_the_losses(rig: LogitsRig) -> None:
    rig.logits.apply_preset("two_classes")
    rig.logits.set_double(is_double=True)
    panel = shown(rig)
    assert "second softmax" in text_of(panel, "two_classes_verdict")
    assert number(panel, "bce") != number(panel, "cross_entropy")


@pytest.mark.parametrize("logits", [(0.0, 0.4), (0.3, 1.7), (-2.0, 3.1), (0.1, 0.7), (5.0, -1.3)])
def test_a_difference_is_told_as_a_number_and_none_as_agreement(rig: LogitsRig, logits: tuple[float, float]) -> None:
    rig.logits.apply_preset("two_classes")
    for place, logit in enumerate(logits):
        rig.logits.set_logit(place, logit)
    verdict = text_of(shown(rig), "two_classes_verdict")
    assert ("differ" in verdict) == ("rounding" in verdict)
    assert "differ" in verdict or "agree" in verdict
    assert "0e" not in verdict
    assert "e-" not in verdict
