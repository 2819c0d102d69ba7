"""A plane through a network's weights, and where on it other weights lie."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lossviz.core.landscape.principal import Snapshots
from lossviz.core.training.flat_weights import WeightLayout
from lossviz.core.training.training_run import Weights

Column = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Plane:
    """All centre + a * first + b * second. first, second: shaped as the weights, not parallel."""

    centre: Weights
    first: Weights
    second: Weights

    def weights_at(self, a: float, b: float) -> Weights:
        """The weights at (a, b)."""
        return {name: here + a * self.first[name] + b * self.second[name] for name, here in self.centre.items()}


@dataclass(frozen=True, eq=False)
class PathOnPlane:
    """The point of the plane nearest to each snapshot, and how much of the path that leaves out.

    steps: (k,). places: (k, 2), each (a, b). distances, outside: (k,), of the weights from the centre and from the
    plane. share: of the squared distances from the centre, how much lies in the plane; None without a path.
    """

    steps: NDArray[np.int64]
    places: NDArray[np.float64]
    distances: Column
    outside: Column

    @property
    def share(self) -> float | None:
        """0 to 1; None if the path never leaves the centre."""
        whole = float((self.distances**2).sum())
        return 1.0 - float((self.outside**2).sum()) / whole if whole > 0 else None


def project(plane: Plane, path: Snapshots) -> PathOnPlane:
    """The path on the plane, in float64; the directions need not stand upright on each other."""
    axes = [_flat(plane.first), _flat(plane.second)]
    gram = np.array([[one @ other for other in axes] for one in axes])
    places, lengths = np.empty((len(path), 2)), np.empty((len(path), 2))
    centre = _flat(plane.centre)
    for row, (_, weights) in enumerate(path):
        moved = _flat(weights) - centre
        a, b = np.linalg.solve(gram, [axis @ moved for axis in axes])
        rest = moved - a * axes[0] - b * axes[1]
        places[row], lengths[row] = (a, b), (np.linalg.norm(moved), np.linalg.norm(rest))
    steps = np.array([step for step, _ in path], np.int64)
    return PathOnPlane(steps, places, lengths[:, 0], lengths[:, 1])


def _flat(weights: Weights) -> Column:
    return np.asarray(WeightLayout.of(weights).flatten(weights).numpy(), np.float64)
