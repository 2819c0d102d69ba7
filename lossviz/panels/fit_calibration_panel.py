"""Whether of the cases called 70% seven in ten are positive."""

from PySide6.QtWidgets import QVBoxLayout

from lossviz.core.fit.calibration import calibration
from lossviz.core.fit.logistic import logits, sigmoid
from lossviz.stores.fit_store import FitStore
from lossviz.widgets.controls import named
from lossviz.widgets.fit.calibration_plot import CalibrationPlot
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource


class FitCalibrationPanel(Panel):
    """What the sigmoid predicts against what happened."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, fit: FitStore) -> None:
        super().__init__(clock)
        self._fit = fit
        self.plot = named(CalibrationPlot(theme), "fit.calibration", self.tr("Calibration of the sigmoid"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.plot)
        fit.cases_changed.connect(self.mark_dirty)
        fit.parameters_changed.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Sort the cases by what is predicted, and compare."""
        cases = self._fit.cases
        bins = calibration(sigmoid(logits(self._fit.parameters, cases.x)), cases.y)
        self.plot.show_bins(tuple((each.mean_predicted, each.observed, each.count) for each in bins))
