"""Colours tell the order of losses by lightness alone, and every kind of loss gets one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from lossviz.widgets.surfaces.colouring import colour_scale, colour_table, colour_table_u8, lightness_of
from lossviz.widgets.surfaces.picture import drawable
from tests.support.surface_pictures import loss_values

# What a person without the red or the green receptor sees. Source: Viénot, Brettel, Mollon 1999, linear RGB.
PROTANOPE = np.array([[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]])
DEUTERANOPE = np.array([[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]])


def argb_of(values: NDArray[np.float64], is_quantile: bool) -> NDArray[np.uint32]:
    """As the map paints them."""
    return colour_scale(values, is_quantile).argb(drawable(values))


def test_lightness_grows_in_equal_steps() -> None:
    steps = np.diff(lightness_of(colour_table_u8().astype(np.float64)))
    assert steps.min() >= 0
    assert (steps[1:] + steps[:-1]).min() > 0.3
    assert steps.sum() > 75
    assert steps.max() < 3 * steps.mean()


@pytest.mark.parametrize("seen", [PROTANOPE, DEUTERANOPE])
def test_the_order_stays_visible_without_red_or_green_receptors(seen: np.ndarray[tuple[int, int]]) -> None:
    linear = (colour_table_u8() / 255.0) ** 2.2
    as_seen = np.clip(linear @ seen.T, 0, 1) ** (1 / 2.2) * 255
    assert np.diff(lightness_of(as_seen[::8])).min() > 0


def test_the_least_loss_is_the_darkest_colour_and_the_greatest_the_lightest() -> None:
    argb = argb_of(np.array([[1.0, 2.0], [3.0, 5.0]]), is_quantile=False)
    assert argb[0, 0] == colour_table()[0]
    assert argb[1, 1] == colour_table()[-1]


def test_linear_colours_are_spread_by_loss() -> None:
    values = np.linspace(3.0, 7.0, 257)[None]
    indices = colour_scale(values, is_quantile=False).indices(values + 1e-9)[0]
    np.testing.assert_array_equal(indices, [*range(256), 255])


@pytest.mark.parametrize("size", [16, 64, 128, 200])
def test_by_rank_every_quarter_of_the_colours_covers_a_quarter_of_the_map(size: int) -> None:
    random = np.random.default_rng(1)
    values = np.exp(3 * random.normal(size=(size, size)))
    indices = colour_scale(values, is_quantile=True).indices(values)
    shares = np.bincount(indices.ravel() // 64, minlength=4) / size**2
    np.testing.assert_allclose(shares, 0.25, atol=0.03)


def test_by_rank_the_valley_floor_has_more_colours_than_on_a_linear_scale() -> None:
    values = loss_values("bce", 48)
    floor = values < np.quantile(values, 0.2)
    colours = [len(np.unique(argb_of(values, is_quantile)[floor])) for is_quantile in (False, True)]
    assert colours[1] > 2 * colours[0]


def test_by_rank_a_plateau_that_only_rounding_makes_uneven_has_a_colour_or_two() -> None:
    random = np.random.default_rng(2)
    values = np.linspace(0.01, 0.9, 128 * 128).reshape(128, 128)
    values[40:90] = 0.5606 * (1 + 1e-7 * random.normal(size=(50, 128)))
    scale = colour_scale(values, is_quantile=True)
    assert np.ptp(scale.indices(values[40:90])) <= 1
    slopes = np.bincount(scale.indices(np.delete(values, np.s_[40:90], axis=0)).ravel(), minlength=256)
    assert np.count_nonzero(slopes) > 240


@pytest.mark.parametrize("is_quantile", [False, True])
def test_a_level_surface_has_one_colour(is_quantile: bool) -> None:
    assert len(np.unique(argb_of(np.full((8, 8), 2.5), is_quantile))) == 1


@pytest.mark.parametrize("is_quantile", [False, True])
def test_what_is_not_finite_looks_like_the_worst_finite_loss(is_quantile: bool) -> None:
    values = np.array([[0.0, 1.0], [np.nan, np.inf]])
    argb = argb_of(values, is_quantile)
    assert argb[1, 0] == argb[1, 1] == argb[0, 1]
    assert len(np.unique(argb_of(np.full((2, 2), np.nan), is_quantile))) == 1


@given(
    arrays(np.float64, (5, 5), elements=st.floats(-1e300, 1e300, allow_subnormal=False)),
    st.booleans(),
)
def test_a_greater_loss_never_has_a_darker_colour(values: np.ndarray[tuple[int, int]], is_quantile: bool) -> None:
    with np.errstate(over="ignore"):
        indices = colour_scale(values, is_quantile).indices(values)
    assert (np.diff(indices.ravel()[np.argsort(values, axis=None)]) >= 0).all()
