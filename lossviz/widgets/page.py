"""What all pages share: panels that are known by name, and perhaps a place where they say what went wrong."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lossviz.widgets.panel_entry import PanelEntry, bring_to_front, entry_of


class Page(QWidget):
    """A subclass lays its panels out, then names them in `set_panels`. name: of the page, its objectName."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._panels: tuple[PanelEntry, ...] = ()
        self._message_area: QWidget | None = None

    def set_panels(self, *panels: PanelEntry, message_area: QWidget | None = None) -> None:
        """Name what can be shown alone, in the order of the page."""
        self._panels = panels
        self._message_area = message_area

    def begin_rows(self) -> QVBoxLayout:
        """The layout of the page, with the margins that all pages have."""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(8)
        return rows

    def panels(self) -> tuple[PanelEntry, ...]:
        """What can be shown alone, in the order of the page."""
        return self._panels

    def message_area(self) -> QWidget | None:
        """Where the page says what went wrong; None if it has nothing to say."""
        return self._message_area

    def show_panel(self, name: str) -> None:
        """Bring the panel of this name to the front.

        Raises: KeyError if the page has none.
        """
        bring_to_front(entry_of(name, self._panels).widget)


def halves_of(left: QWidget, right: QWidget) -> QHBoxLayout:
    """Both beside each other, as wide."""
    halves = QHBoxLayout()
    halves.setSpacing(12)
    halves.addWidget(left, 1)
    halves.addWidget(right, 1)
    return halves
