"""The window system shows what Qt draws and delivers what a person does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot


def test_what_is_drawn_is_on_the_screen(qtbot: QtBot) -> None:
    field = QLineEdit()
    palette = field.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#123456"))
    field.setPalette(palette)
    field.setFrame(False)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    centre = field.mapToGlobal(field.rect().center())
    screen = QGuiApplication.primaryScreen()
    qtbot.waitUntil(
        lambda: screen.grabWindow(0, centre.x(), centre.y(), 1, 1).toImage().pixelColor(0, 0) == QColor("#123456")
    )


def test_a_shown_field_takes_the_keys_that_are_typed(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    QTest.keyClick(field, Qt.Key.Key_7)
    assert field.text() == "7"
