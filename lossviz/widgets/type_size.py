"""Sizes that follow the type: a theme may change it at any time, and the presenter's window has its own."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontInfo, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QWidget

Apply = Callable[[QFontMetrics], object]

_USUAL_PX = 13
_AROUND_TEXT_PX = 18  # of a button: padding and border


def by_type(widget: QWidget, size_px: float) -> float:
    """A size that is right for usual type, for the widget's own, which may be larger."""
    return size_px * max(QFontInfo(widget.font()).pixelSize() / _USUAL_PX, 1.0)


class _TypeWatch(QObject):
    def __init__(self, widget: QWidget, apply: Apply) -> None:
        super().__init__(widget)
        self._widget = widget
        self._apply = apply
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again in the new type."""
        if event.type() == QEvent.Type.FontChange:
            self._apply(self._widget.fontMetrics())
        return super().eventFilter(watched, event)


def at_each_type(widget: QWidget, apply: Apply) -> None:
    """Call `apply` with the metrics of the widget's type, now and whenever that has changed."""
    apply(widget.fontMetrics())
    _TypeWatch(widget, apply)


def as_wide_as(widget: QWidget, text: str, air_px: int = 0) -> None:
    """Let the widget be as wide as `text` and some air, in whatever type."""
    at_each_type(widget, lambda metrics: widget.setFixedWidth(metrics.horizontalAdvance(text) + air_px))


def at_least_as_wide_as(widget: QWidget, *texts: str) -> None:
    """Let the widget be no narrower than any of the texts, in whatever type."""
    at_each_type(widget, lambda metrics: widget.setMinimumWidth(max(map(metrics.horizontalAdvance, texts))))


def wide_enough_for(button: QAbstractButton, *texts: str) -> None:
    """Let the button keep its width whichever of the texts it shows, in whatever type."""
    at_each_type(
        button, lambda metrics: button.setMinimumWidth(max(map(metrics.horizontalAdvance, texts)) + _AROUND_TEXT_PX)
    )


def lines_high(widget: QWidget, lines: int) -> None:
    """Let the widget be no lower than so many lines of its type."""
    at_each_type(widget, lambda metrics: widget.setMinimumHeight(lines * metrics.lineSpacing()))
