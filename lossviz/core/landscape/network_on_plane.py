"""A network at many points of a plane of weights, on the same few images.

The first layer is linear in its weights: what it answers at (a, b) is its answer at the centre plus a times that of the
first direction plus b times that of the second. Those three are computed once for the images; from then on a point
costs two additions in place of a convolution, one while b stays the same.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor

from lossviz.core.landscape.plane import Plane
from lossviz.core.training.settings import NetworkName
from lossviz.core.training.training_run import Weights

_MARGIN = 2  # pixels around an image, as the convolution's padding


class NetworkOnPlane(ABC):
    """Not for two threads at once. Ask for points with the same b one after the other."""

    images_at_once: int
    """So many that what is at work stays in the processor's cache."""

    def __init__(self, plane: Plane) -> None:
        self._plane = plane
        self._point_weights: Weights = {name: torch.empty_like(tensor) for name, tensor in plane.centre.items()}
        self._first_layer: tuple[Tensor, ...] = ()
        self._b: float | None = None
        self._on_row = self._at_point = torch.empty(0)

    def set_images(self, images: Tensor) -> None:
        """Ask about these images (n, 1, 28, 28), scaled, from now on."""
        plane = self._plane
        self._first_layer = self._first_answers(images, (plane.centre, plane.first, plane.second))
        self._b = None
        if self._on_row.shape != self._first_layer[0].shape:
            self._on_row, self._at_point = (torch.empty_like(self._first_layer[0]) for _ in range(2))

    def outputs(self, a: float, b: float) -> Tensor:
        """The network's outputs (n, outputs) with the weights at (a, b); the next call may overwrite them."""
        centre, first, second = self._first_layer
        if b != self._b:
            torch.add(centre, second, alpha=b, out=self._on_row)
            self._b = b
        return self._rest(self._along(first, a), a, b)

    def _along(self, first: Tensor, a: float) -> Tensor:
        """What comes out of the first layer `a` further along the row, pooled where the network pools."""
        return torch.add(self._on_row, first, alpha=a, out=self._at_point)

    @abstractmethod
    def _first_answers(self, images: Tensor, weights: tuple[Weights, ...]) -> tuple[Tensor, ...]:
        """What the first layer answers with each of the weights, arranged as `_rest` wants it."""

    @abstractmethod
    def _rest(self, hidden: Tensor, a: float, b: float) -> Tensor:
        """All that comes behind the first layer. hidden: may be changed."""

    def _weights(self, name: str, a: float, b: float) -> Tensor:
        """One layer's weights or biases at (a, b), written over those of the point before."""
        plane, place = self._plane, self._point_weights[name]
        torch.add(plane.centre[name], plane.first[name], alpha=a, out=place)
        return place.add_(plane.second[name], alpha=b)

    def _linear(self, hidden: Tensor, name: str, a: float, b: float) -> Tensor:
        return F.linear(hidden, self._weights(f"{name}.weight", a, b), self._weights(f"{name}.bias", a, b))


class _SoftmaxRegression(NetworkOnPlane):
    images_at_once = 1000

    def _first_answers(self, images: Tensor, weights: tuple[Weights, ...]) -> tuple[Tensor, ...]:
        return _linear_answers(images, "linear", weights)

    def _rest(self, hidden: Tensor, a: float, b: float) -> Tensor:
        return hidden


class _Mlp(NetworkOnPlane):
    images_at_once = 250

    def _first_answers(self, images: Tensor, weights: tuple[Weights, ...]) -> tuple[Tensor, ...]:
        return _linear_answers(images, "hidden", weights)

    def _rest(self, hidden: Tensor, a: float, b: float) -> Tensor:
        return self._linear(hidden.relu_(), "linear", a, b)


class _CourseCnn(NetworkOnPlane):
    images_at_once = 50

    def _first_answers(self, images: Tensor, weights: tuple[Weights, ...]) -> tuple[Tensor, ...]:
        """Each (4, n, 14, 14, 20): apart by their places in the pooled squares, so that pooling is a plain maximum."""
        kernels = torch.cat([each["conv1.weight"] for each in weights])
        biases = torch.cat([each["conv1.bias"] for each in weights])
        around = F.pad(images, (_MARGIN,) * 4)
        corners = [
            F.conv2d(around[:, :, row : row + 31, column : column + 31], kernels, biases, stride=2)
            for row in (0, 1)
            for column in (0, 1)
        ]
        answers = torch.stack([corner.permute(0, 2, 3, 1) for corner in corners])
        return tuple(answer.contiguous() for answer in answers.chunk(len(weights), dim=4))

    def _along(self, first: Tensor, a: float) -> Tensor:
        """(n, 14, 14, 20). One corner of the squares after the other, so that what is written stays in the cache."""
        highest, corner = self._at_point[0], self._at_point[1]
        torch.add(self._on_row[0], first[0], alpha=a, out=highest)
        for number in (1, 2, 3):
            torch.add(self._on_row[number], first[number], alpha=a, out=corner)
            torch.maximum(highest, corner, out=highest)
        return highest

    def _rest(self, hidden: Tensor, a: float, b: float) -> Tensor:
        pooled = hidden.relu_().permute(0, 3, 1, 2)
        kernels, biases = self._weights("conv2.weight", a, b), self._weights("conv2.bias", a, b)
        squares = F.max_pool2d(F.conv2d(pooled, kernels, biases, padding=_MARGIN), 2).relu_()
        return self._linear(squares.flatten(1), "linear", a, b)


def network_on_plane(name: NetworkName, plane: Plane) -> NetworkOnPlane:
    """The network of this name, with the weights of the plane."""
    kinds: dict[NetworkName, Callable[[Plane], NetworkOnPlane]] = {
        "softmax_regression": _SoftmaxRegression,
        "mlp": _Mlp,
        "course_cnn": _CourseCnn,
    }
    return kinds[name](plane)


def _linear_answers(images: Tensor, name: str, weights: tuple[Weights, ...]) -> tuple[Tensor, ...]:
    flat = images.flatten(1)
    return tuple(F.linear(flat, each[f"{name}.weight"], each[f"{name}.bias"]) for each in weights)
