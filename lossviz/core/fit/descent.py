"""Gradient descent on (w, b) that can be stepped forwards and exactly backwards."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from lossviz.core.fit.cases import Cases, Column
from lossviz.core.fit.descent_endings import Ending, EndingRules
from lossviz.core.fit.descent_settings import (
    DescentSettings,
    require_rate,
)
from lossviz.core.fit.logistic import Parameters
from lossviz.core.fit.torch_steps import StepPhases, TorchSteps

MOST_STEPS = 100_000  # at most 56 bytes each, as Adam has it


class Descent:
    """A walk whose every state is kept: going back shows the very same bits, going on again repeats them.

    position: the number of steps between the start and what is shown.
    """

    def __init__(self, start: Parameters, settings: DescentSettings, cases: Cases) -> None:
        self.settings = settings
        self.cases = cases
        self.position = 0
        self._steps = TorchSteps(settings, cases)
        self._rules = EndingRules(settings.loss, cases, start)
        self._states = self._steps.first_state(start)[np.newaxis].copy()  # grows by doubling
        self._rates: list[float] = []  # of every step taken
        self._rate = settings.learning_rate
        self._no_way_on: int | None = None  # the position whose next step leads to no numbers

    @property
    def parameters(self) -> Parameters:
        """Where the walk stands."""
        w, b = self._states[self.position, :2].tolist()
        return Parameters(w, b)

    @property
    def start(self) -> Parameters:
        """Where the walk began."""
        w, b = self._states[0, :2].tolist()
        return Parameters(w, b)

    @property
    def path(self) -> list[Parameters]:
        """From the start to here, both included."""
        return [Parameters(w, b) for w, b in self.path_values.tolist()]

    @property
    def path_values(self) -> NDArray[np.float64]:
        """The same as a copy (position + 1, 2)."""
        return self._states[: self.position + 1, :2].copy()

    @property
    def learning_rate(self) -> float:
        """Of the next step."""
        return self._rates[self.position] if self.position < len(self._rates) else self._rate

    @property
    def rates(self) -> tuple[float, ...]:
        """The learning rate of each step from the start to here."""
        return tuple(self._rates[: self.position])

    @property
    def ending(self) -> Ending | None:
        """How it has ended, as EndingRules says; None while it goes on. Only "diverged" is final."""
        return "diverged" if self._has_diverged() else self._rules.ending(self.parameters)

    def step(self) -> bool:
        """Take one step, or repeat the one taken before; False, and nothing happens, where there is no way on.

        There is none after a divergence, nor after MOST_STEPS.
        """
        if self._has_diverged() or self.position == MOST_STEPS:
            return False
        if self.position == len(self._rates) and not self._take_new_step():
            return False
        self.position += 1
        return True

    def step_back(self) -> bool:
        """One step back; False at the start."""
        if self.position == 0:
            return False
        self.position -= 1
        return True

    def go_to(self, step: int) -> None:
        """To this many steps from the start, or as near to it as there is a way."""
        self.position = min(self.position, max(0, step))
        while self.position < step and self.step():
            pass

    def follow(self, rates: Iterable[float]) -> None:
        """From the start take one step with each rate, as far as there is a way; steps that are known are repeated."""
        self.position = 0
        for rate in rates:
            self.set_learning_rate(rate)
            if not self.step():
                return

    def set_learning_rate(self, rate: float) -> None:
        """From the next step on; the steps already taken beyond this one are forgotten.

        Raises: ValueError if the rate is not a positive number.
        """
        require_rate(rate)
        if rate == self.learning_rate:
            return
        self._rate = rate
        del self._rates[self.position :]
        self._no_way_on = None

    def phases(self) -> StepPhases:
        """The numbers of the next step, which is not taken."""
        return self._steps.take(self.position, self._state(), self.learning_rate).phases

    def _take_new_step(self) -> bool:
        state = self._steps.take(self.position, self._state(), self._rate).state
        if not np.isfinite(state[:2]).all():
            self._no_way_on = self.position
            return False
        self._keep(state)
        return True

    def _keep(self, state: Column) -> None:
        count = len(self._rates) + 1
        if count == len(self._states):
            self._states = np.concatenate([self._states, np.empty_like(self._states)])
        self._states[count] = state
        self._rates.append(self._rate)

    def _has_diverged(self) -> bool:
        return self.position == self._no_way_on or self._rules.has_diverged(self.parameters)

    def _state(self) -> Column:
        state: Column = self._states[self.position]
        return state
