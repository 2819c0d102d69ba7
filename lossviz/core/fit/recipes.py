"""What a set of cases is drawn from: few values, from which the same cases come again."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.laws import COUNT_RANGE, SCENARIOS, Law, ScenarioKey, draw_cases

MOST_SEED = 99_999


@dataclass(frozen=True)
class Recipe:
    """count: of cases. overlap: the width of the law in scenario widths. The same recipe gives the same cases."""

    scenario: ScenarioKey
    count: int
    overlap: float
    seed: int

    @property
    def law(self) -> Law:
        """The law that the labels are drawn from."""
        return SCENARIOS[self.scenario].law.widened(self.overlap)

    @property
    def next_seed(self) -> int:
        """That of another sample of the same law."""
        return (self.seed + 1) % (MOST_SEED + 1)

    def drawn(self) -> Cases:
        """The cases; a count out of COUNT_RANGE is taken for the nearest in it."""
        count = int(np.clip(self.count, *COUNT_RANGE))
        return draw_cases(SCENARIOS[self.scenario], count, self.overlap, self.seed)[0]

    def changed(self, **changes: Any) -> "Recipe":
        """With `changes`; another scenario comes with its own count and overlap, unless they are given."""
        if changes.get("scenario", self.scenario) != self.scenario:
            changes = {"count": SCENARIOS[changes["scenario"]].count, "overlap": 1.0, **changes}
        return replace(self, **changes)

    def shares_law_with(self, other: "Recipe | None") -> bool:
        """Whether both draw samples of one law of one scenario."""
        return other is not None and (self.scenario, self.overlap) == (other.scenario, other.overlap)


def usual_recipe(scenario: ScenarioKey, seed: int = 1) -> Recipe:
    """What a scenario is drawn from on a first visit."""
    return Recipe(scenario, SCENARIOS[scenario].count, 1.0, seed)
