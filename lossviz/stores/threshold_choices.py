"""What a person has set of the threshold, as a state of plain values."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from lossviz.core.sessions.state_reader import StateReader
from lossviz.stores.changes import Changes
from lossviz.stores.threshold_store import MOST_COST, ThresholdStore


class ThresholdChoices:
    """The state of a threshold store.

    threshold: 0 to 1; false_positive, false_negative: what a false alarm and a missed case cost; decisions: whether the
    output is shown as 0 or 1.
    """

    def __init__(self, threshold: ThresholdStore) -> None:
        self._threshold = threshold

    def state(self) -> dict[str, object]:
        """The threshold, the costs and how the output is shown."""
        shown = self._threshold
        return {
            "threshold": shown.threshold,
            "false_positive": shown.costs.false_positive,
            "false_negative": shown.costs.false_negative,
            "decisions": shown.is_discretised,
        }

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        reader, changes = StateReader(state, "threshold"), Changes(self._threshold)
        changes.then(self._threshold.set_threshold, reader.number("threshold", 0.0, 1.0))
        changes.then(self._set_false_positive, reader.number("false_positive", 0.0, MOST_COST))
        changes.then(self._set_false_negative, reader.number("false_negative", 0.0, MOST_COST))
        changes.then(self._threshold.set_discretised, reader.flag("decisions"))
        reader.finish()
        return changes

    def _set_false_positive(self, cost: float) -> None:
        self._threshold.set_costs(replace(self._threshold.costs, false_positive=cost))

    def _set_false_negative(self, cost: float) -> None:
        self._threshold.set_costs(replace(self._threshold.costs, false_negative=cost))
