"""The two loss surfaces over (w, b): their range, their grids, and how they are shown."""

import math
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.logistic import LossKind, Parameters
from lossviz.core.fit.surface_grid import GridRange, SurfaceGrid, automatic_range, smallest_eigenvalues
from lossviz.stores.descent_store import DescentStore
from lossviz.stores.fit_store import FitStore
from lossviz.stores.store import Store

SurfaceKind = Literal["mse", "bce", "line_mse"]
SliceAxis = Literal["w", "b"]
MAP_SIZE = 129  # every other one of these makes the 65 of the 3-D views
CURVATURE_SIZE = 48
MOST_WIDENING = 4.0  # times the range that shows the minimum
MOST_CASES_MOVED = 4  # at once by their terms; for more the grids are computed anew


class SurfaceStore(Store):
    """Owns the range and the look. The grids follow from the range and the fit store's cases."""

    range_changed = Signal()
    view_changed = Signal()

    def __init__(self, fit: FitStore, descents: DescentStore) -> None:
        super().__init__()
        self._fit = fit
        self._descents = descents
        self._is_automatic = True
        self._range = automatic_range(fit.cases, [fit.parameters])
        self._grid = SurfaceGrid(MAP_SIZE)
        self._gridded: tuple[GridRange, Cases] | None = None
        self._is_patched = False
        self._curvatures: dict[LossKind, tuple[GridRange, Cases, NDArray[np.float64]]] = {}
        self._is_3d = False
        self._is_quantile = True
        self._shows_line = False
        self._shows_curvature = False
        self._slice_axis: SliceAxis = "w"
        self._is_sliced = False
        fit.cases_changed.connect(self._on_cases_changed)
        fit.parameters_changed.connect(self._keep_in_sight)
        descents.path_changed.connect(self._keep_in_sight)

    @property
    def range(self) -> GridRange:
        """The part of the (w, b) plane in view."""
        return self._range

    @property
    def is_automatic(self) -> bool:
        """Whether the range follows the minimum and the marker."""
        return self._is_automatic

    @property
    def is_3d(self) -> bool:
        """Whether the surfaces are shown in space."""
        return self._is_3d

    @property
    def is_quantile(self) -> bool:
        """Whether each colour covers the same area, so that the valley floor is told apart."""
        return self._is_quantile

    @property
    def shows_line(self) -> bool:
        """Whether the surface of the straight line under squared error is shown, too."""
        return self._shows_line

    @property
    def shows_curvature(self) -> bool:
        """Whether the places where a surface is not convex are marked."""
        return self._shows_curvature

    @property
    def slice_axis(self) -> SliceAxis:
        """The parameter along which the surfaces are cut through the marker."""
        return self._slice_axis

    @property
    def is_sliced(self) -> bool:
        """Whether somebody looks at the cut."""
        return self._is_sliced

    def values(self, kind: SurfaceKind) -> NDArray[np.float64]:
        """The mean loss of the cases now over the range, (MAP_SIZE, MAP_SIZE), in the order b, w."""
        self._catch_up()
        return self._grid.values(kind)

    def smallest_eigenvalues(self, kind: LossKind) -> NDArray[np.float64]:
        """Of the Hessian over the range, (CURVATURE_SIZE, CURVATURE_SIZE), in the order b, w."""
        known = self._curvatures.get(kind)
        if known is None or (known[0], known[1]) != (self._range, self._fit.cases):
            values = smallest_eigenvalues(kind, self._range, CURVATURE_SIZE, self._fit.cases)
            known = (self._range, self._fit.cases, values)
            self._curvatures[kind] = known
        return known[2]

    def set_range(self, grid_range: GridRange, is_automatic: bool = False) -> None:
        """Look at another part of the plane, and keep to it, or follow from there."""
        self._is_automatic = is_automatic
        self._show(grid_range)

    def fit_view(self) -> None:
        """Look at the minimum and the marker, and follow them from now on."""
        self._is_automatic = True
        self._show(automatic_range(self._fit.cases, [self._fit.parameters]))

    def set_3d(self, is_3d: bool) -> None:
        """Show the surfaces in space or from above."""
        if is_3d != self._is_3d:
            self._is_3d = is_3d
            self._tell(self.view_changed)

    def set_quantile(self, is_quantile: bool) -> None:
        """Colour by rank or by value."""
        if is_quantile != self._is_quantile:
            self._is_quantile = is_quantile
            self._tell(self.view_changed)

    def set_shows_line(self, shows_line: bool) -> None:
        """Show the straight line's surface as a third one, or not."""
        if shows_line != self._shows_line:
            self._shows_line = shows_line
            self._tell(self.view_changed)

    def set_shows_curvature(self, shows_curvature: bool) -> None:
        """Mark the places where a surface is not convex, or not."""
        if shows_curvature != self._shows_curvature:
            self._shows_curvature = shows_curvature
            self._tell(self.view_changed)

    def set_slice_axis(self, axis: SliceAxis) -> None:
        """Cut along w or along b."""
        if axis != self._slice_axis:
            self._slice_axis = axis
            self._tell(self.view_changed)

    def set_sliced(self, is_sliced: bool) -> None:
        """Show where the surfaces are cut, or not."""
        if is_sliced != self._is_sliced:
            self._is_sliced = is_sliced
            self._tell(self.view_changed)

    def _on_cases_changed(self) -> None:
        if self._is_automatic and self._fit.moving is None:  # in a drag the axes stand still
            self._show(automatic_range(self._fit.cases, [self._fit.parameters]))

    def _keep_in_sight(self) -> None:
        """Widen an automatic range that the marker or a path has left; who runs far away is not followed."""
        places = [self._fit.parameters, *self._path_corners()]
        if not self._is_automatic or all(self._range.contains(place) for place in places):
            return
        wider = automatic_range(self._fit.cases, places)
        usual = automatic_range(self._fit.cases, [])
        if _extent(wider) <= MOST_WIDENING * _extent(usual):
            self._show(wider)

    def _path_corners(self) -> list[Parameters]:
        paths = np.concatenate([racer.descent.path_values for racer in self._descents.racers])
        return [Parameters(*paths.min(axis=0).tolist()), Parameters(*paths.max(axis=0).tolist())]

    def _show(self, grid_range: GridRange) -> None:
        if grid_range != self._range:
            self._range = grid_range
            self._tell(self.range_changed)

    def _catch_up(self) -> None:
        """In a drag only the terms of what moved are exchanged; after it everything is summed anew."""
        state, is_in_drag = (self._range, self._fit.cases), self._fit.moving is not None
        if state == self._gridded and (is_in_drag or not self._is_patched):
            return
        moved = self._moved_since_gridded() if is_in_drag else None
        if moved is None:
            self._grid.set(*state)
        else:
            for index in moved:
                self._grid.move_case(index, float(state[1].x[index]), float(state[1].y[index]))
        self._is_patched = moved is not None
        self._gridded = state

    def _moved_since_gridded(self) -> list[int] | None:
        """The few cases that differ from those in the grids; None if the grids have to be computed anew."""
        if self._gridded is None or self._gridded[0] != self._range:
            return None
        before, after = self._gridded[1], self._fit.cases
        if len(before) != len(after):
            return None
        differs = np.flatnonzero((before.x != after.x) | (before.y != after.y))
        return differs.tolist() if len(differs) <= MOST_CASES_MOVED else None


def _extent(grid_range: GridRange) -> float:
    """The geometric mean of width and height."""
    return math.sqrt(grid_range.w_high - grid_range.w_low) * math.sqrt(grid_range.b_high - grid_range.b_low)
