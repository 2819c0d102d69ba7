"""Around the whole window with nothing but the Tab key: every stop is reached once, and it can be seen which it is."""

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from tests.support.access_checks import called, is_tab_stop
from tests.support.assembly import PATIENCE_MS, Home, settle

MOST_STOPS = 400  # of one tour
AROUND_PX = 4  # a frame may stand that far outside


class Tour:
    """Through one view of the window. visited: in order; unseen: the stops that look the same with the focus."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.visited: list[QWidget] = []
        self.unseen: list[QWidget] = []

    def go(self, start: QWidget) -> None:
        """From what comes after `start` until Tab leads back to it."""
        start.setFocus(Qt.FocusReason.TabFocusReason)
        here = self._leave(start)
        while len(self.visited) < MOST_STOPS:
            self.visited.append(here)
            place = self._place(here)
            with_focus = self._picture(place)
            here = self._leave(here)
            if self._picture(place) == with_focus:
                self.unseen.append(self.visited[-1])
            if here is self.visited[0]:
                return

    @property
    def twice(self) -> list[QWidget]:
        """Stops that were reached again before the way round was complete."""
        return [widget for place, widget in enumerate(self.visited) if widget in self.visited[:place]]

    def _leave(self, here: QWidget) -> QWidget:
        """A table of two columns is left with the second Tab."""
        for _ in range(2):
            QTest.keyClick(here, Qt.Key.Key_Tab)
            QApplication.processEvents()
            if self._focused() is not here:
                break
        return self._focused()

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def _place(self, widget: QWidget) -> QRect:
        inside = QRect(widget.mapTo(self._window, QPoint()), widget.size())
        return inside.adjusted(-AROUND_PX, -AROUND_PX, AROUND_PX, AROUND_PX) & self._window.rect()

    def _picture(self, place: QRect) -> QImage:
        return self._window.grab(place).toImage()


def told(widgets: Iterable[QWidget]) -> str:
    """A line for each."""
    return "\n".join(map(called, widgets))


def stops_in_sight(window: QWidget) -> set[QWidget]:
    """All that Tab has to reach now."""
    widgets = [widget for widget in window.findChildren(QWidget) if is_tab_stop(widget)]
    return {widget for widget in widgets if widget.isVisibleTo(window) and widget.isEnabled()}


def views_of(page: QWidget) -> Iterator[int]:
    """Every tab of the page is in front in one of them."""
    tabs = page.findChildren(QTabWidget)
    for number in range(max((one.count() for one in tabs), default=1)):
        for one in tabs:
            one.setCurrentIndex(min(number, one.count() - 1))
        yield number


@pytest.mark.parametrize("page", ["fit", "softmax", "losses", "overfit", "mnist"])
def test_tab_goes_round_every_page_and_shows_where_it_is(home: Home, qtbot: QtBot, page: str) -> None:
    assembly = home.open(qtbot)
    window = assembly.window
    window.show_page(page)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
    for number in views_of(window.pages.currentWidget()):
        settle(assembly, qtbot)
        QApplication.processEvents()
        tour = Tour(window)
        tour.go(window.pages.tabBar())
        assert told(tour.twice) == "", f"view {number}: stopped at twice"
        assert told(stops_in_sight(window) - set(tour.visited)) == "", f"view {number}: never reached"
        assert told(tour.unseen) == "", f"view {number}: the focus cannot be seen"
    (thinking,) = assembly.engine.history.findChildren(QTimer)
    qtbot.waitUntil(lambda: not thinking.isActive(), timeout=PATIENCE_MS)


def test_arrow_keys_go_from_page_to_page(assembly: Assembly, qtbot: QtBot) -> None:
    tabs: QTabBar = assembly.window.pages.tabBar()
    assembly.window.show_page("fit")
    tabs.setFocus()
    reached = []
    for _ in range(assembly.window.pages.count()):
        reached.append(assembly.window.page)
        QTest.keyClick(tabs, Qt.Key.Key_Right)
    settle(assembly, qtbot)
    assert reached == ["fit", "softmax", "losses", "overfit", "mnist"]
