"""SoftmaxNetworkPanel: z = Wx + b, typed."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lossviz.panels.softmax_network_panel import SoftmaxNetworkPanel
from lossviz.widgets.number_boxes import NumberBox
from tests.support.logits_rig import LogitsRig, part, press, text_of, type_into
from tests.support.page_checks import assert_named, own_controls


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[LogitsRig]:
    rig = LogitsRig(qtbot)
    yield rig
    rig.clock.stop()


def shown(rig: LogitsRig) -> SoftmaxNetworkPanel:
    return rig.show(SoftmaxNetworkPanel(rig.clock, rig.theme, rig.logits))


@pytest.mark.parametrize("field", ["weight_1_2", "feature_0", "bias_2"])
def test_what_is_typed_changes_the_logits_of_the_page(rig: LogitsRig, field: str) -> None:
    panel = shown(rig)
    type_into(part(panel, NumberBox, field), "2.5")
    rig.settle()
    network = rig.logits.network
    assert part(panel, NumberBox, field).value() == 2.5
    assert rig.logits.source == "network"
    np.testing.assert_array_equal(rig.logits.logits, network.weights @ network.x + network.bias)
    for k, z in enumerate(rig.logits.logits.tolist()):
        assert float(text_of(panel, f"network_z_{k}").replace("−", "-")) == pytest.approx(z, rel=1e-4)


def test_the_network_can_be_used_as_it_is(rig: LogitsRig) -> None:
    panel = shown(rig)
    press(panel, "use_network")
    rig.settle()
    assert rig.logits.source == "network"
    assert rig.logits.logits.tolist() == [3.0, 1.5, -3.5]
    assert not part(panel, QPushButton, "use_network").isVisible()


def test_moved_logits_are_told_of(rig: LogitsRig) -> None:
    rig.logits.set_source("network")
    rig.logits.set_logit(0, 0.0)
    assert "moved by hand" in text_of(shown(rig), "network_state")


@pytest.mark.parametrize("count", [2, 10])
def test_there_are_fields_for_every_class_and_all_are_named(rig: LogitsRig, count: int) -> None:
    panel = shown(rig)
    rig.logits.set_class_count(count)
    rig.settle()
    fields = [box for box in own_controls(panel, QLabel(panel)) if isinstance(box, NumberBox)]
    assert len([box for box in fields if box.isVisibleTo(panel)]) == 4 * count + 3
    assert_named([box for box in fields if box.isVisibleTo(panel)], "softmax")


def test_nonsense_is_refused_in_the_panel_and_the_last_number_stays(rig: LogitsRig) -> None:
    panel = shown(rig)
    box, refusal = part(panel, NumberBox, "weight_0_0"), part(panel, QLabel, "network_refusal")
    for nonsense in ("inf", "nan", "1e308", "51", "w", ""):
        type_into(box, nonsense)
        assert refusal.isVisible()
        assert "−50 to 50" in refusal.text()
        assert box.value() == 1.0
        assert rig.logits.network.weights[0, 0] == 1.0
    type_into(box, "2")
    assert not refusal.isVisible()


def test_a_digit_with_other_classes_leaves_the_network_as_it_is(rig: LogitsRig) -> None:
    panel = shown(rig)
    rig.logits.set_source("digit")
    rig.logits.feed([str(digit) for digit in range(10)], [0.5] * 10, None)
    rig.settle()
    assert len(panel.findChildren(QLabel, "softmax.network_z_2")) == 1
    assert panel.findChildren(QLabel, "softmax.network_z_3") == []


def test_in_a_large_panel_the_equation_stands_in_the_middle_and_in_a_small_one_at_the_left(rig: LogitsRig) -> None:
    panel = rig.show(SoftmaxNetworkPanel(rig.clock, rig.theme, rig.logits), (940, 560))
    sums = part(panel, QLabel, "network_sums")
    place = sums.mapTo(panel, QPoint())
    assert place.x() > 100
    assert panel.width() - place.x() - sums.width() > 100
    panel.resize(480, 250)
    rig.settle()
    assert sums.mapTo(panel, QPoint()).x() == 0
