"""TrainingSettingsForm: what is chosen is used, what is used is shown."""

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.run_states import RunState
from lossviz.core.training.settings import CHOICES, LIMITS, MOST_THREADS, PRESETS, TrainingSettings
from lossviz.panels import training_settings_form as module
from lossviz.widgets.number_boxes import CountBox, LearningRateBox
from tests.support.assembly import choose, part, press, settle, until
from tests.support.tiny_runs import ENDLESS_RUN


def combo(assembly: Assembly, field: str) -> QComboBox:
    return part(assembly, QComboBox, f"mnist.{field}")


def settings_of(assembly: Assembly) -> TrainingSettings:
    return assembly.engine.mnist.training.settings


def type_number(box: QAbstractSpinBox, text: str) -> None:
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_every_setting_has_a_control(assembly: Assembly) -> None:
    for field in fields(TrainingSettings):
        assert assembly.pages.mnist.settings.findChild(QWidget, f"mnist.{field.name}") is not None, field.name


def test_every_choice_of_a_list_can_be_made_and_is_used(assembly: Assembly, qtbot: QtBot) -> None:
    choose(combo(assembly, "loss"), "mse_softmax")
    settle(assembly, qtbot)  # averaging is a choice now
    for field in sorted(CHOICES):
        box = combo(assembly, field)
        assert [box.itemData(index) for index in range(box.count())] == list(CHOICES[field])
        for value in CHOICES[field]:
            choose(box, value)
            assert getattr(settings_of(assembly), field) == value
            settle(assembly, qtbot)
            assert box.currentData() == value


def test_every_number_can_be_typed_within_its_limits(assembly: Assembly) -> None:
    for field in LIMITS.keys() - {"learning_rate"}:
        box = part(assembly, CountBox, f"mnist.{field}")
        low, high = LIMITS[field]
        assert (box.minimum(), box.maximum()) == (low, high)
        type_number(box, "77")
        assert getattr(settings_of(assembly), field) == 77
        for nonsense in ("", "x", "99999999999999999999", "-5"):
            type_number(box, nonsense)
            assert low <= getattr(settings_of(assembly), field) <= high


def test_a_learning_rate_is_typed_in_any_notation_and_nonsense_keeps_the_last(assembly: Assembly, qtbot: QtBot) -> None:
    box = part(assembly, LearningRateBox, "mnist.learning_rate")
    last = settings_of(assembly).learning_rate
    for typed, rate in {"1e-3": 0.001, "0,02": 0.02, "3": 3.0}.items():
        type_number(box, typed)
        settle(assembly, qtbot)
        assert settings_of(assembly).learning_rate == rate
        last = rate
    for nonsense in ("1e308", "inf", "", "nonsense", "-1", "0"):
        type_number(box, nonsense)
        settle(assembly, qtbot)
        assert settings_of(assembly).learning_rate == last


def test_the_arrows_of_the_learning_rate_step_1_3_10(assembly: Assembly) -> None:
    box = part(assembly, LearningRateBox, "mnist.learning_rate")
    rates = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(box, key)
        rates.append(settings_of(assembly).learning_rate)
    assert rates == [0.3, 1.0, 0.3, 0.1, 0.03]


def test_what_is_being_typed_stays_while_a_run_goes_on(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.engine.mnist.training.set_settings(ENDLESS_RUN)
    settle(assembly, qtbot)
    box = part(assembly, LearningRateBox, "mnist.learning_rate")
    press(assembly, "start")
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is RunState.RUNNING)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "0.0")
    steps = len(assembly.engine.mnist.training.runs[0].log)
    assembly.engine.mnist.training.set_wanted_device("auto")  # has the form drawn
    until(assembly, qtbot, lambda: len(assembly.engine.mnist.training.runs[0].log) > steps + 50)
    QTest.keyClicks(box, "5")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert settings_of(assembly).learning_rate == 0.05


def test_a_preset_sets_everything_and_is_named_until_something_is_changed(assembly: Assembly, qtbot: QtBot) -> None:
    preset = combo(assembly, "preset")
    for key, settings in PRESETS.items():
        settle(assembly, qtbot)
        assert preset.currentData() == ""
        choose(preset, key)
        settle(assembly, qtbot)
        assert settings_of(assembly) == settings
        assert preset.currentData() == key
        for field in CHOICES:
            assert combo(assembly, field).currentData() == getattr(settings, field)
        assert part(assembly, LearningRateBox, "mnist.learning_rate").value() == settings.learning_rate
        type_number(part(assembly, CountBox, "mnist.seed"), "4")


def test_averaging_is_a_choice_only_where_each_class_has_a_term(assembly: Assembly, qtbot: QtBot) -> None:
    for loss in LOSSES:
        choose(combo(assembly, "loss"), loss)
        settle(assembly, qtbot)
        has_choice = loss in {"mse_softmax", "mse_logits", "sigmoid_cross_entropy"}
        assert combo(assembly, "averaging").isVisible() == has_choice
        assert combo(assembly, "loss").toolTip()


def test_what_is_seldom_changed_is_shown_on_demand_and_stays_in_sight_once_changed(
    assembly: Assembly, qtbot: QtBot
) -> None:
    seldom = [combo(assembly, "schedule"), combo(assembly, "device"), part(assembly, CountBox, "mnist.seed")]
    assembly.engine.mnist.training.set_settings(TrainingSettings())
    settle(assembly, qtbot)
    place = combo(assembly, "preset").geometry()
    assert not any(box.isVisible() for box in seldom)
    press(assembly, "more_settings")
    settle(assembly, qtbot)
    assert all(box.isVisible() for box in seldom)
    assert combo(assembly, "preset").geometry() == place
    type_number(part(assembly, CountBox, "mnist.seed"), "4")
    press(assembly, "more_settings")
    settle(assembly, qtbot)
    assert [box.isVisible() for box in seldom] == [False, False, True]


def test_the_device_is_a_choice(assembly: Assembly) -> None:
    wanted = []
    for name in ("auto", "cpu"):
        choose(combo(assembly, "device"), name)
        wanted.append(assembly.engine.mnist.training.wanted_device)
    assert wanted == ["auto", "cpu"]


def test_precision_is_offered_where_it_pays_and_where_it_is_chosen(
    assembly: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, training = combo(assembly, "precision"), assembly.engine.mnist.training
    monkeypatch.setattr(module, "mixed_precision_pays", lambda wanted: wanted != "cpu")
    press(assembly, "more_settings")
    training.set_wanted_device("auto")
    settle(assembly, qtbot)
    assert box.isVisible()
    training.set_wanted_device("cpu")
    settle(assembly, qtbot)
    assert not box.isVisible()
    training.set_settings(settings_of(assembly).changed(precision="mixed"))
    settle(assembly, qtbot)
    assert box.isVisible()
    choose(box, "full")
    assert settings_of(assembly).precision == "full"


def test_threads_are_a_choice(assembly: Assembly) -> None:
    type_number(part(assembly, CountBox, "mnist.threads"), "3")
    assert assembly.engine.mnist.training.threads == 3


def test_as_many_threads_can_be_chosen_as_a_session_may_hold(assembly: Assembly) -> None:
    type_number(part(assembly, CountBox, "mnist.threads"), str(MOST_THREADS))
    assert assembly.engine.mnist.training.threads == MOST_THREADS
