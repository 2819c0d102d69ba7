"""The PyTorch lines that give the numbers of the Fit page."""

from typing import cast

from PySide6.QtWidgets import QVBoxLayout

from lossviz.core.fit.snippets import FitPanel, fit_snippet
from lossviz.stores.descent_store import DescentStore
from lossviz.stores.fit_store import FitStore
from lossviz.stores.threshold_store import ThresholdStore
from lossviz.widgets.code_view import CodeView
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel


class FitCodePanel(Panel):
    """A choice of what to compute, its lines, and the number that they give."""

    def __init__(self, clock: FrameClock, fit: FitStore, threshold: ThresholdStore, descents: DescentStore) -> None:
        super().__init__(clock)
        self._fit = fit
        self._threshold = threshold
        self._descents = descents
        self._build()
        for signal in (fit.cases_changed, fit.parameters_changed, threshold.changed, fit.loss_kind_changed):
            signal.connect(self.mark_dirty)
        descents.settings_changed.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Write the lines for the present cases and model."""
        fit, what = self._fit, cast(FitPanel, self._view.choice)
        settings, threshold = self._descents.settings, self._threshold.threshold
        self._view.show_snippet(fit_snippet(what, fit.loss_kind, fit.cases, fit.parameters, settings, threshold))

    def _build(self) -> None:
        texts: dict[FitPanel, str] = {
            "losses": self.tr("The loss"),
            "fit": self.tr("The fits"),
            "surface": self.tr("The gradient at the marker"),
            "descent": self.tr("A first step over all cases"),
            "threshold": self.tr("Accuracy at the threshold"),
        }
        self._view = CodeView("fit", {str(key): text for key, text in texts.items()})
        self._view.choice_changed.connect(self.mark_dirty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
