"""A softmax layer: the logits as z = Wx + b of a few features."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lossviz.core.fit.cases import Column

_FEATURES = (1.0, 2.0, -1.0)
_WEIGHTS = (
    (1.0, 0.5, -1.0),
    (0.5, -0.5, -1.5),
    (-1.0, -0.5, 1.0),
    (0.5, 1.0, 1.0),
    (-0.5, 1.0, 0.5),
    (1.5, -1.0, 0.5),
    (-1.5, 0.5, -0.5),
    (0.0, -1.5, 1.0),
    (1.0, -0.5, 1.5),
    (-1.0, 1.5, -1.0),
)
_BIAS = (0.0, 0.5, -0.5, 0.0, 0.5, -0.5, 0.0, 0.5, -0.5, 0.0)


@dataclass(frozen=True, eq=False)
class SoftmaxNetwork:
    """x: (n,) features. weights: (K, n). bias: (K,)."""

    x: Column
    weights: NDArray[np.float64]
    bias: Column

    @property
    def logits(self) -> Column:
        """z = Wx + b, (K,)."""
        return np.asarray(self.weights @ self.x + self.bias)

    def with_feature(self, index: int, value: float) -> "SoftmaxNetwork":
        """With one feature changed."""
        return replace(self, x=_changed(self.x, index, value))

    def with_weight(self, class_index: int, feature: int, value: float) -> "SoftmaxNetwork":
        """With one weight changed."""
        return replace(self, weights=_changed(self.weights, (class_index, feature), value))

    def with_bias(self, class_index: int, value: float) -> "SoftmaxNetwork":
        """With one bias changed."""
        return replace(self, bias=_changed(self.bias, class_index, value))

    def resized(self, count: int) -> "SoftmaxNetwork":
        """For `count` classes: the first ones stay, new ones get the default's weights."""
        fresh, kept = default_network(count), min(count, len(self.bias))
        weights = np.concatenate([self.weights[:kept], fresh.weights[kept:]])
        return SoftmaxNetwork(self.x, weights, np.concatenate([self.bias[:kept], fresh.bias[kept:]]))


def default_network(count: int) -> SoftmaxNetwork:
    """Three features and `count` classes, at most 10; always the same numbers. Three classes: z = (3, 1.5, -3.5)."""
    return SoftmaxNetwork(np.array(_FEATURES), np.array(_WEIGHTS[:count]), np.array(_BIAS[:count]))


def _changed(values: NDArray[np.float64], place: int | tuple[int, int], value: float) -> NDArray[np.float64]:
    copied = values.copy()
    copied[place] = value
    return copied
