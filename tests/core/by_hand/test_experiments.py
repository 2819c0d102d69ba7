"""The loss by hand: the course's figures, and what happens beyond float32."""

import math

import pytest
import torch

from lossviz.core.by_hand.experiments import binary_experiment, multiclass_experiment
from lossviz.core.by_hand.settings import LIMITS, ByHandSettings
from lossviz.core.errors import LossvizError

COURSE = ByHandSettings()


def test_three_ways_to_the_course_s_two_class_loss() -> None:
    experiment = binary_experiment(COURSE)
    assert [f"{way.mean:.6f}" for way in experiment.ways] == ["0.796195"] * 3
    assert [f"{way.total:.3f}" for way in experiment.ways] == ["2388.584"] * 3
    assert experiment.verdict == "same"


def test_the_ways_to_the_course_s_three_class_loss() -> None:
    experiment = multiclass_experiment(COURSE)
    assert [f"{way.mean:.6f}" for way in experiment.ways] == ["1.159102"] * 3
    assert experiment.verdict == "same"


@pytest.mark.parametrize("features", [4, 12])
@pytest.mark.parametrize("seed", [0, 7, 2**31 - 1])
def test_the_ways_agree_as_long_as_the_logits_are_small(features: int, seed: int) -> None:
    settings = ByHandSettings(seed=seed, features=features)
    for experiment in (binary_experiment(settings), multiclass_experiment(settings)):
        for way in experiment.ways:
            assert way.mean == pytest.approx(experiment.exact, rel=2e-6)
            assert way.total == pytest.approx(experiment.exact * experiment.samples, rel=2e-6)


def test_the_experiments_leave_the_common_random_numbers_alone() -> None:
    torch.manual_seed(1)
    expected = torch.rand(3)
    torch.manual_seed(1)
    binary_experiment(COURSE)
    multiclass_experiment(COURSE)
    assert torch.equal(torch.rand(3), expected)


def test_where_p_rounds_to_one_only_the_logits_still_know() -> None:
    experiment = binary_experiment(ByHandSettings(features=64))
    formula, from_probabilities, from_logits = experiment.ways
    assert experiment.verdict == "broken"
    assert experiment.saturated > 0
    assert math.isnan(formula.mean)
    assert from_probabilities.mean > 2 * experiment.exact
    assert from_logits.mean == pytest.approx(experiment.exact, rel=1e-6)
    assert math.isnan(experiment.largest_difference)


def test_digits_are_lost_before_the_formula_breaks() -> None:
    experiment = binary_experiment(ByHandSettings(features=32))
    assert experiment.verdict == "digits_lost"
    assert abs(experiment.off_by(experiment.ways[-1])) < 1e-6


def test_the_exponentials_of_many_features_are_infinite() -> None:
    experiment = multiclass_experiment(ByHandSettings(features=400))
    assert experiment.verdict == "broken"
    assert math.isnan(experiment.ways[0].mean)
    assert experiment.ways[-1].mean == pytest.approx(experiment.exact, rel=1e-6)


@pytest.mark.parametrize(("samples", "classes"), [(1, 2), (10_000, 10)])
def test_the_smallest_and_the_largest_experiment_are_worked_out(samples: int, classes: int) -> None:
    settings = COURSE.changed(binary_samples=samples, multiclass_samples=samples, classes=classes)
    for experiment in (binary_experiment(settings), multiclass_experiment(settings)):
        assert experiment.samples == samples
        assert math.isfinite(experiment.ways[-1].mean)


@pytest.mark.parametrize("name", LIMITS)
def test_what_is_out_of_range_is_refused(name: str) -> None:
    for value in (LIMITS[name][0] - 1, LIMITS[name][1] + 1):
        with pytest.raises(LossvizError, match=f"{value} was not taken"):
            COURSE.changed(**{name: value})
