"""Draws and lays out what is new before it is seen."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from lossviz.widgets.frame_clock import FrameClock

_MOST_ROUNDS = 4  # new text asks for another layout, and another size for another drawing


def settle(clock: FrameClock) -> None:
    """Draw all views that are out of date and lay out what that changes, before the event loop paints anything."""
    for _ in range(_MOST_ROUNDS):
        clock.draw_now()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
