"""What holds for every page: its controls have names for people and for scripts, and everything finds room."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QProgressBar,
    QScrollBar,
    QWidget,
)

_CONTROLS = (QAbstractButton, QComboBox, QAbstractSpinBox, QAbstractSlider, QProgressBar)
_QT_OWN = "qt_"  # objectNames that Qt gives to parts of its own widgets
_TAB_BAR_BUTTONS = {"ScrollLeftButton", "ScrollRightButton"}


def own_controls(page: QWidget, banner: QWidget) -> list[QWidget]:
    """The page's controls, less Qt's own parts and what comes and goes with a message."""
    controls = [widget for kind in _CONTROLS for widget in page.findChildren(kind)]
    return [
        widget
        for widget in controls
        if not isinstance(widget, QScrollBar)
        and not banner.isAncestorOf(widget)
        and not widget.objectName().startswith(_QT_OWN)
        and widget.objectName() not in _TAB_BAR_BUTTONS
    ]


def assert_named(controls: Sequence[QWidget], page: str) -> None:
    """Every control has a spoken name, and one for scripts that is its alone."""
    assert [type(widget) for widget in controls if not _spoken_name(widget)] == []
    names = [widget.objectName() for widget in controls]
    assert [name for name in names if not name.startswith(f"{page}.")] == []
    assert sorted(names) == sorted(set(names))


def assert_room(window: QWidget, panels: Sequence[QWidget]) -> None:
    """Every panel lies within the window, is as large as it must be, and lies over no other."""
    places = [QRect(panel.mapTo(window, QPoint()), panel.size()) for panel in panels]
    assert all(window.rect().contains(place) for place in places)
    too_small = [
        (type(panel).__name__, panel.size(), panel.minimumSizeHint())
        for panel in panels
        if panel.size().expandedTo(panel.minimumSizeHint()) != panel.size()
    ]
    assert too_small == [], too_small
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def _spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)
