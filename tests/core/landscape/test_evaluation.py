"""The losses on a plane, against a network that was loaded with the weights of each point."""

from collections.abc import Sequence
from itertools import chain, repeat

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from lossviz.core.landscape.directions import random_directions
from lossviz.core.landscape.evaluation import PlaneEvaluation, losses_beside
from lossviz.core.landscape.plane import Plane
from lossviz.core.training.classifier import empty_network
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.settings import LossName, NetworkName
from tests.support.landscapes import SCALE, some_weights
from tests.support.small_digits import small_digits

NETWORKS: tuple[NetworkName, ...] = ("softmax_regression", "mlp", "course_cnn")
PLACES = [(0.0, 0.0), (1.0, 0.0), (-0.5, 0.75), (0.25, 0.75), (1.5, -2.0)]
PAIR: tuple[LossName, ...] = ("mse_softmax", "cross_entropy")


def images_and_labels(count: int = 70) -> tuple[torch.Tensor, torch.Tensor]:
    train = small_digits().train
    return SCALE.apply(train.images_u8[:count]), torch.from_numpy(train.labels[:count])


def plane_of(network: NetworkName, outputs: int = 10) -> Plane:
    weights = some_weights(network, outputs)
    return Plane(weights, *random_directions(weights, seed=2))


def direct(network: NetworkName, plane: Plane, losses: Sequence[LossName]) -> NDArray[np.float64]:
    """(2, points, losses): means and standard errors, one point after the other, all images at once."""
    images, labels = images_and_labels()
    results = []
    for a, b in PLACES:
        built = empty_network(network, losses[0])
        built.load_state_dict(plane.weights_at(a, b))
        with torch.inference_mode():
            outputs = built(images)
        scores = [LOSSES[name].score(outputs, LOSSES[name].targets(labels), "none").double() for name in losses]
        each = np.array([score.reshape(len(labels), -1).mean(dim=1).numpy() for score in scores])
        results.append([each.mean(axis=1), each.std(axis=1, ddof=1) / np.sqrt(len(labels))])
    return np.array(results).swapaxes(0, 1)


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("network", NETWORKS)
def test_the_losses_are_those_of_the_network_loaded_with_the_weights(network: NetworkName, threads: int) -> None:
    plane = plane_of(network)
    means, errors = direct(network, plane, PAIR)
    with PlaneEvaluation(network, plane, PAIR, *images_and_labels(), threads) as evaluation:
        found = evaluation.evaluate(PLACES)
    assert found is not None
    np.testing.assert_allclose(found.means, means, rtol=1e-6)
    np.testing.assert_allclose(found.standard_errors, errors, rtol=1e-5)


@pytest.mark.parametrize("loss", list(LOSSES))
def test_each_loss_of_the_project_can_be_shown(loss: LossName) -> None:
    losses = losses_beside(loss)
    assert loss in losses
    plane = plane_of("mlp", LOSSES[loss].outputs)
    with PlaneEvaluation("mlp", plane, losses, *images_and_labels()) as evaluation:
        found = evaluation.evaluate(PLACES)
    assert found is not None
    np.testing.assert_allclose(found.means, direct("mlp", plane, losses)[0], rtol=1e-6)


def test_a_squared_error_stands_beside_a_cross_entropy() -> None:
    assert losses_beside("cross_entropy") == losses_beside("mse_softmax") == PAIR
    assert losses_beside("mse_logits") == ("mse_logits", "cross_entropy")
    assert losses_beside("sigmoid_cross_entropy") == ("mse_softmax", "sigmoid_cross_entropy")
    assert losses_beside("mse_number") == ("mse_number",)


def test_points_may_come_in_any_order_and_again() -> None:
    with PlaneEvaluation("mlp", plane_of("mlp"), PAIR, *images_and_labels()) as evaluation:
        forth, back = evaluation.evaluate(PLACES), evaluation.evaluate(PLACES[::-1])
    assert forth is not None
    assert back is not None
    assert np.array_equal(forth.means, back.means[::-1])


def test_the_plane_s_weights_are_left_as_they_were() -> None:
    plane = plane_of("course_cnn")
    before = {name: tensor.clone() for name, tensor in plane.centre.items()}
    with PlaneEvaluation("course_cnn", plane, PAIR, *images_and_labels(30)) as evaluation:
        evaluation.evaluate(PLACES)
    assert all(torch.equal(tensor, plane.centre[name]) for name, tensor in before.items())


def test_it_is_asked_before_every_point_on_every_few_images_whether_to_go_on() -> None:
    """So it ends within the time of one point on 50 images: a few milliseconds."""
    questions = chain(repeat(False, 7), repeat(True))
    asked = []

    def is_cancelled() -> bool:
        asked.append(next(questions))
        return asked[-1]

    with PlaneEvaluation("course_cnn", plane_of("course_cnn"), PAIR, *images_and_labels()) as evaluation:
        assert evaluation.evaluate(PLACES, is_cancelled) is None
        assert len(asked) == 8
        assert evaluation.evaluate(PLACES) is not None


def test_how_much_is_done_is_told_up_to_the_end() -> None:
    shares: list[float] = []
    with PlaneEvaluation("course_cnn", plane_of("course_cnn"), PAIR, *images_and_labels(), 2) as evaluation:
        evaluation.evaluate(PLACES, on_share=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) == 2


def test_an_outrageous_place_has_a_loss_that_is_not_finite_and_harms_no_other() -> None:
    with PlaneEvaluation("mlp", plane_of("mlp"), PAIR, *images_and_labels()) as evaluation:
        found, alone = evaluation.evaluate([(0.0, 0.0), (1e38, 1e38)]), evaluation.evaluate([(0.0, 0.0)])
    assert found is not None
    assert alone is not None
    assert np.array_equal(found.means[:1], alone.means)
    assert not np.isfinite(found.means[1]).any()
