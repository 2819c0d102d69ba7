"""Runs with a way through training to look back at, without training."""

from collections.abc import Iterable

import numpy as np
import torch

from lossviz.core.training.classifier import empty_network
from lossviz.core.training.metric_log import MetricLog
from lossviz.core.training.part_outputs import OutputsF32
from lossviz.core.training.run_history import RunHistory
from lossviz.core.training.snapshots import Snapshots
from lossviz.core.training.training_data import UNSCALED
from lossviz.core.training.training_run import Leg, Weights
from lossviz.stores.training_store import RunRecord
from tests.support.tiny_runs import STEPS_PER_EPOCH, TINY_RUN, TRAIN_COUNT, tiny_digits


def saying(digit: int) -> Weights:
    """Of a softmax regression that says `digit` to everything."""
    weights = empty_network("softmax_regression", "cross_entropy").state_dict()
    zeros = {name: torch.zeros_like(tensor) for name, tensor in weights.items()}
    zeros["linear.bias"][digit] = 5.0
    return zeros


def said_all(digit: int) -> OutputsF32:
    """What such a network says of the tiny validation part."""
    return np.eye(10, dtype=np.float32)[[digit] * len(tiny_digits().validation)] * 5


def run_with(steps: Iterable[int], last_step: int, number: int = 1, *, has_network: bool = True) -> RunRecord:
    """A run whose network says the last digit of the step number; evaluated at the end of each epoch."""
    snapshots, log = Snapshots(), MetricLog()
    log.extend(np.linspace(2, 1, last_step), np.linspace(0, 1, last_step))
    for step in steps:
        is_evaluated = step > 0 and step % STEPS_PER_EPOCH == 0
        snapshots.add(step, saying(step % 10), said_all(step % 10) if is_evaluated else None)
    leg, history = Leg(0, last_step, TRAIN_COUNT), RunHistory(UNSCALED, snapshots)
    return RunRecord(number, TINY_RUN, tiny_digits().identity, log, leg, has_network=has_network, history=history)
