"""The PyTorch lines that give the errors on the Overfit page, to be copied into Python."""

from PySide6.QtWidgets import QVBoxLayout

from lossviz.core.polynomial.snippets import ErrorKey, polynomial_snippet
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.widgets.code_view import CodeView
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel


class OverfitCodePanel(Panel):
    """The training or the held-out error of the polynomial on screen."""

    def __init__(self, clock: FrameClock, store: PolynomialStore) -> None:
        super().__init__(clock)
        self._store = store
        self.view = CodeView(
            "overfit", {"train": self.tr("The training error"), "held_out": self.tr("The held-out error")}
        )
        self.view.choice_changed.connect(self.mark_dirty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        store.data_changed.connect(self.mark_dirty)
        store.model_changed.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Write the lines for the present points, degree and ridge strength."""
        store = self._store
        error: ErrorKey = "train" if self.view.choice == "train" else "held_out"
        self.view.show_snippet(polynomial_snippet(error, store.facts, store.degree))
