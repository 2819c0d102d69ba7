"""What the catalogue says of a loss."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lossviz.core.losses.axes import AxisKey
from lossviz.core.losses.curves import LossCurve

LossKey = Literal[
    "zero_one",
    "squared",
    "mse",
    "sse",
    "mae",
    "rmse",
    "huber",
    "log",
    "sigmoid_ce",
    "weighted_ce",
    "softmax_ce",
    "sparse_ce",
    "hinge",
    "squared_hinge",
    "exponential",
    "focal",
    "squared_score",
]
LibraryKey = Literal["torch", "tensorflow", "paddle", "sklearn"]
DashName = Literal[
    "solid",
    "dashed",
    "dotted",
    "dash_dot",
    "long_dashed",
    "dash_dot_dot",
    "dense",
    "two_dashes",
    "sparse_dotted",
    "dot_pairs",
    "long_dash_dot",
]
Reduction = Literal["none", "mean", "sum"]
Aggregate = Reduction | Literal["root_mean"]

LIBRARIES: Mapping[LibraryKey, str] = {
    "torch": "PyTorch",
    "tensorflow": "TensorFlow",
    "paddle": "PaddlePaddle",
    "sklearn": "scikit-learn",
}


@dataclass(frozen=True)
class LibraryName:
    """call: what to write, empty where the library has none. note: what else there is to know, may be empty."""

    call: str
    note: str = ""


@dataclass(frozen=True)
class LossWords:
    """formula: TeX. use: when to take it. slope: why its gradient helps or does not. English, in sentences."""

    name: str
    formula: str
    use: str
    slope: str


@dataclass(frozen=True, eq=False)
class LossEntry:
    """One loss of the catalogue.

    curves: over which axes it can be drawn; always over the margin. Losses that are the same for one sample share them.
    colour: a token of the theme's colours. aggregate: what its name says of several samples; None: as chosen.
    """

    key: LossKey
    words: LossWords
    curves: Mapping[AxisKey, LossCurve]
    colour: str
    dash: DashName
    libraries: Mapping[LibraryKey, LibraryName]
    aggregate: Aggregate | None = None
