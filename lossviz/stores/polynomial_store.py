"""The points of the Overfit page, and the polynomial that is fitted to them."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtCore import Signal

from lossviz.core.polynomial.data import COUNT_RANGE, SEED_RANGE, NoisyPoints, Recipe, draw_points
from lossviz.core.polynomial.errors_by_degree import PolynomialFacts
from lossviz.core.polynomial.fit import HIGHEST_DEGREE, PolynomialFit
from lossviz.core.polynomial.limits import (
    check_recipe,
    check_ridge,
    no_train_point_left,
    too_many_points,
    within_reach,
)
from lossviz.core.polynomial.presets import PRESETS, PresetKey
from lossviz.stores.polynomial_state import PolynomialWish, polynomial_state, wish_of
from lossviz.stores.store import Store


@dataclass(frozen=True, eq=False)
class _Data:
    """recipe: what the points were drawn from. is_drawn: nobody has touched them since."""

    points: NoisyPoints
    recipe: Recipe
    is_drawn: bool


class PolynomialStore(Store):
    """Owns the points, the degree and the ridge strength. `polynomial_state.py` tells the keys of its state."""

    data_changed = Signal()
    model_changed = Signal()  # the degree or the ridge strength

    def __init__(self, preset: PresetKey = "good_fit") -> None:
        super().__init__()
        chosen = PRESETS[preset]
        self._data = _drawn(chosen.recipe)
        self._degree = chosen.degree
        self._ridge = chosen.ridge
        self._facts = PolynomialFacts(self._data.points, self._ridge)
        self._moving: int | None = None

    @property
    def recipe(self) -> Recipe:
        """What the points were drawn from before anybody moved them."""
        return self._data.recipe

    @property
    def points(self) -> NoisyPoints:
        """The points now."""
        return self._data.points

    @property
    def facts(self) -> PolynomialFacts:
        """The fits of every degree to the points now, and their errors."""
        return self._facts

    @property
    def degree(self) -> int:
        """Of the polynomial on screen."""
        return self._degree

    @property
    def ridge(self) -> float:
        """The weight of the squared coefficients."""
        return self._ridge

    @property
    def fit(self) -> PolynomialFit:
        """The polynomial on screen."""
        return self._facts.fits[self._degree]

    @property
    def preset(self) -> PresetKey | None:
        """The preset that this is; None after any change."""
        if not self._data.is_drawn:
            return None
        present = (self.recipe, self._degree, self._ridge)
        known = ((key, (preset.recipe, preset.degree, preset.ridge)) for key, preset in PRESETS.items())
        return next((key for key, settings in known if settings == present), None)

    @property
    def moving(self) -> int | None:
        """The point under the mouse while it is dragged."""
        return self._moving

    def apply_preset(self, key: PresetKey) -> None:
        """Show a preset."""
        preset = PRESETS[key]
        with self.editing():
            self._draw_if_other(preset.recipe)
            self.set_degree(preset.degree)
            self.set_ridge(preset.ridge)

    def draw(self, **changes: Any) -> None:
        """Draw points from the recipe with `changes` to count, noise or seed; changes by hand are lost."""
        recipe = replace(self.recipe, **changes)
        check_recipe(recipe)
        self._draw_if_other(recipe)

    def resample(self) -> None:
        """Draw other points of the same kind, with the next seed."""
        self.draw(seed=(self.recipe.seed + 1) % (SEED_RANGE[1] + 1))

    def set_train_share(self, share: float) -> None:
        """Divide the present points anew into train and held-out ones."""
        recipe = replace(self.recipe, train_share=share)
        check_recipe(recipe)
        if recipe != self.recipe:
            self._replace_data(_Data(self.points.split(share, recipe.seed), recipe, self._data.is_drawn))

    def begin_move(self, index: int) -> None:
        """Take a point into the hand."""
        if not 0 <= index < len(self.points):
            return
        self.finish_move()
        self._moving = index

    def move_point(self, x: float, y: float) -> None:
        """Put the point in the hand somewhere else, no farther out than FARTHEST."""
        if self._moving is None or not (math.isfinite(x) and math.isfinite(y)):
            return
        x, y = within_reach(x, y)
        index = self._moving
        if (x, y) != (self.points.x[index], self.points.y[index]):
            self._set_points(self.points.moved(index, x, y))

    def finish_move(self) -> None:
        """Let go of the point in the hand."""
        if self._moving is not None:
            self._moving = None
            self._tell(self.data_changed)  # views that waited for the end of the move draw now

    def add_point(self, x: float, y: float, is_train: bool = True) -> None:
        """Add a point.

        Raises: LossvizError if there are as many as can be.
        """
        if not (math.isfinite(x) and math.isfinite(y)):
            return
        if len(self.points) >= COUNT_RANGE[1]:
            raise too_many_points()
        with self.editing():
            self.finish_move()
            self._set_points(self.points.added(*within_reach(x, y), is_train))

    def remove_point(self, index: int) -> None:
        """Take a point away.

        Raises: LossvizError if it is the last that a polynomial can be fitted to.
        """
        if not 0 <= index < len(self.points):
            return
        self._keep_a_train_point(index)
        with self.editing():
            self.finish_move()
            self._set_points(self.points.removed(index))

    def change_role(self, index: int) -> None:
        """Make a train point a held-out one, or the other way round.

        Raises: LossvizError if it is the last that a polynomial can be fitted to.
        """
        if not 0 <= index < len(self.points):
            return
        self._keep_a_train_point(index)
        is_train = self.points.is_train.copy()
        is_train[index] = not is_train[index]
        with self.editing():
            self.finish_move()
            self._set_points(replace(self.points, is_train=is_train))

    def set_degree(self, degree: int) -> None:
        """Fit a polynomial of this degree, the nearest from 0 to 12."""
        degree = min(max(degree, 0), HIGHEST_DEGREE)
        if degree != self._degree:
            self._degree = degree
            self._tell(self.model_changed)

    def set_ridge(self, ridge: float) -> None:
        """Penalise squared coefficients with this weight.

        Raises: LossvizError if it is not from 0 to 1000.
        """
        check_ridge(ridge)
        if ridge != self._ridge:
            self._ridge = ridge
            self._facts = PolynomialFacts(self.points, ridge)
            self._tell(self.model_changed)

    def state(self) -> dict[str, object]:
        """The recipe, the model, and the points if they are not as they were drawn."""
        return polynomial_state(PolynomialWish(self.recipe, self._degree, self._ridge, self._touched))

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        wish = wish_of(state, PolynomialWish(self.recipe, self._degree, self._ridge, self._touched))

        def put_in_force() -> None:
            with self.editing():
                if wish.touched is None:
                    self._draw_if_other(wish.recipe)
                elif wish.recipe != self.recipe or not wish.touched.equals(self.points):
                    self._replace_data(_Data(wish.touched, wish.recipe, False))
                self.set_degree(wish.degree)
                self.set_ridge(wish.ridge)

        return put_in_force

    @property
    def _touched(self) -> NoisyPoints | None:
        return None if self._data.is_drawn else self.points

    def _keep_a_train_point(self, index: int) -> None:
        if self.points.is_train[index] and np.count_nonzero(self.points.is_train) == 1:
            raise no_train_point_left()

    def _draw_if_other(self, recipe: Recipe) -> None:
        if recipe != self.recipe or not self._data.is_drawn:
            self._replace_data(_drawn(recipe))

    def _replace_data(self, data: _Data) -> None:
        with self.editing():
            self.finish_move()
            self._show_data(data)

    def _set_points(self, points: NoisyPoints) -> None:
        self._show_data(_Data(points, self.recipe, False))

    def _show_data(self, data: _Data) -> None:
        if data is not self._data:
            self._data = data
            self._facts = PolynomialFacts(data.points, self._ridge)
            self._tell(self.data_changed)


def _drawn(recipe: Recipe) -> _Data:
    return _Data(draw_points(recipe), recipe, True)
