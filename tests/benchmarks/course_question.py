"""The course's question on the real MNIST: which loss reads more digits right, over several seeds.

Run it with: python -m tests.benchmarks.course_question [--seeds 3] [--epochs 5] [--scaling zero_one standardised]
"""

import argparse
import sys
import time

import torch

from lossviz.core.data.digits import Digits
from lossviz.core.data.mnist_files import load_digits
from lossviz.core.per_cents import per_cent, per_cent_range
from lossviz.core.training.devices import choose_device
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import Scaling, TrainingSettings
from lossviz.core.training.side_by_side import VariantRun, prepare_variants, train_side_by_side
from lossviz.core.training.variants import course_question, of_seed
from lossviz.core.training.verdict import VariantResult, verdict
from tests.support.mnist_location import real_mnist

NAMES = ("cross-entropy", "MSE on softmax, mean over classes", "MSE on softmax, sum over classes", "MSE on one number")
SCALINGS: tuple[Scaling, ...] = ("zero_one", "standardised")


def compare(digits: Digits, scaling: Scaling, seeds: int, epochs: int, threads: int) -> list[VariantResult]:
    """The test accuracies of the four variants, and a row of Markdown for each."""
    variants = course_question(scaling, epochs, TrainingSettings().seed)
    accuracies: list[list[float | None]] = [[] for _ in variants]
    for repeat in range(seeds):
        control = RunControl(1.0)
        runs = prepare_variants(of_seed(variants, repeat), digits, choose_device("cpu"), control)
        train_side_by_side(runs, control, threads)
        for known, one in zip(accuracies, runs, strict=True):
            known.append(_test_accuracy(one))
    return [VariantResult(name, tuple(known)) for name, known in zip(NAMES, accuracies, strict=True)]


def _test_accuracy(one: VariantRun) -> float | None:
    return one.ending.test.accuracy if one.ending and one.ending.test else None


def _row(result: VariantResult) -> str:
    each = ", ".join("diverged" if one is None else per_cent(one, 2) for one in result.accuracies)
    if not result.known:
        return f"| {result.name} | {each} | | |\n"
    return f"| {result.name} | {each} | {per_cent(result.mean, 2)} | {per_cent_range(result.known)} |\n"


def main() -> None:
    """Print a Markdown table and the verdict for each scaling of the inputs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--scaling", nargs="+", choices=SCALINGS, default=SCALINGS)
    asked = parser.parse_args()
    digits = load_digits(real_mnist())
    for scaling in asked.scaling:
        start = time.perf_counter()
        results = compare(digits, scaling, asked.seeds, asked.epochs, asked.threads)
        seconds = time.perf_counter() - start
        sys.stdout.write(f"Inputs {scaling}, {asked.epochs} epochs, {asked.seeds} seeds, {seconds:,.0f} s\n\n")
        sys.stdout.write("| variant | test accuracy of each seed | mean | range |\n|---|---|---|---|\n")
        for result in results:
            sys.stdout.write(_row(result))
        told = " ".join(map(str, verdict(results, len(digits.test))))
        sys.stdout.write(f"\n{told}\n\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
