"""A button that shows and hides what is seldom wanted."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from lossviz.widgets.controls import named
from lossviz.widgets.remembered import remembered


class Disclosure(QToolButton):
    """Closed at first. Its owner shows and hides the controls, which are asked for each time."""

    def __init__(self, object_name: str, text: str, tip: str, controls: Callable[[], Collection[QWidget]]) -> None:
        super().__init__()
        self._controls = controls
        named(self, object_name, text, tip)
        self.setText(text)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setProperty("rank", "disclosure")
        remembered(self)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(is_open=False)

    def open_for(self, control: QWidget) -> None:
        """Open if this is among what it hides."""
        if control in self._controls():
            self.setChecked(True)

    def _on_toggled(self, is_open: bool) -> None:
        self.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
