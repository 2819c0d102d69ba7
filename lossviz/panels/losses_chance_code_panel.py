"""The PyTorch lines behind the boxes, the likelihood, its bridge to the fit, and entropy."""

from collections.abc import Callable

from lossviz.core.likelihood.snippets import (
    ChanceKey,
    bridge_snippet,
    entropy_snippet,
    likelihood_snippet,
    posterior_snippet,
)
from lossviz.core.snippets import Snippet
from lossviz.stores.boxes_store import BoxesStore
from lossviz.stores.distributions_store import DistributionsStore
from lossviz.stores.fit_store import FitStore
from lossviz.widgets.code_panel import CodePanel
from lossviz.widgets.frame_clock import FrameClock


class LossesChanceCodePanel(CodePanel[ChanceKey]):
    """Writes the lines for what the stores hold now."""

    def __init__(self, clock: FrameClock, balls: BoxesStore, fit: FitStore, distributions: DistributionsStore) -> None:
        super().__init__(clock)
        texts: dict[ChanceKey, str] = {
            "posterior": self.tr("The posterior of box 2"),
            "likelihood": self.tr("−ln likelihood of the balls"),
            "bridge": self.tr("The labels as draws: the fit's cross-entropy"),
            "entropy": self.tr("The cross-entropy of p and q"),
        }
        self._snippets: dict[ChanceKey, Callable[[], Snippet]] = {
            "posterior": lambda: posterior_snippet(balls.boxes, balls.whites, balls.blues),
            "likelihood": lambda: likelihood_snippet(balls.share, balls.whites, balls.blues),
            "bridge": lambda: bridge_snippet(fit.parameters, fit.cases),
            "entropy": lambda: entropy_snippet(distributions.comparison),
        }
        of_balls = balls.boxes_changed, balls.balls_changed, balls.likelihood_changed
        of_labels = fit.cases_changed, fit.parameters_changed
        self.offer("losses.chance", texts, *of_balls, *of_labels, distributions.changed)

    def snippet(self, key: ChanceKey) -> Snippet:
        """The lines of this choice."""
        return self._snippets[key]()
