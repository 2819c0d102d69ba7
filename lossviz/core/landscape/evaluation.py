"""The losses of a network at many points of a plane of weights, on all of some images."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from types import TracebackType

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from lossviz.core.landscape.network_on_plane import NetworkOnPlane, network_on_plane
from lossviz.core.landscape.plane import Plane
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.settings import LossName, NetworkName

Place = tuple[float, float]
"""A pair (a, b)."""


@dataclass(frozen=True, eq=False)
class PointLosses:
    """means, standard_errors: (points, losses) over the images; not finite where the network's outputs are not."""

    means: NDArray[np.float64]
    standard_errors: NDArray[np.float64]


def losses_beside(loss: LossName) -> tuple[LossName, ...]:
    """The losses to be shown for a network that was trained with `loss`: a squared error and a cross-entropy.

    Its own is one of them; a network that answers with one number has only that.
    """
    if LOSSES[loss].outputs == 1:
        return (loss,)
    return (loss, "cross_entropy") if loss.startswith("mse") else ("mse_softmax", loss)


class PlaneEvaluation:
    """Asks one network about the same images again and again. A context manager: it owns threads.

    images: (n, 1, 28, 28) scaled; labels: (n,). All losses come from one pass through the network. Each thread has its
    own images and every point on them, which needs no waiting between the threads within a layer.
    """

    def __init__(
        self,
        network: NetworkName,
        plane: Plane,
        losses: Sequence[LossName],
        images: Tensor,
        labels: Tensor,
        threads: int = 1,
    ) -> None:
        self._losses = [LOSSES[name] for name in losses]
        self._count = len(images)
        self._lanes = [network_on_plane(network, plane) for _ in range(threads)]
        size = self._lanes[0].images_at_once
        self._chunks = list(zip(torch.split(images, size), torch.split(labels, size), strict=True))
        self._pool = ThreadPoolExecutor(threads, "landscape", torch.set_num_threads, (1,))
        self._lock = Lock()
        self._chunks_done = 0

    def __enter__(self) -> "PlaneEvaluation":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown()

    def evaluate(
        self,
        places: Sequence[Place],
        is_cancelled: Callable[[], bool] = lambda: False,
        on_share: Callable[[float], None] = lambda _share: None,
    ) -> PointLosses | None:
        """The losses at `places`, best sorted by b; None if it was cancelled, as is asked every few milliseconds.

        on_share: told how much is done, 0 to 1, by any of the threads.
        """
        self._chunks_done = 0
        futures = [
            self._pool.submit(self._sums, number, places, is_cancelled, on_share) for number in range(len(self._lanes))
        ]
        parts = [future.result() for future in futures]
        if any(part is None for part in parts):
            return None
        sums, squares = np.sum([part for part in parts if part is not None], axis=0)
        means = sums / self._count
        variances = np.maximum(squares / self._count - means**2, 0.0)
        return PointLosses(means, np.sqrt(variances / max(self._count - 1, 1)))

    def _sums(
        self,
        number: int,
        places: Sequence[Place],
        is_cancelled: Callable[[], bool],
        on_share: Callable[[float], None],
    ) -> NDArray[np.float64] | None:
        """(2, points, losses): sums of losses and of their squares over every so many of the chunks, from `number`."""
        lane, sums = self._lanes[number], np.zeros((2, len(places), len(self._losses)))
        with torch.inference_mode(), np.errstate(all="ignore"):
            for images, labels in self._chunks[number :: len(self._lanes)]:
                outputs = _outputs(lane, images, places, is_cancelled)
                if outputs is None:
                    return None
                sums += self._chunk_sums(outputs, labels)
                with self._lock:
                    self._chunks_done += 1
                    on_share(self._chunks_done / len(self._chunks))
        return sums

    def _chunk_sums(self, outputs: Tensor, labels: Tensor) -> NDArray[np.float64]:
        """outputs: (points, images, outputs)."""
        points, images, _ = outputs.shape
        sums = []
        for loss in self._losses:
            targets = loss.targets(labels.repeat(points))
            scores = loss.score(outputs.flatten(0, 1), targets, "none").view(points, images, -1).double().mean(dim=2)
            sums.append(torch.stack([scores.sum(dim=1), scores.square().sum(dim=1)]))
        return torch.stack(sums, dim=2).numpy()


def _outputs(
    lane: NetworkOnPlane, images: Tensor, places: Sequence[Place], is_cancelled: Callable[[], bool]
) -> Tensor | None:
    """(points, images, outputs)."""
    lane.set_images(images)
    outputs = []
    for a, b in places:
        if is_cancelled():
            return None
        outputs.append(lane.outputs(a, b).clone())
    return torch.stack(outputs)
