"""The PyTorch lines behind the selected loss at the marker, and its slope by autograd."""

from typing import cast

from PySide6.QtWidgets import QVBoxLayout

from lossviz.core.losses.axes import AXES
from lossviz.core.losses.marker_snippets import Wanted, marker_snippet
from lossviz.stores.catalogue_store import CatalogueStore
from lossviz.widgets.code_view import CodeView
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel


class LossesMarkerCodePanel(Panel):
    """Follows the selection of the list, the axis, and the marker of the plots, as the card does."""

    def __init__(self, clock: FrameClock, catalogue: CatalogueStore) -> None:
        super().__init__(clock)
        self._catalogue = catalogue
        texts: dict[Wanted, str] = {
            "value": self.tr("The loss at the marker"),
            "slope": self.tr("Its slope at the marker"),
        }
        self.code = CodeView("losses.marker", {str(key): text for key, text in texts.items()})
        self.code.choice_changed.connect(self.mark_dirty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.code)
        for signal in (
            *(catalogue.selection_changed, catalogue.axis_changed),
            *(catalogue.marker_changed, catalogue.options_changed),
        ):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Write the lines of the choice."""
        catalogue = self._catalogue
        axis = catalogue.card_axis
        curve, wanted = catalogue.entry.curves[axis], cast(Wanted, self.code.choice)
        self.code.show_snippet(
            marker_snippet(curve, AXES[axis], catalogue.marker(axis), catalogue.options, wanted),
        )
