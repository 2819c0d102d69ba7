"""Tabs within a page."""

from PySide6.QtWidgets import QTabWidget, QWidget


def tabs_of(name: str, *entries: tuple[QWidget, str]) -> QTabWidget:
    """Tabs with the objectName `name`, one for each (widget, text)."""
    tabs = QTabWidget()
    tabs.setObjectName(name)
    tabs.setDocumentMode(True)
    tabs.tabBar().setProperty("rank", "inner")
    for widget, text in entries:
        tabs.addTab(widget, text)
    return tabs
