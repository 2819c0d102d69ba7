"""What a widget is being painted on: the screen, a finer picture, or a drawing of lines and letters."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPaintEngine, QPainter
from PySide6.QtWidgets import QWidget

_COPIED = "is_being_copied"


def pixel_ratio(painter: QPainter) -> float:
    """Pixels of what is painted on for one of the widget's. A picture that is taken of a widget has its own."""
    device = painter.device()
    if isinstance(device, QWidget):  # whose painter may have been led elsewhere
        return painter.paintEngine().paintDevice().devicePixelRatioF()
    return device.devicePixelRatioF()


def is_drawing(painter: QPainter) -> bool:
    """Whether lines stay lines and letters letters, so that nothing should come out of a pixmap."""
    return painter.paintEngine().type() == QPaintEngine.Type.SVG


@contextmanager
def being_copied(widget: QWidget) -> Iterator[None]:
    """While a picture of the widget is taken; what only concerns its user, as the focus, is left out."""
    widget.setProperty(_COPIED, True)
    try:
        yield
    finally:
        widget.setProperty(_COPIED, None)


def shows_focus(widget: QWidget) -> bool:
    """Whether the frame of the keyboard's focus is to be painted."""
    return widget.hasFocus() and not widget.property(_COPIED)
