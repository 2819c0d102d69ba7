"""What a loss can be drawn over, and the numbers that some losses are set by."""

import math
from dataclasses import dataclass
from typing import Literal

from lossviz.core.errors import QT_TRANSLATE_NOOP

AxisKey = Literal["margin", "probability", "residual"]


@dataclass(frozen=True)
class LossAxis:
    """symbol: as in the formulas. low, high: what is drawn; start: where the marker stands at first."""

    key: AxisKey
    symbol: str
    name: str
    meaning: str
    low: float
    high: float
    start: float


AXES: dict[AxisKey, LossAxis] = {
    axis.key: axis
    for axis in (
        LossAxis(
            "margin",
            "m",
            QT_TRANSLATE_NOOP("losses", "margin m"),
            QT_TRANSLATE_NOOP(
                "losses",
                "the score z of a sample, its sign turned where the label is 0: above 0 the sample is called right",
            ),
            -5.0,
            5.0,
            -1.0,
        ),
        LossAxis(
            "probability",
            "p",
            QT_TRANSLATE_NOOP("losses", "probability p"),
            QT_TRANSLATE_NOOP("losses", "the probability that the model gives to the true class"),
            0.0,
            1.0,
            0.3,
        ),
        LossAxis(
            "residual",
            "r",
            QT_TRANSLATE_NOOP("losses", "residual r"),
            QT_TRANSLATE_NOOP(
                "losses",
                "prediction − label: within −1 to 1 for a probability, where the label is 1 on the left and 0 on the"
                " right",
            ),
            -2.5,
            2.5,
            -0.7,
        ),
    )
}

POS_WEIGHT_RANGE = (0.1, 20.0)
DELTA_RANGE = (0.05, 5.0)


@dataclass(frozen=True)
class LossOptions:
    """pos_weight: what a positive sample counts for beside a negative one. delta: where Huber's loss turns straight."""

    pos_weight: float = 3.0
    delta: float = 1.0

    def __post_init__(self) -> None:
        for value, (lowest, highest) in ((self.pos_weight, POS_WEIGHT_RANGE), (self.delta, DELTA_RANGE)):
            if not (math.isfinite(value) and lowest <= value <= highest):
                raise ValueError(f"{value} is not within {lowest} to {highest}")
