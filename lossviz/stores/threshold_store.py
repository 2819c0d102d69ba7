"""How probabilities become decisions: the threshold, and what the two kinds of error cost."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from lossviz.stores.store import Store

MOST_COST = 1000.0


@dataclass(frozen=True)
class Costs:
    """What a false alarm and a missed case cost, in any unit; both positive."""

    false_positive: float = 1.0
    false_negative: float = 1.0


class ThresholdStore(Store):
    """Owns the threshold, the costs, and whether the output is shown as a decision."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._threshold = 0.5
        self._costs = Costs()
        self._is_discretised = False

    @property
    def threshold(self) -> float:
        """Cases with this probability or more are called positive."""
        return self._threshold

    @property
    def costs(self) -> Costs:
        """Of the two kinds of error."""
        return self._costs

    @property
    def is_discretised(self) -> bool:
        """Whether the model's output is shown as 0 or 1."""
        return self._is_discretised

    def set_threshold(self, threshold: float) -> None:
        """Call cases positive from this probability on, 0-1."""
        threshold = min(max(threshold, 0.0), 1.0)
        if threshold != self._threshold:
            self._threshold = threshold
            self._tell(self.changed)

    def set_costs(self, costs: Costs) -> None:
        """Weigh the two kinds of error."""
        if costs != self._costs:
            self._costs = costs
            self._tell(self.changed)

    def set_discretised(self, is_discretised: bool) -> None:
        """Show the output as 0 or 1, or as the probability."""
        if is_discretised != self._is_discretised:
            self._is_discretised = is_discretised
            self._tell(self.changed)
