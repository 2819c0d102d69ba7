"""useful_threads: one where a second makes a step no faster, all there are elsewhere."""

import pytest

from lossviz.core.training.settings import NetworkName, TrainingSettings
from lossviz.core.training.thread_counts import useful_threads


@pytest.mark.parametrize(
    ("network", "batch_size", "used"),
    [
        ("softmax_regression", 100, 1),
        ("mlp", 100, 1),
        ("mlp", 200, 4),
        ("course_cnn", 10, 4),
    ],
)
def test_small_steps_use_one_thread(network: NetworkName, batch_size: int, used: int) -> None:
    assert useful_threads(TrainingSettings(network=network, batch_size=batch_size), 4) == used


def test_never_more_than_there_may_be() -> None:
    assert useful_threads(TrainingSettings(), 1) == 1
