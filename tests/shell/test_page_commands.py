"""The commands of the pages, used on the whole window by keyboard and menu."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDoubleSpinBox
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.training.run_states import RunState
from lossviz.shell.palette_entries import PRESET_LISTS, preset_entries
from tests.support.assembly import PATIENCE_MS, Home, draw, part, settle, until

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def assembly(home: Home, qtbot: QtBot) -> Iterator[Assembly]:
    """With the keyboard, and the focus on nothing in particular."""
    assembly = home.open(qtbot)
    assembly.window.activateWindow()
    qtbot.waitUntil(assembly.window.isActiveWindow)
    yield assembly
    history = assembly.engine.history.findChildren(QTimer)  # it waits for a gesture to be over
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in history))


def go_to(assembly: Assembly, page: str) -> None:
    assembly.window.show_page(page)
    assembly.window.pages.tabBar().setFocus()


def press(assembly: Assembly, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or assembly.window, key, modifiers)


def test_space_plays_and_holds_the_descent_and_dot_and_comma_step_it(assembly: Assembly, qtbot: QtBot) -> None:
    descents = assembly.engine.fit.descents
    go_to(assembly, "fit")
    press(assembly, Qt.Key.Key_Space)
    assert descents.is_playing
    press(assembly, Qt.Key.Key_Space, CTRL)
    assert not descents.is_playing
    until(assembly, qtbot, lambda: not descents.is_playing)
    place = descents.leader.position
    press(assembly, Qt.Key.Key_Period, CTRL)
    assert descents.leader.position == place + 1
    press(assembly, Qt.Key.Key_Comma, CTRL)
    assert descents.leader.position == place
    press(assembly, Qt.Key.Key_R, CTRL)
    assert descents.leader.position == 0


def test_space_in_a_number_field_and_on_a_button_is_theirs(assembly: Assembly) -> None:
    descents = assembly.engine.fit.descents
    go_to(assembly, "fit")
    part(assembly, QDoubleSpinBox, "fit.weight").setFocus()
    press(assembly, Qt.Key.Key_Space)
    assert not descents.is_playing
    part(assembly, QAbstractButton, "fit.step").setFocus()
    press(assembly, Qt.Key.Key_Space)
    assert not descents.is_playing
    assert descents.leader.position == 1


def test_other_cases_are_drawn(assembly: Assembly) -> None:
    go_to(assembly, "fit")
    cases = assembly.engine.fit.fit.cases
    press(assembly, Qt.Key.Key_G, CTRL)
    assert assembly.engine.fit.fit.cases != cases


def test_the_same_keys_play_the_gradient_steps_on_the_softmax_page(assembly: Assembly, qtbot: QtBot) -> None:
    logits = assembly.engine.softmax.logits
    go_to(assembly, "softmax")
    press(assembly, Qt.Key.Key_Space)
    assert logits.is_playing
    assert not assembly.engine.fit.descents.is_playing
    press(assembly, Qt.Key.Key_Space)
    assert not logits.is_playing
    settle(assembly, qtbot)


def test_stepping_goes_through_the_degrees_on_the_overfit_page(assembly: Assembly) -> None:
    polynomial = assembly.engine.overfit.polynomial
    go_to(assembly, "overfit")
    degree = polynomial.degree
    press(assembly, Qt.Key.Key_Period, CTRL)
    assert polynomial.degree == degree + 1
    press(assembly, Qt.Key.Key_Comma, CTRL)
    press(assembly, Qt.Key.Key_Comma, CTRL)
    assert polynomial.degree == degree - 1


def test_a_training_is_started_held_and_stopped_by_keys(assembly: Assembly, qtbot: QtBot) -> None:
    training = assembly.engine.mnist.training
    training.set_settings(training.settings.changed(epochs=500))
    go_to(assembly, "mnist")
    press(assembly, Qt.Key.Key_T, CTRL)
    qtbot.waitUntil(lambda: training.state is RunState.RUNNING, timeout=PATIENCE_MS)
    press(assembly, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: training.state is RunState.PAUSED, timeout=PATIENCE_MS)
    press(assembly, Qt.Key.Key_T, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: training.state is RunState.IDLE, timeout=PATIENCE_MS)


def test_the_canvas_is_cleared_and_the_eraser_taken_by_one_key(assembly: Assembly, qtbot: QtBot) -> None:
    draw(assembly, (0.3, 0.3), (0.6, 0.6))
    settle(assembly, qtbot)
    go_to(assembly, "mnist")
    press(assembly, Qt.Key.Key_E)
    assert part(assembly, QAbstractButton, "mnist.eraser").isChecked()
    press(assembly, Qt.Key.Key_Delete)
    assert assembly.engine.mnist.digit.drawing.is_empty


def test_the_race_runs_and_can_be_ended(assembly: Assembly, qtbot: QtBot) -> None:
    race = assembly.engine.losses.race
    go_to(assembly, "losses")
    press(assembly, Qt.Key.Key_T, CTRL)
    assert race.is_running
    press(assembly, Qt.Key.Key_T, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not race.is_running, timeout=PATIENCE_MS)


def test_every_command_has_its_action_its_keys_and_a_sentence(assembly: Assembly) -> None:
    for command in assembly.window.commands:
        (action,) = assembly.window.findChildren(QAction, f"command.{command.key}")
        assert action.text()
        assert command.help
        assert len(assembly.window.commands.keys_told(command)) >= len(command.shortcuts)


def test_one_key_opens_the_palette_and_another_the_sheet_of_keys(assembly: Assembly) -> None:
    go_to(assembly, "fit")
    press(assembly, Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    palette = assembly.aids.palette
    assert palette.is_open
    QTest.keyClicks(palette.search, "fit slice")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert assembly.pages.fit.slice.isVisible()
    assembly.window.pages.tabBar().setFocus()
    press(assembly, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert assembly.aids.keys.is_open
    assert "Play the descent" in assembly.aids.keys.sheet.accessibleDescription()
    press(assembly, Qt.Key.Key_Escape)
    assert not assembly.aids.keys.is_open


def test_the_palette_runs_a_command_of_another_page_there(assembly: Assembly) -> None:
    go_to(assembly, "fit")
    assembly.aids.palette.open()
    QTest.keyClicks(assembly.aids.palette.search, "degree up")
    QTest.keyClick(assembly.aids.palette.search, Qt.Key.Key_Return)
    assert assembly.window.page == "overfit"


def test_the_palette_offers_presets(assembly: Assembly) -> None:
    assembly.aids.palette.open()
    QTest.keyClicks(assembly.aids.palette.search, "fit far_outliers")
    QTest.keyClick(assembly.aids.palette.search, Qt.Key.Key_Return)
    recipe = assembly.engine.fit.fit.recipe
    assert recipe is not None
    assert recipe.scenario == "far_outliers"


@pytest.mark.parametrize("name", PRESET_LISTS)
def test_each_list_of_presets_that_the_palette_reads_is_in_the_window(assembly: Assembly, name: str) -> None:
    box = part(assembly, QComboBox, name)
    offered = [entry.title for entry in preset_entries(assembly.window) if entry.name == name]
    assert offered
    assert all(any(title.endswith(box.itemText(index)) for index in range(box.count())) for title in offered)


def test_diagnostic_info_goes_to_the_clipboard(assembly: Assembly) -> None:
    (action,) = assembly.window.findChildren(QAction, "command.help.diagnosis")
    action.trigger()
    assert "PyTorch: " in QApplication.clipboard().text()
    assert "clipboard" in assembly.window.statusBar().currentMessage()
