"""A network's weights as one row of numbers and back."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from lossviz.core.training.training_run import Weights


@dataclass(frozen=True)
class WeightLayout:
    """Which layer's weights stand where in the row. shapes: of the layers named in `names`, in their order."""

    names: tuple[str, ...]
    shapes: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, weights: Weights) -> "WeightLayout":
        """The layout that these weights have."""
        return cls(tuple(weights), tuple(tuple(tensor.shape) for tensor in weights.values()))

    @property
    def length(self) -> int:
        """Numbers in a row."""
        return sum(self._sizes)

    def flatten(self, weights: Weights) -> Tensor:
        """A copy in main memory: (length,) float32.

        Raises: ValueError if the weights are of another network.
        """
        if {name: tuple(tensor.shape) for name, tensor in weights.items()} != dict(
            zip(self.names, self.shapes, strict=True)
        ):
            raise ValueError(f"weights of {tuple(weights)} do not go with those of {self.names}")
        with (
            torch.inference_mode(mode=False),
            torch.no_grad(),
        ):  # a tensor of inference mode could not be used elsewhere
            return torch.cat([tensor.reshape(-1).float() for tensor in map(weights.__getitem__, self.names)]).cpu()

    def weights(self, flat: Tensor) -> Weights:
        """The layers in `flat` (length,): views, not copies."""
        parts = torch.split(flat, self._sizes)
        return {name: part.view(shape) for name, part, shape in zip(self.names, parts, self.shapes, strict=True)}

    @property
    def _sizes(self) -> list[int]:
        return [math.prod(shape) for shape in self.shapes]
