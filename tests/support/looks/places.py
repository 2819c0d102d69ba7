"""Does every widget lie where it can be seen, and is it as large as it must be?"""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QMainWindow,
    QMenuBar,
    QScrollArea,
    QScrollBar,
    QSplitter,
    QSplitterHandle,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QWidget,
)

from tests.support.looks.finding import Finding, finding, seen_widgets

_SLACK_PX = 1
_HOLDERS = (QHeaderView, QMainWindow, QScrollBar, QSplitter, QStackedWidget, QTabWidget)
_SPEAKING = (QLabel, QAbstractButton, QComboBox, QAbstractSpinBox)


def displaced(window: QWidget) -> list[Finding]:
    """Widgets that reach beyond what holds them, or whose words lie over other words."""
    widgets = list(seen_widgets(window))
    return [*_beyond(widgets), *_over_each_other(widgets)]


def squeezed(window: QWidget) -> list[Finding]:
    """Widgets that are smaller than their least size."""
    return [found for widget in seen_widgets(window) for found in _squeezed(widget)]


def scrolling(window: QWidget) -> list[Finding]:
    """Where one has to scroll to the side, or to page through tabs or menus."""
    return [found for widget in seen_widgets(window) for found in _scrolling(widget)]


def too_large(window: QWidget, screen: QSize) -> list[Finding]:
    """Whether the window does not fit on a screen of this size."""
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    if least.width() <= screen.width() and least.height() <= screen.height():
        return []
    return [finding("squeezed", window, "", f"the window needs {least.width()} x {least.height()} px")]


def _beyond(widgets: list[QWidget]) -> Iterator[Finding]:
    for widget in widgets:
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or isinstance(widget, QSplitterHandle):
            continue
        place, room = widget.geometry(), parent.rect()
        if _scrolls_down(parent):
            room = QRect(room.left(), place.top(), room.width(), place.height())
        if not room.contains(place):
            yield finding("out of place", widget, "", f"{_told(place)} is not within {_told(room)}")


def _scrolls_down(parent: QWidget) -> bool:
    area = parent.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def _over_each_other(widgets: list[QWidget]) -> Iterator[Finding]:
    speaking = [
        widget for widget in widgets if isinstance(widget, _SPEAKING) and not isinstance(widget.parent(), _SPEAKING)
    ]
    families: dict[int, list[QWidget]] = {}
    for widget in speaking:
        families.setdefault(id(widget.parent()), []).append(widget)
    for family in families.values():
        for one, other in combinations(family, 2):
            if one.geometry().intersects(other.geometry()):
                yield finding("overlap", one, "", f"lies over {finding('overlap', other, '', '').widget}")


def _squeezed(widget: QWidget) -> Iterator[Finding]:
    """Of a widget that holds others these are told, and what it holds out of sight may need more."""
    is_part = isinstance(widget.parent(), QTabBar | QAbstractSpinBox | QComboBox)
    if is_part or widget.layout() is not None or isinstance(widget, _HOLDERS):
        return
    least = widget.minimumSizeHint().boundedTo(widget.maximumSize())
    if isinstance(widget, QAbstractSpinBox):  # whose numbers have nothing below the line
        least.setHeight(widget.fontMetrics().height() + 2 * _SLACK_PX)
    if widget.width() + _SLACK_PX < least.width() or widget.height() + _SLACK_PX < least.height():
        size = widget.size()
        detail = f"is {size.width()} x {size.height()} px and needs {least.width()} x {least.height()}"
        yield finding("squeezed", widget, "", detail)


def _scrolling(widget: QWidget) -> Iterator[Finding]:
    if isinstance(widget, QAbstractScrollArea):
        bar = widget.horizontalScrollBar()
        if bar.isVisible() or (isinstance(widget, QScrollArea) and bar.maximum() > 0):
            yield finding("scrolls", widget, "", f"to the side by {bar.maximum()} px")
    around = widget.parentWidget()
    if isinstance(widget, QAbstractButton) and isinstance(around, QTabBar | QMenuBar):
        yield finding("scrolls", around, "", "some do not fit")


def _told(place: QRect) -> str:
    corner, size = place.topLeft() or QPoint(), place.size()
    return f"{size.width()} x {size.height()} at {corner.x()}, {corner.y()}"
