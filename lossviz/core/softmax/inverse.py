"""Which logit gives a class a wanted probability, when all other logits stay."""

import math

import numpy as np

from lossviz.core.fit.cases import Column
from lossviz.core.softmax.gradients import Problem
from lossviz.core.softmax.limits import LOGIT
from lossviz.core.softmax.softmax import softmax

LEAST_PROBABILITY = 1e-6  # of what can be wanted, and the rest to 1
_HALVINGS = 60  # as many as a double has digits to halve


def logit_for_output(problem: Problem, index: int, wanted: float) -> float:
    """The logit with which class `index` comes out with `wanted`, or as near to it as logits here go.

    After one softmax z = T (ln(p / (1 - p)) + ln(sum of the others' e^(z/T))). After two the first probability is found
    by halving: the second grows with it, within narrow bounds.
    """
    others = np.delete(problem.logits / problem.temperature, index)
    wanted = min(max(wanted, LEAST_PROBABILITY), 1.0 - LEAST_PROBABILITY)
    p = _first_probability(softmax(others), wanted) if problem.is_double else wanted
    logit = problem.temperature * (math.log(p) - math.log1p(-p) + _log_sum_exp(others))
    return min(max(logit, LOGIT.low), LOGIT.high)


def _first_probability(shares: Column, wanted: float) -> float:
    """p with e^p / (e^p + sum of e^((1 - p) r_j)) = wanted. shares: r_j, what the others have of the rest."""
    low, high = LEAST_PROBABILITY, 1.0 - LEAST_PROBABILITY
    for _ in range(_HALVINGS):
        middle = (low + high) / 2.0
        second = 1.0 / (1.0 + float(np.exp((1.0 - middle) * shares - middle).sum()))
        low, high = (middle, high) if second < wanted else (low, middle)
    return (low + high) / 2.0


def _log_sum_exp(values: Column) -> float:
    largest = float(values.max())
    return largest + math.log(float(np.exp(values - largest).sum()))
