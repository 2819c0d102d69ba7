"""One panel of the softmax page with its store, shown, without the rest of the window."""

from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lossviz.stores.logits_store import LogitsStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.assembly import PATIENCE_MS

LEFT = Qt.MouseButton.LeftButton
SIZES = ((490, 240), (950, 300))

Kind = TypeVar("Kind", bound=QWidget)
PanelKind = TypeVar("PanelKind", bound=Panel)


class LogitsRig:
    """What a panel is made of."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.clock = FrameClock()
        self.theme = ThemeSource(load_theme("light"))
        self.logits = LogitsStore()

    def show(self, panel: PanelKind, size: tuple[int, int] = SIZES[0]) -> PanelKind:
        """Have it on screen and drawn."""
        self._qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show()
        self._qtbot.waitExposed(panel)
        self.settle()
        return panel

    def settle(self) -> None:
        """Wait until everything that changed has been drawn."""
        (timer,) = self.clock.findChildren(QTimer)
        self._qtbot.waitUntil(lambda: not timer.isActive(), timeout=PATIENCE_MS)


def part(panel: QWidget, kind: type[Kind], name: str) -> Kind:
    """The control softmax.`name`."""
    (found,) = panel.findChildren(kind, f"softmax.{name}")
    return found


def text_of(panel: QWidget, name: str) -> str:
    """What the label softmax.`name` says."""
    return part(panel, QLabel, name).text()


def press(panel: QWidget, name: str) -> None:
    """Click the button softmax.`name`."""
    QTest.mouseClick(part(panel, QPushButton, name), LEFT)


def type_into(box: QAbstractSpinBox, text: str) -> None:
    """Replace what is there, and confirm."""
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def drag(widget: QWidget, start: QPointF, end: QPointF, steps: int = 6) -> None:
    """Press, move in a straight line, let go."""
    QTest.mousePress(widget, LEFT, pos=start.toPoint())
    for step in range(1, steps + 1):
        QTest.mouseMove(widget, (start + (end - start) * (step / steps)).toPoint())
    QTest.mouseRelease(widget, LEFT, pos=end.toPoint())


def point_at(widget: QWidget, place: QPointF) -> None:
    """Bring the mouse there."""
    QTest.mouseMove(widget, QPoint(1, 1))
    QTest.mouseMove(widget, place.toPoint())
