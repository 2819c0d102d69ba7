"""Takes down the numbers of every step without making the training wait for them."""

import contextlib
import time

import numpy as np
import torch
from torch import Tensor

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.training.losses import predicted_digits
from lossviz.core.training.metric_log import Column
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

    def __init__(self, run: TrainingRun, control: RunControl, labels: Tensor) -> None:
        self._run = run
        self._control = control
        self._labels = labels
        self._losses: list[Tensor] = []
        self._outputs: list[Tensor] = []
        self._batches: list[Tensor] = []
        self._next_read = time.perf_counter() + READ_SECONDS

    def __enter__(self) -> "StepRecorder":
        return self

    def __exit__(self, *_error: object) -> None:
        self.flush()

    def record(self, loss: Tensor, outputs: Tensor, batch: Tensor) -> None:
        """Note one step that has just been taken. batch: the images' places among the labels."""
        self._run.step += 1
        self._losses.append(loss.detach())
        self._outputs.append(outputs.detach())
        self._batches.append(batch)
        if time.perf_counter() >= self._next_read:
            self.flush()

    def flush(self) -> None:
        """Write what has been noted to the log.

        Raises: Diverged at the first step whose numbers have left all bounds, which is the last one written.
        """
        if not self._losses:
            return
        losses, accuracies, largest = self._columns_within_memory()
        for noted in (self._losses, self._outputs, self._batches):
            noted.clear()
        is_sound = np.isfinite(losses) & (largest < LARGEST_OUTPUT)
        rows = len(losses) if is_sound.all() else int(is_sound.argmin()) + 1
        self._run.log.extend(losses[:rows], accuracies[:rows])
        if not is_sound.all():
            raise Diverged(len(self._run.log), self._control.learning_rate)
        self._next_read = time.perf_counter() + READ_SECONDS

    def _columns_within_memory(self) -> tuple[Column, Column, Column]:
        """A device without any memory left gives one step's numbers after the other to the CPU."""
        with contextlib.suppress(torch.OutOfMemoryError):
            return self._columns(self._labels)
        for noted in (self._losses, self._outputs, self._batches):
            noted[:] = [tensor.cpu() for tensor in noted]
        return self._columns(self._labels.cpu())

    def _columns(self, labels: Tensor) -> tuple[Column, Column, Column]:
        """Loss, accuracy and largest output of every step noted, (steps,) each, from the device in one go."""
        outputs = torch.cat(self._outputs)
        hits = predicted_digits(outputs) == labels.index_select(0, torch.cat(self._batches))
        of_images = torch.stack([hits.float(), outputs.abs().amax(dim=1)]).cpu().double().numpy()
        losses = torch.stack(self._losses).cpu().double().numpy()  # Apple GPUs know no float64
        sizes = np.array([len(batch) for batch in self._batches])
        firsts = np.cumsum(sizes) - sizes
        return losses, np.add.reduceat(of_images[0], firsts) / sizes, np.maximum.reduceat(of_images[1], firsts)
