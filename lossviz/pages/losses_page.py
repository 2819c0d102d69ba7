"""The Losses page: the catalogue, where cross-entropy comes from, and the same numbers by hand and by the library."""

from PySide6.QtWidgets import QWidget

from lossviz.panels.losses_boxes_panel import LossesBoxesPanel
from lossviz.panels.losses_by_hand_panel import LossesByHandPanel
from lossviz.panels.losses_card_panel import LossesCardPanel
from lossviz.panels.losses_catalogue_panel import LossesCataloguePanel
from lossviz.panels.losses_chance_code_panel import LossesChanceCodePanel
from lossviz.panels.losses_entropy_panel import LossesEntropyPanel
from lossviz.panels.losses_labels_panel import LossesLabelsPanel
from lossviz.panels.losses_likelihood_panel import LossesLikelihoodPanel
from lossviz.panels.losses_marker_code_panel import LossesMarkerCodePanel
from lossviz.panels.losses_race_panel import LossesRacePanel
from lossviz.panels.losses_samples_panel import LossesSamplesPanel
from lossviz.stores.page_stores import LossesStores
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.page import Page, halves_of
from lossviz.widgets.panel_entry import PanelEntry
from lossviz.widgets.tabs import tabs_of
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import at_each_type, by_type

_WIDEST_CARD_PX = 820  # its longest lines, or samples and their code; what is left of a large window goes to the plots


class LossesPage(Page):
    """A tab for each question; in each, what to change on the left and what follows on the right."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, stores: LossesStores) -> None:
        super().__init__("losses")
        self.catalogue = LossesCataloguePanel(clock, theme, stores.catalogue)
        self.card = LossesCardPanel(clock, theme, stores.catalogue)
        self.marker_code = LossesMarkerCodePanel(clock, stores.catalogue)
        self.samples = LossesSamplesPanel(clock, theme, stores.catalogue)
        self.boxes = LossesBoxesPanel(clock, theme, stores.boxes)
        self.likelihood = LossesLikelihoodPanel(clock, theme, stores.boxes, stores.fit)
        self.entropy = LossesEntropyPanel(clock, theme, stores.distributions)
        self.chance_code = LossesChanceCodePanel(clock, stores.boxes, stores.fit, stores.distributions)
        self.by_hand = LossesByHandPanel(clock, stores.by_hand)
        self.labels = LossesLabelsPanel(clock, stores.by_hand)
        self.race = LossesRacePanel(clock, theme, stores.race)
        self._lay_out()
        self.set_panels(*self._entries())

    def _entries(self) -> tuple[PanelEntry, ...]:
        return (
            PanelEntry("losses.catalogue", self.tr("Catalogue"), self.catalogue),
            PanelEntry("losses.card", self.tr("About the loss"), self.card),
            PanelEntry("losses.marker_code", self.tr("Code of the marker"), self.marker_code),
            PanelEntry("losses.samples", self.tr("Samples"), self.samples),
            PanelEntry("losses.boxes", self.tr("Boxes of balls"), self.boxes),
            PanelEntry("losses.likelihood", self.tr("Likelihood"), self.likelihood),
            PanelEntry("losses.entropy", self.tr("Entropy"), self.entropy),
            PanelEntry("losses.chance_code", self.tr("Code of boxes and entropy"), self.chance_code),
            PanelEntry("losses.by_hand", self.tr("By hand"), self.by_hand),
            PanelEntry("losses.labels", self.tr("Labels and tensors"), self.labels),
            PanelEntry("losses.race", self.tr("Race of two sums"), self.race),
        )

    def _lay_out(self) -> None:
        about = tabs_of(
            "losses.loss_tabs",
            (self.card, self.tr("About it")),
            (self.marker_code, self.tr("Code")),
            (self.samples, self.tr("Samples")),
        )
        at_each_type(about, lambda _metrics: about.setMaximumWidth(round(by_type(about, _WIDEST_CARD_PX))))
        self.tabs = tabs_of(
            "losses.tabs",
            (_side_by_side(self.catalogue, about), self.tr("Catalogue")),
            (_side_by_side(self.boxes, self.likelihood), self.tr("Boxes and likelihood")),
            (self.entropy, self.tr("Entropy")),
            (self.chance_code, self.tr("Code of boxes and entropy")),
            (self.by_hand, self.tr("By hand")),
            (_side_by_side(self.labels, self.race), self.tr("Labels and tensors")),
        )
        self.begin_rows().addWidget(self.tabs)


def _side_by_side(left: QWidget, right: QWidget) -> QWidget:
    halves, row = QWidget(), halves_of(left, right)
    row.setContentsMargins(0, 0, 0, 0)
    halves.setLayout(row)
    return halves
