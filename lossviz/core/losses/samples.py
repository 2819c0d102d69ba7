"""A small table of samples, what each of them costs, and how that adds up."""

import math
from dataclasses import dataclass, replace

import numpy as np

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.fit.cases import Column
from lossviz.core.fit.logistic import sigmoid
from lossviz.core.losses.axes import LossOptions
from lossviz.core.losses.entries import Aggregate, LossEntry

MOST_SAMPLES = 20
LARGEST_SCORE = 100.0  # up to here torch's log loss of a probability is exact: it cuts logarithms off at -100


@dataclass(frozen=True, eq=False)
class Samples:
    """scores: z, finite. labels: 0.0 or 1.0. Both (n,) float64, 1 <= n <= 20, never changed in place.

    Raises: LossvizError for another number of samples, for a score that is not finite or beyond 100, and for a label
        that is neither 0 nor 1.
    """

    scores: Column
    labels: Column

    def __post_init__(self) -> None:
        _check_count(len(self.scores))
        for score in self.scores.tolist():
            _check_score(score)
        for label in self.labels.tolist():
            _check_label(label)

    def __len__(self) -> int:
        return len(self.scores)

    @property
    def margins(self) -> Column:
        """(n,): the scores, with the sign turned where the label is 0."""
        return np.where(self.labels == 1.0, self.scores, -self.scores)

    @property
    def probabilities(self) -> Column:
        """(n,): of label 1, the sigmoid of the score."""
        return sigmoid(self.scores)

    def changed(self, index: int, score: float, label: float) -> "Samples":
        """With one sample changed."""
        scores, labels = self.scores.copy(), self.labels.copy()
        scores[index], labels[index] = score, label
        return replace(self, scores=scores, labels=labels)

    def added(self, score: float, label: float) -> "Samples":
        """With one sample more, at the end."""
        return replace(self, scores=np.append(self.scores, score), labels=np.append(self.labels, label))

    def removed(self, index: int) -> "Samples":
        """With one sample less."""
        return replace(self, scores=np.delete(self.scores, index), labels=np.delete(self.labels, index))


def course_samples() -> Samples:
    """Two samples of three independent labels each, as six rows."""
    return Samples(np.array([2.0, 0.5, 6.0, 0.1, 0.0, 3.0]), np.array([0.0, 0.0, 1.0, 0.0, 1.0, 0.0]))


def sample_losses(entry: LossEntry, samples: Samples, options: LossOptions) -> Column:
    """(n,): what each sample costs. The squared and absolute errors are those of the probability."""
    options_of_negatives = replace(options, pos_weight=1.0)
    curve, margins = entry.curves["margin"], samples.margins
    positive = samples.labels == 1.0
    return np.where(positive, curve.value(margins, options), curve.value(margins, options_of_negatives))


def aggregate_losses(losses: Column, aggregate: Aggregate) -> float:
    """One number for all. "none": of the first sample. "root_mean": the losses are sizes of residuals."""
    with np.errstate(over="ignore"):
        return {
            "none": lambda: float(losses[0]),
            "mean": lambda: float(losses.mean()),
            "sum": lambda: float(losses.sum()),
            "root_mean": lambda: math.sqrt(float((losses**2).mean())),
        }[aggregate]()


def _check_count(count: int) -> None:
    if not 1 <= count <= MOST_SAMPLES:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "A table of {count} samples was not taken."),
            QT_TRANSLATE_NOOP("errors", "It holds 1 to {most} samples, so that each can be seen."),
            QT_TRANSLATE_NOOP("errors", "Remove one before you add another, and leave one."),
            count=count,
            most=MOST_SAMPLES,
        )


def _check_score(score: float) -> None:
    if not (math.isfinite(score) and abs(score) <= LARGEST_SCORE):
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "The score {score} was not taken."),
            QT_TRANSLATE_NOOP("errors", "Scores go from −{most:g} to {most:g} here."),
            QT_TRANSLATE_NOOP("errors", "Type a number within that range, for example 2.5."),
            score=score,
            most=LARGEST_SCORE,
        )


def _check_label(label: float) -> None:
    if label not in (0.0, 1.0):
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "The label {label} was not taken."),
            QT_TRANSLATE_NOOP("errors", "There are two classes here."),
            QT_TRANSLATE_NOOP("errors", "Type 0 or 1."),
            label=label,
        )
