"""What is wrong with the look of a widget."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from tests.support.access_checks import called

Kind = Literal["cut", "out of place", "overlap", "squeezed", "scrolls", "glyph", "contrast"]


@dataclass(frozen=True, order=True)
class Finding:
    """kind: of fault. widget: its class and name. text: what cannot be read. detail: by how much."""

    kind: Kind
    widget: str
    text: str
    detail: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.widget} “{self.text}” {self.detail}"


def finding(kind: Kind, widget: QWidget, text: str, detail: str) -> Finding:
    """About this widget; a long text is shortened."""
    return Finding(kind, called(widget).strip(), " ".join(text.split())[:80], detail)


def seen_widgets(window: QWidget) -> Iterator[QWidget]:
    """Those of which at least one pixel can be seen."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window and not seen_part(widget).isEmpty():
            yield widget


def seen_part(widget: QWidget) -> QRect:
    """What of it the widgets around it do not cut off. QWidget.visibleRegion leaves out what its children paint."""
    place, corner, inner = widget.rect(), QPoint(), widget
    while not inner.isWindow() and (around := inner.parentWidget()):
        corner += inner.pos()
        place &= around.rect().translated(-corner)
        inner = around
    return place
