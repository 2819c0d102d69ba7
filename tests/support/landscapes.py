"""Small networks to compute landscapes of, and a landscape of the simplest of them."""

import torch

from lossviz.core.landscape.settings import LandscapeSettings
from lossviz.core.landscape.survey import Landscape, Subject, SurveyProgress, survey
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.networks import build_network
from lossviz.core.training.settings import LossName, NetworkName
from lossviz.core.training.training_data import InputScale
from lossviz.core.training.training_run import Weights
from tests.support.small_digits import small_digits

SCALE = InputScale(0.13, 0.31)
SMALL = LandscapeSettings(images=100, grid=9)


def some_weights(network: NetworkName = "softmax_regression", outputs: int = 10, seed: int = 0) -> Weights:
    """As a network has them before training."""
    built = build_network(network, outputs, "pytorch", torch.Generator().manual_seed(seed))
    return {name: tensor.detach().clone() for name, tensor in built.state_dict().items()}


def some_path(centre: Weights, count: int, seed: int = 1) -> list[tuple[int, Weights]]:
    """(step, weights) that draw nearer to `centre`, each along another way."""
    generator = torch.Generator().manual_seed(seed)
    return [
        (
            10 * number,
            {
                name: tensor + (count - number) * 0.01 * torch.randn(tensor.shape, generator=generator)
                for name, tensor in centre.items()
            },
        )
        for number in range(count)
    ]


def some_subject(
    network: NetworkName = "softmax_regression", loss: LossName = "cross_entropy", snapshots: int = 5
) -> Subject:
    """A network whose path has `snapshots` earlier states."""
    weights = some_weights(network, LOSSES[loss].outputs)
    return Subject(network, loss, SCALE, weights, 10 * snapshots, 1, some_path(weights, snapshots))


def surveyed(
    subject: Subject, settings: LandscapeSettings = SMALL, threads: int = 1
) -> tuple[Landscape, list[SurveyProgress]]:
    """The whole landscape over the small digits, and all that was reported on the way."""
    told: list[SurveyProgress] = []
    assert survey(subject, settings, small_digits(), told.append, lambda: False, threads)
    return told[-1].landscape, told
