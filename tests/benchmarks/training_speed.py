"""Images a second of our training loop beside the loop that tutorials write, on the same images, in the same run.

The usual loop: a Dataset that makes a picture of each item, a transform per item, a DataLoader, convolution - ReLU -
pooling as written in the books, `loss.item()` after every step.

Run it with: python -m tests.benchmarks.training_speed
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

from lossviz.core.built_in.stroke_digits import built_in_digits, make_stroke_digits
from lossviz.core.data.digits import Digits
from lossviz.core.latest_value import LatestValue
from lossviz.core.training.loop import train
from lossviz.core.training.metric_log import MetricLog
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import NetworkName, TrainingSettings
from lossviz.core.training.thread_counts import useful_threads
from lossviz.core.training.training_data import prepare_data
from lossviz.core.training.training_run import new_run

ROUNDS = 7
IMAGES = 50_000  # as many as MNIST has to train on
CORES = 2
BATCH_SIZE = 100
STEPS: dict[NetworkName, tuple[int, int]] = {  # steps of the usual loop and of ours in a round, an epoch at most
    "course_cnn": (100, 200),
    "mlp": (150, 500),
    "softmax_regression": (150, 500),
}
AIMS: dict[NetworkName, float] = {"course_cnn": 2.2, "mlp": 8, "softmax_regression": 15}


class UsualDigits(Dataset[tuple[Tensor, int]]):
    """One image at a time, through a picture, as torchvision's MNIST gives them."""

    def __init__(self, digits: Digits) -> None:
        self._images = digits.train.images_u8
        self._labels = digits.train.labels

    def __len__(self) -> int:
        return len(self._labels)

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        picture = Image.fromarray(self._images[index])
        pixels = torch.from_numpy(np.array(picture, np.uint8, copy=True))
        return pixels.view(28, 28, 1).permute(2, 0, 1).contiguous().float().div(255), int(self._labels[index])


def usual_network(name: NetworkName) -> nn.Sequential:
    """The network as the books write it."""
    if name == "softmax_regression":
        return nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
    if name == "mlp":
        return nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
    return nn.Sequential(
        *(nn.Conv2d(1, 20, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(20, 20, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Linear(980, 10)),
    )


def usual_speed(name: NetworkName, digits: Digits, steps: int) -> float:
    """Images a second of the usual loop."""
    torch.set_num_threads(CORES)
    network, losses = usual_network(name), []
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
    criterion = nn.CrossEntropyLoss()
    batches = iter(DataLoader(UsualDigits(digits), batch_size=BATCH_SIZE, shuffle=True))
    start = time.perf_counter()
    for _ in range(steps):
        images, labels = next(batches)
        optimizer.zero_grad()
        loss = criterion(network(images), labels)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return steps * BATCH_SIZE / (time.perf_counter() - start)


def our_speed(name: NetworkName, digits: Digits, steps: int) -> float:
    """Images a second of ours, all that is logged included, evaluation left out as in the usual loop."""
    settings = TrainingSettings(network=name, batch_size=BATCH_SIZE, epochs=1000)
    torch.set_num_threads(useful_threads(settings, CORES))
    data = prepare_data(digits, settings, torch.device("cpu"))
    run = new_run(settings, torch.device("cpu"), MetricLog())
    control = _StepsControl(settings.learning_rate, steps)
    run.plan_leg(settings.epochs, len(data.train))
    start = time.perf_counter()
    train(run, data, control, LatestValue())
    return run.step * BATCH_SIZE / (time.perf_counter() - start)


class _StepsControl(RunControl):
    """Stops after so many checkpoints."""

    def __init__(self, learning_rate: float, steps: int) -> None:
        super().__init__(learning_rate)
        self._left = steps

    def checkpoint(self, before_holding: Callable[[], None] = lambda: None) -> bool:
        self._left -= 1
        return self._left >= 0


def main() -> None:
    """Print a row for each network: median of the rounds."""
    digits = replace(built_in_digits(), train=make_stroke_digits(IMAGES, seed=0))
    sys.stdout.write(
        f"{'network':20} {'usual':>10} {'ours':>10} {'ratio':>7} {'aim':>6}   images/s, batch {BATCH_SIZE}\n"
    )
    for name, (usual_steps, our_steps) in STEPS.items():
        pairs = [
            (usual_speed(name, digits, usual_steps), our_speed(name, digits, our_steps)) for _ in range(ROUNDS + 1)
        ][1:]  # the first round warms up
        usual, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratio = statistics.median(our / their for their, our in pairs)
        sys.stdout.write(f"{name:20} {usual:10,.0f} {ours:10,.0f} {ratio:7.2f} {AIMS[name]:6.1f}\n")


if __name__ == "__main__":
    main()
