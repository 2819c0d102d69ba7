"""Which digits a network takes for which, and how well it knows each of them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lossviz.core.data.digits import LabelsI64
from lossviz.core.training.networks import CLASSES

Counts = NDArray[np.int64]  # (10, 10), rows the true digit, columns the predicted one
Shares = NDArray[np.float64]  # of 0 to 1; NaN where there is nothing to divide by


@dataclass(frozen=True, eq=False)
class ClassScores:
    """Each (10,), one a digit.

    precision: of what was called this digit, the share that is. recall: of this digit, the share that was called it.
    f1: their harmonic mean, 2 hits / (images + calls).
    """

    images: NDArray[np.int64]
    precision: Shares
    recall: Shares
    f1: Shares

    def macro(self) -> tuple[float, float, float]:
        """Precision, recall and F1 as plain means over the digits for which they are defined; NaN if for none."""
        precision, recall, f1 = (_mean_of_defined(shares) for shares in (self.precision, self.recall, self.f1))
        return precision, recall, f1


def confusion_counts(labels: LabelsI64, predicted: LabelsI64) -> Counts:
    """How many images of each digit were taken for each. labels, predicted: (n,), 0-9."""
    return np.bincount(labels * CLASSES + predicted, minlength=CLASSES**2).reshape(CLASSES, CLASSES)


def class_scores(counts: Counts) -> ClassScores:
    """Precision, recall and F1 of each digit."""
    hits, images, calls = counts.diagonal(), counts.sum(axis=1), counts.sum(axis=0)
    return ClassScores(images, _shares(hits, calls), _shares(hits, images), _shares(2 * hits, images + calls))


def row_shares(counts: Counts) -> Shares:
    """(10, 10): of the images of each digit, the share that was taken for each; 0 for a digit without images."""
    return np.nan_to_num(_shares(counts, counts.sum(axis=1, keepdims=True)))


def _shares(parts: NDArray[np.int64], wholes: NDArray[np.int64]) -> Shares:
    shares: Shares = np.full(np.broadcast_shapes(parts.shape, wholes.shape), np.nan)
    np.divide(parts, wholes, out=shares, where=wholes > 0)
    return shares


def _mean_of_defined(shares: Shares) -> float:
    defined = shares[~np.isnan(shares)]
    return float(defined.mean()) if defined.size else float("nan")
