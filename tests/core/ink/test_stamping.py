"""Ink is laid down as geometry says, and placed as MNIST's digits are."""

import numpy as np
import pytest
from numpy.typing import NDArray

from lossviz.core.ink.stamping import fitted_to_box, mnist_placed, stamp_ink


def _line(start: tuple[float, float], end: tuple[float, float]) -> NDArray[np.float32]:
    share = np.linspace(0, 1, 80)[:, None]
    return (np.array(start) * (1 - share) + np.array(end) * share).astype(np.float32)


def _supersampled(start: tuple[float, float], end: tuple[float, float], radius: float) -> NDArray[np.float64]:
    """Brute force: the share of 16x16 points in each pixel that lie within `radius` of the segment."""
    fine = (np.arange(28 * 16) + 0.5) / 16 - 0.5
    points = np.stack(np.meshgrid(fine, fine), axis=-1)
    along = np.subtract(end, start)
    part = np.clip((points - start) @ along / (along @ along), 0, 1)
    is_ink = np.linalg.norm(points - (start + part[..., None] * along), axis=-1) <= radius
    share: NDArray[np.float64] = is_ink.reshape(28, 16, 28, 16).mean(axis=(1, 3))
    return share


@pytest.mark.parametrize("radius", [0.3, 0.65, 1.0, 1.6, 3.2])
@pytest.mark.parametrize("end", [(20.0, 8.2), (8.0, 22.0), (21.0, 21.0)])
def test_a_stamped_line_covers_what_the_geometry_says(radius: float, end: tuple[float, float]) -> None:
    samples = _line((7.3, 8.2), end)
    radii = np.full(len(samples), radius, np.float32)
    ink = stamp_ink(samples, radii, np.zeros(len(samples), np.intp), 1)[0]
    expected = _supersampled((7.3, 8.2), end, radius)
    assert np.abs(ink - expected).mean() < 0.006
    assert ink.sum() == pytest.approx(expected.sum(), rel=0.1)


def test_ink_outside_the_image_is_cut_off_and_each_image_keeps_its_own() -> None:
    samples = np.array([[-40, 3], [28.0, 3], [5, 60], [14, 14]], np.float32)
    ink = stamp_ink(samples, np.full(4, 1.0, np.float32), np.array([0, 0, 0, 2]), 3)
    assert np.argwhere(ink[0]).min(axis=0).tolist() == [2, 27]
    assert not ink[1].any()
    assert np.argwhere(ink[2]).mean(axis=0).tolist() == [14, 14]


def test_the_longest_side_of_fitted_ink_is_20_px_and_the_aspect_is_kept() -> None:
    points = np.array([[[0, 0], [30, 0], [30, 90]], [[5, 5], [205, 25], [105, 15]]], np.float32)
    radius = np.array([1.0, 1.5], np.float32)
    fitted = fitted_to_box(points, radius)
    extent = np.ptp(fitted, axis=1)
    assert np.allclose(extent.max(axis=1) + 2 * radius, 20, atol=1e-4)
    assert np.allclose(extent[:, 0] / extent[:, 1], [1 / 3, 10], rtol=1e-4)
    assert np.allclose(fitted.min(axis=1).max() % 1, 0.5, atol=1)


def test_the_centre_of_mass_comes_to_index_14_and_the_peak_to_255() -> None:
    random = np.random.default_rng(1)
    ink = np.zeros((50, 28, 28), np.float32)
    ink[:, 9:19, 8:20] = random.random((50, 10, 12), np.float32) * random.random((50, 1, 12), np.float32)
    placed = mnist_placed(ink)
    assert (placed.max(axis=(1, 2)) == 255).all()
    mass = placed.astype(float)
    total = mass.sum(axis=(1, 2))
    rows = (mass.sum(axis=2) @ np.arange(28)) / total
    columns = (mass.sum(axis=1) @ np.arange(28)) / total
    assert np.abs(np.stack([rows, columns]) - 14).max() <= 0.5


def test_no_ink_is_shifted_out_of_the_image() -> None:
    ink = np.zeros((1, 28, 28), np.float32)
    ink[0, 4:24, 4:6] = 1  # a heavy bar at the left of the box
    ink[0, 10, 4:24] = 0.2  # and a faint line to its right end
    placed = mnist_placed(ink)[0]
    assert np.count_nonzero(placed) == np.count_nonzero(ink)
    assert placed[:, 27].any()
