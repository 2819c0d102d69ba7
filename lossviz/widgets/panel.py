"""What all panels share: they are drawn by the frame clock, and only while they can be seen."""

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from lossviz.widgets.frame_clock import FrameClock


class Panel(QWidget):
    """A linked view. A subclass connects its stores' signals to `mark_dirty` and draws in `redraw`."""

    def __init__(self, clock: FrameClock) -> None:
        super().__init__()
        self._clock = clock

    def mark_dirty(self) -> None:
        """Have the panel drawn in the next frame; a hidden one is drawn when it is shown."""
        if self.isVisible():
            self._clock.mark_dirty(self.redraw)

    def mark_dirty_in_turn(self) -> None:
        """Have the panel drawn soon: one such panel a frame, as all of them in one would hold up a pen that draws."""
        if self.isVisible():
            self._clock.mark_dirty(self.redraw, in_turn=True)

    def redraw(self) -> None:
        """Show the stores' present state; reads only."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up on what changed while the panel was hidden."""
        super().showEvent(event)
        self._clock.mark_dirty(self.redraw)

    def hideEvent(self, event: QHideEvent) -> None:
        """Be drawn no more; whoever hides a panel may be about to delete it."""
        super().hideEvent(event)
        self._clock.forget(self.redraw)
