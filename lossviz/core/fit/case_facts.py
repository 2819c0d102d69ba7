"""What follows from the cases alone, computed when first asked for and kept with them."""

from dataclasses import dataclass
from functools import cached_property

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.estimates import SigmoidFit, fit_sigmoid, least_squares
from lossviz.core.fit.logistic import Parameters


@dataclass(frozen=True, eq=False)
class CaseFacts:
    """The best line and the best sigmoid for `cases`."""

    cases: Cases

    @cached_property
    def line(self) -> Parameters:
        """The straight line of least squares through the labels."""
        return least_squares(self.cases)

    @property
    def sigmoid(self) -> SigmoidFit:
        """The sigmoid of least cross-entropy; fit_sigmoid keeps it."""
        return fit_sigmoid(self.cases)
