"""How ink becomes pixels: round pen tips stamped along a path, and MNIST's way of placing a digit in 28x28.

Pixel coordinates: the centre of pixel (row i, column j) is y = i, x = j, so that it covers i - 0.5 to i + 0.5.
"""

import numpy as np
from numpy.typing import NDArray

SIDE_PX = 28
BOX_PX = 20  # the longest side of the ink in 99.96 % of MNIST
FIRST_BOX_PX = (SIDE_PX - BOX_PX) // 2
CENTRE_INDEX = 14  # where MNIST puts the centre of mass, within half a pixel

Float32s = NDArray[np.float32]
ImageU8 = NDArray[np.uint8]  # (28, 28), 0 background, 255 ink
ImagesU8 = NDArray[np.uint8]  # (n, 28, 28)


def coverage(distance_px: Float32s, radius_px: Float32s) -> Float32s:
    """The share of a pixel under a straight pen line whose middle passes at `distance_px` from the pixel's centre."""
    half = np.float32(0.5)
    covered: Float32s = np.minimum(distance_px + half, radius_px)
    covered -= np.maximum(distance_px - half, -radius_px)
    np.maximum(covered, np.float32(0), out=covered)
    return covered


def fitted_to_box(points: Float32s, radius_px: Float32s) -> Float32s:
    """Points scaled so that the longest side of each image's ink is 20 px, in pixel coordinates.

    The ink's left and upper edges lie on pixel edges, as the corner of MNIST's 20x20 box does.

    points: (n, points, 2), any unit. radius_px: (n,), the pen's.
    """
    low = points.min(axis=1)
    longest = (points.max(axis=1) - low).max(axis=1)
    unit = (points - low[:, None]) / np.where(longest > 0, longest, 1)[:, None, None]  # longest side 1
    radius = radius_px[:, None]
    side = BOX_PX - 2 * radius
    first_px = FIRST_BOX_PX + np.floor((BOX_PX - unit.max(axis=1) * side) / 2 - radius)
    fitted: Float32s = unit * side[:, None] + (first_px - 0.5 + radius)[:, None]
    return fitted


def stamp_ink(samples_px: Float32s, radii_px: Float32s, image_index: NDArray[np.intp], image_count: int) -> Float32s:
    """Press a round pen tip on every sample and keep, pixel by pixel, the strongest ink: (image_count, 28, 28), 0-1.

    Samples 0.5 px apart or closer look like a continuous line: the error of the distance stays under 0.06 px.

    samples_px: (samples, 2), x and y in pixel coordinates. radii_px: (samples,).
    image_index: (samples,), the image that each sample belongs to.
    """
    reach = int(np.ceil(radii_px.max(initial=0.5)))
    margin = 2 * reach
    side = SIDE_PX + 2 * margin
    nearest = np.rint(samples_px)
    inside = ((nearest >= -reach) & (nearest < SIDE_PX + reach)).all(axis=1)
    nearest = nearest[inside]
    offsets = np.arange(-reach, reach + 1, dtype=np.float32)
    away = (nearest - samples_px[inside])[:, :, None] + offsets  # (samples, 2, window)
    away *= away
    distance = np.sqrt(away[:, 1, :, None] + away[:, 0, None, :])  # (samples, window, window)
    ink = coverage(distance, radii_px[inside][:, None, None])
    corner = nearest.astype(np.intp) + margin
    first = (image_index[inside] * side + corner[:, 1]) * side + corner[:, 0]
    steps = offsets.astype(np.intp)
    pixel = first[:, None, None] + (steps[:, None] * side + steps)
    padded = np.zeros(image_count * side * side, np.float32)
    np.maximum.at(padded, pixel.ravel(), ink.ravel())
    return padded.reshape(image_count, side, side)[:, margin : margin + SIDE_PX, margin : margin + SIDE_PX]


def mnist_placed(ink: Float32s) -> ImagesU8:
    """Images with their peak at 255, shifted by whole pixels to MNIST's centre of mass, but never out of the image.

    ink: (n, 28, 28), no image without ink.
    """
    image_u8 = np.rint(ink * (255 / ink.max(axis=(1, 2), keepdims=True))).astype(np.uint8)
    down = _whole_pixel_shifts(image_u8.sum(axis=2, dtype=np.int64))
    right = _whole_pixel_shifts(image_u8.sum(axis=1, dtype=np.int64))
    index = np.arange(SIDE_PX)
    rows = (index - down[:, None]) % SIDE_PX
    columns = (index - right[:, None]) % SIDE_PX
    placed: ImagesU8 = image_u8[np.arange(len(ink))[:, None, None], rows[:, :, None], columns[:, None, :]]
    return placed


def _whole_pixel_shifts(mass: NDArray[np.int64]) -> NDArray[np.intp]:
    """How far to move each image so that its centre of mass comes to index 14.

    mass: (n, 28), the ink per row or per column.
    """
    index = np.arange(SIDE_PX)
    wanted = np.rint(CENTRE_INDEX - (mass @ index) / mass.sum(axis=1)).astype(np.intp)
    inked = mass > 0
    first = inked.argmax(axis=1)
    after_last = inked[:, ::-1].argmax(axis=1)
    shifts: NDArray[np.intp] = np.clip(wanted, -first, after_last)
    return shifts
