"""Two variants trained together, beside one alone and beside the two one after the other, in the same run.

All have two cores: one alone and one after the other with two threads, together by `train_side_by_side`, which gives
each a thread of its own. Two other ways of training them together are measured beside it, by their bare steps:
interleaved, each batch gathered once for both; and stacked, both networks as one with twice the outputs (grouped
convolutions, batched products).

What keeps the ratio up is measured too. One alone on a single thread: no two can be faster than that on a core each.
And two of these at once, each in a process of its own, which share nothing but the machine.

Run it with: python -m tests.benchmarks.twin_training [SECONDS]
SECONDS: for each network, 60 if it is not said.
"""

import multiprocessing
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.synchronize import Barrier
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from lossviz.core.built_in.stroke_digits import built_in_digits, make_stroke_digits
from lossviz.core.data.digits import Digits, LabelledImages
from lossviz.core.training.devices import choose_device
from lossviz.core.training.loop import train
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import NetworkName, TrainingSettings
from lossviz.core.training.side_by_side import VariantRun, prepare_variants, train_side_by_side
from lossviz.core.training.training_data import shuffled_batches
from lossviz.core.training.variants import variants_of

CPU = choose_device("cpu")
CORES = 2
BATCH_SIZE = 100
STEPS: dict[NetworkName, int] = {"course_cnn": 20, "mlp": 200, "softmax_regression": 200}  # of each run in a round
AIM = 1.6
TWO_PROCESSES = "in two processes"
Apart = Callable[[NetworkName], float]
_process: dict[str, Any] = {}  # what a process of the pool keeps


def prepared(name: NetworkName, digits: Digits) -> tuple[VariantRun, ...]:
    """Cross-entropy and squared error, one epoch of so many steps."""
    settings = TrainingSettings(network=name, batch_size=BATCH_SIZE, epochs=1, training_images=STEPS[name] * BATCH_SIZE)
    variants = variants_of([settings, settings.changed(loss="mse_softmax")])
    return prepare_variants(variants, digits, CPU, RunControl(1.0))


def alone(runs: Sequence[VariantRun]) -> None:
    """The first of them with both cores."""
    train(runs[0].run, runs[0].data, runs[0].control, runs[0].frozen_out)


def on_one_thread(runs: Sequence[VariantRun]) -> None:
    """The first of them with one core."""
    torch.set_num_threads(1)
    try:
        alone(runs)
    finally:
        torch.set_num_threads(CORES)


def one_after_the_other(runs: Sequence[VariantRun]) -> None:
    """Each with both cores."""
    for one in runs:
        train(one.run, one.data, one.control, one.frozen_out)


def together(runs: Sequence[VariantRun]) -> None:
    """As the window does it."""
    train_side_by_side(runs, RunControl(1.0), CORES)


def interleaved(runs: Sequence[VariantRun]) -> None:
    """A step of each in turn, on a batch that is gathered once."""
    for batch in _batches(runs[0]):
        images = runs[0].data.train.images.at(batch)
        for one in runs:
            settings, part = one.run.settings, one.data.train
            outputs = one.run.network(images)
            loss = LOSSES[settings.loss].mean(outputs, part.targets.index_select(0, batch), settings.averaging)
            _update(loss, list(one.run.network.parameters()), one.run.optimizer)


def stacked(runs: Sequence[VariantRun]) -> None:
    """Both as one network."""
    forward, parameters = _stacks(runs)
    optimizer = torch.optim.SGD(parameters, lr=0.01, fused=True)
    parts = [one.data.train for one in runs]
    for batch in _batches(runs[0]):
        outputs = forward(parts[0].images.at(batch))  # (2, batch, 10)
        losses = [
            LOSSES[one.run.settings.loss].mean(mine, part.targets.index_select(0, batch), "mean")
            for one, part, mine in zip(runs, parts, outputs, strict=True)
        ]
        _update(losses[0] + losses[1], parameters, optimizer)


def _update(loss: Tensor, parameters: list[Tensor], optimizer: torch.optim.Optimizer) -> None:
    for parameter, gradient in zip(parameters, torch.autograd.grad(loss, parameters), strict=True):
        parameter.grad = gradient
    optimizer.step()


def _batches(one: VariantRun) -> tuple[Tensor, ...]:
    return shuffled_batches(one.data.train, BATCH_SIZE, seed=0, epoch=0)


def _stacks(runs: Sequence[VariantRun]) -> tuple[Callable[[Tensor], Tensor], list[Tensor]]:
    """A forward pass to (2, batch, 10), and what it is made of."""
    rows = zip(*(one.run.network.parameters() for one in runs), strict=True)
    p = [torch.cat([mine.detach() for mine in row]).requires_grad_() for row in rows]
    if len(p) == 2:
        return lambda x: F.linear(x.flatten(1), *p).view(len(x), 2, 10).transpose(0, 1), p

    def last(hidden: Tensor) -> Tensor:
        width = p[-2].shape[1]
        by_run = hidden.reshape(len(hidden), 2, width).transpose(0, 1)
        return torch.baddbmm(p[-1].view(2, 1, 10), by_run, p[-2].view(2, 10, width).transpose(1, 2))

    if len(p) == 4:
        return lambda x: last(F.linear(x.flatten(1), p[0], p[1]).relu()), p

    def convolved(x: Tensor) -> Tensor:
        first = F.max_pool2d(F.conv2d(x, p[0], p[1], padding=2), 2).relu()
        return last(F.max_pool2d(F.conv2d(first, p[2], p[3], padding=2, groups=2), 2).relu())

    return convolved, p


WAYS: dict[str, Callable[[Sequence[VariantRun]], None]] = {
    "alone": alone,
    "alone, one thread": on_one_thread,
    "one after the other": one_after_the_other,
    "together": together,
    "interleaved": interleaved,
    "stacked": stacked,
}


def rounds(name: NetworkName, digits: Digits, seconds: float, apart: Apart) -> dict[str, list[float]]:
    """Seconds of each way in every round."""
    taken: dict[str, list[float]] = {way: [] for way in (*WAYS, TWO_PROCESSES)}
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        for way, run_all in WAYS.items():
            taken[way].append(_timed(run_all, prepared(name, digits)))
        taken[TWO_PROCESSES].append(apart(name))
    return {way: times[1:] or times for way, times in taken.items()}  # the first round warms up


def _timed(run_all: Callable[[Sequence[VariantRun]], None], runs: Sequence[VariantRun]) -> float:
    start = time.perf_counter()
    run_all(runs)
    return time.perf_counter() - start


@contextmanager
def two_processes() -> Iterator[Apart]:
    """A call trains one variant in each of two processes that begin together; it tells the slower one's seconds."""
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(CORES)
    with context.Pool(CORES, _begin_process, (barrier,)) as pool:
        yield lambda name: max(pool.map(_train_in_process, [name] * CORES, chunksize=1))


def _begin_process(barrier: Barrier) -> None:
    _process["digits"], _process["barrier"] = few_digits(), barrier


def _train_in_process(name: NetworkName) -> float:
    runs = prepared(name, _process["digits"])
    _process["barrier"].wait()
    return _timed(on_one_thread, runs)


def main() -> None:
    """Print a table for each network: median milliseconds of a step, and median ratios within rounds."""
    torch.set_num_threads(CORES)
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    digits = few_digits()
    sys.stdout.write(f"{'network':20} {'way':20} {'ms a step':>10} {'to alone':>9} {'least':>7}   aim {AIM}\n")
    with two_processes() as apart:
        for name in STEPS:
            write_rows(name, rounds(name, digits, seconds, apart))


def write_rows(name: NetworkName, taken: dict[str, list[float]]) -> None:
    """Median milliseconds of a step, median ratios within rounds, and the ratio of the least times."""
    for way, times in taken.items():
        ratio = statistics.median(mine / base for mine, base in zip(times, taken["alone"], strict=True))
        least = min(times) / min(taken["alone"])
        step_ms = 1000 * statistics.median(times) / STEPS[name]
        sys.stdout.write(f"{name:20} {way:20} {step_ms:10.3f} {ratio:9.2f} {least:7.2f}\n")
    sys.stdout.write(f"{name}: {len(taken['alone'])} rounds\n")
    sys.stdout.flush()


def few_digits() -> Digits:
    """As many as a round takes."""
    built_in = built_in_digits()
    few = replace(built_in, validation=_first(built_in, 250), test=_first(built_in, 250))
    return replace(few, train=make_stroke_digits(max(STEPS.values()) * BATCH_SIZE, seed=0))


def _first(digits: Digits, count: int) -> LabelledImages:
    return LabelledImages(digits.validation.images_u8[:count], digits.validation.labels[:count])


if __name__ == "__main__":
    main()
