"""What a person has set of the next comparison, as a state of plain values."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from lossviz.core.errors import LossvizError
from lossviz.core.sessions.state_reader import StateReader
from lossviz.core.training.settings import CHOICES, LIMITS, TrainingSettings
from lossviz.core.training.variants import DIFFERENCES, FEWEST, FIELDS, MOST, Difference, Variant, proposed, variants_of
from lossviz.stores.comparison_store import MOST_SEEDS, ComparisonPlan, ComparisonStore
from lossviz.stores.training_store import TrainingStore


class ComparisonChoices:
    """The state of a comparison store.

    difference: what the variants differ in; variants: for each its settings that make the difference, by name; those
    that the difference usually begins with, if it is given alone; seeds: how often all is repeated. What the variants
    do not differ in is what the training's state says, which has to be put in force before.
    """

    def __init__(self, comparison: ComparisonStore, training: TrainingStore) -> None:
        self._comparison = comparison
        self._training = training

    def state(self) -> dict[str, object]:
        """The plan of the next comparison."""
        plan = self._comparison.plan
        names = FIELDS[plan.difference]
        state: dict[str, object] = {"difference": plan.difference, "seeds": plan.seeds}
        if names:
            state["variants"] = [{name: getattr(one.settings, name) for name in names} for one in plan.variants]
        return state

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        reader, plan = StateReader(state, "comparison"), self._comparison.plan
        difference = reader.choice("difference", DIFFERENCES) or plan.difference
        seeds = reader.whole("seeds", 1, MOST_SEEDS) or plan.seeds
        variants = self._variants_of(reader, difference)
        reader.finish()

        def put_in_force() -> None:
            self._put(difference, variants, seeds)

        return put_in_force

    def _put(self, difference: Difference, variants: tuple[Variant, ...] | None, seeds: int) -> None:
        plan = replace(self._comparison.plan, seeds=seeds)
        if variants is not None or difference != plan.difference:
            usual = proposed(difference, self._training.settings)
            plan = ComparisonPlan(difference, usual if variants is None else variants, seeds)
        self._comparison.set_plan(plan)

    def _variants_of(self, reader: StateReader, difference: Difference) -> tuple[Variant, ...] | None:
        parts = reader.parts("variants", FEWEST, MOST)
        if parts is None:
            return None
        settings = [_settings_of(part, difference, self._training.settings) for part in parts]
        try:
            return variants_of(settings)
        except LossvizError as error:
            raise reader.refusal("variants", error.why, **error.values) from error


def _settings_of(reader: StateReader, difference: Difference, base: TrainingSettings) -> TrainingSettings:
    read: dict[str, object] = {}
    for name in FIELDS[difference]:
        read[name] = reader.choice(name, CHOICES[name]) if name in CHOICES else reader.number(name, *LIMITS[name])
    reader.finish()
    return base.changed(**{name: value for name, value in read.items() if value is not None})
