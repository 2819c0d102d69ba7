"""One loss of random samples in three ways, in float32: by formula, from probabilities, and from logits."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn

from lossviz.core.by_hand.settings import ByHandSettings

WayKey = Literal["formula", "from_probabilities", "from_logits"]
Verdict = Literal["same", "digits_lost", "broken"]

# float32 has about 7 digits, of which a mean over thousands of samples keeps 6.
SAME_TO = 1e-6


@dataclass(frozen=True)
class Way:
    """mean, total: the loss with reduction mean and sum, as float32 gives it: possibly inf or NaN."""

    key: WayKey
    mean: float
    total: float


@dataclass(frozen=True)
class Experiment:
    """ways: in the order from the naive to the safe. exact: the mean of the same samples in float64.

    saturated: samples for whose likelier class float32 says exactly 1.
    """

    ways: tuple[Way, ...]
    exact: float
    samples: int
    saturated: int

    def off_by(self, way: Way) -> float:
        """How far the way's mean is from the exact one, as a share of that; inf or NaN where the mean is."""
        return (way.mean - self.exact) / self.exact if self.exact else way.mean

    @property
    def largest_difference(self) -> float:
        """Between any two of the means; NaN where one is NaN."""
        means = [way.mean for way in self.ways]
        return math.nan if any(map(math.isnan, means)) else max(means) - min(means)

    @property
    def verdict(self) -> Verdict:
        """Whether all ways came to the same."""
        shares = [abs(self.off_by(way)) for way in self.ways]
        if not all(map(math.isfinite, shares)):
            return "broken"
        return "same" if max(shares) <= SAME_TO else "digits_lost"


def binary_experiment(settings: ByHandSettings) -> Experiment:
    """Cross-entropy of two classes: the formula, BCELoss, BCEWithLogitsLoss."""
    features, weights, labels = _draw(settings, settings.binary_samples, columns=1, classes=2)
    logits, targets = (features @ weights)[:, 0], labels.float()
    p = torch.sigmoid(logits)
    formula = -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p))
    ways = (
        _formula_way(formula),
        _library_way("from_probabilities", lambda reduction: nn.BCELoss(reduction=reduction)(p, targets)),
        _library_way("from_logits", lambda reduction: nn.BCEWithLogitsLoss(reduction=reduction)(logits, targets)),
    )
    exact = nn.BCEWithLogitsLoss()((features.double() @ weights.double())[:, 0], targets.double())
    return Experiment(ways, exact.item(), settings.binary_samples, int(((p == 0) | (p == 1)).sum()))


def multiclass_experiment(settings: ByHandSettings) -> Experiment:
    """Cross-entropy of several classes: the formula, LogSoftmax with NLLLoss, CrossEntropyLoss."""
    features, weights, labels = _draw(settings, settings.multiclass_samples, settings.classes, settings.classes)
    logits = features @ weights
    exponentials = torch.exp(logits)
    p = exponentials / exponentials.sum(dim=1, keepdim=True)
    log_p = nn.LogSoftmax(dim=1)(logits)
    ways = (
        _formula_way(-torch.log(p[torch.arange(len(labels)), labels])),
        _library_way("from_probabilities", lambda reduction: nn.NLLLoss(reduction=reduction)(log_p, labels)),
        _library_way("from_logits", lambda reduction: nn.CrossEntropyLoss(reduction=reduction)(logits, labels)),
    )
    exact = nn.CrossEntropyLoss()(features.double() @ weights.double(), labels)
    return Experiment(ways, exact.item(), settings.multiclass_samples, int((p == 1).any(dim=1).sum()))


def _draw(settings: ByHandSettings, samples: int, columns: int, classes: int) -> tuple[Tensor, Tensor, Tensor]:
    """Features (samples, features), weights (features, columns), labels (samples,), drawn in this order."""
    generator = torch.Generator().manual_seed(settings.seed)
    features = torch.rand((samples, settings.features), generator=generator)
    weights = torch.rand((settings.features, columns), generator=generator)
    return features, weights, torch.randint(0, classes, (samples,), generator=generator)


def _formula_way(losses: Tensor) -> Way:
    return Way("formula", losses.mean().item(), losses.sum().item())


def _library_way(key: WayKey, loss: Callable[[str], Tensor]) -> Way:
    return Way(key, loss("mean").item(), loss("sum").item())
