"""How a window is arranged: which tabs are in front, where the splitters stand, what marked controls show.

None of this is a fact about what is taught, so no store owns it; it is read off the widgets by their objectNames.
"""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QComboBox, QSplitter, QTabWidget, QWidget

from lossviz.core.sessions.session_file import MOST_SIDE_PX
from lossviz.widgets.remembered import is_remembered

Kind = TypeVar("Kind", bound=QWidget)

ViewState = dict[str, object]  # objectName to an index, a check state, or the sizes of a splitter's parts


def remember(root: QWidget) -> ViewState:
    """The arrangement of everything below `root` that has an objectName; JSON-ready."""
    state: ViewState = {tabs.objectName(): tabs.currentIndex() for tabs in _named(root, QTabWidget)}
    state |= {splitter.objectName(): splitter.sizes() for splitter in _named(root, QSplitter)}
    state |= {box.objectName(): box.currentIndex() for box in _named(root, QComboBox) if is_remembered(box)}
    state |= {
        button.objectName(): button.isChecked() for button in _named(root, QAbstractButton) if is_remembered(button)
    }
    return state


def restore(root: QWidget, state: Mapping[str, object]) -> None:
    """Arrange what `state` tells of; what it does not fit stays as it is."""
    for tabs in _named(root, QTabWidget):
        _choose(tabs, state.get(tabs.objectName()))
    for splitter in _named(root, QSplitter):
        sizes = state.get(splitter.objectName())
        if isinstance(sizes, list) and len(sizes) == splitter.count() and all(map(_is_size, sizes)):
            splitter.setSizes(sizes)
    for box in _named(root, QComboBox):
        if is_remembered(box):
            _choose(box, state.get(box.objectName()))
    for button in _named(root, QAbstractButton):
        is_checked = state.get(button.objectName())
        if is_remembered(button) and isinstance(is_checked, bool):
            button.setChecked(is_checked)


def _is_size(size: object) -> bool:
    return type(size) is int and 0 <= size <= MOST_SIDE_PX


def _choose(widget: QTabWidget | QComboBox, index: object) -> None:
    if type(index) is int and 0 <= index < widget.count():
        widget.setCurrentIndex(index)


def _named(root: QWidget, kind: type[Kind]) -> Iterator[Kind]:
    return (widget for widget in root.findChildren(kind) if widget.objectName() and widget.objectName()[:3] != "qt_")
