"""What the panels of code share: a choice of what to compute, its lines, and the number that they give."""

from collections.abc import Mapping
from typing import Generic, TypeVar, cast

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout

from lossviz.core.snippets import Snippet
from lossviz.widgets.code_view import CodeView
from lossviz.widgets.panel import Panel

Key = TypeVar("Key", bound=str)


class CodePanel(Panel, Generic[Key]):
    """A subclass offers its choices once, and writes the lines of any of them in `snippet`."""

    def offer(self, page: str, choices: Mapping[Key, str], *signals: SignalInstance) -> None:
        """page: begins the objectNames. choices: how each key is called. signals: those of what the lines tell."""
        self._view = CodeView(page, {str(key): text for key, text in choices.items()})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        for signal in (self._view.choice_changed, *signals):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Write the lines of the choice for what the stores hold."""
        self._view.show_snippet(self.snippet(cast(Key, self._view.choice)))

    def snippet(self, key: Key) -> Snippet:
        """The lines of this choice."""
        raise NotImplementedError
