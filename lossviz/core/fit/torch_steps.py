"""One step of a descent by PyTorch: forward, loss, backward, update, from any state to the next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

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


# What torch's optimizers remember of a parameter, by their own names; "step" is one number, the rest one per parameter.
_MEMORY: dict[OptimizerName, tuple[str, ...]] = {
    "gd": (),
    "momentum": ("momentum_buffer",),
    "rmsprop": ("step", "square_avg"),
    "adam": ("step", "exp_avg", "exp_avg_sq"),
}
_OPTIMIZERS: dict[OptimizerName, Callable[[list[Tensor]], torch.optim.Optimizer]] = {
    "gd": torch.optim.SGD,
    "momentum": lambda parameters: torch.optim.SGD(parameters, momentum=MOMENTUM),
    "rmsprop": torch.optim.RMSprop,
    "adam": torch.optim.Adam,
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
        self._parameters = torch.zeros(2, dtype=torch.float64, requires_grad=True)
        self._optimizer = _OPTIMIZERS[settings.optimizer]([self._parameters])
        self._memory = _MEMORY[settings.optimizer]

    def first_state(self, start: Parameters) -> Column:
        """At `start`, nothing remembered yet."""
        width = 2 + sum(1 if name == "step" else 2 for name in self._memory)
        return np.array([*start, *[0.0] * (width - 2)])

    def take(self, step: int, state: Column, learning_rate: float) -> StepOutcome:
        """The step after `step` others, from `state`: the same arguments give the same bits."""
        self._restore(step, state)
        indices = self._batches.indices(step)
        x, y = self._batch(indices)
        w, b = self._parameters.unbind()
        logits = x * w + b
        loss = torch_mean_loss(self._kind, logits, y)
        self._optimizer.zero_grad()
        torch.autograd.backward(loss)
        self._optimizer.param_groups[0]["lr"] = learning_rate
        self._optimizer.step()
        next_state = self._state()
        phases = StepPhases(
            indices=indices,
            logits=logits.detach().numpy(),
            probabilities=torch.sigmoid(logits.detach()).numpy(),
            loss=loss.item(),
            gradient=_pair(self._parameters.grad),
            learning_rate=learning_rate,
            updated=Parameters(float(next_state[0]), float(next_state[1])),
        )
        return StepOutcome(phases, next_state)

    def _batch(self, indices: NDArray[np.intp]) -> tuple[Tensor, Tensor]:
        if self._batches.is_full:
            return self._x, self._y
        chosen = torch.from_numpy(indices)
        return self._x[chosen], self._y[chosen]

    def _restore(self, step: int, state: Column) -> None:
        self._parameters.data.copy_(torch.from_numpy(state[:2]))
        self._optimizer.state.clear()
        if step == 0:
            return  # the optimizers set up their memory in their first step
        start = 2
        for name in self._memory:
            width = 1 if name == "step" else 2
            values = torch.tensor(state[start : start + width])
            self._optimizer.state[self._parameters][name] = values.float()[0] if name == "step" else values
            start += width

    def _state(self) -> Column:
        remembered = self._optimizer.state[self._parameters]
        parts = [self._parameters.detach(), *(remembered[name].double().reshape(-1) for name in self._memory)]
        return torch.cat(parts).numpy()


def _pair(gradient: Tensor | None) -> Parameters:
    assert gradient is not None  # backward has just filled it
    w, b = gradient.tolist()
    return Parameters(w, b)
