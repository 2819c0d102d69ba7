"""A person at the window: goes from page to page, points, clicks, drags, types and reads what is on screen."""

from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from tests.support.assembly import PATIENCE_MS, choose, part, settle
from tests.support.snippet_runs import result_of

LEFT = Qt.MouseButton.LeftButton
_TICK_PX = 8  # from the left edge of a check box to the middle of its tick

Kind = TypeVar("Kind", bound=QWidget)


def number_of(text: str) -> float:
    """A number as it is written on screen: with a true minus sign, and ∞."""
    return float(text.strip().replace("−", "-").replace("∞", "inf"))


class Visitor:
    """On one page at a time; `name` is that of a control without its page. What is done is drawn afterwards.

    Nothing can be clicked that a person could not: a control has to be in sight, enabled and on top.
    """

    def __init__(self, assembly: Assembly, qtbot: QtBot, page: str) -> None:
        self.assembly = assembly
        self.qtbot = qtbot
        self.page = ""
        self.go_to(page)

    def settle(self) -> None:
        """Wait until everything that changed has been drawn and laid out."""
        for _ in range(2):  # what was drawn may be laid out anew, and that drawn
            settle(self.assembly, self.qtbot)
            QApplication.processEvents()

    def go_to(self, page: str) -> None:
        """Click the tab of a page."""
        pages = self.assembly.window.pages
        self._click_tab(pages, pages.indexOf(part(self.assembly, QWidget, page)))
        self.page = page

    def open_tab(self, name: str, index: int) -> None:
        """Click a tab within the page."""
        self._click_tab(self.part(QTabWidget, name), index)

    def part(self, kind: type[Kind], name: str) -> Kind:
        """The window's only `kind` of this name."""
        return part(self.assembly, kind, f"{self.page}.{name}")

    def text(self, name: str) -> str:
        """What a label says."""
        return self.part(QLabel, name).text()

    def press(self, name: str, *, is_settled: bool = True) -> None:
        """Click a button, or tick a box, with the mouse. is_settled: False where what it starts goes on by itself."""
        button = self.part(QAbstractButton, name)
        assert button.isEnabled(), name
        is_ticked = isinstance(button, QCheckBox | QRadioButton)
        place = QPointF(_TICK_PX, button.height() / 2) if is_ticked else None
        self.click(button, place, is_settled=is_settled)

    def click(self, widget: QWidget, place: QPointF | None = None, *, is_settled: bool = True) -> None:
        """Click a widget, in its middle or at `place`."""
        pixel = widget.rect().center() if place is None else place.toPoint()
        self.find(widget, pixel)
        QTest.mouseClick(widget, LEFT, pos=pixel)
        if is_settled:
            self.settle()

    def type_into(self, name: str, text: str) -> None:
        """Replace what a number field holds, and confirm."""
        box = self.part(QAbstractSpinBox, name)
        assert box.isEnabled(), name
        self.find(box, box.rect().center())
        box.setFocus()
        box.selectAll()
        QTest.keyClick(box, Qt.Key.Key_Delete)
        QTest.keyClicks(box, text)
        QTest.keyClick(box, Qt.Key.Key_Return)
        self.settle()

    def choose(self, name: str, value: object) -> None:
        """Go to an entry of a list by keys; those on the way are chosen too."""
        combo = self.part(QComboBox, name)
        assert combo.isEnabled(), name
        self.find(combo, combo.rect().center())
        combo.setFocus()
        choose(combo, value)
        self.settle()
        assert combo.currentData() == value, name

    def drag(self, widget: QWidget, start: QPointF, end: QPointF, steps: int = 6) -> None:
        """Press, move in a straight line, let go."""
        self.find(widget, start.toPoint())
        QTest.mousePress(widget, LEFT, pos=start.toPoint())
        for step in range(1, steps + 1):
            QTest.mouseMove(widget, (start + (end - start) * (step / steps)).toPoint())
        QTest.mouseRelease(widget, LEFT, pos=end.toPoint())
        self.settle()

    def point_at(self, widget: QWidget, place: QPointF) -> None:
        """Bring the mouse there."""
        self.find(widget, place.toPoint())
        QTest.mouseMove(widget, QPoint(1, 1))
        QTest.mouseMove(widget, place.toPoint())
        self.settle()

    def find(self, widget: QWidget, pixel: QPoint) -> None:
        """Bring a place of a widget into sight, as a person scrolls; it must be on top there."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        assert widget.isVisible(), widget.objectName()
        self.qtbot.waitUntil(lambda: self._is_on_top(widget, pixel), timeout=PATIENCE_MS)

    def _is_on_top(self, widget: QWidget, pixel: QPoint) -> bool:
        window = self.assembly.window
        found: QWidget | None = window.childAt(widget.mapTo(window, pixel))
        return found is widget or (found is not None and widget.isAncestorOf(found))

    def run_code(self, name: str = "code") -> tuple[float, str]:
        """What the code on screen leaves in `result`, and what the label beside it says."""
        return result_of(self.part(QPlainTextEdit, name).toPlainText()), self.text(f"{name}_result")

    def _click_tab(self, tabs: QTabWidget, index: int) -> None:
        self.click(tabs.tabBar(), QPointF(tabs.tabBar().tabRect(index).center()))
        assert tabs.currentIndex() == index
