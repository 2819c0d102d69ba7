"""The PyTorch lines behind the selected loss at the marker, and its slope by autograd."""

from lossviz.core.losses.axes import AXES
from lossviz.core.losses.marker_snippets import Wanted, marker_snippet
from lossviz.core.snippets import Snippet
from lossviz.stores.catalogue_store import CatalogueStore
from lossviz.widgets.code_panel import CodePanel
from lossviz.widgets.frame_clock import FrameClock


class LossesMarkerCodePanel(CodePanel[Wanted]):
    """Follows the selection of the list, the axis, and the marker of the plots, as the card does."""

    def __init__(self, clock: FrameClock, catalogue: CatalogueStore) -> None:
        super().__init__(clock)
        self._catalogue = catalogue
        texts: dict[Wanted, str] = {
            "value": self.tr("The loss at the marker"),
            "slope": self.tr("Its slope at the marker"),
        }
        changes = catalogue.selection_changed, catalogue.axis_changed
        self.offer("losses.marker", texts, *changes, catalogue.marker_changed, catalogue.options_changed)

    def snippet(self, key: Wanted) -> Snippet:
        """The lines for the selected loss on the card's axis."""
        catalogue = self._catalogue
        axis = catalogue.card_axis
        return marker_snippet(catalogue.entry.curves[axis], AXES[axis], catalogue.marker(axis), catalogue.options, key)
