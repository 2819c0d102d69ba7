"""The preset "Course run" on the real MNIST: what it prints every 200 batches, and how it ends.

Run it with: python -m tests.benchmarks.course_run
"""

import sys

import torch

from lossviz.core.data.mnist_files import load_digits
from lossviz.core.latest_value import LatestValue
from lossviz.core.training.loop import train
from lossviz.core.training.metric_log import MetricLog
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import PRESETS
from lossviz.core.training.training_data import prepare_data
from lossviz.core.training.training_run import new_run
from tests.support.mnist_location import real_mnist

PRINTS_EVERY = 200


def main() -> None:
    """Print the losses of the batches that the course prints, and the accuracies."""
    settings = PRESETS["course_run"]
    data = prepare_data(load_digits(real_mnist()), settings, torch.device("cpu"))
    run = new_run(settings, torch.device("cpu"), MetricLog())
    run.plan_leg(settings.epochs, len(data.train))
    outcome = train(run, data, RunControl(settings.learning_rate), LatestValue())
    losses = run.log.columns().losses
    for evaluation in run.log.evaluations:
        steps = range(evaluation.step - len(losses) // settings.epochs, evaluation.step, PRINTS_EVERY)
        printed = ", ".join(f"{losses[step]:.2f}" for step in steps)
        sys.stdout.write(f"losses {printed}; validation {evaluation.accuracy:.2%}\n")
    if outcome.test:
        sys.stdout.write(f"test {outcome.test.accuracy:.2%}\n")


if __name__ == "__main__":
    main()
