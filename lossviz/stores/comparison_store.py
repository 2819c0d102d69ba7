"""The comparison of variants: what it is to train, how far it is, and what has come of it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal

from lossviz.core.errors import LossvizError
from lossviz.core.evaluation.confusion import Counts
from lossviz.core.training.metric_log import Evaluation, MetricLog
from lossviz.core.training.run_states import BUSY, TRANSITIONS, RunState
from lossviz.core.training.side_by_side import VariantEnding
from lossviz.core.training.step_recorder import Diverged
from lossviz.core.training.training_run import Leg
from lossviz.core.training.variants import Difference, Variant, one_more, proposed, rebased, variants_of
from lossviz.stores.store import Store
from lossviz.stores.training_store import TrainingStore

MOST_SEEDS = 5


@dataclass(frozen=True, eq=False)
class VariantRecord:
    """A variant in the seed under way, or the last one; the log grows while it trains.

    ending: None while it trains. confusion: of the last evaluation of the validation part, rows the true digits.
    """

    variant: Variant
    log: MetricLog
    leg: Leg
    ending: VariantEnding | None = None
    confusion: Counts | None = None

    @property
    def has_diverged(self) -> bool:
        """Whether it ended because its numbers left all bounds."""
        return self.ending is not None and isinstance(self.ending.problem, Diverged)


@dataclass(frozen=True)
class SeedResult:
    """What came of one seed for one variant; None where it diverged."""

    seed: int
    validation: Evaluation | None
    test: Evaluation | None


@dataclass(frozen=True)
class ComparisonPlan:
    """difference: what the variants differ in. seeds: how many times all of it is run, each time with the next seed."""

    difference: Difference
    variants: tuple[Variant, ...]
    seeds: int = 1


class ComparisonStore(Store):
    """Owns the plan, the state of the comparison, and its results; only its controller moves all but the plan.

    What the variants do not differ in is what the controls of a training say.
    """

    plan_changed = Signal()
    state_changed = Signal()
    records_changed = Signal()
    log_grown = Signal()
    results_changed = Signal()

    def __init__(self, training: TrainingStore) -> None:
        super().__init__()
        self._training = training
        self._plan = ComparisonPlan("course_question", proposed("course_question", training.settings))
        self._begun: ComparisonPlan | None = None
        self._state = RunState.IDLE
        self._problem: LossvizError | None = None
        self._records: tuple[VariantRecord, ...] = ()
        self._results: tuple[tuple[SeedResult, ...], ...] = ()
        self._images = (0, 0)
        training.settings_changed.connect(self._on_settings_changed)

    @property
    def plan(self) -> ComparisonPlan:
        """What the next comparison is to train."""
        return self._plan

    @property
    def begun(self) -> ComparisonPlan | None:
        """What the comparison under way, or the last one, was to train; None before the first."""
        return self._begun

    @property
    def state(self) -> RunState:
        """What the comparison is doing."""
        return self._state

    @property
    def is_busy(self) -> bool:
        """Whether a comparison goes on."""
        return self._state in BUSY

    @property
    def problem(self) -> LossvizError | None:
        """Why the last comparison failed; None if it did not."""
        return self._problem

    @property
    def records(self) -> tuple[VariantRecord, ...]:
        """The variants of the seed under way, or of the last one, in the order of the plan."""
        return self._records

    @property
    def results(self) -> tuple[tuple[SeedResult, ...], ...]:
        """For each variant of the plan that was begun, a result for each seed that has been run to its end."""
        return self._results

    @property
    def finished_seeds(self) -> int:
        """How many seeds have been run to their end."""
        return len(self._results[0]) if self._results else 0

    @property
    def images(self) -> tuple[int, int]:
        """How many images the validation part and the test part of the comparison have."""
        return self._images

    def propose(self, difference: Difference) -> None:
        """Plan a comparison of this kind, with the variants that it usually begins with."""
        if difference != self._plan.difference:
            variants = proposed(difference, self._training.settings)
            self._set_plan(replace(self._plan, difference=difference, variants=variants))

    def change_variant(self, index: int, **changes: object) -> None:
        """Let one variant make another choice.

        Raises: LossvizError if the value is not allowed, or the variant would be the same as another.
        """
        settings = [one.settings for one in self._plan.variants]
        settings[index] = settings[index].changed(**changes)
        self._set_plan(replace(self._plan, variants=variants_of(settings)))

    def add_variant(self) -> None:
        """Compare one more. Raises: LossvizError if there are as many as there may be."""
        self._set_plan(replace(self._plan, variants=one_more(self._plan.variants, self._plan.difference)))

    def remove_variant(self, index: int) -> None:
        """Compare one less. Raises: LossvizError if too few would be left."""
        settings = [one.settings for place, one in enumerate(self._plan.variants) if place != index]
        self._set_plan(replace(self._plan, variants=variants_of(settings)))

    def set_seeds(self, seeds: int) -> None:
        """Repeat the comparison so often. Raises: ValueError if that is not from 1 to MOST_SEEDS."""
        if not 1 <= seeds <= MOST_SEEDS:
            raise ValueError(f"{seeds} seeds")
        self._set_plan(replace(self._plan, seeds=seeds))

    def set_plan(self, plan: ComparisonPlan) -> None:
        """Plan this; what its variants do not differ in is what the controls of a training say."""
        self._set_plan(replace(plan, variants=rebased(plan.variants, plan.difference, self._training.settings)))

    def begin(self, validation_images: int, test_images: int) -> None:
        """Say that the plan is being carried out, on parts with so many images."""
        self._begun, self._images = self._plan, (validation_images, test_images)
        self._records, self._results = (), ((),) * len(self._plan.variants)
        self._tell(self.records_changed)
        self._tell(self.results_changed)
        self.set_state(RunState.STARTING)

    def set_state(self, state: RunState, problem: LossvizError | None = None) -> None:
        """Move to `state`. problem: why, for FAILED.

        Raises: ValueError if the transition table does not allow it, which is a programming error.
        """
        if state not in TRANSITIONS[self._state]:
            raise ValueError(f"no way from {self._state} to {state}")
        self._state, self._problem = state, problem
        self._tell(self.state_changed)

    def put_records(self, records: tuple[VariantRecord, ...]) -> None:
        """Show these in the place of those before."""
        self._records = records
        self._tell(self.records_changed)

    def note_growth(self) -> None:
        """Say that logs have new rows."""
        self._tell(self.log_grown)

    def append_results(self, results: tuple[SeedResult, ...]) -> None:
        """Take down one seed: a result for each variant."""
        self._results = tuple((*old, new) for old, new in zip(self._results, results, strict=True))
        self._tell(self.results_changed)

    def _set_plan(self, plan: ComparisonPlan) -> None:
        if plan != self._plan:
            self._plan = plan
            self._tell(self.plan_changed)

    def _on_settings_changed(self) -> None:
        plan = self._plan
        self._set_plan(replace(plan, variants=rebased(plan.variants, plan.difference, self._training.settings)))
