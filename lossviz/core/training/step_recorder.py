"""Takes down the numbers of every step without making the training wait for them."""

import math
import time

import numpy as np
import torch
from torch import Tensor

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.training.losses import predicted_digits
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.training_run import TrainingRun

LARGEST_OUTPUT = 1e5  # a thousand times what softmax can still tell from certainty; healthy networks stay under 100
READ_SECONDS = 0.015  # losses stay on the device for so long, then are read together


class Diverged(LossvizError):
    """The loss or the network's outputs have left all bounds."""

    def __init__(self, step: int, learning_rate: float) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("errors", "The run stopped at step {step}: its numbers have left all bounds."),
            QT_TRANSLATE_NOOP(
                "errors",
                "With a learning rate of {learning_rate:g} each step overshoots the valley, and the network's outputs "
                "have become so large that the loss can teach it nothing more.",
            ),
            QT_TRANSLATE_NOOP("errors", "Start again with a smaller learning rate, for example a tenth of it."),
            step=step,
            learning_rate=learning_rate,
        )


class StepRecorder:
    """Collects the numbers of each step where they were computed and reads them together, a few times a second.

    However its block ends, the log then has every step that was taken.
    """

    def __init__(self, run: TrainingRun, control: RunControl) -> None:
        self._run = run
        self._control = control
        self._losses: list[Tensor] = []
        self._hits: list[Tensor] = []
        self._largest: list[Tensor] = []
        self._next_read = time.perf_counter() + READ_SECONDS

    def __enter__(self) -> "StepRecorder":
        return self

    def __exit__(self, *_error: object) -> None:
        self.flush()

    def record(self, loss: Tensor, outputs: Tensor, labels: Tensor) -> None:
        """Note one step that has just been taken."""
        self._run.step += 1
        self._losses.append(loss.detach())
        outputs = outputs.detach()
        self._hits.append((predicted_digits(outputs) == labels).float().mean())
        self._largest.append(torch.linalg.vector_norm(outputs, ord=math.inf))
        if time.perf_counter() >= self._next_read:
            self.flush()

    def flush(self) -> None:
        """Write what has been noted to the log.

        Raises: Diverged at the first step whose numbers have left all bounds, which is the last one written.
        """
        if not self._losses:
            return
        columns = torch.stack([torch.stack(column) for column in (self._losses, self._hits, self._largest)])
        losses, accuracies, largest = columns.cpu().double().numpy()  # Apple GPUs know no float64
        for column in (self._losses, self._hits, self._largest):
            column.clear()
        is_sound = np.isfinite(losses) & (largest < LARGEST_OUTPUT)
        rows = len(losses) if is_sound.all() else int(is_sound.argmin()) + 1
        self._run.log.extend(losses[:rows], accuracies[:rows])
        if not is_sound.all():
            raise Diverged(len(self._run.log), self._control.learning_rate)
        self._next_read = time.perf_counter() + READ_SECONDS
