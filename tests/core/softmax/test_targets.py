"""Targets: one-hot, smoothed, dragged; always a distribution."""

import numpy as np
import pytest
import torch
from torch.nn import functional

from lossviz.core.errors import LossvizError
from lossviz.core.softmax.losses import cross_entropy
from lossviz.core.softmax.softmax import log_softmax
from lossviz.core.softmax.targets import Target, hard_target, resized, soft_target, with_share


@pytest.mark.parametrize("smoothing", [0.0, 0.1, 0.5])
def test_smoothing_is_torchs_label_smoothing(smoothing: float) -> None:
    z = np.array([2.0, 0.5, 6.0, -1.0])
    target = hard_target(1, 4, smoothing)
    by_torch = functional.cross_entropy(torch.tensor(z), torch.tensor(1), label_smoothing=smoothing).item()
    assert cross_entropy(target.shares, log_softmax(z)) == pytest.approx(by_torch, rel=1e-13)
    assert (target.true_class, target.target_class) == (1, 1)


def test_the_others_keep_their_ratios() -> None:
    moved = with_share(soft_target([0.4, 0.1, 0.5], 3), 2, 0.0)
    np.testing.assert_allclose(moved.shares, [0.8, 0.2, 0.0], rtol=1e-15)
    assert moved.true_class is None
    assert moved.target_class == 0


def test_what_a_one_hot_target_gives_away_goes_to_all_others_alike() -> None:
    np.testing.assert_allclose(with_share(hard_target(0, 3), 0, 0.7).shares, [0.7, 0.15, 0.15], rtol=1e-15)


def test_a_share_of_1_is_a_true_class() -> None:
    assert with_share(soft_target([0.4, 0.1, 0.5], 3), 1, 1.0).true_class == 1


@pytest.mark.parametrize(
    "shares", [[0.2, 0.2, 0.2], [0.5, 0.5, 0.5], [1.5, -0.5, 0.0], [float("nan"), 0.5, 0.5], [1.0]]
)
def test_what_is_no_distribution_is_refused(shares: list[float]) -> None:
    with pytest.raises(LossvizError, match=r"stayed as they were\. .+\. Please|stayed as they were\. .+ please"):
        soft_target(shares, 3)


def test_the_message_tells_the_sum() -> None:
    with pytest.raises(LossvizError, match=r"add up to 0\.6,"):
        soft_target([0.2, 0.2, 0.2], 3)


@pytest.mark.parametrize(
    ("before", "count", "after"),
    [
        (hard_target(1, 3), 5, [0, 1, 0, 0, 0]),
        (hard_target(2, 3), 2, [1, 0]),
        (soft_target([0.4, 0.1, 0.5], 3), 2, [0.8, 0.2]),
        (soft_target([0.4, 0.1, 0.5], 3), 4, [0.4, 0.1, 0.5, 0]),
        (soft_target([0.0, 0.0, 0.5, 0.5], 4), 2, [1, 0]),
        (hard_target(0, 2, 0.1), 4, [0.925, 0.025, 0.025, 0.025]),
    ],
)
def test_another_number_of_classes(before: Target, count: int, after: list[float]) -> None:
    np.testing.assert_allclose(resized(before, count).shares, after, rtol=1e-15)
