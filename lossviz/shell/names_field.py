"""A field for names of controls or panels, separated by spaces, with a menu of those that there are."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from lossviz.widgets.controls import named


class NamesField(QWidget):
    """tip: what the names are for. choices: asked whenever the menu opens."""

    edited = Signal()

    def __init__(self, object_name: str, accessible_name: str, tip: str, choices: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._choices = choices
        named(self, f"{object_name}_field", accessible_name, tip)
        self._line = named(QLineEdit(), object_name, accessible_name, tip)
        self._line.textEdited.connect(self.edited)
        pick_tip = self.tr("Choose one that can be seen now")
        pick = named(QToolButton(), f"{object_name}_pick", pick_tip, pick_tip)
        pick.setText("+")
        pick.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(pick)
        self._menu.setObjectName(f"{object_name}_menu")
        self._menu.aboutToShow.connect(self._fill)
        pick.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, 1)
        row.addWidget(pick)
        self.setFocusProxy(self._line)

    @property
    def names(self) -> tuple[str, ...]:
        """What is written there."""
        return tuple(self._line.text().replace(",", " ").split())

    def show_names(self, names: Sequence[str]) -> None:
        """Show these, unless a person is typing just them."""
        if tuple(names) != self.names:
            with QSignalBlocker(self._line):
                self._line.setText(" ".join(names))
                self._line.setCursorPosition(0)

    def add(self, name: str) -> None:
        """Add a name, unless it is there."""
        if name not in self.names:
            self._line.setText(" ".join((*self.names, name)))
            self.edited.emit()

    def _fill(self) -> None:
        self._menu.clear()
        for name in self._choices():
            self._menu.addAction(name.replace("&", "&&")).triggered.connect(partial(self._on_picked, name))

    def _on_picked(self, name: str, _checked: bool = False) -> None:
        self.add(name)
