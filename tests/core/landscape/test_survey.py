"""A survey fills its grids from coarse to fine, keeps what it knew when it is cancelled, and says what it is of."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from lossviz.core.errors import LossvizError
from lossviz.core.landscape.directions import random_directions
from lossviz.core.landscape.grid_order import grid_steps
from lossviz.core.landscape.plane import Plane
from lossviz.core.landscape.settings import LandscapeSettings
from lossviz.core.landscape.survey import MOST_SNAPSHOTS, Subject, SurveyProgress, survey, thinned_path
from lossviz.core.training.classifier import empty_network
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.training_run import Weights
from tests.support.landscapes import SCALE, SMALL, some_path, some_subject, some_weights, surveyed
from tests.support.small_digits import TRAIN_COUNT, small_digits


def test_rows_are_b_and_columns_are_a() -> None:
    subject = some_subject()
    settings = replace(SMALL, seed=4, span=0.5)
    landscape, _ = surveyed(subject, settings)
    plane = Plane(subject.weights, *random_directions(subject.weights, seed=4))
    network = empty_network("softmax_regression", "cross_entropy")
    network.load_state_dict(plane.weights_at(a=0.5, b=-0.25))
    train = small_digits().train
    outputs, labels = network(SCALE.apply(train.images_u8)), torch.from_numpy(train.labels)
    row, column = landscape.axis.tolist().index(-0.25), landscape.axis.tolist().index(0.5)
    for loss in ("mse_softmax", "cross_entropy"):
        expected = LOSSES[loss].mean(outputs, LOSSES[loss].targets(labels), "mean").item()
        assert landscape.values[loss][row, column] == pytest.approx(expected, rel=1e-6)


def test_the_grids_fill_and_what_is_known_does_not_change() -> None:
    whole, told = surveyed(some_subject(), replace(SMALL, grid=17))
    steps = [progress.landscape.whole_step for progress in told]
    assert [step for step in dict.fromkeys(steps) if step] == list(grid_steps(17))
    for progress in told:
        for loss, values in progress.landscape.values.items():
            known = progress.landscape.is_known
            assert np.array_equal(values[known], whole.values[loss][known])
    assert whole.is_whole
    assert whole.is_known.all()
    shares = [progress.share for progress in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_cancelled_survey_says_so_and_has_told_what_it_knew() -> None:
    told: list[SurveyProgress] = []
    settings = replace(SMALL, grid=33)

    def is_enough() -> bool:
        return bool(told) and told[-1].landscape.whole_step == 4

    assert not survey(some_subject(), settings, small_digits(), told.append, is_enough)
    assert told[-1].landscape.is_known.sum() == 81
    assert not told[-1].landscape.is_whole


def test_no_more_images_are_used_than_the_network_was_trained_on() -> None:
    subject = some_subject()
    assert surveyed(subject)[0].images == TRAIN_COUNT
    assert surveyed(replace(subject, images=30))[0].images == 30


def test_the_standard_error_at_the_centre_is_that_of_its_losses() -> None:
    landscape, told = surveyed(some_subject())
    network = empty_network("softmax_regression", "cross_entropy")
    network.load_state_dict(landscape.subject.weights)
    train = small_digits().train
    with torch.inference_mode():
        outputs = network(SCALE.apply(train.images_u8))
    scores = LOSSES["cross_entropy"].score(outputs, torch.from_numpy(train.labels), "none").double().numpy()
    expected = scores.std(ddof=1) / np.sqrt(len(scores))
    assert landscape.centre_errors["cross_entropy"] == pytest.approx(expected, rel=1e-5)
    assert next(each for each in told if each.landscape.whole_step).landscape.centre_errors


def test_the_path_lies_on_the_plane_and_ends_where_it_began_to() -> None:
    landscape, _ = surveyed(some_subject(snapshots=6), replace(SMALL, directions="path"))
    assert landscape.path.steps.tolist() == [0, 10, 20, 30, 40, 50]
    assert landscape.path.share is not None
    assert 0 < landscape.path.share < 1


def test_what_is_not_finite_is_infinite_and_not_taken_for_unknown() -> None:
    subject = some_subject("mlp")
    huge = {name: tensor * 1e30 for name, tensor in subject.weights.items()}
    landscape, _ = surveyed(replace(subject, weights=huge, path=()))
    assert landscape.is_known.all()
    assert np.isinf(landscape.values["cross_entropy"]).any()


def test_the_nearest_known_point_is_found() -> None:
    landscape, told = surveyed(some_subject())
    assert landscape.nearest_known((0.3, -0.99)) == (0, 5)
    coarse = next(each.landscape for each in told if each.landscape.whole_step == 2)
    assert coarse.nearest_known((0.3, -0.99)) in {(0, 4), (0, 6)}
    assert told[0].landscape.nearest_known((0.0, 0.0)) is None


def test_weights_that_are_not_finite_are_refused_in_words() -> None:
    weights = some_weights()
    weights["linear.bias"][0] = torch.nan
    subject = Subject("softmax_regression", "cross_entropy", SCALE, weights, 3)
    with pytest.raises(LossvizError, match="diverged"):
        surveyed(subject)


def test_a_long_path_is_thinned_and_keeps_its_ends() -> None:
    path: list[tuple[int, Weights]] = [(step, {}) for step in range(1000)]
    thinned = thinned_path(path)
    assert len(thinned) == MOST_SNAPSHOTS
    assert (thinned[0][0], thinned[-1][0]) == (0, 999)
    short = some_path(some_weights(), 3)
    assert thinned_path(short) == short


@pytest.mark.parametrize(
    ("name", "value"),
    [("seed", -1), ("span", 0.0), ("span", float("nan")), ("images", 99), ("images", 10_001), ("grid", 24)],
)
def test_settings_out_of_range_are_refused_in_words(name: str, value: float) -> None:
    with pytest.raises(LossvizError, match=name):
        settings_with(name, value)


def settings_with(name: str, value: float) -> LandscapeSettings:
    values: dict[str, Any] = {name: value}
    return LandscapeSettings(**values)
