"""The Softmax page: from logits to probabilities, the loss and its gradient, every number to be taken hold of."""

from lossviz.panels.message_panel import MessagePanel
from lossviz.panels.softmax_code_panel import SoftmaxCodePanel
from lossviz.panels.softmax_formula_panel import SoftmaxFormulaPanel
from lossviz.panels.softmax_gradient_panel import SoftmaxGradientPanel
from lossviz.panels.softmax_loss_panel import SoftmaxLossPanel
from lossviz.panels.softmax_network_panel import SoftmaxNetworkPanel
from lossviz.panels.softmax_range_panel import SoftmaxRangePanel
from lossviz.panels.softmax_source_panel import SoftmaxSourcePanel
from lossviz.panels.softmax_table_panel import SoftmaxTablePanel
from lossviz.panels.softmax_two_classes_panel import SoftmaxTwoClassesPanel
from lossviz.stores.page_stores import SoftmaxStores
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.page import Page, halves_of
from lossviz.widgets.panel_entry import PanelEntry
from lossviz.widgets.tabs import tabs_of
from lossviz.widgets.theme import ThemeSource


class SoftmaxPage(Page):
    """Where the logits come from on top, the table of classes in the middle, what follows from it below."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, stores: SoftmaxStores) -> None:
        super().__init__("softmax")
        logits = stores.logits
        self.messages = MessagePanel(clock, theme, stores.messages)
        self.source = SoftmaxSourcePanel(clock, logits)
        self.table = SoftmaxTablePanel(clock, theme, logits)
        self.loss = SoftmaxLossPanel(clock, theme, logits)
        self.formulas = SoftmaxFormulaPanel(clock, theme, logits)
        self.code = SoftmaxCodePanel(clock, logits)
        self.gradient = SoftmaxGradientPanel(clock, theme, logits)
        self.range = SoftmaxRangePanel(clock, theme, logits)
        self.network = SoftmaxNetworkPanel(clock, theme, logits)
        self.two_classes = SoftmaxTwoClassesPanel(clock, theme, logits)
        self._lay_out()
        self.set_panels(*self._entries(), message_area=self.messages)

    def _entries(self) -> tuple[PanelEntry, ...]:
        return (
            PanelEntry("softmax.source", self.tr("Where the logits come from"), self.source, is_bar=True),
            PanelEntry("softmax.table", self.tr("Table of classes"), self.table),
            PanelEntry("softmax.loss", self.tr("Loss"), self.loss),
            PanelEntry("softmax.formula", self.tr("Formulas"), self.formulas),
            PanelEntry("softmax.code", self.tr("Code"), self.code),
            PanelEntry("softmax.gradient", self.tr("Gradient steps"), self.gradient),
            PanelEntry("softmax.two_classes", self.tr("Two classes"), self.two_classes),
            PanelEntry("softmax.network", self.tr("z = Wx + b"), self.network),
            PanelEntry("softmax.range", self.tr("Numeric range"), self.range),
        )

    def _lay_out(self) -> None:
        left = tabs_of(
            "softmax.left_tabs",
            (self.loss, self.tr("Loss")),
            (self.formulas, self.tr("Formulas")),
            (self.code, self.tr("Code")),
        )
        right = tabs_of(
            "softmax.right_tabs",
            (self.gradient, self.tr("Gradient steps")),
            (self.two_classes, self.tr("Two classes")),
            (self.network, self.tr("z = Wx + b")),
            (self.range, self.tr("Numeric range")),
        )
        rows = self.begin_rows()
        rows.addWidget(self.messages)
        rows.addWidget(self.source)
        rows.addWidget(self.table, 2)
        rows.addLayout(halves_of(left, right), 3)
