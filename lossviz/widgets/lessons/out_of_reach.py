"""Takes a covered widget out of reach of the keyboard, of tool tips and of screen readers, and gives it back."""

from dataclasses import dataclass, replace

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class _Told:
    """What a widget tells of itself, and how it takes the focus."""

    name: str
    description: str
    tip: str
    focus: Qt.FocusPolicy


class OutOfReach:
    """A widget and everything in it, silenced until `end`.

    What they are told to say in the meantime is kept, and said afterwards.
    """

    def __init__(self, target: QWidget, hint: str) -> None:
        """hint: the accessible name of all of them meanwhile."""
        self._silent = _Told(hint, "", "", Qt.FocusPolicy.NoFocus)
        self._kept: dict[QWidget, _Told] = {}
        for widget in (target, *target.findChildren(QWidget)):
            self._kept[widget] = _told(widget)
            if widget.hasFocus():
                widget.clearFocus()
            _tell(widget, self._silent)

    def renew(self) -> None:
        """Silence what has been told anew."""
        for widget in self._living():
            told = _told(widget)
            if told != self._silent:
                news = {key: value for key, value in vars(told).items() if value != vars(self._silent)[key]}
                self._kept[widget] = replace(self._kept[widget], **news)
                _tell(widget, self._silent)

    def end(self) -> None:
        """Let all of them tell what they have to tell now."""
        self.renew()
        for widget in self._living():
            _tell(widget, self._kept[widget])
        self._kept.clear()

    def _living(self) -> list[QWidget]:
        return [widget for widget in self._kept if shiboken6.isValid(widget)]


def _told(widget: QWidget) -> _Told:
    return _Told(widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.focusPolicy())


def _tell(widget: QWidget, told: _Told) -> None:
    widget.setAccessibleName(told.name)
    widget.setAccessibleDescription(told.description)
    widget.setToolTip(told.tip)
    widget.setFocusPolicy(told.focus)
