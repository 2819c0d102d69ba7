"""All that a case plot shows."""

from dataclasses import dataclass

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.estimates import ModelKind
from lossviz.core.fit.laws import Law
from lossviz.core.fit.logistic import Parameters


@dataclass(frozen=True, eq=False)
class CasePicture:
    """One state of the fit, handed to a plot whole.

    sigmoid: the model at hand. line: the straight line beside it. fitted: the best sigmoid there is.
    ghosts: fits of earlier samples, each a sigmoid and perhaps a line.
    bands: whether the 10-90% transition of both models is marked.
    threshold: from 0 to 1; a case is predicted positive if its probability reaches it.
    is_discretised: whether the models answer with 0 or 1 alone.
    moving: the case that is being dragged, by whatever means; the view holds still meanwhile.
    probe: a size at which the models are marked.
    """

    cases: Cases
    sigmoid: Parameters
    line: Parameters | None = None
    fitted: Parameters | None = None
    law: Law | None = None
    ghosts: tuple[tuple[Parameters, Parameters | None], ...] = ()
    bands: bool = False
    threshold: float = 0.5
    is_discretised: bool = False
    selected: int | None = None
    hovered: int | None = None
    moving: int | None = None
    probe: float | None = None

    def models(self) -> list[tuple[ModelKind, Parameters]]:
        """The models that answer, in the order in which they are painted."""
        line: list[tuple[ModelKind, Parameters]] = [] if self.line is None else [("line", self.line)]
        return [*line, ("sigmoid", self.sigmoid)]
