"""A panel about chance on the screen, in the type and with the buttons of the window."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lossviz.shell.theme_application import ThemeApplication
from lossviz.stores.settings_store import SettingsStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource
from tests.support.assembly import application_restored

SMALL = (490, 308)  # less than half of the smallest window
LEFT = Qt.MouseButton.LeftButton

AnyPanel = TypeVar("AnyPanel", bound=Panel)


@contextmanager
def window_look(application: QApplication, folder: Path) -> Iterator[ThemeSource]:
    """The theme of the window, until the test ends."""
    with application_restored(application):
        settings = SettingsStore(QSettings(str(folder / "lossviz.ini"), QSettings.Format.IniFormat))
        yield ThemeApplication(application, settings, "light").source


class ChanceRig(Generic[AnyPanel]):
    """The panel and what a person does with it; its objectNames begin with "losses."."""

    def __init__(self, qtbot: QtBot, clock: FrameClock, panel: AnyPanel) -> None:
        self.qtbot = qtbot
        self.clock = clock
        self.panel = panel
        qtbot.addWidget(panel)
        panel.resize(*SMALL)
        with qtbot.waitExposed(panel):
            panel.show()
        self.settle()

    def settle(self) -> None:
        """Wait until everything has been drawn and laid out."""
        (timer,) = self.clock.findChildren(QTimer)
        self.qtbot.waitUntil(lambda: not timer.isActive())
        QApplication.processEvents()

    def text(self, name: str) -> str:
        """What a label says."""
        (label,) = self.panel.findChildren(QLabel, f"losses.{name}")
        return label.text()

    def box(self, name: str) -> QAbstractSpinBox:
        """A number field."""
        (box,) = self.panel.findChildren(QAbstractSpinBox, f"losses.{name}")
        return box

    def button(self, name: str) -> QPushButton:
        """A button."""
        (button,) = self.panel.findChildren(QPushButton, f"losses.{name}")
        return button

    def click(self, name: str) -> None:
        """Press a button."""
        QTest.mouseClick(self.button(name), LEFT)
        self.settle()

    def type_into(self, name: str, text: str) -> None:
        """Replace what a number field holds."""
        box = self.box(name)
        box.setFocus()
        box.selectAll()
        QTest.keyClick(box, Qt.Key.Key_Delete)
        QTest.keyClicks(box, text)
        QTest.keyClick(box, Qt.Key.Key_Return)
        self.settle()

    def choose(self, name: str, value: object) -> None:
        """Go to an entry of a list by keys."""
        (combo,) = self.panel.findChildren(QComboBox, f"losses.{name}")
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(combo.findData(value)):
            QTest.keyClick(combo, Qt.Key.Key_Down)
        self.settle()
