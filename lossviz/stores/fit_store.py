"""The one-feature problem: the cases and the law behind them, the model's two parameters."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import Signal

from lossviz.core.fit.case_facts import CaseFacts
from lossviz.core.fit.cases import Cases
from lossviz.core.fit.laws import SCENARIOS, Law, ScenarioKey
from lossviz.core.fit.logistic import LossKind, Parameters, mean_loss
from lossviz.core.fit.recipes import Recipe, usual_recipe
from lossviz.stores.store import Store

LARGEST_PARAMETER = 1e6  # w and b; further out no double tells a sigmoid from a step
MOST_GHOSTS = 12
FIRST_RECIPE = usual_recipe("overlapping")


@dataclass(frozen=True)
class Ghost:
    """The fits of an earlier sample of the same law."""

    sigmoid: Parameters
    line: Parameters


class FitStore(Store):
    """Owns the cases, the parameters, and which case is pointed at."""

    cases_changed = Signal()
    parameters_changed = Signal()
    loss_kind_changed = Signal()
    pointing_changed = Signal()  # the selected or the hovered case
    view_changed = Signal()  # what is shown besides the model: law, line, bands, ghosts

    def __init__(self, scenario: ScenarioKey = "overlapping", seed: int = 1) -> None:
        super().__init__()
        recipe = usual_recipe(scenario, seed)
        self._recipe: Recipe | None = recipe
        self._is_drawn = True
        self._facts = CaseFacts(recipe.drawn())
        self._moving: int | None = None
        self._parameters = SCENARIOS[scenario].start
        self._loss_kind: LossKind = "bce"
        self._is_law_shown = False
        self._is_line_shown, self._are_bands_shown = True, False
        self._ghosts: tuple[Ghost, ...] = ()
        self._selected: int | None = None
        self._hovered: int | None = None

    @property
    def recipe(self) -> Recipe | None:
        """What the cases were drawn from before anybody moved them; None for a file."""
        return self._recipe

    @property
    def law(self) -> Law | None:
        """The law that the labels were drawn from; None for a file."""
        return self._recipe.law if self._recipe else None

    @property
    def is_drawn(self) -> bool:
        """Whether the cases are as they were drawn: nobody has moved, added or removed one."""
        return self._is_drawn

    @property
    def cases(self) -> Cases:
        """The cases now."""
        return self._facts.cases

    @property
    def facts(self) -> CaseFacts:
        """The best fits for the cases now."""
        return self._facts

    @property
    def moving(self) -> int | None:
        """The case under the mouse while it is dragged."""
        return self._moving

    @property
    def parameters(self) -> Parameters:
        """The model on screen."""
        return self._parameters

    @property
    def loss_kind(self) -> LossKind:
        """The loss that the descent follows."""
        return self._loss_kind

    @property
    def is_law_shown(self) -> bool:
        """Whether the law behind the labels can be seen."""
        return self._is_law_shown

    @property
    def is_line_shown(self) -> bool:
        """Whether the straight line of least squares is drawn."""
        return self._is_line_shown

    @property
    def are_bands_shown(self) -> bool:
        """Whether it is drawn where each model passes from 10% to 90%."""
        return self._are_bands_shown

    @property
    def ghosts(self) -> tuple[Ghost, ...]:
        """The fits of earlier samples, oldest first."""
        return self._ghosts

    @property
    def selected(self) -> int | None:
        """The case that was picked."""
        return self._selected

    @property
    def hovered(self) -> int | None:
        """The case under the mouse, in whichever view."""
        return self._hovered

    def loss(self, kind: LossKind) -> float:
        """The mean loss of the model on screen over the cases now."""
        return mean_loss(kind, self._parameters, self.cases)

    def draw(self, **changes: Any) -> None:
        """Draw new cases from the recipe with `changes` to scenario, count, overlap or seed.

        Another sample of the same law leaves the fits of this one behind as ghosts. Another scenario begins anew.
        """
        recipe, before = self.recipe_with(**changes), self._recipe
        if recipe == before and self._is_drawn:
            return
        ghost = Ghost(self._facts.sigmoid.parameters, self._facts.line)
        ghosts = (*self._ghosts, ghost)[-MOST_GHOSTS:] if recipe.shares_law_with(before) else ()
        with self.editing():
            self._begin_data(recipe.drawn(), recipe)
            self._is_drawn = True
            self._ghosts = ghosts
            if recipe.scenario != (before or FIRST_RECIPE).scenario:
                self.set_parameters(SCENARIOS[recipe.scenario].start)

    def recipe_with(self, **changes: Any) -> Recipe:
        """The recipe with `changes`, as Recipe.changed; the first one is changed where there is none."""
        return (self._recipe or FIRST_RECIPE).changed(**changes)

    def resample(self) -> None:
        """Draw another sample of the same law, with the next seed."""
        if self._recipe:
            self.draw(seed=self._recipe.next_seed)

    def open_cases(self, cases: Cases) -> None:
        """Work on cases from elsewhere, beginning with a level sigmoid at their middle."""
        with self.editing():
            self.show_cases(cases, None)
            self.set_parameters(Parameters(0.0, 0.0))

    def show_cases(self, cases: Cases, recipe: Recipe | None) -> None:
        """Work on cases that somebody has made out of those of a recipe; None for cases from elsewhere."""
        if recipe == self._recipe and not self._is_drawn and _are_equal(cases, self.cases):
            return
        is_known = recipe is not None and self._recipe is not None and recipe.scenario == self._recipe.scenario
        with self.editing():
            self._begin_data(cases, recipe)
            if not is_known:
                self.set_parameters(SCENARIOS[recipe.scenario].start if recipe else Parameters(0.0, 0.0))

    def begin_move(self, index: int) -> None:
        """Take a case into the hand."""
        if not 0 <= index < len(self.cases):
            return
        with self.editing():
            self.finish_move()
            self._moving = index
            self.select(index)

    def move_case(self, x: float, y: float) -> None:
        """Put the case in the hand somewhere else; y goes to the nearer class."""
        if self._moving is None or not math.isfinite(x):
            return
        label = 1.0 if y >= 0.5 else 0.0
        index = self._moving
        if (x, label) != (self.cases.x[index], self.cases.y[index]):
            self._change_cases(self.cases.moved(index, x, label))

    def finish_move(self) -> None:
        """Let go of the case in the hand."""
        if self._moving is not None:
            self._moving = None
            self._tell(self.cases_changed)  # views that waited for the end of the move draw now

    def place_case(self, index: int, x: float, y: float) -> None:
        """Move a case in one go."""
        with self.editing():
            self.begin_move(index)
            self.move_case(x, y)
            self.finish_move()

    def add_case(self, x: float, y: float) -> None:
        """Add a case and select it."""
        if math.isfinite(x):
            with self.editing():
                self._change_cases(self.cases.added(x, 1.0 if y >= 0.5 else 0.0))
                self.select(len(self.cases) - 1)

    def remove_case(self, index: int) -> None:
        """Take a case away; the last one stays."""
        if len(self.cases) > 1 and 0 <= index < len(self.cases):
            with self.editing():
                self.finish_move()  # the numbers behind it are others now
                self._point(None, None)
                self._change_cases(self.cases.removed(index))

    def set_parameters(self, parameters: Parameters) -> None:
        """Show another model; numbers beyond LARGEST_PARAMETER or not finite are refused."""
        if not all(abs(value) <= LARGEST_PARAMETER for value in parameters):
            return
        if parameters != self._parameters:
            self._parameters = parameters
            self._tell(self.parameters_changed)

    def set_loss_kind(self, kind: LossKind) -> None:
        """Follow another loss."""
        if kind != self._loss_kind:
            self._loss_kind = kind
            self._tell(self.loss_kind_changed)

    def set_law_shown(self, is_shown: bool) -> None:
        """Show or hide the law behind the labels."""
        if is_shown != self._is_law_shown:
            self._is_law_shown = is_shown
            self._tell(self.view_changed)

    def set_line_shown(self, is_shown: bool) -> None:
        """Draw the straight line of least squares, or not."""
        if is_shown != self._is_line_shown:
            self._is_line_shown = is_shown
            self._tell(self.view_changed)

    def set_bands_shown(self, are_shown: bool) -> None:
        """Draw where each model passes from 10% to 90%, or not."""
        if are_shown != self._are_bands_shown:
            self._are_bands_shown = are_shown
            self._tell(self.view_changed)

    def set_ghosts(self, ghosts: Sequence[Ghost]) -> None:
        """Show the fits of these earlier samples, oldest first."""
        if tuple(ghosts) != self._ghosts:
            self._ghosts = tuple(ghosts)
            self._tell(self.view_changed)

    def select(self, index: int | None) -> None:
        """Pick a case, or none."""
        self._point(index, self._hovered)

    def hover(self, index: int | None) -> None:
        """Note the case under the mouse."""
        self._point(self._selected, index)

    def _point(self, selected: int | None, hovered: int | None) -> None:
        selected, hovered = (
            index if index is not None and index < len(self.cases) else None for index in (selected, hovered)
        )
        if (selected, hovered) != (self._selected, self._hovered):
            self._selected, self._hovered = selected, hovered
            self._tell(self.pointing_changed)

    def _begin_data(self, cases: Cases, recipe: Recipe | None) -> None:
        self._ghosts = ()
        self._moving = None
        self._recipe = recipe
        self._is_drawn = False
        self._point(None, None)
        self._tell(self.view_changed)
        self._set_cases(cases)

    def _change_cases(self, cases: Cases) -> None:
        self._is_drawn = False
        self._set_cases(cases)

    def _set_cases(self, cases: Cases) -> None:
        self._facts = CaseFacts(cases)
        self._tell(self.cases_changed)


def _are_equal(first: Cases, second: Cases) -> bool:
    are_same = np.array_equal(first.x, second.x) and np.array_equal(first.y, second.y)
    return are_same and first.words == second.words
