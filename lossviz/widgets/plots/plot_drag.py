"""Something of a plot on its way, by the mouse or by a key that is held down."""

from PySide6.QtCore import QObject, Signal

from lossviz.widgets.plots.picture import PlotPicture
from lossviz.widgets.plots.spots import Spot, drag_axes, place_of


class PlotDrag(QObject):
    """At most one spot at a time; tells where it is to go."""

    handle_dragged = Signal(str, float, float)
    handle_drag_ended = Signal(str)
    dot_drag_started = Signal(str, int)
    dot_dragged = Signal(str, int, float, float)
    dot_drag_ended = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: Spot | None = None
        self._place = (0.0, 0.0)

    @property
    def held(self) -> Spot | None:
        """What is on its way; None if nothing is."""
        return self._held

    @property
    def place(self) -> tuple[float, float]:
        """(x, y) that it was last sent to, which the picture may not show yet."""
        return self._place

    def begin(self, picture: PlotPicture, spot: Spot) -> bool:
        """Take hold of a spot, unless it is held already. False if it cannot be dragged."""
        if spot == self._held:
            return True
        place = place_of(picture, spot)
        if place is None or not any(drag_axes(picture, spot)):
            return False
        self.end()
        self._held, self._place = spot, place
        if spot.index is not None:
            self.dot_drag_started.emit(spot.key, spot.index)
        return True

    def send(self, picture: PlotPicture, x: float, y: float) -> None:
        """Send what is held to (x, y), as far as it can be dragged there."""
        spot, before = self._held, self._place
        if spot is None or place_of(picture, spot) is None:
            return
        can_x, can_y = drag_axes(picture, spot)
        self._place = (x if can_x else before[0], y if can_y else before[1])
        if spot.index is None:
            self.handle_dragged.emit(spot.key, *self._place)
        else:
            self.dot_dragged.emit(spot.key, spot.index, *self._place)

    def end(self) -> None:
        """Let go, if something is held."""
        spot, self._held = self._held, None
        if spot is None:
            return
        if spot.index is None:
            self.handle_drag_ended.emit(spot.key)
        else:
            self.dot_drag_ended.emit()
        self.ended.emit()
