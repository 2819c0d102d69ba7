"""Laws that say how probable the positive class is at each size, scenarios built on them, and cases drawn from them.

A label is a sample of its law: the law holds still while each new seed brings other cases.
"""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.fit.cases import Cases, CaseWords, Column
from lossviz.core.fit.logistic import Parameters, sigmoid

ScenarioKey = Literal["clean", "overlapping", "far_outliers", "separable", "valve"]

COUNT_RANGE = (8, 1000)
OVERLAP_RANGE = (0.25, 4.0)
_MOST_DRAWS = 1000  # the smallest set of tumours needs a second draw once in 25 times


@dataclass(frozen=True)
class Law:
    """P(positive | x) = sigmoid(steepness (x - midpoint)). steepness: per unit of x, above 0."""

    midpoint: float
    steepness: float

    @property
    def width(self) -> float:
        """How far it is from 10% to 90%, in units of x."""
        return 2.0 * math.log(9.0) / self.steepness

    def probability(self, x: Column) -> Column:
        """P(positive | x) for each x."""
        return sigmoid(self.steepness * (x - self.midpoint))

    def widened(self, factor: float) -> "Law":
        """With the same midpoint and `factor` times the width."""
        return Law(self.midpoint, self.steepness / factor)


def law_entropy(law: Law, x: Column) -> float:
    """The mean entropy of the label at the sizes `x`, in nats: the expected cross-entropy that no model gets below.

    Labels that have been drawn may happen to lie below it, as a mean over few cases scatters.
    """
    z = law.steepness * (x - law.midpoint)
    surprises = sigmoid(z) * np.logaddexp(0.0, -z) + sigmoid(-z) * np.logaddexp(0.0, z)
    return float(surprises.mean())


@dataclass(frozen=True)
class Scenario:
    """A situation to draw cases from.

    words: English source texts, marked for translation in the context "scenarios".
    low, high: the sizes are uniform between them, rounded to `decimals`.
    count: how many cases there are on a first visit, `outliers` of them far out, between the two outlier sizes.
    gap: how wide the stretch around the law's midpoint is in which no size falls.
    start: where w and b begin on a first visit: a flat sigmoid that is visibly wrong.
    probe: the size at which the slopes of the line and of the sigmoid are compared.
    """

    key: ScenarioKey
    words: CaseWords
    law: Law
    low: float
    high: float
    count: int
    start: Parameters
    probe: float
    outliers: int = 0
    outlier_low: float = 0.0
    outlier_high: float = 0.0
    gap: float = 0.0
    decimals: int = 2


_TUMOUR_WORDS = CaseWords(
    quantity=QT_TRANSLATE_NOOP("scenarios", "tumour size"),
    unit=QT_TRANSLATE_NOOP("scenarios", "cm"),
    negative=QT_TRANSLATE_NOOP("scenarios", "benign"),
    positive=QT_TRANSLATE_NOOP("scenarios", "malignant"),
)
_VALVE_WORDS = CaseWords(
    quantity=QT_TRANSLATE_NOOP("scenarios", "water temperature"),
    unit=QT_TRANSLATE_NOOP("scenarios", "°C"),
    negative=QT_TRANSLATE_NOOP("scenarios", "too cold"),
    positive=QT_TRANSLATE_NOOP("scenarios", "too warm"),
)


def _tumours(key: ScenarioKey, steepness: float, count: int = 60, outliers: int = 0, gap: float = 0.0) -> Scenario:
    return Scenario(
        key=key,
        words=_TUMOUR_WORDS,
        law=Law(midpoint=4.0, steepness=steepness),
        low=0.0,
        high=6.0,
        count=count,
        start=Parameters(0.3, 0.6),
        probe=4.0,
        outliers=outliers,
        outlier_low=15.0,
        outlier_high=25.0,
        gap=gap,
    )


_VALVE = Scenario(
    key="valve",
    words=_VALVE_WORDS,
    law=Law(midpoint=38.0, steepness=2.0 * math.log(9.0) / (42.0 - 34.0)),  # 10% at 34 °C and 90% at 42 °C
    low=0.0,
    high=100.0,
    count=150,  # with 60, every second draw has no overlap, so few fall between 34 and 42; now 6 in 100 have none
    start=Parameters(0.02, 0.4),
    probe=38.0,
    decimals=1,
)

SCENARIOS: dict[ScenarioKey, Scenario] = {
    "clean": _tumours("clean", steepness=3.0),
    "overlapping": _tumours("overlapping", steepness=1.8),
    "far_outliers": _tumours("far_outliers", steepness=3.0, count=66, outliers=6),
    # So steep that no label outside the gap, however narrow, can fall on the wrong side.
    "separable": _tumours("separable", steepness=2000.0, gap=0.8),
    "valve": _VALVE,
}


def draw_cases(scenario: Scenario, count: int, overlap: float, seed: int) -> tuple[Cases, Law]:
    """`count` cases and the law that their labels are drawn from, at the rounded sizes; the same for the same seed.

    overlap: the width of the law in scenario widths. A scenario's gap shrinks as the overlap grows, but never closes.
    Outliers keep their share of the cases. They come last, so that the others are those of a scenario without them.
    A draw with one class only, outliers left aside, is thrown away whole and drawn again from the same generator.
    Raises: ValueError if no draw has both classes, as when all sizes lie on one side of the law.
    """
    law = scenario.law.widened(overlap)
    random = np.random.default_rng(seed)
    outliers = round(scenario.outliers * count / scenario.count)
    for _ in range(_MOST_DRAWS):
        x = _ordinary_sizes(scenario, count - outliers, overlap, random)
        y = _labels(law, x, random)
        if 0.0 < y.mean() < 1.0:
            break
    else:
        raise ValueError(f"{scenario.key}: only one class in {_MOST_DRAWS} draws")
    far_x = random.uniform(scenario.outlier_low, scenario.outlier_high, outliers).round(scenario.decimals)
    far_y = _labels(law, far_x, random)
    return Cases(np.append(x, far_x), np.append(y, far_y), scenario.words), law


def _ordinary_sizes(scenario: Scenario, count: int, overlap: float, random: np.random.Generator) -> Column:
    gap = min(scenario.gap / overlap, 0.8 * (scenario.high - scenario.low))
    sizes = random.uniform(scenario.low, scenario.high - gap, count)
    sizes[sizes > scenario.law.midpoint - gap / 2] += gap
    return sizes.round(scenario.decimals)


def _labels(law: Law, x: Column, random: np.random.Generator) -> Column:
    return (random.random(len(x)) < law.probability(x)).astype(np.float64)
