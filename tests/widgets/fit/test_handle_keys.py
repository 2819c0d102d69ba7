"""The curve and the threshold by keyboard: what the mouse can take hold of, the keys can too."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lossviz.core.fit.estimates import size_at
from lossviz.widgets.fit.case_plot import CasePicture
from tests.widgets.fit.case_rig import CaseRig, cases_at, picture_of

Rigged = Callable[[CasePicture], CaseRig]

CONTROL = Qt.KeyboardModifier.ControlModifier
FOUR = cases_at([1.0, 2.0, 4.0, 5.0], [0.0, 0.0, 1.0, 1.0])


@pytest.fixture
def rig(rigged: Rigged) -> CaseRig:
    """A sigmoid that rises at 3."""
    return rigged(picture_of(FOUR))


def press(rig: CaseRig, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(rig.plot, key, modifiers)


def middle(rig: CaseRig) -> float:
    found = size_at("sigmoid", rig.picture.sigmoid, 0.5)
    assert found is not None
    return found


def test_page_down_chooses_the_midpoint_and_the_arrows_shift_the_curve(rig: CaseRig) -> None:
    press(rig, Qt.Key.Key_PageDown, Qt.Key.Key_Right)
    step = middle(rig) - 3.0
    assert step == pytest.approx(rig.plot.view.span / 100)
    assert rig.picture.sigmoid.w == 2.0
    press(rig, Qt.Key.Key_Left, modifiers=CONTROL)
    assert middle(rig) == pytest.approx(3.0 + 0.9 * step)


def test_the_second_handle_turns_the_curve_about_its_middle(rig: CaseRig) -> None:
    press(rig, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_Right)
    assert rig.picture.sigmoid.w < 2.0
    assert middle(rig) == pytest.approx(3.0)


def test_the_third_is_the_threshold(rig: CaseRig) -> None:
    press(rig, *[Qt.Key.Key_PageDown] * 3, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert rig.picture.threshold == pytest.approx(0.52)
    press(rig, *[Qt.Key.Key_Down] * 60)
    assert rig.picture.threshold == 0.0


def test_page_up_leads_back_to_the_cases_and_so_does_escape(rig: CaseRig) -> None:
    press(rig, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Right)
    assert rig.picture.selected == 0
    press(rig, Qt.Key.Key_PageDown, Qt.Key.Key_Escape, Qt.Key.Key_Right)
    assert rig.picture.selected == 1
    assert rig.picture.sigmoid.w == 2.0


def test_a_key_that_is_held_down_is_one_drag(rig: CaseRig) -> None:
    press(rig, Qt.Key.Key_PageDown)
    for _ in range(3):
        QTest.keyPress(rig.plot, Qt.Key.Key_Right)
    QTest.keyRelease(rig.plot, Qt.Key.Key_Right)
    assert rig.names() == ["curve started", "curve", "curve ended"]


def test_a_chosen_handle_looks_other(rig: CaseRig) -> None:
    before = rig.plot.grab().toImage()
    looks = [before]
    for _ in range(3):
        press(rig, Qt.Key.Key_PageDown)
        looks.append(rig.plot.grab().toImage())
    assert all(one != other for place, one in enumerate(looks) for other in looks[:place])
