"""A plot over the degree of a polynomial, with a knob at the present one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.plots.picture import Handle
from lossviz.widgets.theme import ThemeSource

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class DegreePlot(LinePlot):
    """The knob is dragged, or sent to the next degree by the arrow keys."""

    degree_chosen = Signal(int)

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self._degree = 0
        self.handle_dragged.connect(lambda _key, x, _y: self.degree_chosen.emit(round(x)))

    def knob(self, degree: int, height: float) -> Handle:
        """For the picture that is shown next."""
        self._degree = degree
        return Handle("degree", degree, height, "curve_4")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A step of a whole degree: there is nothing in between."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.degree_chosen.emit(self._degree + step)
