"""The four optimizers' rules on two numbers, as torch.optim has them with its defaults."""

import math
from collections.abc import Callable

from lossviz.core.fit.descent_settings import MOMENTUM, OptimizerName

Pair = tuple[float, float]
UpdateRule = Callable[[Pair, float], Pair]

_EPSILON = 1e-8
_RMSPROP_KEPT = 0.99
_ADAM_KEPT, _ADAM_KEPT_SQUARE = 0.9, 0.999


def update_rule(name: OptimizerName) -> UpdateRule:
    """A fresh rule: from each step's gradient and learning rate to what is taken from the parameters."""
    return _RULES[name]()


class _GradientDescent:
    def __call__(self, gradient: Pair, rate: float) -> Pair:
        return rate * gradient[0], rate * gradient[1]


class _Momentum:
    def __init__(self) -> None:
        self._w, self._b = 0.0, 0.0

    def __call__(self, gradient: Pair, rate: float) -> Pair:
        self._w = MOMENTUM * self._w + gradient[0]
        self._b = MOMENTUM * self._b + gradient[1]
        return rate * self._w, rate * self._b


class _RMSProp:
    def __init__(self) -> None:
        self._square_w, self._square_b = 0.0, 0.0

    def __call__(self, gradient: Pair, rate: float) -> Pair:
        w, b = gradient
        self._square_w = _RMSPROP_KEPT * self._square_w + (1 - _RMSPROP_KEPT) * w * w
        self._square_b = _RMSPROP_KEPT * self._square_b + (1 - _RMSPROP_KEPT) * b * b
        return rate * w / (math.sqrt(self._square_w) + _EPSILON), rate * b / (math.sqrt(self._square_b) + _EPSILON)


class _Adam:
    def __init__(self) -> None:
        self._w, self._b = _AdamOfOne(), _AdamOfOne()
        self._kept, self._kept_square = 1.0, 1.0

    def __call__(self, gradient: Pair, rate: float) -> Pair:
        self._kept *= _ADAM_KEPT
        self._kept_square *= _ADAM_KEPT_SQUARE
        size, root = rate / (1 - self._kept), math.sqrt(1 - self._kept_square)
        return size * self._w.direction(gradient[0], root), size * self._b.direction(gradient[1], root)


class _AdamOfOne:
    def __init__(self) -> None:
        self._mean, self._square = 0.0, 0.0

    def direction(self, gradient: float, root: float) -> float:
        self._mean += (1 - _ADAM_KEPT) * (gradient - self._mean)
        self._square = _ADAM_KEPT_SQUARE * self._square + (1 - _ADAM_KEPT_SQUARE) * gradient * gradient
        return self._mean / (math.sqrt(self._square) / root + _EPSILON)


_RULES: dict[OptimizerName, Callable[[], UpdateRule]] = {
    "gd": _GradientDescent,
    "momentum": _Momentum,
    "rmsprop": _RMSProp,
    "adam": _Adam,
}
