"""A panel of a page under the name that lessons, commands and the presenter's window know it by."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QTabWidget, QWidget


@dataclass(frozen=True)
class PanelEntry:
    """name: "page.word", such as "fit.plot"; title: translated; widget: what is shown, named after it.

    is_bar: whether it is a row of controls, which is of little use alone. grows: whether it gains from more height.
    """

    name: str
    title: str
    widget: QWidget
    is_bar: bool = False
    grows: bool = True

    @property
    def stands_alone(self) -> bool:
        """Whether it is worth a screen of its own."""
        return self.grows and not self.is_bar

    def __post_init__(self) -> None:
        if not self.widget.objectName():
            self.widget.setObjectName(f"{self.name}_panel")


def entry_of(name: str, entries: Iterable[PanelEntry]) -> PanelEntry:
    """The entry of this name.

    Raises: KeyError if there is none.
    """
    for entry in entries:
        if entry.name == name:
            return entry
    raise KeyError(name)


def bring_to_front(widget: QWidget) -> None:
    """Choose, in all tabs around the widget, the tab that holds it."""
    outer = widget.parentWidget()
    while outer is not None:
        if isinstance(outer, QTabWidget):
            _choose_tab_with(widget, outer)
        outer = outer.parentWidget()


def _choose_tab_with(inner: QWidget, tabs: QTabWidget) -> None:
    for index in range(tabs.count()):
        tab = tabs.widget(index)
        if tab is not None and (tab is inner or tab.isAncestorOf(inner)):
            tabs.setCurrentIndex(index)
