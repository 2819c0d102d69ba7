"""What lossviz is made with is told with its version and its licence."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import lossviz
from lossviz.shell.about_dialog import AboutDialog
from lossviz.shell.components import COMPONENTS, LONGEST_TEXT, Component


def opened(qtbot: QtBot, tab: str = "about") -> AboutDialog:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = AboutDialog(parent, tab)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.open()
    return dialog


def test_it_names_the_version_and_what_it_is_made_with(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    texts = " ".join(label.text() for label in dialog.tabs.findChildren(QLabel))
    assert lossviz.__version__ in texts
    for name in ("PySide6", "PyTorch", "NumPy", "pyqtgraph"):
        assert name in texts


def test_every_licence_can_be_read_with_the_arrow_keys(qtbot: QtBot) -> None:
    dialog = opened(qtbot, "licences")
    assert dialog.tabs.currentIndex() == 1
    for part in COMPONENTS:
        assert part.licence in dialog.text.toPlainText()
        assert part.name in dialog.text.toPlainText()
        QTest.keyClick(dialog.parts, Qt.Key.Key_Down)


def test_escape_and_the_button_close_it(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    again = opened(qtbot)
    button = again.findChild(QPushButton, "about.close")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not again.isVisible()


@pytest.mark.parametrize("part", COMPONENTS, ids=lambda part: part.name)
def test_every_part_is_installed_and_its_licence_is_of_bearable_length(part: Component) -> None:
    assert part.version
    assert len(part.licence_text()) <= LONGEST_TEXT


def test_our_own_licence_is_there() -> None:
    assert COMPONENTS[0].licence_text().startswith("MIT License")


def test_what_is_not_installed_has_neither_version_nor_text() -> None:
    absent = Component("Nothing", "no-such-distribution-anywhere", "MIT")
    assert absent.version == ""
    assert absent.licence_text() == ""
