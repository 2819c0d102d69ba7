"""What is shown of a network's first layer."""

from dataclasses import dataclass

import numpy as np

from lossviz.core.evaluation.inside import MapsF32


@dataclass(frozen=True, eq=False)
class LayerPicture:
    """filters: (units, h, w).

    responses: (units, 28, 28) maps, none of them negative, or (units, 1, 1) numbers; None without ink.
    """

    filters: MapsF32
    responses: MapsF32 | None

    @property
    def has_maps(self) -> bool:
        """Whether a unit answers with a map: it is a small filter that looks at every place."""
        return int(self.filters.shape[1]) < 28

    @property
    def largest_response(self) -> float:
        """What has the full colour, or the full length."""
        return 0.0 if self.responses is None else float(np.abs(self.responses).max())

    def share_of_largest(self, index: int) -> float:
        """What a unit that answers with a number makes of the digit, -1 to 1; 0 without ink."""
        largest = self.largest_response
        return 0.0 if self.responses is None or not largest else float(self.responses[index, 0, 0]) / largest
