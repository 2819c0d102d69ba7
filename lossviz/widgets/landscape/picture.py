"""A landscape that is still being computed, as a picture that says which part of it is known."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lossviz.core.fit.grid_range import GridRange
from lossviz.core.landscape.survey import Landscape
from lossviz.core.training.settings import LossName
from lossviz.widgets.surfaces.picture import Place, SurfacePath, SurfacePicture, drawable
from lossviz.widgets.surfaces.resampling import stretched

AXIS_NAMES = ("a", "b")


@dataclass(frozen=True, eq=False)
class LandscapeGrids:
    """What is drawn of a landscape: made once for each, so that nothing is drawn anew without need.

    values: for each loss (grid, grid) without gaps. missing: (grid, grid), where a point or one beside it is not known
    and the values are drawn between those of a coarser grid; None if that is nowhere.
    """

    landscape: Landscape
    values: dict[LossName, NDArray[np.float64]]
    missing: NDArray[np.bool_] | None

    def picture(self, loss: LossName, title: str, marker: Place, *, is_quantile: bool) -> SurfacePicture:
        """One loss, with the path of the training and a cross on the least of the points known."""
        axis, path = self.landscape.axis, self.landscape.path.places
        routes = (SurfacePath(np.vstack([path, [[0.0, 0.0]]])),) if len(path) else ()
        return SurfacePicture(
            range=GridRange(float(axis[0]), float(axis[-1]), float(axis[0]), float(axis[-1])),
            values=self.values[loss],
            marker=marker,
            paths=routes,
            best=self._best(loss),
            is_quantile=is_quantile,
            title=title,
            axis_names=AXIS_NAMES,
            is_marker_fixed=True,
            missing=self.missing,
        )

    def _best(self, loss: LossName) -> Place | None:
        known = np.where(self.landscape.is_known, self.landscape.values[loss], np.inf)
        row, column = np.unravel_index(int(known.argmin()), known.shape)
        if not np.isfinite(known[row, column]):
            return None
        return float(self.landscape.axis[column]), float(self.landscape.axis[row])


def landscape_grids(landscape: Landscape) -> LandscapeGrids | None:
    """None before the coarsest grid is known."""
    if landscape.whole_step is None:
        return None
    if landscape.is_whole:
        return LandscapeGrids(landscape, landscape.values, None)
    missing = _with_neighbours(~landscape.is_known)
    values = {loss: _filled(grid, missing, landscape.whole_step) for loss, grid in landscape.values.items()}
    return LandscapeGrids(landscape, values, missing)


def _with_neighbours(missing: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Single points known in the midst of others would look like holes in the stripes."""
    around = np.pad(missing, 1)
    size = len(missing)
    shifted = [around[row : row + size, column : column + size] for row in range(3) for column in range(3)]
    return np.asarray(np.any(shifted, axis=0), np.bool_)


def _filled(values: NDArray[np.float64], missing: NDArray[np.bool_], whole_step: int) -> NDArray[np.float64]:
    """What is missing lies between the points of the finest grid that is known."""
    coarse = drawable(values[::whole_step, ::whole_step])
    return np.asarray(np.where(missing, stretched(coarse, *values.shape), values), np.float64)
