"""The spot of a plot that is pointed at."""

from PySide6.QtCore import QObject, Signal

from lossviz.widgets.plots.spots import Spot


class PlotHover(QObject):
    """Tells when it is another one."""

    changed = Signal()
    dot_hovered = Signal(object)  # (key, index), or None for none

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._spot: Spot | None = None

    @property
    def spot(self) -> Spot | None:
        """None for none."""
        return self._spot

    def point_at(self, spot: Spot | None) -> None:
        """By the mouse or the keyboard."""
        if spot == self._spot:
            return
        before, self._spot = self._spot, spot
        if _dot(spot) != _dot(before):
            self.dot_hovered.emit(_dot(spot))
        self.changed.emit()


def _dot(spot: Spot | None) -> tuple[str, int] | None:
    return None if spot is None or spot.index is None else (spot.key, spot.index)
