"""The Overfit page: polynomials through noisy points, and the error on points that they have not seen."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lossviz.panels.overfit_code_panel import OverfitCodePanel
from lossviz.panels.overfit_data_panel import OverfitDataPanel
from lossviz.panels.overfit_errors_panel import OverfitErrorsPanel
from lossviz.panels.overfit_model_panel import OverfitModelPanel
from lossviz.panels.overfit_plot_panel import OverfitPlotPanel
from lossviz.panels.overfit_question_panel import OverfitQuestionPanel
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.tabs import tabs_of
from lossviz.widgets.theme import ThemeSource


@dataclass(frozen=True)
class OverfitStores:
    """What the page's panels share."""

    polynomial: PolynomialStore


class OverfitPage(QWidget):
    """Data on top, the fit on the left, what its errors say on the right."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, stores: OverfitStores) -> None:
        super().__init__()
        self.setObjectName("overfit")
        store = stores.polynomial
        self.data = OverfitDataPanel(clock, store)
        self.plot = OverfitPlotPanel(clock, theme, store)
        self.model = OverfitModelPanel(clock, store)
        self.errors = OverfitErrorsPanel(clock, theme, store)
        self.question = OverfitQuestionPanel(clock, theme, store)
        self.code = OverfitCodePanel(clock, store)
        self.question.asking_changed.connect(self.plot.hide_held_out_error)
        self._lay_out()
        for keys, on_activated in (
            (QKeySequence.StandardKey.Undo, store.undo),
            (QKeySequence.StandardKey.Redo, store.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(on_activated)

    def _lay_out(self) -> None:
        tabs = tabs_of(
            "overfit.tabs",
            (self.errors, self.tr("Error against degree")),
            (self.question, self.tr("Smaller is better?")),
            (self.code, self.tr("Code")),
        )
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.model)
        left.addWidget(self.plot, 1)
        halves = QHBoxLayout()
        halves.setSpacing(12)
        halves.addLayout(left, 1)
        halves.addWidget(tabs, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(8)
        rows.addWidget(self.data)
        rows.addLayout(halves, 1)
