"""A button that one test holds down is up again in the next."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.mouse import let_go


def test_no_button_stays_down(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        QTest.mousePress(label, button)
    assert QApplication.mouseButtons() != Qt.MouseButton.NoButton
    let_go()
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton
