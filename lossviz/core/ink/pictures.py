"""Pictures from files to 28x28 images: ink found on its paper, then placed as MNIST's digits are, or just shrunk."""

import numpy as np
from numpy.typing import NDArray

from lossviz.core.ink.stamping import BOX_PX, FIRST_BOX_PX, SIDE_PX, ImageU8, mnist_placed

PictureU8 = NDArray[np.uint8]  # (height, width)
PictureF32 = NDArray[np.float32]  # (height, width), grey levels

WORKING_SIDE_PX = 256  # larger pictures are averaged down to about this first: faster, and it evens out grain
LEAST_CONTRAST = 24.0  # grey levels between paper and ink; under this a picture counts as blank
GRAIN_FACTOR = 6.0  # ink stands out from the paper by more than this many times the paper's own spread
INK_SHARE = 0.25  # of the peak; weaker marks (JPEG ringing, shadows) do not stretch the box round the digit


def ink_from_grey(grey_u8: PictureU8, dark_on_light: bool | None = None) -> tuple[PictureU8, bool]:
    """Turn a grey picture into ink (high values) on background, and say whether it was dark on light.

    dark_on_light: None decides by the border: it is paper, and lighter than the middle between the extremes or not.
    """
    if dark_on_light is None:
        middle = (float(grey_u8.min()) + float(grey_u8.max())) / 2
        border = float(np.median(_border(grey_u8)))
        dark_on_light = border > middle or (border == middle and border > 127)
    return (255 - grey_u8 if dark_on_light else grey_u8), dark_on_light


def picture_mnist_style(ink_u8: PictureU8) -> ImageU8 | None:
    """Cut out the ink, scale its longest side to 20 px and place it as MNIST does; None if the picture is blank.

    ink_u8: high values are ink. A picture that has MNIST's form already stays as it is.
    """
    if _has_mnist_form(ink_u8):
        return ink_u8.copy()
    working = _block_averaged(ink_u8)
    edge = _border(working)
    paper = float(np.median(edge))
    spread = float(np.median(np.abs(edge - paper))) * 1.48  # the standard deviation, if the grain is Gaussian
    peak = float(working.max()) - paper
    if peak < max(LEAST_CONTRAST, GRAIN_FACTOR * spread):
        return None
    above = working - np.float32(paper)
    cut = _cut_to(above, above > max(INK_SHARE * peak, GRAIN_FACTOR / 2 * spread))
    cut[cut < GRAIN_FACTOR / 2 * spread] = 0
    square = _on_square(_shrunk(np.maximum(cut, 0), BOX_PX), FIRST_BOX_PX)
    placed: ImageU8 = mnist_placed(square[None])[0]
    return placed


def picture_raw(ink_u8: PictureU8) -> ImageU8:
    """The whole picture averaged down (or blown up) to a longest side of 28 px, its aspect kept."""
    small = _shrunk(_block_averaged(ink_u8), SIDE_PX)
    return np.rint(np.clip(_on_square(small, 0), 0, 255)).astype(np.uint8)


def _border(picture: NDArray[np.generic]) -> PictureF32:
    sides = (picture[0], picture[-1], picture[:, 0], picture[:, -1])
    border: PictureF32 = np.concatenate(sides).astype(np.float32)
    return border


def _has_mnist_form(ink_u8: PictureU8) -> bool:
    """28x28, with an empty border of 4 px' worth: the longest side of everything that is not 0 is 20 px."""
    if ink_u8.shape != (SIDE_PX, SIDE_PX) or ink_u8.max() < 250:
        return False
    rows, columns = np.nonzero(ink_u8)
    return max(int(np.ptp(rows)), int(np.ptp(columns))) + 1 == BOX_PX


def _block_averaged(picture_u8: PictureU8) -> PictureF32:
    """The means of square blocks, as large as leaves the longest side at WORKING_SIDE_PX or more."""
    height, width = picture_u8.shape
    block = min(max(height, width) // WORKING_SIDE_PX, height, width)
    if block <= 1:
        return picture_u8.astype(np.float32)
    rows, columns = height // block, width // block
    tiles = picture_u8[: rows * block, : columns * block].reshape(rows, block, columns, block)
    means: PictureF32 = tiles.mean(axis=(1, 3), dtype=np.float32)
    return means


def _cut_to(picture: PictureF32, is_ink: NDArray[np.bool_]) -> PictureF32:
    (rows,) = np.nonzero(is_ink.any(axis=1))
    (columns,) = np.nonzero(is_ink.any(axis=0))
    cut: PictureF32 = picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].copy()
    return cut


def _shrunk(picture: PictureF32, longest_px: int) -> PictureF32:
    """Area averages, with `longest_px` for the longest side and at least one pixel for the other."""
    height, width = picture.shape
    scale = longest_px / max(height, width)
    rows = max(1, round(height * scale))
    columns = max(1, round(width * scale))
    shrunk: PictureF32 = (_overlaps(height, rows) @ picture @ _overlaps(width, columns).T).astype(np.float32)
    return shrunk


def _overlaps(length: int, parts: int) -> PictureF32:
    """(parts, length): the weights that average a line of `length` pixels into `parts` equal parts."""
    edges = np.linspace(0, length, parts + 1)
    pixels = np.arange(length)
    shared = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    weights: PictureF32 = (np.maximum(shared, 0) * (parts / length)).astype(np.float32)
    return weights


def _on_square(small: PictureF32, least_margin_px: int) -> PictureF32:
    """`small` in the middle of an empty 28x28, the odd pixel going to the right and below."""
    square = np.zeros((SIDE_PX, SIDE_PX), np.float32)
    height, width = small.shape
    top = max((SIDE_PX - height) // 2, least_margin_px)
    left = max((SIDE_PX - width) // 2, least_margin_px)
    square[top : top + height, left : left + width] = small
    return square
