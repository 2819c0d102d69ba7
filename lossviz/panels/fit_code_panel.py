"""The PyTorch lines that give the numbers of the Fit page."""

from lossviz.core.fit.snippets import FitPanel, fit_snippet
from lossviz.core.snippets import Snippet
from lossviz.stores.descent_store import DescentStore
from lossviz.stores.fit_store import FitStore
from lossviz.stores.threshold_store import ThresholdStore
from lossviz.widgets.code_panel import CodePanel
from lossviz.widgets.frame_clock import FrameClock


class FitCodePanel(CodePanel[FitPanel]):
    """The loss, the fits, a gradient, a step, and the accuracy, for the present cases and model."""

    def __init__(self, clock: FrameClock, fit: FitStore, threshold: ThresholdStore, descents: DescentStore) -> None:
        super().__init__(clock)
        self._fit = fit
        self._threshold = threshold
        self._descents = descents
        texts: dict[FitPanel, str] = {
            "losses": self.tr("The loss"),
            "fit": self.tr("The fits"),
            "surface": self.tr("The gradient at the marker"),
            "descent": self.tr("A first step over all cases"),
            "threshold": self.tr("Accuracy at the threshold"),
        }
        changes = fit.cases_changed, fit.parameters_changed, fit.loss_kind_changed
        self.offer("fit", texts, *changes, threshold.changed, descents.settings_changed)

    def snippet(self, key: FitPanel) -> Snippet:
        """The lines for the present cases and model."""
        fit, settings, threshold = self._fit, self._descents.settings, self._threshold.threshold
        return fit_snippet(key, fit.loss_kind, fit.cases, fit.parameters, settings, threshold)
