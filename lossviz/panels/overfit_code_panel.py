"""The PyTorch lines that give the errors on the Overfit page, to be copied into Python."""

from lossviz.core.polynomial.snippets import ErrorKey, polynomial_snippet
from lossviz.core.snippets import Snippet
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.widgets.code_panel import CodePanel
from lossviz.widgets.frame_clock import FrameClock


class OverfitCodePanel(CodePanel[ErrorKey]):
    """The training or the held-out error of the polynomial on screen."""

    def __init__(self, clock: FrameClock, store: PolynomialStore) -> None:
        super().__init__(clock)
        self._store = store
        texts: dict[ErrorKey, str] = {
            "train": self.tr("The training error"),
            "held_out": self.tr("The held-out error"),
        }
        self.offer("overfit", texts, store.data_changed, store.model_changed)

    def snippet(self, key: ErrorKey) -> Snippet:
        """The lines for the present points, degree and ridge strength."""
        return polynomial_snippet(key, self._store.facts, self._store.degree)
