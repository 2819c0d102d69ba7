"""A landscape from its first to its last point: the plane, the path on it, and the grids as they fill."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray

from lossviz.core.data.digits import Digits
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.landscape.directions import random_directions
from lossviz.core.landscape.evaluation import Place, PlaneEvaluation, PointLosses, losses_beside
from lossviz.core.landscape.grid_order import GridBatch, grid_batches
from lossviz.core.landscape.plane import PathOnPlane, Plane, project
from lossviz.core.landscape.principal import Snapshots, principal_directions
from lossviz.core.landscape.settings import LandscapeSettings
from lossviz.core.training.settings import LossName, NetworkName
from lossviz.core.training.training_data import InputScale
from lossviz.core.training.training_run import Weights

MOST_SNAPSHOTS = 300  # of the path; principal components of more would take seconds


@dataclass(frozen=True, eq=False)
class Subject:
    """A trained network, and the way it came. Nobody changes its tensors.

    step: of training when its weights were taken. run_number: None for the network that ships. path: earlier states of
    the same network, oldest first. images: how many of the training part it was trained on, 0 for all.
    """

    network: NetworkName
    loss: LossName
    scale: InputScale
    weights: Weights
    step: int
    run_number: int | None = None
    path: Snapshots = ()
    images: int = 0


@dataclass(frozen=True, eq=False)
class Landscape:
    """What is known so far. Arrays are never changed in place.

    images: how many the losses are means over, the first of the training part of `data`. axis: (grid,), the values of
    a and of b. values: for each loss (grid, grid) [b index, a index], not a number where it is not computed yet,
    infinite where the loss is not finite.
    whole_step: all points at its multiples are known; None before the coarsest grid is.
    centre_errors: for each loss the standard error of its mean at the present weights; empty until it is known.
    """

    subject: Subject
    settings: LandscapeSettings
    images: int
    data: str
    axis: NDArray[np.float64]
    path: PathOnPlane
    values: dict[LossName, NDArray[np.float64]]
    whole_step: int | None
    centre_errors: dict[LossName, float]

    @property
    def is_known(self) -> NDArray[np.bool_]:
        """(grid, grid), which points have been computed."""
        return ~np.isnan(next(iter(self.values.values())))

    @property
    def is_whole(self) -> bool:
        """Whether all points have been computed."""
        return self.whole_step == 1

    def nearest_known(self, place: Place) -> tuple[int, int] | None:
        """Row and column of the computed point that lies nearest to (a, b)."""
        rows, columns = np.nonzero(self.is_known)
        if not len(rows):
            return None
        gaps = (self.axis[columns] - place[0]) ** 2 + (self.axis[rows] - place[1]) ** 2
        nearest = int(gaps.argmin())
        return int(rows[nearest]), int(columns[nearest])


@dataclass(frozen=True, eq=False)
class SurveyProgress:
    """share: of the work that is done, 0 to 1. landscape: as far as it is."""

    share: float
    landscape: Landscape


def survey(
    subject: Subject,
    settings: LandscapeSettings,
    digits: Digits,
    report: Callable[[SurveyProgress], None],
    is_cancelled: Callable[[], bool],
    threads: int = 1,
) -> bool:
    """Compute a landscape over the first training images of `digits`; False if it was cancelled.

    No more than the network was trained on. Its own landscape it is only on the data that it was trained on.

    report: told after each few images and each batch of points, by any of the threads.

    Raises: LossvizError if the weights are not finite, or the path spans no plane and its directions are asked for.
    """
    _check_finite(subject.weights)
    plane, path = _plane_and_path(subject, settings)
    train = digits.train
    count = min(settings.images, subject.images or len(train), len(train))
    landscape = _empty(subject, settings, (count, digits.identity.name), path)
    images = subject.scale.apply(train.images_u8[:count])
    labels = torch.from_numpy(train.labels[:count])
    batches, done = list(grid_batches(settings.grid)), 0
    with PlaneEvaluation(subject.network, plane, list(landscape.values), images, labels, threads) as evaluation:
        for batch in batches:
            work = _Work(landscape, done, len(batch.places), report)
            found = evaluation.evaluate(_places(landscape, batch), is_cancelled, work.tell)
            if found is None:
                return False
            landscape, done = _with(landscape, batch, found), done + len(batch.places)
            report(SurveyProgress(done / settings.grid**2, landscape))
    return True


@dataclass(frozen=True, eq=False)
class _Work:
    """One batch of points under way."""

    landscape: Landscape
    points_before: int
    points: int
    report: Callable[[SurveyProgress], None]

    def tell(self, share: float) -> None:
        """Report that so much of the batch is done."""
        done = (self.points_before + share * self.points) / self.landscape.settings.grid**2
        self.report(SurveyProgress(done, self.landscape))


def thinned_path(path: Snapshots) -> Snapshots:
    """At most `MOST_SNAPSHOTS` of them, evenly taken, with the first and the last."""
    if len(path) <= MOST_SNAPSHOTS:
        return path
    return [path[round(place)] for place in np.linspace(0, len(path) - 1, MOST_SNAPSHOTS)]


def _plane_and_path(subject: Subject, settings: LandscapeSettings) -> tuple[Plane, PathOnPlane]:
    path, centre = thinned_path(subject.path), subject.weights
    by_path = settings.directions == "path"
    directions = principal_directions(centre, path) if by_path else random_directions(centre, settings.seed)
    plane = Plane(centre, *directions)
    return plane, project(plane, path)


def _empty(subject: Subject, settings: LandscapeSettings, images: tuple[int, str], path: PathOnPlane) -> Landscape:
    axis = np.linspace(-settings.span, settings.span, settings.grid)
    nothing = np.full((settings.grid, settings.grid), np.nan)
    values = dict.fromkeys(losses_beside(subject.loss), nothing)
    return Landscape(subject, settings, *images, axis, path, values, None, {})


def _places(landscape: Landscape, batch: GridBatch) -> list[Place]:
    axis = landscape.axis.tolist()
    return [(axis[column], axis[row]) for row, column in batch.places]


def _with(landscape: Landscape, batch: GridBatch, found: PointLosses) -> Landscape:
    rows, columns = np.array(batch.places).T
    values = {}
    for number, (loss, before) in enumerate(landscape.values.items()):
        values[loss] = before.copy()
        values[loss][rows, columns] = np.nan_to_num(found.means[:, number], nan=np.inf, posinf=np.inf, neginf=np.inf)
    middle = landscape.settings.grid // 2
    errors = landscape.centre_errors
    if (middle, middle) in batch.places:
        at_centre = found.standard_errors[batch.places.index((middle, middle))].tolist()
        errors = dict(zip(values, at_centre, strict=True))
    return replace(landscape, values=values, whole_step=batch.whole_step, centre_errors=errors)


def _check_finite(weights: Weights) -> None:
    if not all(bool(torch.isfinite(tensor).all()) for tensor in weights.values()):
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "There is no landscape around this network."),
            QT_TRANSLATE_NOOP("errors", "Some of its weights are not finite numbers: its training has diverged."),
            QT_TRANSLATE_NOOP("errors", "Train it again with a lower learning rate."),
        )
