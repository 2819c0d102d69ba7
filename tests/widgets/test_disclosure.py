"""Disclosure: closed at first, opened by the mouse, by a key, and by whoever needs what it hides."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lossviz.widgets.disclosure import Disclosure


@pytest.fixture
def disclosure(qtbot: QtBot) -> Disclosure:
    inside = QWidget()
    qtbot.addWidget(inside)
    disclosure = Disclosure("more", "More", "Show more", lambda: [inside])
    qtbot.addWidget(disclosure)
    with qtbot.waitExposed(disclosure):
        disclosure.show()
    return disclosure


def test_it_is_closed_until_it_is_pressed(disclosure: Disclosure) -> None:
    assert (disclosure.isChecked(), disclosure.arrowType()) == (False, Qt.ArrowType.RightArrow)
    QTest.mouseClick(disclosure, Qt.MouseButton.LeftButton)
    assert (disclosure.isChecked(), disclosure.arrowType()) == (True, Qt.ArrowType.DownArrow)
    QTest.keyClick(disclosure, Qt.Key.Key_Space)
    assert not disclosure.isChecked()


def test_it_opens_for_what_it_hides_and_for_nothing_else(disclosure: Disclosure, qtbot: QtBot) -> None:
    outside = QWidget()
    qtbot.addWidget(outside)
    disclosure.open_for(outside)
    assert not disclosure.isChecked()
    (inside,) = disclosure._controls()
    disclosure.open_for(inside)
    assert disclosure.isChecked()
