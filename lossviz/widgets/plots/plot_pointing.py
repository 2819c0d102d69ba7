"""What of a plot the mouse or the keyboard points at."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from lossviz.widgets.plots.plot_scene import PlotScene
from lossviz.widgets.plots.spots import Spot


@dataclass(frozen=True, eq=False)
class Pointing:
    """mouse: None while it is elsewhere or the keyboard was used last. hovered: by the mouse or the keyboard.

    chosen: what the arrow keys move; reading_x: where they read the curves: both None without the focus.
    """

    scene: PlotScene
    mouse: QPointF | None
    hovered: Spot | None
    chosen: Spot | None
    reading_x: float | None
    is_dragging: bool

    @property
    def marked(self) -> set[Spot]:
        """What has a ring around it."""
        return {spot for spot in (self.hovered, self.chosen) if spot is not None}

    @property
    def told(self) -> Spot | None:
        """Of which the numbers are told."""
        return self.hovered if self.mouse is not None else self.hovered or self.chosen

    @property
    def read_at(self) -> QPointF | None:
        """Where the curves are read, in pixels."""
        if self.is_dragging or self.told is not None or not self.scene.picture.curves:
            return None
        frame = self.scene.frame
        if self.mouse is not None:
            return self.mouse if frame.area.contains(self.mouse) else None
        return None if self.reading_x is None else QPointF(frame.x_px(self.reading_x), frame.area.top())
