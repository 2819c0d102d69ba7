"""Both surfaces cut through the marker along w or along b."""

import numpy as np
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QRadioButton, QVBoxLayout

from lossviz.core.fit.cases import Column
from lossviz.core.fit.logistic import LOSS_KINDS, LossKind, mean_loss
from lossviz.stores.fit_store import FitStore
from lossviz.stores.surface_store import SliceAxis, SurfaceStore
from lossviz.widgets.controls import named, row_of
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.surfaces.slice_plot import SlicePlot
from lossviz.widgets.theme import ThemeSource

POINTS = 121


class FitSlicePanel(Panel):
    """Each loss along one parameter while the other stays where the marker is."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, fit: FitStore, surfaces: SurfaceStore) -> None:
        super().__init__(clock)
        self._fit = fit
        self._surfaces = surfaces
        self.plot = named(SlicePlot(theme), "fit.slice", self.tr("Losses along one parameter"))
        self._axes: dict[SliceAxis, QRadioButton] = {
            "w": named(QRadioButton(self.tr("along w")), "fit.slice_w", self.tr("Cut along w")),
            "b": named(QRadioButton(self.tr("along b")), "fit.slice_b", self.tr("Cut along b")),
        }
        for axis, button in self._axes.items():
            button.clicked.connect(lambda _checked, axis=axis: surfaces.set_slice_axis(axis))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(row_of(*self._axes.values(), None))
        column.addWidget(self.plot, 1)
        for signal in (fit.cases_changed, fit.parameters_changed, surfaces.range_changed, surfaces.view_changed):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Compute both losses along the cut."""
        axis, span, here = self._surfaces.slice_axis, self._surfaces.range, self._fit.parameters
        self._axes[axis].setChecked(True)
        low, high = (span.w_low, span.w_high) if axis == "w" else (span.b_low, span.b_high)
        places = np.linspace(low, high, POINTS)
        mse, bce = (self._along(kind, axis, places) for kind in LOSS_KINDS)
        self.plot.show_slice(places, mse, bce, getattr(here, axis), axis)

    def showEvent(self, event: QShowEvent) -> None:
        """The maps show the cut while it is looked at."""
        super().showEvent(event)
        self._surfaces.set_sliced(is_sliced=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """The cut leaves the maps with the panel."""
        super().hideEvent(event)
        self._surfaces.set_sliced(is_sliced=False)

    def _along(self, kind: LossKind, axis: SliceAxis, places: Column) -> Column:
        here, cases = self._fit.parameters, self._fit.cases
        values = [mean_loss(kind, here._replace(**{axis: float(place)}), cases) for place in places]
        return np.array(values)
