"""What a table of classes shows."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np

from lossviz.core.fit.cases import Column

Term = Literal["z", "scaled", "exp", "sum", "once", "p", "y", "loss", "grad"]


@dataclass(frozen=True, eq=False)
class ClassRows:
    """A number of every stage for each class, all (classes,); what is not finite is written as what it is.

    scaled: z / T. exps: e to the power z / T. target: sums to 1. loss_terms: −y ln p, in nats; `loss` is their sum.
    bce_slopes, mse_slopes: of cross-entropy and of the mean squared error, by the logits.
    true_class: None where the target is soft. nudges: by how much each logit stands off what is fed.
    once: the probabilities that a second softmax takes for logits; None where there is one softmax.
    """

    names: tuple[str, ...]
    logits: Column
    scaled: Column
    exps: Column
    probabilities: Column
    target: Column
    loss_terms: Column
    bce_slopes: Column
    mse_slopes: Column
    exp_sum: float
    loss: float
    temperature: float
    true_class: int | None
    nudges: Column = field(default_factory=lambda: np.zeros(0))
    once: Column | None = None

    def __len__(self) -> int:
        return len(self.names)

    @cached_property
    def likeliest(self) -> int | None:
        """The first class of the greatest probability; None while none is a number."""
        finite = np.nan_to_num(self.probabilities, nan=-1.0)
        best = int(np.argmax(finite))
        return best if finite[best] >= 0.0 else None

    def fed(self, index: int) -> float | None:
        """What a nudged logit was before; None for one that was not nudged."""
        nudge = float(self.nudges[index]) if len(self.nudges) else 0.0
        return float(self.logits[index]) - nudge if nudge else None
