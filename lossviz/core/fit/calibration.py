"""Calibration: of the cases given about 70%, do about 70% turn out positive?"""

from dataclasses import dataclass

import numpy as np

from lossviz.core.fit.cases import Column


@dataclass(frozen=True)
class CalibrationBin:
    """The cases with low <= p < high (the last bin holds p = 1 too). observed: the share of positives among them."""

    low: float
    high: float
    mean_predicted: float
    observed: float
    count: int


def calibration(p: Column, y: Column, bins: int = 10) -> tuple[CalibrationBin, ...]:
    """Bins of equal width over [0, 1] in ascending order, empty ones left out. p: probabilities."""
    edges = np.arange(bins + 1) / bins
    places = np.searchsorted(edges[1:-1], p, side="right")
    counts = np.bincount(places, minlength=bins)
    predicted = np.bincount(places, weights=p, minlength=bins)
    positives = np.bincount(places, weights=y, minlength=bins)
    return tuple(
        CalibrationBin(
            low=float(edges[place]),
            high=float(edges[place + 1]),
            mean_predicted=float(predicted[place] / counts[place]),
            observed=float(positives[place] / counts[place]),
            count=int(counts[place]),
        )
        for place in np.flatnonzero(counts)
    )
