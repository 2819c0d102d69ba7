"""The keyboard in a case plot, with real events."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lossviz.widgets.fit.case_plot import CasePicture
from tests.widgets.fit.case_rig import CaseRig, cases_at, picture_of

Rigged = Callable[[CasePicture], CaseRig]

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
UNSORTED = cases_at([4.0, 1.0, 5.0, 2.0], [1.0, 0.0, 1.0, 0.0])


def press(rig: CaseRig, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(rig.plot, key, modifiers)


def test_left_and_right_walk_through_the_cases_by_size(rigged: Rigged) -> None:
    rig = rigged(picture_of(UNSORTED))
    walked = []
    for key in [Qt.Key.Key_Right] * 5 + [Qt.Key.Key_Left]:
        press(rig, key)
        walked.append(rig.picture.selected)
    assert walked == [1, 3, 0, 2, 2, 0]


def test_left_begins_at_the_largest_case(rigged: Rigged) -> None:
    rig = rigged(picture_of(UNSORTED))
    press(rig, Qt.Key.Key_Left)
    assert rig.picture.selected == 2


def test_keys_that_come_before_the_next_picture_still_walk_on(rigged: Rigged) -> None:
    rig = rigged(picture_of(UNSORTED))
    rig.plot.case_selected.disconnect()  # nobody shows the selection
    chosen: list[int | None] = []
    rig.plot.case_selected.connect(chosen.append)
    press(rig, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert chosen == [1, 3, 0]


@pytest.mark.parametrize(("modifiers", "step"), [(SHIFT, 0.05), (SHIFT | CONTROL, 0.005)])
def test_with_shift_the_selected_case_moves_by_a_step(
    rigged: Rigged, modifiers: Qt.KeyboardModifier, step: float
) -> None:
    rig = rigged(picture_of(UNSORTED, selected=1))
    press(rig, Qt.Key.Key_Right, Qt.Key.Key_Right, modifiers=modifiers)
    assert rig.picture.cases.x[1] == pytest.approx(1.0 + 2 * step, rel=1e-12)
    press(rig, Qt.Key.Key_Left, modifiers=modifiers)
    assert rig.picture.cases.x[1] == pytest.approx(1.0 + step, rel=1e-12)
    assert rig.names() == ["started", "dragged", "ended"] * 3


def test_a_key_held_down_is_one_move(rigged: Rigged) -> None:
    rig = rigged(picture_of(UNSORTED, selected=1))
    for _ in range(3):
        QTest.keyPress(rig.plot, Qt.Key.Key_Right, SHIFT)
    assert rig.picture.moving == 1
    QTest.keyRelease(rig.plot, Qt.Key.Key_Right, SHIFT)
    assert rig.names() == ["started", "dragged", "ended"]
    assert rig.picture.cases.x[1] == pytest.approx(1.15)


def test_a_move_ends_when_the_focus_goes(rigged: Rigged) -> None:
    rig = rigged(picture_of(UNSORTED, selected=1))
    rig.plot.setFocus()
    QTest.keyPress(rig.plot, Qt.Key.Key_Right, SHIFT)
    rig.plot.clearFocus()
    assert rig.names() == ["started", "dragged", "ended"]


def test_up_and_down_change_the_class(rigged: Rigged) -> None:
    rig = rigged(picture_of(UNSORTED, selected=1))
    press(rig, Qt.Key.Key_Up)
    assert rig.picture.cases.y[1] == 1.0
    press(rig, Qt.Key.Key_Down)
    assert rig.picture.cases.y[1] == 0.0
    assert rig.picture.cases.x[1] == 1.0


def test_delete_removes_insert_adds_and_escape_deselects(rigged: Rigged) -> None:
    rig = rigged(picture_of(UNSORTED, selected=3))
    press(rig, Qt.Key.Key_Delete)
    assert rig.log[-1] == ("removed", 3)
    press(rig, Qt.Key.Key_Delete)  # none is selected now
    assert len(rig.picture.cases) == 3
    press(rig, Qt.Key.Key_Insert)
    x, y = rig.last("added")
    assert x == pytest.approx(rig.plot.view.low + rig.plot.view.span / 2, abs=0.05)
    assert y in (0.0, 1.0)
    press(rig, Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert rig.picture.selected is None


def test_without_a_selection_moving_does_nothing(rigged: Rigged) -> None:
    rig = rigged(picture_of(UNSORTED))
    press(rig, Qt.Key.Key_Up, Qt.Key.Key_Delete, Qt.Key.Key_Escape)
    press(rig, Qt.Key.Key_Right, modifiers=SHIFT)
    assert rig.names() == []


def test_the_summary_counts_the_cases_and_names_the_selected_one(rigged: Rigged) -> None:
    rig = rigged(picture_of(UNSORTED))
    assert rig.plot.summary().startswith("4 cases: ")
    press(rig, Qt.Key.Key_Right)
    assert rig.plot.summary().endswith(" Selected: 1 cm, benign.")
    press(rig, Qt.Key.Key_Right, modifiers=SHIFT)
    assert rig.plot.summary().endswith(" Selected: 1.05 cm, benign.")
