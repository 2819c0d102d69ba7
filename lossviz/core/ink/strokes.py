"""Pen strokes to 28x28 images: as MNIST was made, or raw, as shrinking the canvas would give."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lossviz.core.ink.stamping import SIDE_PX, Float32s, ImagesU8, ImageU8, fitted_to_box, mnist_placed, stamp_ink

Stroke = NDArray[np.float32]  # (points, 2): x to the right, y down, any unit; a single point is a dot

PEN_RADIUS_PX = 1.0
SAMPLE_SPACING_PX = 0.5
MOST_SAMPLES = 4000  # a scribble of 2000 px, a hundred times the height of a digit; longer ones are sampled coarser


def render_mnist_style(strokes: Sequence[Stroke]) -> ImageU8 | None:
    """Draw `strokes` as MNIST's digits were made, whatever their size, place and unit.

    The ink's longest side becomes 20 px with its aspect kept, the pen is constant, the centre of mass comes to
    index 14 by a shift of whole pixels, the peak is 255. None if there is no ink.

    Source: LeCun, Cortes, Burges, "The MNIST database of handwritten digits".
    """
    drawn = _drawn(strokes)
    if not drawn:
        return None
    points = np.concatenate(drawn)
    from_corner = (points - points.min(axis=0)).astype(np.float32)
    fitted = fitted_to_box(from_corner[None], np.array([PEN_RADIUS_PX], np.float32))[0]
    samples = _resampled(fitted, _last_indices(drawn))
    return _only(mnist_placed(_one_image(samples, PEN_RADIUS_PX)))


def render_raw(strokes: Sequence[Stroke], canvas_side: float, pen_width: float) -> ImageU8:
    """What shrinking the whole canvas to 28x28 gives: nothing centred, nothing scaled, the pen as drawn.

    canvas_side, pen_width: in the unit of the strokes.
    """
    drawn = _drawn(strokes)
    if not drawn:
        return np.zeros((SIDE_PX, SIDE_PX), np.uint8)
    scale = SIDE_PX / canvas_side
    placed = (np.concatenate(drawn) * scale - 0.5).astype(np.float32)
    ink_unit = _one_image(_resampled(placed, _last_indices(drawn)), scale * pen_width / 2)
    return _only(np.rint(ink_unit * 255).astype(np.uint8))


def _drawn(strokes: Sequence[Stroke]) -> list[NDArray[np.float64]]:
    """The strokes that have points, without points that are not finite."""
    finite = [points[np.isfinite(points).all(axis=1)] for points in (np.asarray(stroke, float) for stroke in strokes)]
    return [points for points in finite if len(points)]


def _last_indices(drawn: Sequence[NDArray[np.float64]]) -> NDArray[np.intp]:
    return np.cumsum([len(points) for points in drawn], dtype=np.intp) - 1


def _resampled(points_px: Float32s, last_indices: NDArray[np.intp]) -> Float32s:
    """Points at even spacing along the strokes, and the given points themselves, so that corners stay sharp.

    points_px: (points, 2), stroke after stroke. last_indices: where each stroke ends.
    """
    steps = np.diff(points_px, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1]).astype(float)
    lengths[last_indices[:-1]] = 0  # the pen is up between strokes
    travelled = np.concatenate([[0.0], np.cumsum(lengths)])
    total = float(travelled[-1])
    if total == 0:
        return points_px
    count = min(math.ceil(total / SAMPLE_SPACING_PX), MOST_SAMPLES)
    at = np.linspace(0, total, count, endpoint=False)
    segment = np.searchsorted(travelled, at, side="right") - 1
    part = ((at - travelled[segment]) / lengths[segment]).astype(np.float32)
    along = points_px[segment] + part[:, None] * steps[segment]
    return np.concatenate([along, points_px])


def _one_image(samples_px: Float32s, radius_px: float) -> Float32s:
    """(1, 28, 28), 0-1."""
    radii = np.full(len(samples_px), radius_px, np.float32)
    return stamp_ink(samples_px, radii, np.zeros(len(samples_px), np.intp), 1)


def _only(images_u8: ImagesU8) -> ImageU8:
    image_u8: ImageU8 = images_u8[0]
    return image_u8
