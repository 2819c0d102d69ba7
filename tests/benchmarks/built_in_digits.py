"""How long the built-in digits take, whether they are the same twice, and what a network learns from them for MNIST.

Run as `python -m tests.benchmarks.built_in_digits [SEEDS]`; needs the real MNIST, for its test images only.
"""

import os

os.environ.setdefault("GOMP_SPINCOUNT", "10000")  # before torch: its threads must not fight over shared cores

import sys
import time
from dataclasses import replace

import torch

from lossviz.core.built_in.stroke_digits import built_in_digits
from lossviz.core.data.digits import Digits, LabelledImages
from lossviz.core.data.mnist_files import load_digits
from lossviz.core.latest_value import LatestValue
from lossviz.core.training.loop import train
from lossviz.core.training.metric_log import MetricLog
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.training_data import prepare_data
from lossviz.core.training.training_run import new_run
from tests.support.mnist_location import real_mnist

_SETTINGS = TrainingSettings(
    scaling="standardised",
    initialisation="pytorch",
    optimizer="adam",
    learning_rate=0.01,
    schedule="one_cycle",
    epochs=5,
)


def main() -> None:
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    digits = _report_drawing()
    mnist_test = load_digits(real_mnist()).test
    accuracies = [_report_accuracy(digits, mnist_test, seed) for seed in range(seeds)]
    mean, least = sum(accuracies) / seeds, min(accuracies)
    _write(f"real MNIST test after training on built-in digits alone: mean {mean:.2%}, least {least:.2%}")


def _report_drawing() -> Digits:
    wall, processor = time.perf_counter(), time.process_time()
    digits = built_in_digits(seed=0)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    count = len(digits.train) + len(digits.validation) + len(digits.test)
    _write(f"{count} digits drawn in {wall:.2f} s ({processor:.2f} s of processor time)")
    is_same = built_in_digits(seed=0).identity == digits.identity
    _write(f"drawn twice: {'bit-equal' if is_same else 'DIFFERENT'}, SHA-256 {digits.identity.sha256}")
    return digits


def _report_accuracy(digits: Digits, mnist_test: LabelledImages, seed: int) -> float:
    settings = replace(_SETTINGS, seed=seed)
    device = torch.device("cpu")
    data = prepare_data(replace(digits, test=mnist_test), settings, device)
    run = new_run(settings, device, MetricLog())
    run.plan_leg(settings.epochs, len(data.train))
    start = time.perf_counter()
    outcome = train(run, data, RunControl(settings.learning_rate), LatestValue())
    seconds = time.perf_counter() - start
    assert outcome.test is not None  # nobody stops this run
    _write(f"seed {seed}: {outcome.test.accuracy:.2%} on the real MNIST test set after {seconds:.0f} s")
    return outcome.test.accuracy


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
