"""The Overfit page: polynomials through noisy points, and the error on points that they have not seen."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from lossviz.panels.overfit_code_panel import OverfitCodePanel
from lossviz.panels.overfit_data_panel import OverfitDataPanel
from lossviz.panels.overfit_errors_panel import OverfitErrorsPanel
from lossviz.panels.overfit_model_panel import OverfitModelPanel
from lossviz.panels.overfit_plot_panel import OverfitPlotPanel
from lossviz.panels.overfit_question_panel import OverfitQuestionPanel
from lossviz.stores.page_stores import OverfitStores
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.page import Page
from lossviz.widgets.panel_entry import PanelEntry
from lossviz.widgets.tabs import tabs_of
from lossviz.widgets.theme import ThemeSource


class OverfitPage(Page):
    """Data on top, the fit on the left, what its errors say on the right."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, stores: OverfitStores) -> None:
        super().__init__("overfit")
        store = stores.polynomial
        self.data = OverfitDataPanel(clock, store, stores.history)
        self.plot = OverfitPlotPanel(clock, theme, store)
        self.model = OverfitModelPanel(clock, store)
        self.errors = OverfitErrorsPanel(clock, theme, store)
        self.question = OverfitQuestionPanel(clock, theme, store)
        self.code = OverfitCodePanel(clock, store)
        self.question.asking_changed.connect(self.plot.hide_held_out_error)
        self._lay_out()
        self.set_panels(*self._entries())

    def _entries(self) -> tuple[PanelEntry, ...]:
        return (
            PanelEntry("overfit.data", self.tr("Data"), self.data, is_bar=True),
            PanelEntry("overfit.model", self.tr("Polynomial"), self.model, is_bar=True),
            PanelEntry("overfit.plot", self.tr("Points and polynomial"), self.plot),
            PanelEntry("overfit.errors", self.tr("Error against degree"), self.errors),
            PanelEntry("overfit.question", self.tr("Smaller is better?"), self.question),
            PanelEntry("overfit.code", self.tr("Code"), self.code),
        )

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
        rows = self.begin_rows()
        rows.addWidget(self.data)
        rows.addLayout(halves, 1)
