"""Softmax in float64, and the stages that lead to it: z, z/T, e^(z/T), their sum, p."""

from dataclasses import dataclass

import numpy as np

from lossviz.core.fit.cases import Column


@dataclass(frozen=True, eq=False)
class Stages:
    """Of logits z at temperature T; all columns (K,).

    exps, total: e^(z/T) and their sum as they are, inf beyond 709.78. shifted_exps, shifted_total: the same after the
    largest z/T was taken off every one, never above 1 and never all 0. probabilities: shifted_exps / shifted_total.
    """

    scaled: Column
    exps: Column
    total: float
    shifted: Column
    shifted_exps: Column
    shifted_total: float
    probabilities: Column


def stages(logits: Column, temperature: float = 1.0) -> Stages:
    """Every number on the way from the logits, finite, to the probabilities."""
    scaled = logits / temperature
    with np.errstate(over="ignore"):  # inf is what the naive form gives, and is shown as that
        exps = np.exp(scaled)
        total = float(exps.sum())
    shifted = scaled - scaled.max()
    shifted_exps = np.exp(shifted)
    shifted_total = float(shifted_exps.sum())
    return Stages(scaled, exps, total, shifted, shifted_exps, shifted_total, shifted_exps / shifted_total)


def softmax(logits: Column) -> Column:
    """e^z / sum of e^z along the last axis, for finite z of any size."""
    shifted_exps = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(shifted_exps / shifted_exps.sum(axis=-1, keepdims=True))


def log_softmax(logits: Column) -> Column:
    """ln of the softmax along the last axis, finite even where the probability is 0 to all digits."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))
