"""Tabs within a page."""

from functools import partial

from PySide6.QtWidgets import QSizePolicy, QTabWidget, QWidget


def tabs_of(name: str, *entries: tuple[QWidget, str]) -> QTabWidget:
    """Tabs with the objectName `name`, one for each (widget, text)."""
    tabs = QTabWidget()
    tabs.setObjectName(name)
    tabs.setDocumentMode(True)
    tabs.tabBar().setProperty("rank", "inner")
    tabs.tabBar().setDrawBase(False)
    for widget, text in entries:
        tabs.addTab(widget, text)
    return tabs


def as_high_as_the_front(tabs: QTabWidget) -> None:
    """Let the tabs ask for the height of the one in front: the highest of those behind would make a window scroll."""
    tabs.currentChanged.connect(partial(_ask_for_height_of, tabs))
    _ask_for_height_of(tabs, tabs.currentIndex())


def _ask_for_height_of(tabs: QTabWidget, front: int) -> None:
    for place in range(tabs.count()):
        page = tabs.widget(place)
        if page is not None:
            policy = page.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred if place == front else QSizePolicy.Policy.Ignored)
            page.setSizePolicy(policy)
