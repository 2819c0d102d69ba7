"""What networks said of the validation and of the test part, and what a person is looking at in it."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Signal

from lossviz.core.data.digits import LabelledImages
from lossviz.core.errors import LossvizError
from lossviz.core.evaluation.facts import EvaluationFacts
from lossviz.core.evaluation.mistakes import MistakeOrder
from lossviz.core.training.part_outputs import OutputsF32, PartName
from lossviz.stores.classifier_store import ClassifierSource
from lossviz.stores.store import Store

Cell = tuple[int, int]  # true digit, predicted digit


@dataclass(frozen=True, eq=False)
class Predictions:
    """source: which network was asked. data_name: whose part these images are. outputs: a row for each of them."""

    part: PartName
    source: ClassifierSource
    data_name: str
    labelled: LabelledImages
    outputs: OutputsF32

    @cached_property
    def facts(self) -> EvaluationFacts:
        """What follows from them; each part worked out once, when it is looked at."""
        return EvaluationFacts(self.labelled, self.outputs)


class EvaluationStore(Store):
    """Owns the last predictions of each part, and the part, cell and order that are looked at.

    progress: of an evaluation that somebody asked for, 0 to 1; None while there is none.
    While somebody looks back at a run, what the network said then is shown in the place of the last predictions.
    """

    predictions_changed = Signal()
    part_changed = Signal()
    cell_changed = Signal()
    order_changed = Signal()
    progress_changed = Signal()
    problem_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._predictions: dict[PartName, Predictions] = {}
        self._past: dict[PartName, Predictions] = {}
        self._past_source: ClassifierSource | None = None
        self._part: PartName = "validation"
        self._cell: Cell | None = None
        self._order: MistakeOrder = "log_loss"
        self._progress: float | None = None
        self._problem: LossvizError | None = None

    @property
    def part(self) -> PartName:
        """The part that is looked at."""
        return self._part

    @property
    def predictions(self) -> Predictions | None:
        """The last ones of the part that is looked at; None as long as there are none."""
        return self._past.get(self._part) or self._predictions.get(self._part)

    @property
    def cell(self) -> Cell | None:
        """The cell of the matrix that is chosen."""
        return self._cell

    @property
    def order(self) -> MistakeOrder:
        """By which loss mistakes are sorted."""
        return self._order

    @property
    def progress(self) -> float | None:
        """How far an evaluation is that somebody asked for."""
        return self._progress

    @property
    def problem(self) -> LossvizError | None:
        """Why the last one that somebody asked for failed; None if it did not."""
        return self._problem

    def put(self, predictions: Predictions) -> None:
        """Take these in the place of the part's last ones, or of those that are looked back at if they are its."""
        is_past = self._past_source is not None and predictions.source == self._past_source
        taken = self._past if is_past else self._predictions
        taken[predictions.part] = predictions
        if predictions.part == self._part:
            self._tell(self.predictions_changed)

    def look_back(self, source: ClassifierSource, validation: Predictions | None) -> None:
        """Show what is known of the network that `source` was, until `return_to_live`.

        validation: what the run's network said of the validation part then or at its last evaluation before.
        """
        before = self.predictions
        self._past = {} if validation is None else {"validation": validation}
        self._past_source = source
        if self.predictions is not before:
            self._tell(self.predictions_changed)

    def return_to_live(self) -> None:
        """Show the last predictions again."""
        before = self.predictions
        self._past, self._past_source = {}, None
        if self.predictions is not before:
            self._tell(self.predictions_changed)

    def set_part(self, part: PartName) -> None:
        """Look at this part."""
        if part != self._part:
            self._part = part
            self._tell(self.part_changed)

    def choose_cell(self, cell: Cell | None) -> None:
        """Look at the images of this cell, or of none."""
        if cell != self._cell:
            self._cell = cell
            self._tell(self.cell_changed)

    def set_order(self, order: MistakeOrder) -> None:
        """Sort mistakes by this loss."""
        if order != self._order:
            self._order = order
            self._tell(self.order_changed)

    def set_progress(self, progress: float | None) -> None:
        """Say how far an evaluation is; None: none goes on."""
        if progress != self._progress:
            self._progress = progress
            self._tell(self.progress_changed)

    def set_problem(self, problem: LossvizError | None) -> None:
        """Say why an evaluation failed, or that it did not."""
        if problem is not self._problem:
            self._problem = problem
            self._tell(self.problem_changed)
