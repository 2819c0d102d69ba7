"""SoftmaxSourcePanel: where the logits come from, and what is done to all of them."""

import math
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lossviz.core.softmax.presets import PRESETS
from lossviz.panels.softmax_source_panel import SoftmaxSourcePanel
from lossviz.stores.logits_source import SOURCES
from lossviz.widgets.classes.log_slider import LogSlider
from lossviz.widgets.number_boxes import CountBox, NumberBox
from tests.support.assembly import choose
from tests.support.logits_rig import LogitsRig, part, press, text_of, type_into


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[LogitsRig]:
    rig = LogitsRig(qtbot)
    yield rig
    rig.clock.stop()


@pytest.fixture
def panel(rig: LogitsRig) -> SoftmaxSourcePanel:
    return rig.show(SoftmaxSourcePanel(rig.clock, rig.logits), (1000, 80))


def combo(panel: SoftmaxSourcePanel, name: str) -> QComboBox:
    return part(panel, QComboBox, name)


def values(box: QComboBox) -> list[object]:
    return [box.itemData(index) for index in range(box.count())]


def test_it_fits_a_small_window(panel: SoftmaxSourcePanel, rig: LogitsRig) -> None:
    assert panel.minimumSizeHint().width() <= 1000
    rig.logits.set_source("digit")
    rig.logits.set_logit(3, 2.5)
    press(panel, "add_constant")
    rig.settle()
    assert panel.minimumSizeHint().width() <= 1000


def test_every_source_and_every_preset_is_offered(panel: SoftmaxSourcePanel) -> None:
    assert values(combo(panel, "source")) == list(SOURCES)
    assert set(values(combo(panel, "preset"))) == set(PRESETS)


def test_a_preset_is_chosen_and_named_as_long_as_it_is_there(rig: LogitsRig, panel: SoftmaxSourcePanel) -> None:
    box = combo(panel, "preset")
    assert box.currentData() == "three_classes"
    choose(box, "soft_second")
    rig.settle()
    assert rig.logits.target.tolist() == [0.3, 0.6, 0.1]
    assert combo(panel, "target").currentIndex() == -1
    assert combo(panel, "target").placeholderText() == "soft (0.3, 0.6, 0.1)"
    rig.logits.set_logit(0, 1.0)
    rig.settle()
    assert box.currentIndex() == -1


def test_the_target_is_an_index_and_a_one_hot_row(rig: LogitsRig, panel: SoftmaxSourcePanel) -> None:
    box = combo(panel, "target")
    assert [box.itemText(index) for index in range(3)] == ["0: A (1, 0, 0)", "1: B (0, 1, 0)", "2: C (0, 0, 1)"]
    choose(box, 2)
    assert rig.logits.true_class == 2
    assert rig.logits.target.tolist() == [0.0, 0.0, 1.0]


def test_smoothing_spreads_a_part_of_the_target(rig: LogitsRig, panel: SoftmaxSourcePanel) -> None:
    type_into(part(panel, NumberBox, "smoothing"), "0.3")
    assert rig.logits.target.tolist() == pytest.approx([0.8, 0.1, 0.1])
    rig.settle()
    assert combo(panel, "target").currentIndex() == 0


def test_classes_come_and_go(rig: LogitsRig, panel: SoftmaxSourcePanel) -> None:
    box = part(panel, CountBox, "class_count")
    type_into(box, "10")
    rig.settle()
    assert rig.logits.class_count == 10
    assert combo(panel, "target").count() == 10
    rig.logits.set_source("digit")
    rig.settle()
    assert not box.isEnabled()


def test_field_and_slider_show_one_temperature(rig: LogitsRig, panel: SoftmaxSourcePanel) -> None:
    box, slider = part(panel, NumberBox, "temperature"), part(panel, LogSlider, "temperature_slider")
    assert (slider.minimum(), slider.value(), slider.maximum()) == (-slider.maximum(), 0, slider.maximum())
    type_into(box, "0.1")
    rig.settle()
    assert slider.value() == slider.minimum()
    QTest.keyClick(slider, Qt.Key.Key_End)
    rig.settle()
    assert (rig.logits.temperature, box.value()) == (10.0, 10.0)
    temperatures = []
    for _ in range(10):
        QTest.keyClick(slider, Qt.Key.Key_Left)
        temperatures.append(rig.logits.temperature)
    ratios = np.divide(temperatures[1:], temperatures[:-1])
    assert ratios == pytest.approx(np.full(9, ratios[0]), rel=0.01)


def test_a_typed_temperature_keeps_its_digits(rig: LogitsRig, panel: SoftmaxSourcePanel) -> None:
    type_into(part(panel, NumberBox, "temperature"), "1.2345")
    rig.settle()
    assert rig.logits.temperature == 1.2345


def test_the_second_softmax_is_switched(rig: LogitsRig, panel: SoftmaxSourcePanel) -> None:
    QTest.keyClick(part(panel, QCheckBox, "double"), Qt.Key.Key_Space)
    assert rig.logits.is_double


def test_a_constant_moves_all_logits_and_no_probability(rig: LogitsRig, panel: SoftmaxSourcePanel) -> None:
    before = rig.logits.facts.probabilities
    type_into(part(panel, NumberBox, "constant"), "2.5")
    press(panel, "add_constant")
    assert rig.logits.logits.tolist() == [5.5, 3.5, -0.5]
    change = float(np.abs(rig.logits.facts.probabilities - before).max())
    assert change < 1e-15
    assert text_of(panel, "constant_effect") == f"z moved by 2.5, p by {change:.1g}"
    rig.settle()
    type_into(part(panel, NumberBox, "temperature"), "2")
    assert text_of(panel, "constant_effect") == ""


@pytest.mark.parametrize(("name", "typed"), [("temperature", "0"), ("smoothing", "0.6"), ("constant", "1e308")])
def test_a_number_out_of_range_is_explained_in_place(
    rig: LogitsRig, panel: SoftmaxSourcePanel, name: str, typed: str
) -> None:
    before = rig.logits.facts
    type_into(part(panel, NumberBox, name), typed)
    problem = part(panel, QLabel, "problem")
    assert problem.isVisible()
    assert typed in problem.text()
    assert rig.logits.facts is before
    type_into(part(panel, NumberBox, "temperature"), "3")
    assert not problem.isVisible()


def test_a_sum_out_of_range_is_explained_in_place(rig: LogitsRig, panel: SoftmaxSourcePanel) -> None:
    type_into(part(panel, NumberBox, "constant"), "9999")
    press(panel, "add_constant")
    assert rig.logits.logits.tolist() == [3.0, 1.0, -3.0]
    assert "-10000 to 10000" in text_of(panel, "problem")
    assert text_of(panel, "constant_effect") == ""


def test_nudges_of_what_is_fed_are_counted_and_released(rig: LogitsRig, panel: SoftmaxSourcePanel) -> None:
    release = part(panel, QPushButton, "release")
    assert not release.isVisible()
    choose(combo(panel, "source"), "case")
    rig.settle()
    assert text_of(panel, "fed") == "no case selected there"
    assert not release.isEnabled()
    rig.logits.feed(("0", "1"), (0.0, math.log(1.5)), None)
    rig.logits.set_logit(1, 4.0)
    rig.settle()
    assert "selected case" in text_of(panel, "fed")
    assert release.text() == "Release (1)"
    press(panel, "release")
    rig.settle()
    assert rig.logits.logits.tolist() == [0.0, math.log(1.5)]
    assert not release.isEnabled()
