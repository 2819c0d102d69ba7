"""RatioField: slider and field agree, equal ways are equal ratios, and nonsense is told of."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lossviz.widgets.losses.ratio_field import RatioField
from lossviz.widgets.losses.ratio_slider import RatioSlider
from lossviz.widgets.number_boxes import NumberBox


@pytest.fixture
def field(qtbot: QtBot) -> RatioField:
    shown = RatioField("test.weight", "w", "Weight", (0.1, 10.0))
    qtbot.addWidget(shown)
    shown.show_number(1.0)
    shown.show()
    return shown


def _slider(field: RatioField) -> RatioSlider:
    slider = field.findChild(RatioSlider, "test.weight_slider")
    assert isinstance(slider, RatioSlider)
    return slider


def _box(field: RatioField) -> NumberBox:
    box = field.findChild(NumberBox, "test.weight")
    assert isinstance(box, NumberBox)
    return box


def test_one_is_in_the_middle_of_a_tenth_and_ten(field: RatioField) -> None:
    assert _slider(field).value() == _slider(field).maximum() / 2


def test_a_step_of_the_slider_is_a_ratio(field: RatioField, qtbot: QtBot) -> None:
    for wanted in (1.6, 2.5):
        with qtbot.waitSignal(field.changed) as told:
            QTest.keyClick(_slider(field), Qt.Key.Key_PageUp)
        assert told.args == [wanted]


def test_the_ends_of_the_slider_are_the_limits(field: RatioField, qtbot: QtBot) -> None:
    for key, limit in ((Qt.Key.Key_End, 10.0), (Qt.Key.Key_Home, 0.1)):
        with qtbot.waitSignal(field.changed) as told:
            QTest.keyClick(_slider(field), key)
        assert told.args == [limit]


def test_what_is_shown_is_not_told(field: RatioField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.show_number(7.5)
    assert _box(field).value() == 7.5


@pytest.mark.parametrize("typed", ["nan", "inf", "0", "1e308", "", "three"])
def test_nonsense_is_told_of_and_the_last_number_stays(field: RatioField, qtbot: QtBot, typed: str) -> None:
    box = _box(field)
    box.setFocus()
    box.selectAll()
    with qtbot.assertNotEmitted(field.changed), qtbot.waitSignal(field.refused):
        QTest.keyClick(box, Qt.Key.Key_Delete)
        QTest.keyClicks(box, typed)
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == 1.0
