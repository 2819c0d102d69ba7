"""SoftmaxGradientPanel: steps on the logits, and both gradients against autograd."""

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lossviz.panels.softmax_gradient_panel import SoftmaxGradientPanel
from lossviz.widgets.number_boxes import LearningRateBox
from tests.support.assembly import choose
from tests.support.logits_rig import LogitsRig, part, press, text_of, type_into


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[LogitsRig]:
    rig = LogitsRig(qtbot)
    yield rig
    rig.clock.stop()


def shown(rig: LogitsRig) -> SoftmaxGradientPanel:
    return rig.show(SoftmaxGradientPanel(rig.clock, rig.theme, rig.logits))


def descended(rig: LogitsRig, steps: int, *, is_squared: bool) -> list[float]:
    """The logits after `steps` of torch's SGD."""
    z = torch.tensor(rig.logits.logits.tolist(), dtype=torch.float64, requires_grad=True)
    y = torch.tensor(rig.logits.target.tolist(), dtype=torch.float64)
    optimizer = torch.optim.SGD([z], lr=rig.logits.rate)
    for _ in range(steps):
        functional = torch.nn.functional
        loss = functional.mse_loss(torch.softmax(z, 0), y) if is_squared else functional.cross_entropy(z, y)
        (z.grad,) = torch.autograd.grad(loss, z)
        optimizer.step()
    return list(z.tolist())


@pytest.mark.parametrize("loss", ["bce", "mse"])
@pytest.mark.parametrize(("button", "steps"), [("step", 1), ("step_ten", 10)])
def test_the_buttons_take_the_steps_that_torch_takes(rig: LogitsRig, loss: str, button: str, steps: int) -> None:
    rig.logits.apply_preset("confident_wrong")
    panel = shown(rig)
    choose(part(panel, QComboBox, "step_loss"), loss)
    type_into(part(panel, LearningRateBox, "learning_rate"), "0.5")
    expected = descended(rig, steps, is_squared=loss == "mse")
    press(panel, button)
    np.testing.assert_allclose(rig.logits.logits, expected, rtol=1e-12)


def test_play_and_hold_are_one_button(rig: LogitsRig) -> None:
    panel = shown(rig)
    for is_playing, text in ((True, "Pause"), (False, "Play")):
        press(panel, "play")
        rig.settle()
        assert rig.logits.is_playing == is_playing
        assert part(panel, QPushButton, "play").text() == text


@pytest.mark.parametrize("is_double", [False, True])
def test_both_gradients_agree_with_autograd_and_it_is_said_how_closely(rig: LogitsRig, is_double: bool) -> None:
    rig.logits.apply_preset("soft_second")
    rig.logits.set_double(is_double)
    panel = shown(rig)
    for name, check in (("bce", rig.logits.facts.check), ("mse", rig.logits.facts.mse_check)):
        text = text_of(panel, f"check_{name}").replace("e−", "e-")
        assert text.startswith("✓")
        assert f"differences to {check.largest_numeric_difference:.0e}" in text
        assert "exactly" in text if check.largest_difference == 0 else f"{check.largest_difference:.0e}" in text


def test_the_curve_begins_at_the_loss_and_goes_through_the_next_one(rig: LogitsRig) -> None:
    rig.logits.apply_preset("confident_wrong")
    panel = shown(rig)
    now, after = (panel.plot.dot_position(key, 0) for key in ("now", "after"))
    assert now.y() == pytest.approx(panel.plot.position(0, rig.logits.facts.loss).y())
    press(panel, "step")
    assert after.y() == pytest.approx(panel.plot.position(1, rig.logits.facts.loss).y(), abs=1e-6)


def test_a_learning_rate_that_cannot_be_used_is_refused_in_the_panel(rig: LogitsRig) -> None:
    panel = shown(rig)
    refusal = part(panel, QLabel, "rate_refusal")
    box = part(panel, LearningRateBox, "learning_rate")
    for nonsense in ("1e5", "nan", "fast", ""):
        type_into(box, "1")
        type_into(box, nonsense)
        rig.settle()
        assert rig.logits.rate == 1.0
        assert box.value() == 1.0
        assert refusal.isVisible()
        assert "100" in refusal.text()
        type_into(box, "2")
        assert not refusal.isVisible()
