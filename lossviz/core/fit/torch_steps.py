"""One step of a descent by PyTorch: forward, loss, backward, update, from any state to the next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional
from torch.optim.adam import adam
from torch.optim.rmsprop import rmsprop
from torch.optim.sgd import sgd

from lossviz.core.fit.cases import Cases, Column
from lossviz.core.fit.descent_settings import MOMENTUM, BatchOrder, DescentSettings, OptimizerName
from lossviz.core.fit.logistic import LossKind, Parameters


@dataclass(frozen=True, eq=False)
class StepPhases:
    """The numbers of one step. The columns have one entry per case of the batch, in the order of `indices`."""

    indices: NDArray[np.intp]
    logits: Column
    probabilities: Column
    loss: float
    gradient: Parameters
    learning_rate: float
    updated: Parameters


class StepOutcome(NamedTuple):
    """state: as TorchSteps takes and gives it."""

    phases: StepPhases
    state: Column


# Changes the parameters and what is remembered of them in place. The functions of torch.optim, as its classes import
# torch's compiler when the first is made, which takes 1.7 s.
Update = Callable[[Tensor, Tensor, Tensor, float], None]


def _descend(parameters: Tensor, gradient: Tensor, _memory: Tensor, rate: float) -> None:
    _sgd(parameters, gradient, None, 0.0, rate)


def _descend_with_momentum(parameters: Tensor, gradient: Tensor, memory: Tensor, rate: float) -> None:
    _sgd(parameters, gradient, memory, MOMENTUM, rate)


def _sgd(parameters: Tensor, gradient: Tensor, buffer: Tensor | None, momentum: float, rate: float) -> None:
    sgd(
        *([parameters], [gradient], [buffer]),
        foreach=False,
        weight_decay=0.0,
        momentum=momentum,
        lr=rate,
        dampening=0.0,
        nesterov=False,
        maximize=False,
    )


def _rmsprop(parameters: Tensor, gradient: Tensor, memory: Tensor, rate: float) -> None:
    rmsprop(
        *([parameters], [gradient], [memory], [], [], [torch.zeros(())]),
        foreach=False,
        lr=rate,
        alpha=0.99,
        eps=1e-8,
        weight_decay=0.0,
        momentum=0.0,
        centered=False,
    )


def _adam(parameters: Tensor, gradient: Tensor, memory: Tensor, rate: float) -> None:
    adam(
        *([parameters], [gradient], [memory[1:3]], [memory[3:5]], [], [memory[0]]),
        foreach=False,
        amsgrad=False,
        beta1=0.9,
        beta2=0.999,
        lr=rate,
        weight_decay=0.0,
        eps=1e-8,
        maximize=False,
    )


# Each with how many numbers it remembers.
_UPDATES: dict[OptimizerName, tuple[Update, int]] = {
    "gd": (_descend, 0),
    "momentum": (_descend_with_momentum, 2),
    "rmsprop": (_rmsprop, 2),
    "adam": (_adam, 5),
}


def torch_mean_loss(kind: LossKind, logits: Tensor, labels: Tensor) -> Tensor:
    """binary_cross_entropy_with_logits, or the mean of (sigmoid(z) - y)^2.

    Both written by the logit counted towards the wrong class, so that autograd never forms 1 - p: on a plateau, where
    p is 1 but for 1e-17, the gradient keeps all its digits.
    """
    towards_wrong = (1.0 - 2.0 * labels) * logits
    if kind == "bce":
        return _softplus(towards_wrong).mean()
    return torch.exp(-2.0 * _softplus(-towards_wrong)).mean()


def _softplus(values: Tensor) -> Tensor:
    """ln(1 + e^z). From 40 on it is z to all digits of float64; torch would say so from 20 on.

    Not logsigmoid, which wakes all threads for any number of values: 3.4 ms a step on two shared cores, against 0.3.
    """
    return functional.softplus(values, threshold=40.0)


class TorchSteps:
    """Steps in float64 on two parameters. A state is (w, b, what the optimizer remembers), as numbers."""

    def __init__(self, settings: DescentSettings, cases: Cases) -> None:
        self._kind = settings.loss
        self._batches = BatchOrder(settings, len(cases))
        self._x, self._y = torch.from_numpy(cases.x.copy()), torch.from_numpy(cases.y.copy())
        self._update, self._memory_width = _UPDATES[settings.optimizer]

    def first_state(self, start: Parameters) -> Column:
        """At `start`, nothing remembered yet."""
        return np.array([*start, *[0.0] * self._memory_width])

    def take(self, step: int, state: Column, learning_rate: float) -> StepOutcome:
        """The step after `step` others, from `state`: the same arguments give the same bits."""
        indices = self._batches.indices(step)
        x, y = self._batch(indices)
        values = torch.from_numpy(state.copy())
        parameters, memory = values[:2].requires_grad_(), values[2:]
        w, b = parameters.unbind()
        logits = x * w + b
        loss = torch_mean_loss(self._kind, logits, y)
        (gradient,) = torch.autograd.grad(loss, parameters)
        with torch.no_grad():
            self._update(parameters, gradient, memory, learning_rate)
        phases = StepPhases(
            indices=indices,
            logits=logits.detach().numpy(),
            probabilities=torch.sigmoid(logits.detach()).numpy(),
            loss=loss.item(),
            gradient=Parameters(*gradient.tolist()),
            learning_rate=learning_rate,
            updated=Parameters(*parameters.tolist()),
        )
        return StepOutcome(phases, values.numpy())

    def _batch(self, indices: NDArray[np.intp]) -> tuple[Tensor, Tensor]:
        if self._batches.is_full:
            return self._x, self._y
        chosen = torch.from_numpy(indices)
        return self._x[chosen], self._y[chosen]
