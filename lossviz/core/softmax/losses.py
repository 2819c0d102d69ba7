"""What a prediction costs against a target, in natural-log units, and the least that it can cost."""

import numpy as np

from lossviz.core.entropy import expected, surprise
from lossviz.core.fit.cases import Column


def cross_entropy_terms(target: Column, log_probabilities: Column) -> Column:
    """-y_i ln p_i for each class; 0 where y_i is 0, whatever p_i is."""
    return expected(target, -log_probabilities)


def cross_entropy(target: Column, log_probabilities: Column) -> float:
    """-sum of y_i ln p_i = H(y) + KL(y||p)."""
    return float(cross_entropy_terms(target, log_probabilities).sum())


def entropy(distribution: Column) -> float:
    """H(y) = -sum of y_i ln y_i, where 0 ln 0 is 0."""
    return float(expected(distribution, surprise(distribution)).sum())


def kl_divergence(target: Column, log_probabilities: Column) -> float:
    """KL(y||p) = sum of y_i (ln y_i - ln p_i): what is lost by predicting p where y is true."""
    return float(expected(target, -log_probabilities - surprise(target)).sum())


def mean_squared_error(probabilities: Column, target: Column) -> float:
    """The mean over the classes of (p_i - y_i)^2, as torch's mse_loss has it."""
    return float(((probabilities - target) ** 2).mean())


def double_softmax_least(target: Column) -> float:
    """The least cross-entropy to reach any target with softmax applied twice; ln(1 + (K-1)/e) for one-hot ones.

    The second softmax' input p is a distribution. ln(sum e^p_j) - sum y_i p_i is convex in it, so that at the least
    e^p_i = max(1, S y_i + c): the m classes of the largest targets have p_i > 0, and S, the sum of e^p, is the root of
    an increasing concave function, on which Newton's steps from the left never pass it.
    """
    ordered = np.sort(target)[::-1]
    count = len(ordered)
    for m in range(count, 0, -1):
        rest = 1.0 - float(ordered[:m].sum())
        weight = m * float(ordered[m - 1]) + rest
        if weight <= 0.0:
            continue
        total = count / weight  # here the last of the m classes has p = 0
        slopes = ordered[:m] + rest / m
        offset = (count - m) / m
        if np.log(slopes * total - offset).sum() <= 1.0:
            p = np.log(slopes * _root(slopes, offset, total) - offset)
            return float(np.log(np.exp(p).sum() + count - m) - (ordered[:m] * p).sum())
    raise ValueError("the target is no distribution")


def _root(slopes: Column, offset: float, start: float) -> float:
    """Where the sum of ln(slopes s - offset) is 1, from a start left of it."""
    s = start
    for _ in range(60):
        values = slopes * s - offset
        step = (1.0 - float(np.log(values).sum())) / float((slopes / values).sum())
        s += step
        if step <= 1e-15 * s:
            break
    return s
