"""What a lesson lays over one window: covers on what is to be guessed, frames around what to look at."""

from collections.abc import Iterable

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lossviz.widgets.disclosure import Disclosure
from lossviz.widgets.lessons.cover import Cover
from lossviz.widgets.lessons.spotlight import Spotlight
from lossviz.widgets.theme import ThemeSource


class LessonMarks(QObject):
    """The marks in the window of `root`; they are made anew as often as the window's parts are."""

    def __init__(self, root: QWidget, theme: ThemeSource) -> None:
        super().__init__(root)
        self.root = root
        self._theme = theme
        self._covers: dict[QWidget, Cover] = {}
        self._lights: list[Spotlight] = []

    def cover(self, names: Iterable[str]) -> None:
        """Cover these widgets by their objectNames, and no others; one that stays covered shows nothing meanwhile."""
        targets = [widget for widget in (found(self.root, name) for name in names) if widget is not None]
        for target, cover in tuple(self._covers.items()):
            if target not in targets or not shiboken6.isValid(cover):
                del self._covers[target]
                if shiboken6.isValid(cover):
                    cover.lift()
        for target in targets:
            if target not in self._covers:
                self._covers[target] = Cover(target, self._theme)

    def frame(self, names: Iterable[str]) -> None:
        """Frame these widgets by their objectNames, and no others."""
        for light in self._lights:
            if shiboken6.isValid(light):
                light.put_out()
        targets = [target for target in (found(self.root, name) for name in names) if target is not None]
        for disclosure in self.root.findChildren(Disclosure):
            for target in targets:
                disclosure.open_for(target)
        self._lights = [Spotlight(target, self._theme) for target in targets]

    def clear(self) -> None:
        """Cover and frame nothing."""
        self.cover(())
        self.frame(())


def found(root: QWidget, name: str) -> QWidget | None:
    """The widget of this objectName in the window of `root`: one that can be seen, if there are several."""
    window = root.window()
    here = [widget for widget in root.findChildren(QWidget, name) if widget.window() is window]
    return next((widget for widget in here if widget.isVisible()), here[-1] if here else None)
