"""Draws many versions of one glyph style at once: shaken, slanted, warped, and inked with pens of several widths."""

import numpy as np

from lossviz.core.built_in.glyph_curves import GlyphCurve
from lossviz.core.ink.stamping import Float32s, ImagesU8, fitted_to_box, mnist_placed, stamp_ink
from lossviz.core.ink.strokes import PEN_RADIUS_PX

# On the templates' grid, where a digit is 100 high.
CONTROL_JITTER = (2.0, 7.5)  # standard deviation, drawn evenly between these for each digit
END_JITTER_FACTOR = 1.5  # where a stroke starts and stops varies more than its middle
STROKE_JITTER = 3.0  # a stroke as a whole misses its place by this
WOBBLE = 1.2
WARP = 0.2  # how unevenly height and width are divided: bellies against loops

SLANT_MEAN, SLANT_DEVIATION = 0.12, 0.2
ROTATION_DEVIATION = 0.1  # radians
WIDTH_DEVIATION = 0.2  # of the logarithm of width over height

CANVAS_PEN_SHARE = 0.6  # this share is drawn with the canvas' own pen, the rest with MNIST's various ones
RADIUS_MEDIAN_PX, RADIUS_DEVIATION = 1.05, 0.28  # of the logarithm; MNIST's strokes are about 1.3 to 3 px wide
RADIUS_RANGE_PX = (0.6, 1.9)
PRESSURE = 0.12  # relative change of the pen's width along a stroke


def draw_glyphs(curve: GlyphCurve, count: int, random: np.random.Generator) -> ImagesU8:
    """`count` different images (count, 28, 28) of one style."""
    paths = _tilted(_warped(_paths(curve, count, random), random), random)
    is_canvas_pen = random.random(count) < CANVAS_PEN_SHARE
    radii = np.where(is_canvas_pen, np.float32(PEN_RADIUS_PX), _various_radii(count, random))
    fitted = fitted_to_box(paths, radii)
    pressure = np.where(is_canvas_pen[:, None], 0, PRESSURE * _waves(curve, count, 1, random)[..., 0])
    along: Float32s = (radii[:, None] * (1 + pressure)).astype(np.float32)
    image_index = np.repeat(np.arange(count), len(curve.position))
    return mnist_placed(stamp_ink(fitted.reshape(-1, 2), along.ravel(), image_index, count))


def _paths(curve: GlyphCurve, count: int, random: np.random.Generator) -> Float32s:
    """(count, samples, 2): the template with its control points and strokes moved, its corners cut, a shaking hand."""
    strokes = int(curve.stroke_of_control[-1]) + 1
    jitter = random.uniform(*CONTROL_JITTER, (count, 1, 1)) * np.where(curve.is_end, END_JITTER_FACTOR, 1)[:, None]
    shaken = curve.controls + jitter * random.standard_normal((count, *curve.controls.shape))
    shaken += STROKE_JITTER * random.standard_normal((count, strokes, 2))[:, curve.stroke_of_control]
    controls: Float32s = shaken.astype(np.float32)
    cut = random.random((count, 1, 1), np.float32)
    paths: Float32s = (1 - cut) * (curve.exact @ controls) + cut * (curve.rounded @ controls)
    paths += WOBBLE * _waves(curve, count, 2, random)
    return paths


def _waves(curve: GlyphCurve, count: int, axes: int, random: np.random.Generator) -> Float32s:
    """(count, samples, axes): one slow wave along each stroke, of a random size, pace and phase."""
    pace = random.uniform(2, 16, (count, 1, axes)).astype(np.float32)  # radians a stroke
    phase = random.uniform(0, 2 * np.pi, (count, 1, axes)).astype(np.float32)
    size = random.standard_normal((count, 1, axes), np.float32)
    waves: Float32s = size * np.sin(curve.position[:, None] * pace + phase)
    return waves


def _warped(paths: Float32s, random: np.random.Generator) -> Float32s:
    low = paths.min(axis=1, keepdims=True)
    extent = np.maximum(paths.max(axis=1, keepdims=True) - low, 1)
    share = (paths - low) / extent
    bend = WARP * random.standard_normal((len(paths), 1, 2), np.float32)
    warped: Float32s = low + extent * (share + bend * share * (1 - share))
    return warped


def _tilted(paths: Float32s, random: np.random.Generator) -> Float32s:
    """Slanted like handwriting, made wider or narrower, and turned a little."""
    slant = SLANT_MEAN + SLANT_DEVIATION * random.standard_normal(len(paths))
    width = np.exp(WIDTH_DEVIATION * random.standard_normal(len(paths)))
    angle = ROTATION_DEVIATION * random.standard_normal(len(paths))
    cosine, sine = np.cos(angle), np.sin(angle)
    from_x = np.stack([width * cosine, width * sine], axis=1)
    from_y = np.stack([-slant * cosine - sine, cosine - slant * sine], axis=1)
    matrix = np.stack([from_x, from_y], axis=1).astype(np.float32)
    tilted: Float32s = paths @ matrix
    return tilted


def _various_radii(count: int, random: np.random.Generator) -> Float32s:
    radii = RADIUS_MEDIAN_PX * np.exp(RADIUS_DEVIATION * random.standard_normal(count))
    return np.clip(radii, *RADIUS_RANGE_PX).astype(np.float32)
