"""The two directions in which the weights have travelled most on their way to the present ones."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.training.flat_weights import WeightLayout
from lossviz.core.training.training_run import Weights

Snapshots = Sequence[tuple[int, Weights]]
"""(step, weights), in order."""

_COLUMNS_AT_ONCE = 8192  # in float64, for 300 snapshots 20 MB
_LEAST_SHARE = 1e-10  # of the first direction's variance; less is rounding


def principal_directions(centre: Weights, path: Snapshots) -> tuple[Weights, Weights]:
    """The plane through `centre` that leaves least of the path outside: principal components of path minus centre.

    The differences are not centred about their mean, since the plane has to hold `centre`. Each direction is as long as
    the path reaches along it, and the path's first snapshot lies on its positive side. By the eigenvectors of the Gram
    matrix, which is as small as the path is short, in float64.

    Raises: LossvizError if the path does not leave a straight line through `centre`.
    Source: Li et al. 2018, section 7.
    """
    if len(path) < 2:
        raise _path_too_short(len(path))
    gram = torch.zeros(len(path), len(path), dtype=torch.float64)
    for block in _difference_blocks(centre, path):
        gram += block @ block.T
    variances, vectors = torch.linalg.eigh(gram)  # ascending
    if not variances[-2] > _LEAST_SHARE * variances[-1]:
        raise _path_too_short(len(path))
    first, second = (_signed(vectors[:, -number]) for number in (1, 2))
    return _direction(centre, path, first), _direction(centre, path, second)


def _difference_blocks(centre: Weights, path: Snapshots) -> Iterator[Tensor]:
    """Path minus centre in float64, (snapshots, some of the weights) at a time."""
    for name, here in centre.items():
        for start in range(0, here.numel(), _COLUMNS_AT_ONCE):
            part = slice(start, start + _COLUMNS_AT_ONCE)
            there = torch.stack([weights[name].reshape(-1)[part] for _, weights in path])
            yield there.double() - here.reshape(-1)[part].double()


def _signed(vector: Tensor) -> Tensor:
    return vector if vector[0] >= 0 else -vector


def _direction(centre: Weights, path: Snapshots, vector: Tensor) -> Weights:
    """Snapshot k lies s * vector[k] along the unit direction D' vector / s: the path's reach is s * max |vector|."""
    shares = vector * vector.abs().max()
    flat = torch.cat([shares @ block for block in _difference_blocks(centre, path)])
    return WeightLayout.of(centre).weights(flat.float())


def _path_too_short(count: int) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The path of the training spans no plane."),
        QT_TRANSLATE_NOOP(
            "errors", "Two earlier states in different directions are needed, and there are {count} to choose from."
        ),
        QT_TRANSLATE_NOOP("errors", "Train for some more steps, or choose random directions."),
        count=count,
    )
