"""The Overfit page by itself, in the look that it has in the window."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPointF, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from lossviz.pages.overfit_page import OverfitPage
from lossviz.shell.theme_application import ThemeApplication
from lossviz.shell.undo_history import UndoHistory
from lossviz.stores.page_stores import OverfitStores
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.stores.settings_store import SettingsStore
from lossviz.stores.state_table import StateTable
from lossviz.stores.undo_store import UndoStore
from lossviz.widgets.frame_clock import FrameClock
from tests.support.assembly import PATIENCE_MS, application_restored

SMALL, LARGE = (1000, 650), (1880, 950)  # what a window of 1024 x 768 or 1920 x 1080 leaves a page

Kind = TypeVar("Kind", bound=QWidget)


@dataclass(frozen=True)
class OverfitRig:
    """A page that is shown, and what it is made of."""

    page: OverfitPage
    store: PolynomialStore
    history: UndoHistory
    clock: FrameClock
    settings: SettingsStore
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until everything that changed has been drawn."""
        (timer,) = self.clock.findChildren(QTimer)
        self.qtbot.waitUntil(lambda: not timer.isActive(), timeout=PATIENCE_MS)

    def pause(self) -> None:
        """Let what was done be one entry of the history, as after a moment without any change."""
        self.history.record()
        self.settle()

    def part(self, kind: type[Kind], name: str) -> Kind:
        """The page's only `kind` called overfit.`name`."""
        (found,) = self.page.findChildren(kind, f"overfit.{name}")
        return found

    def press(self, name: str) -> None:
        """Click a button with the mouse."""
        button = self.part(QAbstractButton, name)
        assert button.isEnabled(), name
        assert button.isVisible(), name
        place = button.rect().center()
        place.setX(min(place.x(), 10))  # a check box takes clicks on its box and its text only
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def show_tab(self, index: int) -> None:
        """0 errors, 1 question, 2 code."""
        self.part(QTabWidget, "tabs").setCurrentIndex(index)
        self.settle()

    def drag(self, widget: QWidget, start: QPointF, end: QPointF, steps: int = 12) -> None:
        """Press, move in a straight line, release."""
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start.toPoint())
        for step in range(1, steps + 1):
            QTest.mouseMove(widget, (start + (end - start) * (step / steps)).toPoint())
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end.toPoint())
        self.settle()


@pytest.fixture
def rig(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[OverfitRig]:
    """With the good fit, as it opens."""
    with application_restored(qapp):
        settings = SettingsStore(QSettings(str(tmp_path / "lossviz.ini"), QSettings.Format.IniFormat))
        theme = ThemeApplication(qapp, settings, for_now="light")
        clock, store = FrameClock(), PolynomialStore()
        undo = UndoStore()
        table = StateTable({"overfit": {"polynomial": store}}, [store.data_changed, store.model_changed])
        history = UndoHistory(table, undo, lambda: False)
        page = OverfitPage(clock, theme.source, OverfitStores(store, undo))
        page.data.undo_wanted.connect(history.undo)
        page.data.redo_wanted.connect(history.redo)
        page.resize(*SMALL)
        qtbot.addWidget(page)
        with qtbot.waitExposed(page):
            page.show()
        rig = OverfitRig(page, store, history, clock, settings, qtbot)
        rig.settle()
        yield rig
        page.close()
        history.stop()
        clock.stop()
