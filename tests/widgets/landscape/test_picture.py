"""A landscape that is still being computed: what is known is exact, the rest is between neighbours and says so."""

from dataclasses import replace

import numpy as np
import pytest

from lossviz.core.landscape.survey import Landscape
from lossviz.widgets.landscape.picture import LandscapeGrids, landscape_grids
from tests.support.landscapes import SMALL, some_subject, surveyed

WHOLE, TOLD = surveyed(some_subject(snapshots=3), replace(SMALL, grid=17, span=2.0))
STAGES = [landscape for landscape in dict.fromkeys(each.landscape for each in TOLD) if landscape.whole_step is not None]


def grids_of(landscape: Landscape) -> LandscapeGrids:
    grids = landscape_grids(landscape)
    assert grids is not None
    return grids


def test_before_the_coarsest_grid_there_is_no_picture() -> None:
    assert landscape_grids(TOLD[0].landscape) is None


@pytest.mark.parametrize("stage", range(len(STAGES)))
def test_values_are_finite_and_exact_wherever_nothing_is_said_to_be_missing(stage: int) -> None:
    landscape = STAGES[stage]
    grids = grids_of(landscape)
    missing = np.zeros((17, 17), np.bool_) if grids.missing is None else grids.missing
    assert missing[~landscape.is_known].all()
    for loss, values in grids.values.items():
        assert np.isfinite(values).all()
        assert np.array_equal(values[~missing], WHOLE.values[loss][~missing])


def test_a_coarse_picture_goes_through_its_points() -> None:
    coarse, step = grids_of(STAGES[0]), STAGES[0].whole_step
    assert coarse.missing is not None
    assert coarse.missing.all()
    for loss, values in coarse.values.items():
        np.testing.assert_allclose(values[::step, ::step], WHOLE.values[loss][::step, ::step], rtol=1e-12)


def test_while_the_last_points_come_in_the_known_part_grows() -> None:
    known = [17 * 17 if grid is None else int((~grid).sum()) for grid in (grids_of(each).missing for each in STAGES)]
    assert known == sorted(known)
    assert known[0] == 0
    assert 0 < known[-2] < 17 * 17
    assert known[-1] == 17 * 17


def test_a_picture_holds_the_path_up_to_the_present_weights_and_the_least_point() -> None:
    picture = grids_of(WHOLE).picture("cross_entropy", "Title", (0.0, 0.0), is_quantile=True)
    (path,) = picture.paths
    assert np.array_equal(path.points[:-1], WHOLE.path.places)
    assert path.points[-1].tolist() == [0.0, 0.0]
    values = WHOLE.values["cross_entropy"]
    row, column = np.unravel_index(values.argmin(), values.shape)
    assert picture.best == (WHOLE.axis[column], WHOLE.axis[row])
    assert (picture.range.w_low, picture.range.b_high) == (-2.0, 2.0)
    assert picture.axis_names == ("a", "b")


def test_without_a_path_there_is_no_line() -> None:
    landscape, _ = surveyed(some_subject(snapshots=0))
    assert grids_of(landscape).picture("mse_softmax", "", (0.0, 0.0), is_quantile=False).paths == ()


def test_where_the_loss_is_infinite_there_is_no_least_point() -> None:
    nowhere = {loss: np.full_like(values, np.inf) for loss, values in WHOLE.values.items()}
    grids = grids_of(replace(WHOLE, values=nowhere))
    assert grids.picture("cross_entropy", "", (0.0, 0.0), is_quantile=True).best is None
