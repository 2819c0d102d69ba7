"""The samples' losses and how they add up are torch's, and the figures of the course come out."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from lossviz.core.errors import LossvizError
from lossviz.core.losses.axes import LossOptions
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.samples import (
    LARGEST_SCORE,
    MOST_SAMPLES,
    Samples,
    aggregate_losses,
    course_samples,
    sample_losses,
)

OPTIONS = LossOptions(pos_weight=3.0, delta=0.4)


def test_sigmoid_cross_entropy_of_the_course() -> None:
    losses = sample_losses(LOSSES["sigmoid_ce"], course_samples(), OPTIONS)
    expected = [2.12692801, 0.97407698, 0.00247569, 0.74439666, 0.69314718, 3.04858735]
    np.testing.assert_allclose(losses, expected, atol=5e-9)


def test_positive_samples_of_the_course_count_three_times() -> None:
    losses = sample_losses(LOSSES["weighted_ce"], course_samples(), OPTIONS)
    expected = [2.12692801, 0.97407698, 0.00742706, 0.74439666, 2.07944154, 3.04858735]
    np.testing.assert_allclose(losses, expected, atol=5e-9)


def test_mse_is_the_mean_and_sse_the_sum_of_squared_errors() -> None:
    samples = course_samples()
    prediction, label = torch.sigmoid(torch.from_numpy(samples.scores)), torch.from_numpy(samples.labels)
    losses = sample_losses(LOSSES["squared"], samples, OPTIONS)
    np.testing.assert_allclose(losses, F.mse_loss(prediction, label, reduction="none").numpy(), rtol=1e-12)
    mean, total = F.mse_loss(prediction, label).item(), F.mse_loss(prediction, label, reduction="sum").item()
    assert aggregate_losses(losses, "mean") == pytest.approx(mean, rel=1e-12)
    assert aggregate_losses(losses, "sum") == pytest.approx(total, rel=1e-12)
    rmse = aggregate_losses(sample_losses(LOSSES["rmse"], samples, OPTIONS), "root_mean")
    assert rmse == pytest.approx(mean**0.5, rel=1e-12)


def test_a_changed_table_leaves_the_old_one_as_it_was() -> None:
    before = course_samples()
    assert before.changed(1, -4.0, 1.0).scores.tolist() == [2.0, -4.0, 6.0, 0.1, 0.0, 3.0]
    assert before.added(1.5, 1.0).labels.tolist() == [0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0]
    assert before.removed(0).scores.tolist() == [0.5, 6.0, 0.1, 0.0, 3.0]
    assert before.scores.tolist() == [2.0, 0.5, 6.0, 0.1, 0.0, 3.0]


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -float("inf"), 1e308, LARGEST_SCORE + 1])
def test_a_score_that_is_no_score_is_refused(bad: float) -> None:
    with pytest.raises(LossvizError, match="score"):
        course_samples().changed(0, bad, 1.0)


@pytest.mark.parametrize("bad", [float("nan"), 0.5, 2.0, -1.0])
def test_a_label_that_is_no_class_is_refused(bad: float) -> None:
    with pytest.raises(LossvizError, match="label"):
        course_samples().changed(0, 1.0, bad)


def test_a_table_has_one_to_twenty_samples() -> None:
    full = Samples(np.zeros(MOST_SAMPLES), np.zeros(MOST_SAMPLES))
    with pytest.raises(LossvizError, match="21 samples"):
        full.added(0.0, 0.0)
    with pytest.raises(LossvizError, match="0 samples"):
        Samples(np.zeros(1), np.zeros(1)).removed(0)
