"""The plane of a path, and the path on a plane, against the singular value decomposition of all the differences."""

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from lossviz.core.errors import LossvizError
from lossviz.core.landscape.directions import random_directions
from lossviz.core.landscape.plane import Plane, project
from lossviz.core.landscape.principal import Snapshots, principal_directions
from lossviz.core.training.training_run import Weights
from tests.support.landscapes import some_path, some_weights


def flat(weights: Weights) -> NDArray[np.float64]:
    return torch.cat([tensor.flatten() for tensor in weights.values()]).double().numpy()


def differences(centre: Weights, path: Snapshots) -> NDArray[np.float64]:
    return np.array([flat(weights) - flat(centre) for _, weights in path])


def path_plane(centre: Weights, path: Snapshots) -> Plane:
    return Plane(centre, *principal_directions(centre, path))


def test_the_path_s_plane_is_that_of_its_two_largest_singular_vectors() -> None:
    centre = some_weights("mlp")
    path = some_path(centre, 7)
    plane = path_plane(centre, path)
    rows = torch.linalg.svd(torch.from_numpy(differences(centre, path)), full_matrices=False).Vh.numpy()
    for direction, row in zip((plane.first, plane.second), rows, strict=False):
        cosine = flat(direction) @ row / np.linalg.norm(flat(direction))
        assert abs(cosine) == pytest.approx(1.0, abs=1e-6)


def test_the_share_is_that_of_the_two_largest_singular_values() -> None:
    centre = some_weights()
    path = some_path(centre, 9)
    squares = np.linalg.svd(differences(centre, path), compute_uv=False) ** 2
    share = project(path_plane(centre, path), path).share
    assert share == pytest.approx(squares[:2].sum() / squares.sum(), rel=1e-6)


def test_each_axis_reaches_as_far_as_the_path_and_begins_on_the_positive_side() -> None:
    centre = some_weights()
    path = some_path(centre, 6)
    places = project(path_plane(centre, path), path).places
    assert np.abs(places).max(axis=0) == pytest.approx([1.0, 1.0], rel=1e-5)
    assert (places[0] > 0).all()


def test_a_path_in_a_plane_lies_in_it_wholly() -> None:
    centre = some_weights()
    first, second = random_directions(centre, seed=0)
    true_plane = Plane(centre, first, second)
    path = [(step, true_plane.weights_at(a, b)) for step, (a, b) in enumerate([(1.0, 0.3), (0.5, -0.2), (0.1, 0.6)])]
    found = project(path_plane(centre, path), path)
    assert found.share == pytest.approx(1.0, abs=1e-9)
    assert found.outside == pytest.approx(np.zeros(3), abs=1e-4 * float(found.distances.max()))


def test_a_projection_is_the_least_squares_solution_also_where_the_directions_lean() -> None:
    centre = some_weights()
    first, upright = random_directions(centre, seed=0)
    leaning = {name: upright[name] + 0.7 * first[name] for name in first}
    path = some_path(centre, 4)
    on_plane = project(Plane(centre, first, leaning), path)
    axes, moved = np.stack([flat(first), flat(leaning)], axis=1), differences(centre, path)
    expected = np.linalg.lstsq(axes, moved.T, rcond=None)[0].T
    assert on_plane.places == pytest.approx(expected, rel=1e-9)
    assert on_plane.distances == pytest.approx(np.linalg.norm(moved, axis=1))
    assert on_plane.outside == pytest.approx(np.linalg.norm(moved - expected @ axes.T, axis=1))
    assert on_plane.steps.tolist() == [0, 10, 20, 30]


def test_the_projection_of_weights_on_the_plane_finds_them() -> None:
    centre = some_weights("course_cnn")
    plane = Plane(centre, *random_directions(centre, seed=5))
    on_plane = project(plane, [(3, plane.weights_at(0.25, -1.5))])
    assert on_plane.places[0] == pytest.approx([0.25, -1.5], abs=1e-5)


def test_without_a_path_nothing_is_explained() -> None:
    centre = some_weights()
    on_plane = project(Plane(centre, *random_directions(centre, seed=0)), [])
    assert on_plane.share is None
    assert on_plane.places.shape == (0, 2)


@pytest.mark.parametrize("count", [0, 1])
def test_a_path_too_short_for_a_plane_is_refused_in_words(count: int) -> None:
    centre = some_weights()
    with pytest.raises(LossvizError, match=f"there are {count}"):
        principal_directions(centre, some_path(centre, count))


def test_a_straight_path_is_refused_in_words() -> None:
    centre = some_weights()
    first, second = random_directions(centre, seed=0)
    plane = Plane(centre, first, second)
    with pytest.raises(LossvizError, match="random directions"):
        principal_directions(centre, [(step, plane.weights_at(2.0**-step, 0.0)) for step in range(3)])
