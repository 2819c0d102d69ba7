"""What the mouse does in a plot: it takes hold of handles and dots."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from lossviz.widgets.plots.plot_drag import PlotDrag
from lossviz.widgets.plots.plot_scene import PlotScene
from lossviz.widgets.plots.spots import Spot, drag_axes

_DRAG_BEGINS_PX = 2.0
_CURSORS = {
    (True, False): Qt.CursorShape.SizeHorCursor,
    (False, True): Qt.CursorShape.SizeVerCursor,
    (True, True): Qt.CursorShape.SizeAllCursor,
}


@dataclass(frozen=True)
class _Grip:
    """start: of the mouse. offset: from the mouse to the middle of the spot."""

    spot: Spot
    start: QPointF
    offset: QPointF


class PlotMouse:
    """`scene` is always what the plot shows at that moment."""

    def __init__(self, drag: PlotDrag) -> None:
        self._drag = drag
        self._grip: _Grip | None = None

    @property
    def is_holding(self) -> bool:
        """Whether the button went down over a spot and is still down."""
        return self._grip is not None

    def press(self, scene: PlotScene, position: QPointF) -> Spot | None:
        """The left button goes down; what it is over."""
        spot = scene.spot_at(position)
        pixel = None if spot is None else scene.spot_px(spot)
        self._grip = None if spot is None or pixel is None else _Grip(spot, position, pixel - position)
        return spot

    def move(self, scene: PlotScene, position: QPointF) -> None:
        """The mouse goes on, with the left button down."""
        grip, frame = self._grip, scene.frame
        if grip is None:
            return
        is_far = (position - grip.start).manhattanLength() >= _DRAG_BEGINS_PX
        if (self._drag.held == grip.spot or is_far) and self._drag.begin(scene.picture, grip.spot):
            place = position + grip.offset
            self._drag.send(scene.picture, frame.tidy_x(frame.x_at(place.x())), frame.tidy_y(frame.y_at(place.y())))

    def release(self) -> None:
        """The left button goes up."""
        if self._grip is not None:
            self._grip = None
            self._drag.end()


def cursor_over(scene: PlotScene, spot: Spot | None) -> Qt.CursorShape:
    """Tells how a spot can be dragged."""
    axes = (False, False) if spot is None else drag_axes(scene.picture, spot)
    return _CURSORS.get(axes, Qt.CursorShape.ArrowCursor)
