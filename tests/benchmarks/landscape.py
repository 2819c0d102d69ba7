"""The landscape around the Course CNN, and how long a point of it takes beside the usual way, on the same points.

The usual way: put the weights of a point into the network with load_state_dict, then loop over batches of 100 images;
convolution - ReLU - pooling on tensors with their channels apart. Its images come from tensors that are ready, or, as
in the public tools, from a DataLoader that makes each of them from a picture, again for every point. Both ways compute
both losses.

Run it with: python -m tests.benchmarks.landscape [threads]
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import DataLoader

from lossviz.core.built_in.stroke_digits import built_in_digits, make_stroke_digits
from lossviz.core.data.digits import Digits
from lossviz.core.landscape.directions import random_directions
from lossviz.core.landscape.evaluation import Place, PlaneEvaluation
from lossviz.core.landscape.plane import Plane
from lossviz.core.landscape.settings import LandscapeSettings
from lossviz.core.landscape.survey import Subject, SurveyProgress, survey
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.settings import LossName
from lossviz.core.training.training_data import UNSCALED
from lossviz.resource_files import resource_path
from tests.benchmarks.training_speed import UsualDigits, usual_network

IMAGES = 1000
BATCH_SIZE = 100
ROUNDS = 5
AXIS = np.linspace(-1.0, 1.0, 8).tolist()
PLACES: list[Place] = [(a, b) for b in AXIS for a in AXIS]  # 64, as many as a batch of ours
USUAL_PLACES = PLACES[:: len(PLACES) // 8]
LOSSES: tuple[LossName, ...] = ("mse_softmax", "cross_entropy")
FIRST_AIM_S, WHOLE_AIM_S, RATIO_AIM = 1.0, 20.0, 4.0

Batches = Callable[[], Iterable[tuple[Tensor, Tensor]]]


def usual_losses(plane: Plane, batches: Batches) -> NDArray[np.float64]:
    """(places, losses), the usual way."""
    network = usual_network("course_cnn").eval()
    names = list(network.state_dict())
    rows = []
    for a, b in USUAL_PLACES:
        weights = plane.weights_at(a, b).values()
        network.load_state_dict({name: tensor.contiguous() for name, tensor in zip(names, weights, strict=True)})
        sums = np.zeros(len(LOSSES))
        with torch.no_grad():
            for images, labels in batches():
                outputs = network(images)
                one_hot = F.one_hot(labels, 10).float()
                losses = (F.mse_loss(outputs.softmax(dim=1), one_hot), F.cross_entropy(outputs, labels))
                sums += [loss.item() * len(labels) for loss in losses]
        rows.append(sums / IMAGES)
    return np.array(rows)


def timed(work: Callable[[], NDArray[np.float64]]) -> tuple[NDArray[np.float64], tuple[float, float]]:
    """What it gives, and its seconds by the clock and on all cores together."""
    wall, cores = time.perf_counter(), time.process_time()
    result = work()
    return result, (time.perf_counter() - wall, time.process_time() - cores)


def compare(subject: Subject, digits: Digits, threads: int) -> None:
    """Print a row for each way: milliseconds a point, and how many times as long as ours."""
    plane = Plane(subject.weights, *random_directions(subject.weights, 0))
    images = UNSCALED.apply(digits.train.images_u8)
    labels = torch.from_numpy(digits.train.labels)
    ready = list(zip(torch.split(images, BATCH_SIZE), torch.split(labels, BATCH_SIZE), strict=True))
    ways: dict[str, Batches] = {
        "usual, tensors ready": lambda: ready,
        "usual, DataLoader": lambda: DataLoader(UsualDigits(digits), batch_size=BATCH_SIZE),
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in (*ways, "ours")}
    worst = 0.0
    with PlaneEvaluation("course_cnn", plane, LOSSES, images, labels, threads) as evaluation:
        for _ in range(ROUNDS + 1):
            ours, seconds = timed(partial(_means, evaluation))
            times["ours"].append((seconds[0] / len(PLACES), seconds[1] / len(PLACES)))
            for name, batches in ways.items():
                usual, seconds = timed(partial(usual_losses, plane, batches))
                times[name].append((seconds[0] / len(USUAL_PLACES), seconds[1] / len(USUAL_PLACES)))
                worst = max(worst, float(np.abs(ours[:: len(PLACES) // 8] / usual - 1).max()))
    _print_rows(times, worst)


def _means(evaluation: PlaneEvaluation) -> NDArray[np.float64]:
    found = evaluation.evaluate(PLACES)
    assert found is not None
    return found.means


def _print_rows(times: dict[str, list[tuple[float, float]]], worst: float) -> None:
    sys.stdout.write(f"{'way':24} {'ms a point':>11} {'ratio':>7} {'core ms a point':>16} {'ratio':>7}\n")
    ours = times["ours"][1:]  # the first round warms up
    for name, all_rounds in times.items():
        rounds = all_rounds[1:]
        cells = []
        for kind in (0, 1):
            ratio = statistics.median(each[kind] / mine[kind] for each, mine in zip(rounds, ours, strict=True))
            cells += [1000 * statistics.median(each[kind] for each in rounds), ratio]
        sys.stdout.write(f"{name:24} {cells[0]:11.1f} {cells[1]:7.2f} {cells[2]:16.1f} {cells[3]:7.2f}\n")
    sys.stdout.write(f"aim: {RATIO_AIM:.0f} times; largest relative difference of a loss: {worst:.1e}\n")


def whole(subject: Subject, digits: Digits, threads: int) -> None:
    """Print when the first grid of 25 x 25 was there, and when the whole was."""
    start, firsts = time.perf_counter(), list[float]()

    def note(progress: SurveyProgress) -> None:
        if progress.landscape.whole_step is not None and not firsts:
            firsts.append(time.perf_counter() - start)

    survey(subject, LandscapeSettings(images=IMAGES), digits, note, lambda: False, threads)
    seconds = time.perf_counter() - start
    sys.stdout.write(f"25 x 25 on {IMAGES} images, {threads} threads: first picture {firsts[0]:.2f} s ")
    sys.stdout.write(f"(aim {FIRST_AIM_S:.0f}), whole {seconds:.1f} s (aim {WHOLE_AIM_S:.0f})\n")


def main() -> None:
    """Print the two tables."""
    threads = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    torch.set_num_threads(threads)
    digits = replace(built_in_digits(), train=make_stroke_digits(IMAGES, seed=0))
    weights = load_run(resource_path("checkpoints/course_cnn.pt")).weights
    subject = Subject("course_cnn", "cross_entropy", UNSCALED, weights, 0)
    whole(subject, digits, threads)
    compare(subject, digits, threads)


if __name__ == "__main__":
    main()
