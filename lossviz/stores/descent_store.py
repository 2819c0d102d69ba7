"""The descents that go down the loss from one start: which optimisers, how far, and whether they are playing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.descent import Descent
from lossviz.core.fit.descent_path import run_path
from lossviz.core.fit.descent_settings import OPTIMIZER_NAMES, DescentSettings, OptimizerName
from lossviz.core.fit.logistic import Parameters
from lossviz.core.fit.stability import Diagnosis, diagnose
from lossviz.stores.fit_store import FitStore
from lossviz.stores.store import Store

SPEEDS = (0.1, 0.3, 1.0, 3.0, 10.0)
PREVIEW_STEPS = 150
PHASES = 4  # of a step in slow motion: forward, loss, backward, update


@dataclass(frozen=True)
class Racer:
    """One descent, and the optimiser that it is known by."""

    optimizer: OptimizerName
    descent: Descent


class DescentStore(Store):
    """Owns the start, the settings and the paths. The first racer carries the marker: the fit store's parameters."""

    path_changed = Signal()
    settings_changed = Signal()
    playing_changed = Signal()
    phase_changed = Signal()

    def __init__(self, fit: FitStore) -> None:
        super().__init__()
        self._fit = fit
        self._settings = DescentSettings(loss=fit.loss_kind, optimizer="gd", learning_rate=0.3)
        self._racing: frozenset[OptimizerName] = frozenset()
        self._start = fit.parameters
        self._racers: tuple[Racer, ...] = ()  # made when somebody looks, once for all moves of a frame
        self._left: tuple[Racer, ...] = ()  # behind, by who began elsewhere; whoever comes back knows their steps
        self._previewed: tuple[tuple[Parameters, DescentSettings, Cases], NDArray[np.float64]] | None = None
        self._is_playing = False
        self._speed = 1.0
        self._phase: int | None = None
        self._is_moving_marker = False
        fit.parameters_changed.connect(self._on_parameters_changed)
        fit.cases_changed.connect(self._begin_here)
        fit.loss_kind_changed.connect(self._on_loss_kind_changed)

    @property
    def settings(self) -> DescentSettings:
        """Of the racer that carries the marker."""
        return self._settings

    @property
    def racing(self) -> frozenset[OptimizerName]:
        """The other optimisers that start from the same place."""
        return self._racing

    @property
    def racers(self) -> tuple[Racer, ...]:
        """Whoever carries the marker first, then the others."""
        if not self._racers:
            others = [name for name in OPTIMIZER_NAMES if name in self._racing and name != self._settings.optimizer]
            self._racers = tuple(
                Racer(name, Descent(self._start, replace(self._settings, optimizer=name), self._fit.cases))
                for name in (self._settings.optimizer, *others)
            )
        return self._racers

    @property
    def leader(self) -> Descent:
        """The descent that carries the marker."""
        return self.racers[0].descent

    @property
    def start(self) -> Parameters:
        """Where all set out."""
        return self._start

    @property
    def is_playing(self) -> bool:
        """Whether steps are taken by themselves."""
        return self._is_playing

    @property
    def speed(self) -> float:
        """1.0 is ten steps a second."""
        return self._speed

    @property
    def phase(self) -> int | None:
        """The phase of the next step that is lit in slow motion, 0-3; None outside of it."""
        return self._phase

    @property
    def diagnosis(self) -> Diagnosis:
        """What the surface at the marker says about the settings."""
        return diagnose(self._fit.parameters, self._settings, self._fit.cases)

    def preview(self) -> NDArray[np.float64]:
        """Where the next PREVIEW_STEPS steps from the start would lead, (k, 2) in the order w, b."""
        inputs = (self._start, self._settings, self._fit.cases)
        if self._previewed is None or self._previewed[0] != inputs:
            self._previewed = inputs, run_path(*inputs, PREVIEW_STEPS)
        return self._previewed[1]

    def change(self, **changes: Any) -> None:
        """Other settings. A learning rate holds from here on; anything else begins anew at the start."""
        settings = replace(self._settings, **changes)
        if settings == self._settings:
            return
        is_rate_only = settings == replace(self._settings, learning_rate=settings.learning_rate)
        self._settings = settings
        with self.editing():
            if is_rate_only:
                for racer in self.racers:
                    racer.descent.set_learning_rate(settings.learning_rate)
                self._tell(self.path_changed)
            else:
                self.reset()
            self._tell(self.settings_changed)

    def set_racing(self, optimizers: Sequence[OptimizerName]) -> None:
        """Let these optimisers run beside the chosen one, all from the start."""
        if frozenset(optimizers) != self._racing:
            self._racing = frozenset(optimizers)
            with self.editing():
                self.reset()
                self._tell(self.settings_changed)

    def set_speed(self, speed: float) -> None:
        """Play faster or slower."""
        if speed != self._speed:
            self._speed = speed
            self._tell(self.settings_changed)

    def set_playing(self, is_playing: bool) -> None:
        """Take steps by themselves, or hold."""
        is_playing = is_playing and self.leader.ending != "diverged"
        if is_playing != self._is_playing:
            self._is_playing = is_playing
            self._tell(self.playing_changed)

    def step(self, count: int = 1) -> None:
        """Take steps; whoever has diverged stays where that happened."""
        with self.editing():
            for racer in self.racers:
                _take_steps(racer.descent, count)
            self._moved()
            if self.leader.ending in {"diverged", "converged"}:
                self.set_playing(is_playing=False)

    def step_back(self, count: int = 1) -> None:
        """Take steps back, exactly."""
        with self.editing():
            self.set_playing(is_playing=False)
            place = max(0, self.leader.position - count)
            for racer in self.racers:
                while racer.descent.position > place:
                    racer.descent.step_back()
            self._moved()

    def reset(self) -> None:
        """Back to the start."""
        with self.editing():
            self.set_playing(is_playing=False)
            self.set_phase(None)
            self._leave()
            self._moved()

    def set_out(self, start: Parameters, rates: Sequence[float]) -> None:
        """Stand where as many steps lead from `start`, each with its learning rate; all racers alike."""
        with self.editing():
            self.set_playing(is_playing=False)
            self.set_phase(None)
            self._leave()
            self._start = start
            self._racers = self._known_racers()
            for racer in self.racers:
                racer.descent.follow(rates)
                racer.descent.set_learning_rate(self._settings.learning_rate)
            self._moved()

    def set_phase(self, phase: int | None) -> None:
        """Light a phase of the next step; the one after the last takes the step and begins the next."""
        if phase == PHASES:
            with self.editing():
                self.step()
                self.set_phase(0)
            return
        if phase != self._phase:
            self._phase = phase
            self._tell(self.phase_changed)

    def _leave(self) -> None:
        if any(racer.descent.position for racer in self._racers):
            self._left = self._racers
        self._racers = ()

    def _known_racers(self) -> tuple[Racer, ...]:
        """Those that were left behind, if they had the same start, settings and cases."""
        wanted = {self._settings.optimizer, *self._racing}
        is_known = bool(self._left) and {racer.optimizer for racer in self._left} == wanted
        is_known = is_known and self._left[0].optimizer == self._settings.optimizer
        return self._left if is_known and all(map(self._is_ours, self._left)) else ()

    def _is_ours(self, racer: Racer) -> bool:
        descent, rate = racer.descent, self._settings.learning_rate
        settings = replace(self._settings, optimizer=racer.optimizer)
        has_settings = replace(descent.settings, learning_rate=rate) == settings
        return has_settings and descent.cases is self._fit.cases and descent.start == self._start

    def _moved(self) -> None:
        """Bring the marker along, and tell."""
        self._is_moving_marker = True
        try:
            self._fit.set_parameters(self.leader.parameters)
        finally:
            self._is_moving_marker = False
        self._tell(self.path_changed)

    def _on_parameters_changed(self) -> None:
        if not self._is_moving_marker:
            self._begin_here()

    def _begin_here(self) -> None:
        """The marker was moved by hand, or the cases were: a descent starts where the marker stands."""
        with self.editing():
            self._start = self._fit.parameters
            self.set_phase(None)
            self._leave()
            self._tell(self.path_changed)

    def _on_loss_kind_changed(self) -> None:
        self._settings = replace(self._settings, loss=self._fit.loss_kind)
        with self.editing():
            self._begin_here()
            self._tell(self.settings_changed)


def _take_steps(descent: Descent, count: int) -> None:
    for _ in range(count):
        if not descent.step():
            return
