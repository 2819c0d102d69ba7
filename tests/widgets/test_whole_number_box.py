"""WholeNumberBox: whole numbers in any notation, and nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lossviz.widgets.whole_number_box import WholeNumberBox


@pytest.fixture
def box(qtbot: QtBot) -> WholeNumberBox:
    box = WholeNumberBox(1, 2**31 - 1)
    box.setValue(5)
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    return box


def type_into(box: WholeNumberBox, text: str) -> None:
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "number"), [("3000", 3000), ("3e3", 3000), ("60,000", 60_000), ("2147483647", 2**31 - 1)]
)
def test_whole_numbers_are_taken_and_shown_in_full(box: WholeNumberBox, text: str, number: int) -> None:
    type_into(box, text)
    assert box.whole == number
    assert box.text() == str(number)


@pytest.mark.parametrize("text", ["0", "2147483648", "3.5", "0,5", "0,001", "1e-3", "inf", "nan", "ten", " "])
def test_all_else_is_told_of_and_the_last_number_stays(box: WholeNumberBox, qtbot: QtBot, text: str) -> None:
    with qtbot.waitSignal(box.refused) as refused:
        type_into(box, text)
    assert refused.args == [text]
    assert box.whole == 5
    assert box.text() == "5"
