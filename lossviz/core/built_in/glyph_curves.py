"""A glyph template as numbers: control points, and the matrix that turns them into an evenly sampled pen path."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from lossviz.core.built_in.glyphs import GLYPHS

SAMPLES_PER_UNIT = 0.42  # 100 units are at most 20 px, so samples lie less than 0.5 px apart, with room for stretching
ROUNDING_SAMPLES = 7  # how far a hurried pen cuts a corner: about 3 px in all

Matrix = NDArray[np.float32]
Points = list[tuple[float, float]]


@dataclass(frozen=True, eq=False)
class GlyphCurve:
    """One style of one digit.

    controls: (controls, 2), x and y on the template's grid.
    exact: (samples, controls), gives the path as designed. rounded: the same with its corners cut.
    is_end: (controls,), whether a stroke starts or stops there.
    stroke_of_control: (controls,), which stroke each belongs to.
    position: (samples,), 0 at the start of the sample's stroke, 1 at its end.
    """

    controls: Matrix
    exact: Matrix
    rounded: Matrix
    is_end: NDArray[np.bool_]
    stroke_of_control: NDArray[np.intp]
    position: NDArray[np.float32]


@cache
def glyph_curves(digit: int) -> tuple[tuple[GlyphCurve, ...], NDArray[np.float64]]:
    """The styles of `digit`, and the share of each (they sum to 1)."""
    styles = GLYPHS[digit]
    shares = np.array([share for share, _ in styles])
    return tuple(_curve(strokes) for _, strokes in styles), shares / shares.sum()


def _curve(text: str) -> GlyphCurve:
    strokes = [_stroke(part) for part in text.split("/")]
    exact = [_path_matrix(points, corners) for points, corners in strokes]
    controls = np.concatenate([np.array(points, np.float32) for points, _ in strokes])
    return GlyphCurve(
        controls,
        _block_diagonal(exact),
        _block_diagonal([_smoothing(len(matrix)) @ matrix for matrix in exact]),
        np.concatenate([np.isin(np.arange(len(points)), (0, len(points) - 1)) for points, _ in strokes]),
        np.repeat(np.arange(len(strokes)), [len(points) for points, _ in strokes]),
        np.concatenate([np.linspace(0, 1, len(matrix), dtype=np.float32) for matrix in exact]),
    )


def _stroke(text: str) -> tuple[Points, list[int]]:
    """The points of one stroke, and the indices of those that are corners."""
    points: Points = []
    corners = []
    for word in text.split():
        if word == "|":
            corners.append(len(points) - 1)
        else:
            x, y = word.split(",")
            points.append((float(x), float(y)))
    return points, corners


def _path_matrix(points: Points, corners: list[int]) -> Matrix:
    """(samples, points): a smooth curve through the points, broken at the corners."""
    rows = [np.eye(1, len(points), dtype=np.float64)]
    ends = [0, *corners, len(points) - 1]
    for first, last in pairwise(ends):
        for start in range(first, last):
            step = np.subtract(points[start + 1], points[start])
            samples = max(1, int(np.ceil(np.hypot(*step) * SAMPLES_PER_UNIT)))
            rows.append(_span(start, first, last, len(points), np.arange(1, samples + 1) / samples))
    return np.concatenate(rows).astype(np.float32)


def _span(start: int, first: int, last: int, width: int, t: NDArray[np.float64]) -> NDArray[np.float64]:
    """One Catmull-Rom span from control `start` to the next; beyond `first` and `last` the curve goes straight on."""
    unit = np.eye(width)
    here, after = unit[start], unit[start + 1]
    before = unit[start - 1] if start > first else 2 * here - after
    beyond = unit[start + 2] if start + 1 < last else 2 * after - here
    t = t[:, None]
    span: NDArray[np.float64] = 0.5 * (
        2 * here
        + (after - before) * t
        + (2 * before - 5 * here + 4 * after - beyond) * t**2
        + (3 * here - before - 3 * after + beyond) * t**3
    )
    return span


def _smoothing(samples: int) -> Matrix:
    """(samples, samples): a running mean that keeps the ends of the stroke where they are."""
    index = np.arange(samples)
    reach = np.minimum(np.minimum(index, samples - 1 - index), ROUNDING_SAMPLES)
    near = np.abs(index[:, None] - index) <= reach[:, None]
    means: Matrix = (near / near.sum(axis=1, keepdims=True)).astype(np.float32)
    return means


def _block_diagonal(blocks: list[Matrix]) -> Matrix:
    whole = np.zeros((sum(len(block) for block in blocks), sum(block.shape[1] for block in blocks)), np.float32)
    row = column = 0
    for block in blocks:
        whole[row : row + len(block), column : column + block.shape[1]] = block
        row, column = row + len(block), column + block.shape[1]
    return whole
