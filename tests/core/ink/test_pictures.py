"""A picture from a file becomes the image that MNIST would have made of it."""

import gzip
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from lossviz.core.ink.pictures import ink_from_grey, picture_mnist_style, picture_raw
from lossviz.core.ink.strokes import render_mnist_style
from tests.support.mnist_location import real_mnist

Grey = NDArray[np.uint8]


def _drawn_two(side: int, pen: float = 0.09) -> NDArray[np.float64]:
    """A two, off centre, as ink 0-1 on a square picture."""
    path = np.array([[0.35, 0.35], [0.45, 0.25], [0.58, 0.3], [0.55, 0.45], [0.35, 0.68], [0.62, 0.68]])
    fine = (np.arange(side) + 0.5) / side
    points = np.stack(np.meshgrid(fine, fine), axis=-1)
    nearest = np.full((side, side), np.inf)
    for start, end in pairwise(path):
        along = end - start
        part = np.clip((points - start) @ along / (along @ along), 0, 1)
        nearest = np.minimum(nearest, np.linalg.norm(points - (start + part[..., None] * along), axis=-1))
    return np.clip((pen / 2 * 0.5 - nearest) * side + 0.5, 0, 1)


def _on_paper(ink: NDArray[np.float64], paper: int, pen: int, grain: float = 0.0) -> Grey:
    noise = np.random.default_rng(0).normal(0, grain, ink.shape)
    return np.rint(np.clip(paper + (pen - paper) * ink + noise, 0, 255)).astype(np.uint8)


def _through(grey: Grey, dark_on_light: bool | None = None) -> Grey:
    image = picture_mnist_style(ink_from_grey(grey, dark_on_light)[0])
    assert image is not None
    return image


@pytest.mark.parametrize(
    ("paper", "pen", "expected"),
    [(255, 0, True), (0, 255, False), (210, 60, True), (90, 20, True), (120, 200, False)],
)
def test_dark_on_light_is_told_by_the_border(paper: int, pen: int, expected: bool) -> None:
    ink, was_dark_on_light = ink_from_grey(_on_paper(_drawn_two(60), paper, pen))
    assert was_dark_on_light is expected
    assert np.median(ink[0]) < ink.max()


def test_the_decision_can_be_forced() -> None:
    grey = _on_paper(_drawn_two(60), 255, 0)
    ink, was_dark_on_light = ink_from_grey(grey, dark_on_light=False)
    assert not was_dark_on_light
    assert np.array_equal(ink, grey)
    assert np.array_equal(ink_from_grey(grey, dark_on_light=True)[0], 255 - grey)


@pytest.mark.parametrize("side", [60, 280, 900, 2500])
def test_grain_and_grey_paper_leave_the_digit_as_it_is(side: int) -> None:
    clean = _through(_on_paper(_drawn_two(280), 255, 0))
    noisy = _through(_on_paper(_drawn_two(side), 200, 40, grain=8))
    rows, columns = np.nonzero(noisy > 40)
    assert max(np.ptp(rows), np.ptp(columns)) + 1 in (19, 20)
    # Grain may move the rounded centre of mass, and the whole digit with it, by a pixel.
    moved = [np.roll(noisy, (down, right), axis=(0, 1)) for down in (-1, 0, 1) for right in (-1, 0, 1)]
    assert max(np.corrcoef(clean.ravel(), image.ravel())[0, 1] for image in moved) > 0.9


def test_a_picture_of_strokes_looks_like_the_strokes() -> None:
    drawn = render_mnist_style([np.array([[35, 35], [45, 25], [58, 30], [55, 45], [35, 68], [62, 68]], np.float32)])
    assert drawn is not None
    image = _through(_on_paper(_drawn_two(280), 255, 0))
    assert np.corrcoef(drawn.ravel(), image.ravel())[0, 1] > 0.9


def test_real_mnist_images_stay_as_they_are() -> None:
    folder = real_mnist()
    raw = folder / "t10k-images-idx3-ubyte"
    content = raw.read_bytes() if raw.exists() else gzip.decompress((folder / f"{raw.name}.gz").read_bytes())
    images = np.frombuffer(content, np.uint8, offset=16).reshape(-1, 28, 28)[:1000]
    same = [np.array_equal(_through(image), image) for image in images]
    assert np.mean(same) > 0.99


@pytest.mark.parametrize("shape", [(1, 1), (1, 4096), (4096, 1), (7, 300), (28, 28), (4096, 4096)])
@pytest.mark.parametrize("level", [0, 128, 255])
def test_a_blank_picture_gives_no_digit(shape: tuple[int, int], level: int) -> None:
    ink, _ = ink_from_grey(np.full(shape, level, np.uint8))
    assert picture_mnist_style(ink) is None
    assert picture_raw(ink).shape == (28, 28)


def test_paper_grain_alone_gives_no_digit() -> None:
    ink, _ = ink_from_grey(_on_paper(np.zeros((400, 300)), 210, 0, grain=7))
    assert picture_mnist_style(ink) is None


def test_a_single_bright_pixel_is_a_digit_as_much_as_any() -> None:
    ink = np.zeros((9, 9), np.uint8)
    ink[2, 6] = 255
    image = picture_mnist_style(ink)
    assert image is not None
    assert image.max() == 255


def test_the_raw_image_is_the_mean_of_its_area_with_the_aspect_kept() -> None:
    ink = np.random.default_rng(0).integers(0, 256, (280, 140)).astype(np.uint8)
    expected = ink.reshape(28, 10, 14, 10).mean(axis=(1, 3))
    image = picture_raw(ink)
    assert np.abs(image[:, 7:21] - expected).max() <= 0.51
    assert not image[:, :7].any()
    assert not image[:, 21:].any()
