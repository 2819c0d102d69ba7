"""Two random directions from a network's weights, as long as the weights themselves, filter by filter."""

import torch
from torch import Tensor

from lossviz.core.training.training_run import Weights


def random_directions(weights: Weights, seed: int) -> tuple[Weights, Weights]:
    """Two directions that depend on the shapes, the seed and the norms of the filters alone.

    Source: Li et al. 2018, section 4.
    """
    generator = torch.Generator().manual_seed(seed)
    return _random_direction(weights, generator), _random_direction(weights, generator)


def filter_norms(weights: Tensor) -> Tensor:
    """The Euclidean norm (filters,), in float64, of a convolution's filters, or of the weights of a layer's units."""
    norms: Tensor = torch.linalg.vector_norm(weights.flatten(1), dim=1, dtype=torch.float64)
    return norms


def _random_direction(weights: Weights, generator: torch.Generator) -> Weights:
    return {name: _filter_normalised(tensor, generator) for name, tensor in weights.items()}


def _filter_normalised(weights: Tensor, generator: torch.Generator) -> Tensor:
    """Gaussian, each filter scaled to the norm of its weights; biases stay where they are, as in the authors' figures.

    Without the scaling the picture would change with the scale of the weights, which with ReLU changes no answer.
    """
    if weights.dim() < 2:
        return torch.zeros_like(weights)
    drawn = torch.randn(weights.shape, generator=generator)
    scale = filter_norms(weights) / filter_norms(drawn)
    return (drawn * scale.reshape(-1, *[1] * (weights.dim() - 1))).to(weights.dtype)
