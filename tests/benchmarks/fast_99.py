"""The preset "Fast 99%" on the real MNIST, with one seed after another.

Run it with: python -m tests.benchmarks.fast_99 [SEEDS]
"""

import sys
import time

import numpy as np
import torch

from lossviz.core.data.digits import Digits
from lossviz.core.data.mnist_files import load_digits
from lossviz.core.latest_value import LatestValue
from lossviz.core.training.loop import train
from lossviz.core.training.metric_log import MetricLog
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import PRESETS
from lossviz.core.training.training_data import prepare_data
from lossviz.core.training.training_run import new_run
from tests.support.mnist_location import real_mnist

GOAL = 0.99


def accuracy(digits: Digits, seed: int) -> float:
    """Of one run, on the test set."""
    settings = PRESETS["fast_99"].changed(seed=seed)
    data = prepare_data(digits, settings, torch.device("cpu"))
    run = new_run(settings, torch.device("cpu"), MetricLog())
    run.plan_leg(settings.epochs, len(data.train))
    outcome = train(run, data, RunControl(settings.learning_rate), LatestValue())
    assert outcome.test is not None
    return outcome.test.accuracy


def main() -> None:
    """Print each run and what they come to."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    digits = load_digits(real_mnist())
    accuracies = []
    for seed in range(seeds):
        start = time.perf_counter()
        accuracies.append(accuracy(digits, seed))
        sys.stdout.write(f"seed {seed}: {accuracies[-1]:.2%} in {time.perf_counter() - start:.1f} s\n")
        sys.stdout.flush()
    passed = sum(value >= GOAL for value in accuracies)
    sys.stdout.write(
        f"{passed} of {seeds} reach {GOAL:.0%}; mean {np.mean(accuracies):.2%}, least {min(accuracies):.2%}\n"
    )


if __name__ == "__main__":
    main()
